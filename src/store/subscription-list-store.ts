import { sql } from 'kysely'
import type { Subscription } from '../domain/subscriptions/subscription.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import { subscriptionColumns, subscriptionFromRow } from './subscription-store.ts'

interface PageWanted {
  readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined
  readonly most: number
}

export interface ListedSubscription {
  readonly subscription: Subscription
  readonly keys: readonly [createdAt: string, id: string]
}

/** A customer's subscriptions as far as this reader may see them, latest first. */
export async function subscriptionsOfCustomer(trx: Transaction, customerId: string, { start, most }: PageWanted): Promise<ListedSubscription[]> {
  return listed(trx, { start, most, latestFirst: true }, sql<boolean>`customer_id = ${customerId}::uuid`)
}

/** The same, whole. */
export async function allSubscriptionsOfCustomer(trx: Transaction, customerId: string, most: number): Promise<Subscription[]> {
  return (await subscriptionsOfCustomer(trx, customerId, { start: undefined, most })).map(({ subscription }) => subscription)
}

/** What waits to be provisioned, the oldest first, of every partner; for the operator. */
export async function subscriptionsToProvision(trx: Transaction, { start, most }: PageWanted): Promise<ListedSubscription[]> {
  return listed(trx, { start, most, latestFirst: false }, sql<boolean>`status = 'pending'`)
}

async function listed(trx: Transaction, { start, most, latestFirst }: PageWanted & { readonly latestFirst: boolean }, which: ReturnType<typeof sql<boolean>>): Promise<ListedSubscription[]> {
  const falls = latestFirst !== (start?.backwards ?? false)
  let query = trx
    .selectFrom('subscriptions')
    .select(subscriptionColumns)
    .select(microseconds('created_at').as('created_key'))
    .where(which)
    .orderBy('created_at', falls ? 'desc' : 'asc')
    .orderBy('id', falls ? 'desc' : 'asc')
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(falls ? '<' : '>')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({ subscription: subscriptionFromRow(row), keys: [row.created_key, row.id] }))
}

/** Those of one order, in the order of its lines. */
export async function subscriptionsOfOrder(trx: Transaction, orderId: string): Promise<Subscription[]> {
  const rows = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('order_id', '=', orderId).orderBy('line_number').execute()
  return rows.map(subscriptionFromRow)
}

/** The living ones that this partner sold to the customer or is on record for. */
export async function livingSubscriptionsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<Subscription[]> {
  const rows = await trx
    .selectFrom('subscriptions')
    .select(subscriptionColumns)
    .where('customer_id', '=', customerId)
    .where((where) => where.or([where('partner_id', '=', partnerId), where('reseller_id', '=', partnerId)]))
    .where('status', '<>', 'deleted')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(subscriptionFromRow)
}

/** What a customer has now, by name, for its own page. */
export async function livingSubscriptionsOf(trx: Transaction, customerId: string, most: number): Promise<Subscription[]> {
  const rows = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('customer_id', '=', customerId).where('status', '<>', 'deleted').orderBy('offer_name_en').orderBy('id').limit(most).execute()
  return rows.map(subscriptionFromRow)
}

/** The living ones of a customer, whoever sold them, held in one order; for closing its organization. */
export async function lockLivingSubscriptions(trx: Transaction, customerId: string): Promise<Subscription[]> {
  const rows = await trx.selectFrom('subscriptions').select(subscriptionColumns).where('customer_id', '=', customerId).where('status', '<>', 'deleted').orderBy('id').forUpdate().execute()
  return rows.map(subscriptionFromRow)
}

/** How many of them there are. */
export async function countLivingSubscriptions(trx: Transaction, customerId: string, now: Date): Promise<number> {
  const row = await trx
    .selectFrom('subscriptions')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('customer_id', '=', customerId)
    .where('status', '<>', 'deleted')
    .where(sql<boolean>`(status = 'pending' or ends_at is null or ends_at > ${now}) and (status <> 'suspended' or deletes_at is null or deletes_at > ${now})`)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Whose last moment has passed, of any partner; for the schedule. Others under way are skipped, not waited for. */
export async function lockDueSubscriptions(trx: Transaction, now: Date, most: number): Promise<Subscription[]> {
  const rows = await trx
    .selectFrom('subscriptions')
    .select(subscriptionColumns)
    .where(sql<boolean>`status in ('active', 'suspended') and (coalesce(deletes_at, ends_at) <= ${now} or ends_at <= ${now})`)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(subscriptionFromRow)
}

/** Paid until a moment that has passed, and going on from there; for the schedule. `unbilled`: generations that are not billed while suspended. */
export async function lockSubscriptionsToBill(trx: Transaction, { now, unbilled, most }: { readonly now: Date; readonly unbilled: readonly string[]; readonly most: number }): Promise<Subscription[]> {
  const rows = await trx
    .selectFrom('subscriptions')
    .select(subscriptionColumns)
    .where(isDue(now, unbilled))
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(subscriptionFromRow)
}

/** The same of one seller and customer: whether a cycle that began before then is not in the ledger yet. */
export async function hasUnbookedCycles(trx: Transaction, { partnerId, customerId }: { readonly partnerId: string; readonly customerId: string }, { now, unbilled }: { readonly now: Date; readonly unbilled: readonly string[] }): Promise<boolean> {
  const row = await trx.selectFrom('subscriptions').select('id').where('partner_id', '=', partnerId).where('customer_id', '=', customerId).where(isDue(now, unbilled)).limit(1).executeTakeFirst()
  return row !== undefined
}

/** What domain/subscriptions/cycles.ts would find due. */
function isDue(now: Date, unbilled: readonly string[]) {
  return sql<boolean>`status in ('active', 'suspended') and billed_until <= ${now} and (ends_at is null or ends_at > billed_until) and (status = 'active' or deletes_at is null or deletes_at > billed_until)
    and not (status = 'suspended' and generation = any(${[...unbilled]}::text[]))`
}
