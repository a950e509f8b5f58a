import { sql } from 'kysely'
import type { TransferParty } from '../domain/transfers/verdict.ts'
import type { Transaction } from './database.ts'

export interface PartyRow extends TransferParty {
  readonly name: string
  readonly domain: string
}

/**
 * Both partners of a transfer and the customer are rows of three organizations: looked at as the product itself, and only what
 * the verdict and the two names need. The transaction goes back to its own tenant.
 */
export async function acrossPartners<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ scope: string }>`select current_setting('app.scope') as scope`.execute(trx)
  await sql`select set_config('app.scope', 'system', true)`.execute(trx)
  const done = await work()
  await sql`select set_config('app.scope', ${rows[0]!.scope}, true)`.execute(trx)
  return done
}

/** How these partners stand, also toward the customer; with `hold` they stay so until the act has committed (R7, R10). */
export async function partiesOf(trx: Transaction, partnerIds: readonly string[], customerId: string, how: { readonly hold: boolean }): Promise<PartyRow[]> {
  if (partnerIds.length === 0) return []
  if (how.hold) await trx.selectFrom('partner_profiles').select('tenant_id').where('tenant_id', 'in', [...partnerIds]).orderBy('tenant_id').forShare().execute()
  const { rows } = await sql<{ id: string; name: string; domain: string; country: string; kinds: string[]; is_active: boolean; has_signed: boolean; in_debt: boolean; is_related: boolean }>`
    select t.id, t.name, t.primary_domain as domain, t.country, f.kinds, f.status = 'active' and t.status <> 'closed' as is_active, f.agreement_signed_at is not null as has_signed, f.in_debt,
      exists (select from reseller_relationships r where r.partner_id = t.id and r.customer_id = ${customerId}::uuid and r.ended_at is null) as is_related
    from partner_profiles f join tenants t on t.id = f.tenant_id where f.tenant_id = any(${[...partnerIds]}::uuid[])`.execute(trx)
  return rows.map((row) => ({ id: row.id, name: row.name, domain: row.domain, country: row.country, kinds: row.kinds, isActive: row.is_active, hasSigned: row.has_signed, inDebt: row.in_debt, isRelated: row.is_related }))
}

export interface TransferCustomer {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly isClosed: boolean
}

export async function customerOfTransfer(trx: Transaction, id: string): Promise<TransferCustomer> {
  const row = await trx.selectFrom('tenants').select(['id', 'name', 'country', 'status']).where('id', '=', id).executeTakeFirstOrThrow()
  return { id: row.id, name: row.name, country: row.country, isClosed: row.status === 'closed' }
}

/** Whoever offered it, held: it must still be allowed to when the other accepts (rule R7). */
export async function offererOf(trx: Transaction, personId: string, how: { readonly hold: boolean }): Promise<{ readonly isActive: boolean; readonly roles: readonly string[] } | undefined> {
  let query = trx.selectFrom('people').select(['status', 'roles']).where('id', '=', personId)
  if (how.hold) query = query.forShare()
  const row = await query.executeTakeFirst()
  return row && { isActive: row.status === 'active', roles: row.roles }
}

/** Whether this partner sells anything to the customer: only then it is asked at all. */
export async function sellsTo(trx: Transaction, partnerId: string, customerId: string): Promise<boolean> {
  const row = await trx.selectFrom('subscriptions').select('id').where('partner_id', '=', partnerId).where('customer_id', '=', customerId).where('status', '<>', 'deleted').limit(1).executeTakeFirst()
  return row !== undefined
}
