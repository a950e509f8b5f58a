import { sql } from 'kysely'
import type { PersonActor } from '../domain/actor.ts'
import type { PersonId, SessionId, TenantId } from '../domain/ids.ts'
import type { AssignableRole } from '../domain/roles.ts'
import type { Database, Transaction } from './database.ts'

interface PersonRow {
  person_id: string
  display_name: string
  user_principal_name: string
  mail: string | null
  language: string | null
  roles: AssignableRole[]
  person_status: string
  has_totp: boolean
  tenant_id: string
  tenant_name: string
  cloud: string
  country: string
  time_zone: string
  is_customer: boolean
  is_operator: boolean
  tenant_status: string
  partner_kinds: string[] | null
  partner_status: string | null
  clock_offset: { toPostgres?: unknown; [unit: string]: unknown }
}

interface SessionRow extends PersonRow {
  session_id: string
  portal: 'partner' | 'customer' | 'operator'
  awaits: 'secondFactor' | 'secondFactorEnrolment' | null
  authenticated_by: string[]
  stepped_up_at: Date | null
  session_created_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: Date | null
}

export type KnownPerson = Omit<PersonActor, 'address' | 'userAgent' | 'traceId'>

export interface KnownSession {
  readonly person: KnownPerson
  readonly portal: SessionRow['portal']
  readonly awaits: SessionRow['awaits']
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly isUsable: boolean
}

/** The session behind a cookie, with everything about its person read anew; one statement through one door. */
export async function findSession(database: Database, secretHash: Buffer): Promise<KnownSession | undefined> {
  const [row] = await database.door<SessionRow>('find-session', 'select * from find_session($1)', [secretHash])
  if (!row) return undefined
  return {
    person: personFrom(row, {
      sessionId: row.session_id as SessionId,
      authenticatedBy: row.authenticated_by,
      steppedUpAt: row.stepped_up_at,
    }),
    portal: row.portal,
    awaits: row.awaits,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    isUsable: isUsable(row),
  }
}

/** The person a bearer token names; undefined when the account or its tenant can no longer act. */
export async function findPerson(
  from: Database | Transaction,
  personId: string,
  how: Pick<PersonActor, 'authenticatedBy' | 'steppedUpAt'>,
): Promise<KnownPerson | undefined> {
  const [row] = 'door' in from ? await from.door<PersonRow>('find-person', 'select * from find_person($1)', [personId]) : (await sql<PersonRow>`select * from find_person(${personId})`.execute(from)).rows
  return row && isUsable(row) ? personFrom(row, { sessionId: null, ...how }) : undefined
}

function isUsable(row: PersonRow): boolean {
  return row.person_status === 'active' && row.tenant_status === 'active'
}

function personFrom(row: PersonRow, how: Pick<PersonActor, 'sessionId' | 'authenticatedBy' | 'steppedUpAt'>): KnownPerson {
  return {
    kind: 'person',
    personId: row.person_id as PersonId,
    tenantId: row.tenant_id as TenantId,
    cloud: row.cloud,
    country: row.country,
    timeZone: row.time_zone,
    displayName: row.display_name,
    userPrincipalName: row.user_principal_name,
    mail: row.mail,
    language: row.language,
    roles: row.roles,
    tenantName: row.tenant_name,
    isCustomer: row.is_customer,
    isOperator: row.is_operator,
    partnerKinds: row.partner_kinds ?? [],
    hasTotp: row.has_totp,
    clockOffset: millisecondsOf(row.clock_offset),
    ...how,
  }
}

/** The driver gives intervals as units; offsets are made of days and smaller only. */
function millisecondsOf(interval: Record<string, unknown>): number {
  const unit = (name: string) => Number(interval[name] ?? 0)
  return (
    unit('days') * 86_400_000 + unit('hours') * 3_600_000 + unit('minutes') * 60_000 + unit('seconds') * 1_000 + unit('milliseconds')
  )
}

/** What somebody of any tenant may do now, asked within the transaction that rests on it. */
export async function standingOfPerson(trx: Transaction, personId: string): Promise<{ readonly roles: readonly AssignableRole[]; readonly isUsable: boolean } | undefined> {
  const { rows } = await sql<PersonRow>`select * from find_person(${personId})`.execute(trx)
  return rows[0] && { roles: rows[0].roles, isUsable: isUsable(rows[0]) }
}

/** Status and roles of who acts, held until the transaction ends (migration 0018): ending them waits, or is seen here. */
export async function holdStandingOfPerson(trx: Transaction, person: { readonly tenantId: string; readonly personId: string }): Promise<{ readonly status: string; readonly roles: readonly AssignableRole[] } | undefined> {
  const { rows } = await sql<{ status: string; roles: AssignableRole[] }>`select status, roles from hold_person(${person.tenantId}, ${person.personId})`.execute(trx)
  return rows[0]
}
