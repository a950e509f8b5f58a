import type { Selectable } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Subscription } from '../domain/subscriptions/subscription.ts'
import type { Transaction } from './database.ts'
import type { Subscriptions } from './schema.generated.ts'

export async function insertSubscription(trx: Transaction, subscription: Subscription): Promise<void> {
  await trx
    .insertInto('subscriptions')
    .values({
      ...{ partner_id: subscription.partnerId, customer_id: subscription.customerId, id: subscription.id, order_id: subscription.orderId, line_number: subscription.lineNumber },
      ...{ cloud: subscription.cloud, product_id: subscription.productId, sku_id: subscription.skuId, availability_id: subscription.availabilityId },
      replaces_id: subscription.replacesId,
      term: subscription.term,
      billing_cycle: subscription.billingCycle,
      generation: subscription.generation,
      service_id: subscription.serviceId,
      is_trial: subscription.isTrial,
      offer_name_en: subscription.offerName.en,
      offer_name_es: subscription.offerName.es,
      min_quantity: subscription.minQuantity,
      max_quantity: subscription.maxQuantity,
      currency: subscription.currency,
      unit_price: subscription.unitPrice.toString(),
      created_by: subscription.createdBy,
      created_at: subscription.createdAt,
      ...changing(subscription),
    })
    .execute()
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveSubscription(trx: Transaction, next: Subscription): Promise<Subscription> {
  const { numUpdatedRows } = await trx
    .updateTable('subscriptions')
    .set({ ...changing(next), version: next.version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The subscription changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** Booking a cycle is no change of the subscription: its version stays. */
export async function saveBilledUntil(trx: Transaction, id: string, billedUntil: Date | null): Promise<void> {
  await trx.updateTable('subscriptions').set({ billed_until: billedUntil }).where('id', '=', id).execute()
}

/** To whom it is sold on; the order it came from stays with whoever sold it first. */
export async function saveSeller(trx: Transaction, next: Subscription): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('subscriptions')
    .set({ partner_id: next.partnerId, reseller_id: next.resellerId, version: next.version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The subscription changed meanwhile.')
}

function changing(subscription: Subscription) {
  return {
    reseller_id: subscription.resellerId,
    parent_id: subscription.parentId,
    friendly_name: subscription.friendlyName,
    quantity: subscription.quantity,
    status: subscription.status,
    auto_renew: subscription.autoRenew,
    started_at: subscription.startedAt,
    billed_until: subscription.billedUntil,
    ends_at: subscription.endsAt,
    suspended_at: subscription.suspendedAt,
    suspended_because: subscription.suspendedBecause,
    deletes_at: subscription.deletesAt,
    ended_at: subscription.endedAt,
    ended_because: subscription.endedBecause,
    end_note: subscription.endNote,
  }
}

/** One of this customer, sold by whom ever; undefined where this reader may not see it. */
export async function findSubscription(trx: Transaction, customerId: string, id: string): Promise<Subscription | undefined> {
  const row = await of(trx, customerId).where('id', '=', id).executeTakeFirst()
  return row && subscriptionFromRow(row)
}

/** The same, held for the act. Only the seller's own can be held: others are not theirs to write. */
export async function lockSubscription(trx: Transaction, customerId: string, id: string): Promise<Subscription | undefined> {
  const row = await of(trx, customerId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && subscriptionFromRow(row)
}

/** Held for whoever builds on it: suspending the base waits for the add-on, or is seen by it. */
export async function holdSubscription(trx: Transaction, customerId: string, id: string): Promise<Subscription | undefined> {
  const row = await of(trx, customerId).where('id', '=', id).forShare().executeTakeFirst()
  return row && subscriptionFromRow(row)
}

/** The living add-ons of a base, held; in one order, so that two acts queue up. */
export async function lockAddOns(trx: Transaction, baseId: string): Promise<Subscription[]> {
  const rows = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('parent_id', '=', baseId).where('status', '<>', 'deleted').orderBy('id').forUpdate().execute()
  return rows.map(subscriptionFromRow)
}

export async function livingAddOns(trx: Transaction, baseId: string): Promise<Subscription[]> {
  const rows = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('parent_id', '=', baseId).where('status', '<>', 'deleted').execute()
  return rows.map(subscriptionFromRow)
}

/** Whether something is ordered in its place already. */
export async function hasWaitingConversion(trx: Transaction, id: string): Promise<boolean> {
  const row = await trx.selectFrom('subscriptions').select('id').where('replaces_id', '=', id).where('status', '=', 'pending').executeTakeFirst()
  return row !== undefined
}

/** The operator's or the product's own view: of any customer. */
export async function lockAnySubscription(trx: Transaction, id: string): Promise<Subscription | undefined> {
  const row = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && subscriptionFromRow(row)
}

function of(trx: Transaction, customerId: string) {
  return trx.selectFrom('subscriptions').select(subscriptionColumns).where('customer_id', '=', customerId)
}

export const subscriptionColumns = [
  ...(['partner_id', 'customer_id', 'id', 'order_id', 'line_number', 'parent_id', 'replaces_id', 'reseller_id'] as const),
  ...(['cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle', 'generation', 'service_id', 'is_trial'] as const),
  ...(['offer_name_en', 'offer_name_es', 'friendly_name', 'quantity', 'min_quantity', 'max_quantity', 'currency', 'unit_price'] as const),
  ...(['status', 'auto_renew', 'created_by', 'created_at', 'started_at', 'billed_until', 'ends_at', 'suspended_at', 'suspended_because'] as const),
  ...(['deletes_at', 'ended_at', 'ended_because', 'end_note', 'version'] as const),
] as const satisfies readonly (keyof Subscriptions)[]

export function subscriptionFromRow(row: Pick<Selectable<Subscriptions>, (typeof subscriptionColumns)[number]>): Subscription {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, id: row.id, orderId: row.order_id, lineNumber: row.line_number },
    ...{ parentId: row.parent_id, replacesId: row.replaces_id, resellerId: row.reseller_id, cloud: row.cloud, productId: row.product_id, skuId: row.sku_id, availabilityId: row.availability_id },
    term: row.term as Subscription['term'],
    billingCycle: row.billing_cycle as Subscription['billingCycle'],
    generation: row.generation as Subscription['generation'],
    serviceId: row.service_id,
    isTrial: row.is_trial,
    offerName: { en: row.offer_name_en, es: row.offer_name_es },
    friendlyName: row.friendly_name,
    ...{ quantity: row.quantity, minQuantity: row.min_quantity, maxQuantity: row.max_quantity },
    ...{ currency: row.currency, unitPrice: BigInt(row.unit_price) },
    status: row.status as Subscription['status'],
    autoRenew: row.auto_renew,
    ...{ createdBy: row.created_by, createdAt: row.created_at, startedAt: row.started_at, billedUntil: row.billed_until, endsAt: row.ends_at },
    suspendedAt: row.suspended_at,
    suspendedBecause: row.suspended_because as Subscription['suspendedBecause'],
    deletesAt: row.deletes_at,
    endedAt: row.ended_at,
    endedBecause: row.ended_because as Subscription['endedBecause'],
    endNote: row.end_note,
    version: row.version,
  }
}
