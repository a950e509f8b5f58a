import { sql } from 'kysely'
import type { Awaits } from '../domain/people/session.ts'
import type { Portal } from '../domain/people/portals.ts'
import type { Database, Transaction } from './database.ts'

export interface SessionDraft {
  readonly id: string
  readonly tenantId: string
  readonly personId: string
  readonly secretHash: Buffer
  readonly portal: Portal
  readonly awaits: Awaits
  readonly authenticatedBy: readonly string[]
  readonly steppedUpAt: Date | null
  readonly at: Date
  readonly expiresAt: Date
  readonly address: string | null
  readonly userAgent: string | null
}

export async function insertSession(trx: Transaction, draft: SessionDraft): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      tenant_id: draft.tenantId,
      id: draft.id,
      person_id: draft.personId,
      secret_hash: draft.secretHash,
      portal: draft.portal,
      awaits: draft.awaits,
      authenticated_by: [...draft.authenticatedBy],
      stepped_up_at: draft.steppedUpAt,
      created_at: draft.at,
      last_seen_at: draft.at,
      expires_at: draft.expiresAt,
      address: draft.address,
      user_agent: draft.userAgent,
    })
    .execute()
}

export interface SessionKey {
  readonly tenantId: string
  readonly sessionId: string
}

export interface Rotation {
  /** what the session still waits for when it is changed: of two who finish it at once one finds it changed */
  readonly whileAwaiting: Awaits
  readonly secretHash: Buffer
  readonly authenticatedBy: readonly string[]
  readonly steppedUpAt: Date
  /** only where finishing the sign-in begins the session's real life */
  readonly expiresAt?: Date
  readonly now: Date
}

/** Completes or raises the session and gives it a fresh secret in one statement; false when it ended or changed meanwhile. */
export async function rotateSession(trx: Transaction, { tenantId, sessionId }: SessionKey, rotation: Rotation): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sessions')
    .set({
      secret_hash: rotation.secretHash,
      awaits: null,
      authenticated_by: [...rotation.authenticatedBy],
      stepped_up_at: rotation.steppedUpAt,
      last_seen_at: rotation.now,
      ...(rotation.expiresAt && { expires_at: rotation.expiresAt }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .where(sql<boolean>`awaits is not distinct from ${rotation.whileAwaiting}`)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', rotation.now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface OpenSession {
  readonly id: string
  readonly portal: Portal
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly address: string | null
  readonly userAgent: string | null
}

/** The person's complete sessions that still open something, the newest first. */
export async function listOpenSessionsOf(trx: Transaction, tenantId: string, personId: string, seen: { since: Date; now: Date }): Promise<OpenSession[]> {
  const rows = await trx
    .selectFrom('sessions')
    .select(['id', 'portal', 'created_at', 'last_seen_at', 'expires_at', 'address', 'user_agent'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('awaits', 'is', null)
    .where('expires_at', '>', seen.now)
    .where('last_seen_at', '>', seen.since)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    portal: row.portal as Portal,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    userAgent: row.user_agent,
  }))
}

/** Ends one session of the person, or all, or all but one; the next request with its cookie finds it ended. */
export async function endSessionsOf(
  trx: Transaction,
  tenantId: string,
  personId: string,
  which: { readonly only?: string; readonly allBut?: string | null; readonly now: Date },
): Promise<number> {
  let query = trx
    .updateTable('sessions')
    .set({ ended_at: which.now })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
  if (which.only) query = query.where('id', '=', which.only)
  if (which.allBut) query = query.where('id', '<>', which.allBut)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The addresses of the person's latest complete sign-ins, for the rate limits: from there nobody is locked out. */
export async function recentAddressesOf(trx: Transaction, tenantId: string, userPrincipalNameKey: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('sessions as s')
    .innerJoin('people as p', (join) => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'))
    .select('s.address')
    .where('p.tenant_id', '=', tenantId)
    .where('p.user_principal_name_key', '=', userPrincipalNameKey)
    .where('s.awaits', 'is', null)
    .orderBy('s.created_at', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ address }) => address ?? [])
}

export async function touchSession(trx: Transaction, { tenantId, sessionId }: SessionKey, now: Date): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', now)
    .execute()
}

/** The tenant of a sign-in name: the one thing about it that is asked outside the tenant. */
export async function tenantOfPersonName(database: Database, nameKey: string): Promise<string | undefined> {
  const [row] = await database.door<{ tenant: string | null }>('tenant-of-person-name', 'select tenant_of_person_name($1) as tenant', [nameKey])
  return row?.tenant ?? undefined
}
