import { type Selectable, sql } from 'kysely'
import type { Period } from '../domain/catalogue/terms.ts'
import { DomainError } from '../domain/errors.ts'
import type { OwnPurchase } from '../domain/own-purchases/own-purchase.ts'
import type { PurchasePermission } from '../domain/own-purchases/purchase-permission.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import type { OwnPurchases } from './schema.generated.ts'

export async function insertPurchase(trx: Transaction, purchase: OwnPurchase): Promise<void> {
  await trx
    .insertInto('own_purchases')
    .values({
      ...{ partner_id: purchase.partnerId, customer_id: purchase.customerId, id: purchase.id, permission_id: purchase.permissionId, kind: purchase.kind },
      ...{ cloud: purchase.cloud, product_id: purchase.productId, sku_id: purchase.skuId, availability_id: purchase.availabilityId },
      ...{ term: purchase.term, billing_cycle: purchase.billingCycle, offer_name_en: purchase.offerName.en, offer_name_es: purchase.offerName.es },
      ...{ friendly_name: purchase.friendlyName, quantity: purchase.quantity, currency: purchase.currency },
      ...{ unit_price: purchase.unitPrice.toString(), total: purchase.total.toString(), committed: purchase.committed.toString() },
      ...{ asked_by: purchase.askedBy, asked_at: purchase.askedAt, ...changing(purchase) },
    })
    .execute()
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function savePurchase(trx: Transaction, next: OwnPurchase): Promise<OwnPurchase> {
  const { numUpdatedRows } = await trx.updateTable('own_purchases').set({ ...changing(next), version: next.version + 1 }).where('id', '=', next.id).where('version', '=', next.version).executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The purchase changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** One of this customer that the reader may see. */
export async function findPurchase(trx: Transaction, customerId: string, id: string): Promise<OwnPurchase> {
  const row = await trx.selectFrom('own_purchases').select(columns).where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such purchase.')
  return fromRow(row)
}

/** The same, held for the act. */
export async function lockPurchase(trx: Transaction, customerId: string, id: string): Promise<OwnPurchase> {
  const row = await trx.selectFrom('own_purchases').select(columns).where('customer_id', '=', customerId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such purchase.')
  return fromRow(row)
}

/** What waits for the partner's yes under a permission, held in one order. */
export async function lockAwaiting(trx: Transaction, permissionId: string): Promise<OwnPurchase[]> {
  const rows = await trx.selectFrom('own_purchases').select(columns).where('permission_id', '=', permissionId).where('status', '=', 'awaitingApproval').orderBy('id').forUpdate().execute()
  return rows.map(fromRow)
}

/** What was bought and what waits, of one kind and month, over whole terms; an order of which nothing came to be counts no more. Read as the seller. */
export async function spentIn(trx: Transaction, { partnerId, customerId, kind }: Pick<PurchasePermission, 'partnerId' | 'customerId' | 'kind'>, { from, until }: Period): Promise<bigint> {
  const { rows } = await sql<{ spent: string }>`
    select coalesce(sum(p.committed), 0)::text as spent from own_purchases p left join customer_orders o on o.id = p.order_id
    where p.partner_id = ${partnerId}::uuid and p.customer_id = ${customerId}::uuid and p.kind = ${kind} and p.asked_at >= ${from} and p.asked_at < ${until}
      and p.status in ('awaitingApproval', 'ordered') and o.status is distinct from 'cancelled'`.execute(trx)
  return BigInt(rows[0]!.spent)
}

export interface ListedPurchase {
  readonly purchase: OwnPurchase
  readonly keys: readonly [askedAt: string, id: string]
}

interface PageWanted {
  readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined
  readonly most: number
}

/** What a customer bought itself, latest first: all, or what it bought through one partner. */
export async function purchasesOf(trx: Transaction, customerId: string, partnerId: string | undefined, { start, most }: PageWanted): Promise<ListedPurchase[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('own_purchases')
    .select(columns)
    .select(microseconds('asked_at').as('asked_key'))
    .where('customer_id', '=', customerId)
    .$if(partnerId !== undefined, (one) => one.where('partner_id', '=', partnerId!))
    .orderBy('asked_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [askedAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(asked_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${askedAt}::timestamptz, ${id}::uuid)`)
  }
  return (await query.execute()).map((row) => ({ purchase: fromRow(row), keys: [row.asked_key, row.id] }))
}

/** Whether an order of this partner came from what it lets the customer buy itself. */
export async function isOwnPurchase(trx: Transaction, partnerId: string, customerId: string, orderId: string): Promise<boolean> {
  const row = await trx.selectFrom('own_purchases').select('id').where('partner_id', '=', partnerId).where('customer_id', '=', customerId).where('order_id', '=', orderId).executeTakeFirst()
  return row !== undefined
}

export interface BoughtSubscription {
  readonly id: string
  readonly status: string
  readonly endsAt: Date | null
}

/** What became of each order, by its number, as far as the reader may see it. */
export async function subscriptionsOfOrders(trx: Transaction, orderIds: readonly string[]): Promise<ReadonlyMap<string, BoughtSubscription>> {
  if (orderIds.length === 0) return new Map()
  const rows = await trx.selectFrom('subscriptions').select(['id', 'order_id', 'status', 'ends_at', 'ended_because']).where('order_id', 'in', [...orderIds]).execute()
  return new Map(rows.map((row) => [row.order_id, { id: row.id, status: row.ended_because === 'notProvisioned' ? 'notProvisioned' : row.status, endsAt: row.ends_at }]))
}

function changing(purchase: OwnPurchase) {
  return { status: purchase.status, answered_by: purchase.answeredBy, answered_at: purchase.answeredAt, note: purchase.note, order_id: purchase.orderId }
}

const columns = [
  ...(['partner_id', 'customer_id', 'id', 'permission_id', 'kind', 'cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle'] as const),
  ...(['offer_name_en', 'offer_name_es', 'friendly_name', 'quantity', 'currency', 'unit_price', 'total', 'committed', 'status'] as const),
  ...(['asked_by', 'asked_at', 'answered_by', 'answered_at', 'note', 'order_id', 'version'] as const),
] as const

function fromRow(row: Pick<Selectable<OwnPurchases>, (typeof columns)[number]>): OwnPurchase {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, id: row.id, permissionId: row.permission_id, kind: row.kind as OwnPurchase['kind'] },
    ...{ cloud: row.cloud, productId: row.product_id, skuId: row.sku_id, availabilityId: row.availability_id },
    ...{ term: row.term as OwnPurchase['term'], billingCycle: row.billing_cycle as OwnPurchase['billingCycle'] },
    ...{ offerName: { en: row.offer_name_en, es: row.offer_name_es }, friendlyName: row.friendly_name, quantity: row.quantity },
    ...{ currency: row.currency, unitPrice: BigInt(row.unit_price), total: BigInt(row.total), committed: BigInt(row.committed) },
    ...{ status: row.status as OwnPurchase['status'], askedBy: row.asked_by, askedAt: row.asked_at },
    ...{ answeredBy: row.answered_by, answeredAt: row.answered_at, note: row.note, orderId: row.order_id, version: row.version },
  }
}
