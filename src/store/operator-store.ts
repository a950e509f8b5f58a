import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { beginsWith, type NamedPage, pastName } from './partner-store.ts'

export interface NamedPerson {
  readonly id: string
  readonly tenantId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly status: string
  readonly tenantStatus: string
}

/** The person of a sign-in name, in any tenant; for the operator and the command line. */
export async function personByName(trx: Transaction, nameKey: string): Promise<NamedPerson | undefined> {
  const row = await trx
    .selectFrom('people as p')
    .innerJoin('tenants as t', 't.id', 'p.tenant_id')
    .select(['p.id', 'p.tenant_id', 'p.user_principal_name', 'p.display_name', 'p.status', 't.status as tenant_status'])
    .where('p.user_principal_name_key', '=', nameKey)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      tenantId: row.tenant_id,
      userPrincipalName: row.user_principal_name,
      displayName: row.display_name,
      status: row.status,
      tenantStatus: row.tenant_status,
    }
  )
}

export async function sealedTotpSeed(trx: Transaction, person: Pick<NamedPerson, 'id' | 'tenantId'>): Promise<Buffer | null> {
  const row = await trx.selectFrom('people').select('totp_seed').where('tenant_id', '=', person.tenantId).where('id', '=', person.id).executeTakeFirst()
  return row?.totp_seed ?? null
}

/** The tenants of those who run the installation: they read what is done to it. */
export async function operatorTenants(trx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from operator_tenants() id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** By id, or by primary domain where that names one tenant only; undefined where it names none or several. */
export async function tenantNamed(trx: Transaction, name: { readonly id: string } | { readonly domain: string; readonly cloud: string | undefined }): Promise<string | undefined> {
  let query = trx.selectFrom('tenants').select('id').limit(2)
  if ('id' in name) query = query.where('id', '=', name.id)
  else {
    query = query.where('primary_domain', '=', name.domain)
    if (name.cloud !== undefined) query = query.where('cloud', '=', name.cloud)
  }
  const rows = await query.execute()
  return rows.length === 1 ? rows[0]!.id : undefined
}

export interface ListedTenant {
  readonly id: string
  readonly name: string
  readonly nameKey: string
  readonly cloud: string
  readonly country: string
  readonly primaryDomain: string
  readonly kinds: readonly string[]
  readonly origin: string
  readonly status: 'active' | 'closed'
  /** null as its cloud usually has it */
  readonly segment: string | null
  readonly createdAt: Date
}

/** Every tenant by name, for the operator. */
export async function listTenants(trx: Transaction, { most, from, search }: NamedPage): Promise<ListedTenant[]> {
  const direction = from?.isBackward ? 'desc' : 'asc'
  let query = trx
    .selectFrom('tenants as t')
    .leftJoin('partner_profiles as p', 'p.tenant_id', 't.id')
    .select(['t.id', 't.name', 't.name_key', 't.cloud', 't.country', 't.primary_domain', 't.is_customer', 't.is_operator', 't.origin', 't.status', 't.segment', 't.created_at', 'p.kinds'])
    .orderBy('t.name_key', direction)
    .orderBy('t.id', direction)
    .limit(most)
  if (from) query = query.where(pastName(from))
  if (search) query = query.where(beginsWith(search))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameKey: row.name_key,
    cloud: row.cloud,
    country: row.country,
    primaryDomain: row.primary_domain,
    kinds: [...(row.is_operator ? ['operator'] : []), ...(row.kinds ?? []), ...(row.is_customer ? ['customer'] : [])],
    origin: row.origin,
    status: row.status as ListedTenant['status'],
    segment: row.segment,
    createdAt: row.created_at,
  }))
}

export interface InstallationCounts {
  readonly partners: number
  readonly suspendedPartners: number
  readonly customers: number
  readonly people: number
  readonly mailsQueued: number
  readonly mailsHeld: number
  readonly mailsFailed: number
}

export async function countInstallation(trx: Transaction): Promise<InstallationCounts> {
  const { rows } = await sql<InstallationCounts>`
    select (select count(*) from partner_profiles) as partners,
      (select count(*) from partner_profiles where status = 'suspended') as "suspendedPartners",
      (select count(*) from tenants where is_customer) as customers,
      (select count(*) from people) as people,
      (select count(*) from mails where status = 'queued') as "mailsQueued",
      (select count(*) from mails where status = 'held') as "mailsHeld",
      (select count(*) from mails where status = 'failed' and given_up_at is null) as "mailsFailed"`.execute(trx)
  return rows[0]!
}

/** Somebody of any tenant, for codes that are handed out. */
export async function tenantOfPerson(trx: Transaction, personId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('people').select('tenant_id').where('id', '=', personId).executeTakeFirst()
  return row?.tenant_id
}

export interface CredentialColumns {
  readonly password_hash: string
  readonly password_changed_at: Date
  readonly totp_seed: Buffer
  readonly totp_confirmed_at: Date
}

/** Another password and authenticator; codes of the one before count no more. */
export async function replaceCredentials(trx: Transaction, person: Pick<NamedPerson, 'id' | 'tenantId'>, credentials: CredentialColumns): Promise<void> {
  await trx
    .updateTable('people')
    .set({ ...credentials, totp_last_step: null })
    .where('tenant_id', '=', person.tenantId)
    .where('id', '=', person.id)
    .execute()
}

/** Names of organizations by id, for the scopes of the operator and the system. */
export async function tenantNames(trx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('tenants').select(['id', 'name']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
