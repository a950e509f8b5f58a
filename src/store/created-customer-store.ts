import { sql } from 'kysely'
import type { PersonStatus } from '../domain/people/person.ts'
import type { Transaction } from './database.ts'

export interface CreatedCustomer {
  readonly partnerId: string
  readonly customerId: string
  readonly administratorId: string
  readonly registrationNumber: string | null
  readonly createdAt: Date
  readonly createdBy: string
}

/** Which partner made the tenant, for whom it may issue the first credentials again. */
export async function insertCreatedCustomer(trx: Transaction, created: CreatedCustomer): Promise<void> {
  await trx
    .insertInto('created_customers')
    .values({
      partner_id: created.partnerId,
      customer_id: created.customerId,
      administrator_id: created.administratorId,
      registration_number: created.registrationNumber,
      created_at: created.createdAt,
      created_by: created.createdBy,
    })
    .execute()
}

export interface CreatedAdministrator {
  readonly personId: string
  readonly userPrincipalName: string
  readonly status: PersonStatus
  readonly temporaryPasswordUntil: Date | null
}

/** The first administrator of a customer that this very partner created, while they are related; undefined otherwise. */
export async function createdAdministrator(trx: Transaction, customerId: string): Promise<CreatedAdministrator | undefined> {
  const { rows } = await sql<{ person_id: string; user_principal_name: string; status: string; temporary_until: Date | null }>`
    select person_id, user_principal_name, status, temporary_until from created_administrator(${customerId})`.execute(trx)
  const [row] = rows
  return row && { personId: row.person_id, userPrincipalName: row.user_principal_name, status: row.status as PersonStatus, temporaryPasswordUntil: row.temporary_until }
}

/** Under which number the customer stands in its country's register, as this partner gave it; null where none was asked. */
export async function registrationNumberOf(trx: Transaction, partnerId: string, customerId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('created_customers')
    .select('registration_number')
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row?.registration_number ?? null
}

/** The customers on this partner's list, ended ones too, that have exactly this folded name in that country. */
export async function isOnList(trx: Transaction, partnerId: string, { nameKey, country }: { readonly nameKey: string; readonly country: string }): Promise<boolean> {
  const row = await trx
    .selectFrom('customer_accounts')
    .select('customer_id')
    .where('partner_id', '=', partnerId)
    .where('name_key', '=', nameKey)
    .where('country', '=', country)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One creation of a name at a time for one partner: two at once would not see each other (S4.8). */
export async function lockNameOnList(trx: Transaction, partnerId: string, nameKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`newCustomer ${partnerId} ${nameKey}`}, 0))`.execute(trx)
}

/** Whether any organization has this domain: the named exception to the rule that others' things are not to be seen (decision 11). */
export async function isDomainUsed(trx: Transaction, domain: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select domain_is_used(${domain}) as used`.execute(trx)
  return rows[0]!.used
}

/** Gives what it was before. The tenant is held by the act. */
export async function setSegment(trx: Transaction, tenantId: string, segment: string | null): Promise<string | null> {
  const { rows } = await sql<{ segment: string | null }>`
    update tenants t set segment = ${segment} from (select segment from tenants where id = ${tenantId}::uuid) before where t.id = ${tenantId}::uuid returning before.segment`.execute(trx)
  return rows[0]?.segment ?? null
}
