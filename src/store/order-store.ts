import { sql } from 'kysely'
import type { Charge } from '../domain/subscriptions/charges.ts'
import type { Subscription } from '../domain/subscriptions/subscription.ts'
import type { OrderStatus } from '../domain/subscriptions/transitions.ts'
import type { Transaction } from './database.ts'

export interface Order {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly status: OrderStatus
  readonly currency: string
  readonly total: bigint
  readonly createdBy: string
  readonly createdAt: Date
}

export async function insertOrder(trx: Transaction, order: Order): Promise<void> {
  await trx
    .insertInto('customer_orders')
    .values({ partner_id: order.partnerId, customer_id: order.customerId, id: order.id, status: order.status, currency: order.currency, total: order.total.toString(), created_by: order.createdBy, created_at: order.createdAt })
    .execute()
}

/** Its number, where this partner placed it. */
export async function ownOrder(trx: Transaction, partnerId: string, id: string): Promise<string | null> {
  const row = await trx.selectFrom('customer_orders').select('id').where('id', '=', id).where('partner_id', '=', partnerId).executeTakeFirst()
  return row?.id ?? null
}

/** Holds the order from the first settled line on, so that the last one closes it, whoever is last. */
export async function lockOrder(trx: Transaction, id: string): Promise<void> {
  await trx.selectFrom('customer_orders').select('id').where('id', '=', id).forUpdate().execute()
}

/** An order is complete when no line waits any more, and cancelled when nothing of it came to be. */
export async function settleOrder(trx: Transaction, id: string): Promise<void> {
  await sql`update customer_orders o set version = version + 1,
      status = case when exists (select from subscriptions s where s.order_id = o.id and s.started_at is not null) then 'completed' else 'cancelled' end
    where o.id = ${id}::uuid and o.status = 'pending' and not exists (select from subscriptions s where s.order_id = o.id and s.status = 'pending')`.execute(trx)
}

/** What the customer has or tried, "product:sku" each, through whichever partner. */
export async function ownedBy(trx: Transaction, customerId: string): Promise<{ readonly owns: string[]; readonly hadTrials: string[] }> {
  const { rows } = await sql<{ sku_number: string; is_trial: boolean; is_over: boolean }>`select * from owned_by_customer(${customerId}::uuid)`.execute(trx)
  return { owns: rows.filter(({ is_over }) => !is_over).map(({ sku_number }) => sku_number), hadTrials: rows.filter(({ is_trial }) => is_trial).map(({ sku_number }) => sku_number) }
}

export interface BuyerRow {
  readonly country: string
  readonly segment: string | null
  readonly isClosed: boolean
}

export async function findBuyer(trx: Transaction, customerId: string): Promise<BuyerRow | undefined> {
  const row = await trx.selectFrom('tenants').select(['country', 'segment', 'status']).where('id', '=', customerId).executeTakeFirst()
  return row && { country: row.country, segment: row.segment, isClosed: row.status === 'closed' }
}

/** How a reseller in partnership stands, also toward this customer; undefined where the two partners are not in partnership. */
export async function resellerStanding(trx: Transaction, resellerId: string, customerId: string) {
  const { rows } = await sql<{ is_active: boolean; has_signed: boolean; is_related: boolean }>`select * from reseller_standing(${resellerId}::uuid, ${customerId}::uuid)`.execute(trx)
  return rows[0] && { isActive: rows[0].is_active, hasSigned: rows[0].has_signed, isRelated: rows[0].is_related }
}

/** The resellers in partnership that serve this customer too: whom a line may name. */
export async function resellersOf(trx: Transaction, providerId: string, customerId: string): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from partnerships p join tenants t on t.id = p.reseller_id
    where p.provider_id = ${providerId}::uuid and p.status = 'active' and exists (select from reseller_standing(p.reseller_id, ${customerId}::uuid) s where s.is_related)
    order by t.name_key, t.id limit 200`.execute(trx)
  return rows
}

/** Appended, never changed; numbered under the lock on the subscription. */
export async function insertCharge(trx: Transaction, { partnerId, customerId, id, currency, ...sold }: Subscription, charge: Charge, personId: string): Promise<void> {
  await sql`insert into subscription_charges (partner_id, customer_id, subscription_id, number, kind, at, by_person, period_from, period_until, quantity_before, quantity_after, unit_price, currency, amount, reseller_id, product_id, sku_id, offer_name_en, offer_name_es)
    select ${partnerId}::uuid, ${customerId}::uuid, ${id}::uuid, coalesce(max(number), 0) + 1, ${charge.kind}, ${charge.at}, ${personId}::uuid, ${charge.period.from}, ${charge.period.until},
      ${charge.quantityBefore}::integer, ${charge.quantityAfter}::integer, ${charge.unitPrice.toString()}::numeric, ${currency}, ${charge.amount.toString()}::numeric,
      ${sold.resellerId}::uuid, ${sold.productId}, ${sold.skuId}, ${sold.offerName.en}, ${sold.offerName.es}
    from subscription_charges where subscription_id = ${id}::uuid`.execute(trx)
}

export interface BookedCharge extends Omit<Charge, 'period' | 'unitPrice'> {
  readonly number: number
  readonly from: Date
  readonly until: Date
}

/** What was charged and given back so far, for the seller alone [S2.7]. */
export async function chargesOf(trx: Transaction, partnerId: string, subscriptionId: string, most: number): Promise<BookedCharge[]> {
  const rows = await trx
    .selectFrom('subscription_charges')
    .select(['number', 'kind', 'at', 'period_from', 'period_until', 'quantity_before', 'quantity_after', 'amount'])
    .where('partner_id', '=', partnerId)
    .where('subscription_id', '=', subscriptionId)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as Charge['kind'],
    at: row.at,
    from: row.period_from,
    until: row.period_until,
    quantityBefore: row.quantity_before,
    quantityAfter: row.quantity_after,
    amount: BigInt(row.amount),
  }))
}
