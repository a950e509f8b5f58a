import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'

export interface ClosableTenant {
  readonly id: string
  readonly name: string
  readonly isCustomer: boolean
  readonly isOperator: boolean
  readonly isPartner: boolean
  readonly status: 'active' | 'closed'
}

/**
 * From here on the transaction acts for the product itself: relationships belong to two sides, and no operator sees them in
 * its own scope. Only for closing a tenant, which ends them all.
 */
export async function enterWholeInstallation(trx: Transaction): Promise<void> {
  await sql`select set_config('app.scope', 'system', true)`.execute(trx)
}

/** With `hold`, an acceptance of this customer either came before or finds it closed. */
export async function closableTenant(trx: Transaction, id: string, how: { readonly hold: boolean }): Promise<ClosableTenant> {
  let query = trx.selectFrom('tenants').select(['id', 'name', 'is_customer', 'is_operator', 'status']).where('id', '=', id)
  if (how.hold) query = query.forNoKeyUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such organization.')
  // Who authorises a provider holds the profiles of both: with this one it came before, or finds the organization closed.
  let own = trx.selectFrom('partner_profiles').select('tenant_id').where('tenant_id', '=', id)
  if (how.hold) own = own.forNoKeyUpdate()
  const profile = await own.executeTakeFirst()
  return { id: row.id, name: row.name, isCustomer: row.is_customer, isOperator: row.is_operator, isPartner: profile !== undefined, status: row.status as ClosableTenant['status'] }
}

export async function tenantIsClosed(trx: Transaction, id: string): Promise<boolean> {
  const row = await trx.selectFrom('tenants').select('status').where('id', '=', id).executeTakeFirst()
  return row?.status === 'closed'
}

export interface PartnerTie {
  readonly partnerId: string
  readonly partnerName: string
  readonly isRelated: boolean
  readonly services: readonly string[]
}

/** With whom the customer has something to do now, in the order in which their rows are held. */
export async function tiesToEnd(trx: Transaction, customerId: string): Promise<PartnerTie[]> {
  const { rows } = await sql<{ partner_id: string; name: string; is_related: boolean; services: string[] }>`
    select t.id as partner_id, t.name,
      exists (select from reseller_relationships r where r.partner_id = t.id and r.customer_id = ${customerId}::uuid and r.ended_at is null) as is_related,
      array(select g.service from delegated_admin_privileges g where g.partner_id = t.id and g.customer_id = ${customerId}::uuid and g.ended_at is null order by g.service) as services
    from tenants t
    where t.id in (
      select r.partner_id from reseller_relationships r where r.customer_id = ${customerId}::uuid and r.ended_at is null
      union select g.partner_id from delegated_admin_privileges g where g.customer_id = ${customerId}::uuid and g.ended_at is null)
    order by t.id`.execute(trx)
  return rows.map((row) => ({ partnerId: row.partner_id, partnerName: row.name, isRelated: row.is_related, services: row.services }))
}

/** With how many customers a partner has something to do now. */
export async function customersInTheWay(trx: Transaction, partnerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select r.customer_id from reseller_relationships r where r.partner_id = ${partnerId}::uuid and r.ended_at is null
      union select g.customer_id from delegated_admin_privileges g where g.partner_id = ${partnerId}::uuid and g.ended_at is null) ties`.execute(trx)
  return rows[0]!.count
}

export interface PartnershipTie {
  readonly id: string
  readonly partnerName: string
}

/** Whom a partner works with as provider or reseller now: how many there are, and the first of them by name. */
export async function partnershipsInTheWay(trx: Transaction, partnerId: string, most: number): Promise<{ readonly count: number; readonly first: readonly PartnershipTie[] }> {
  const { rows } = await sql<{ id: string; name: string; count: number }>`
    select p.id, t.name, (count(*) over ())::int as count from partnerships p
    join tenants t on t.id = case when p.provider_id = ${partnerId}::uuid then p.reseller_id else p.provider_id end
    where p.status = 'active' and (p.provider_id = ${partnerId}::uuid or p.reseller_id = ${partnerId}::uuid)
    order by t.name, p.id limit ${most}`.execute(trx)
  return { count: rows[0]?.count ?? 0, first: rows.map(({ id, name }) => ({ id, partnerName: name })) }
}

/** Who could sign in until now. */
export async function countPeople(trx: Transaction, tenantId: string): Promise<number> {
  const row = await trx
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('status', 'in', ['invited', 'active', 'disabled'])
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The tenant itself, its sessions, and what its partners' lists say of it; gives back how many sessions ended. */
export async function markClosed(trx: Transaction, tenantId: string, now: Date): Promise<number> {
  await trx
    .updateTable('tenants')
    .set((row) => ({ status: 'closed', closed_at: now, version: row('version', '+', 1) }))
    .where('id', '=', tenantId)
    .execute()
  // Where it stood for what was known from elsewhere alone, nothing is left to say.
  await trx.deleteFrom('customer_accounts').where('customer_id', '=', tenantId).where('ended_at', 'is', null).where(sql<boolean>`cardinality(channels) = 0`).execute()
  await trx.updateTable('customer_accounts').set({ customer_closed_at: now }).where('customer_id', '=', tenantId).execute()
  const { numUpdatedRows } = await trx.updateTable('sessions').set({ ended_at: now }).where('tenant_id', '=', tenantId).where('ended_at', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}
