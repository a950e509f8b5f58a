import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { UsagePlan, UsageSubscription } from '../domain/usage/usage-subscription.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import type { UsageSubscriptions } from './schema.generated.ts'

export async function insertUsage(trx: Transaction, usage: UsageSubscription): Promise<void> {
  await trx
    .insertInto('usage_subscriptions')
    .values({ partner_id: usage.partnerId, customer_id: usage.customerId, id: usage.id, plan_id: usage.planId, created_by: usage.createdBy, created_at: usage.createdAt, ...changing(usage) })
    .execute()
}

/** Writes what may change. Somebody else's change in between is refused, however it came about. */
export async function saveUsage(trx: Transaction, next: UsageSubscription): Promise<UsageSubscription> {
  const { numUpdatedRows } = await trx
    .updateTable('usage_subscriptions')
    .set({ ...changing(next), version: next.version + 1 })
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The usage subscription changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

function changing(usage: UsageSubscription) {
  return { name: usage.name, status: usage.status, suspended_at: usage.suspendedAt, cancelled_at: usage.cancelledAt }
}

/** One of this customer; undefined where this reader neither sold its plan nor is its owner nor the customer. */
export async function findUsage(trx: Transaction, customerId: string, id: string): Promise<UsageSubscription | undefined> {
  const row = await trx.selectFrom('usage_subscriptions').select(columns).where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The same, held for the act. */
export async function lockUsage(trx: Transaction, customerId: string, id: string): Promise<UsageSubscription> {
  const row = await trx.selectFrom('usage_subscriptions').select(columns).where('customer_id', '=', customerId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such usage subscription.')
  return fromRow(row)
}

export interface ListedUsage {
  readonly usage: UsageSubscription
  readonly keys: readonly [createdAt: string, id: string]
}

interface PageWanted {
  readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined
  readonly most: number
}

/** What this reader may see of a customer's, latest first. */
export async function usageOfCustomer(trx: Transaction, customerId: string, { start, most }: PageWanted): Promise<ListedUsage[]> {
  const falls = !start?.backwards
  let query = trx
    .selectFrom('usage_subscriptions')
    .select(columns)
    .select(microseconds('created_at').as('created_key'))
    .where('customer_id', '=', customerId)
    .orderBy('created_at', falls ? 'desc' : 'asc')
    .orderBy('id', falls ? 'desc' : 'asc')
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(falls ? '<' : '>')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  return (await query.execute()).map((row) => ({ usage: fromRow(row), keys: [row.created_key, row.id] }))
}

/** The plans under all that this reader may see of a customer's, by their id. */
export async function usagePlansOf(trx: Transaction, customerId: string): Promise<ReadonlyMap<string, UsagePlan>> {
  const { rows } = await sql<{ plan_id: string; status: UsagePlan['status']; deletes_at: Date | null; ends_at: Date | null; offer_name_en: string; offer_name_es: string; friendly_name: string | null }>`
    select * from usage_plans(${customerId}::uuid)`.execute(trx)
  return new Map(rows.map((row) => [row.plan_id, { id: row.plan_id, name: { en: row.offer_name_en, es: row.offer_name_es }, friendlyName: row.friendly_name, status: row.status, deletesAt: row.deletes_at, endsAt: row.ends_at }]))
}

/** Whether a product is sold by what is used. */
export async function isUsageProduct(trx: Transaction, cloud: string, productId: string): Promise<boolean> {
  const row = await trx.selectFrom('catalogue_products').select('product_type').where('cloud', '=', cloud).where('id', '=', productId).executeTakeFirst()
  return row?.product_type === 'usage'
}

export interface PlanToProvision {
  readonly id: string
  readonly name: { readonly en: string; readonly es: string }
  readonly friendlyName: string | null
  readonly resellerId: string | null
}

/** The active usage plans that this partner sold to the customer: under what it may provision. */
export async function plansToProvision(trx: Transaction, { partnerId, customerId, now }: { readonly partnerId: string; readonly customerId: string; readonly now: Date }): Promise<PlanToProvision[]> {
  const rows = await trx
    .selectFrom('subscriptions as s')
    .innerJoin('catalogue_products as p', (join) => join.onRef('p.cloud', '=', 's.cloud').onRef('p.id', '=', 's.product_id'))
    .select(['s.id', 's.offer_name_en', 's.offer_name_es', 's.friendly_name', 's.reseller_id'])
    .where('s.partner_id', '=', partnerId)
    .where('s.customer_id', '=', customerId)
    .where('s.status', '=', 'active')
    .where('p.product_type', '=', 'usage')
    .where((where) => where.or([where('s.ends_at', 'is', null), where('s.ends_at', '>', now)]))
    .orderBy('s.created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ id: row.id, name: { en: row.offer_name_en, es: row.offer_name_es }, friendlyName: row.friendly_name, resellerId: row.reseller_id }))
}

const columns = ['partner_id', 'customer_id', 'id', 'plan_id', 'name', 'status', 'created_by', 'created_at', 'suspended_at', 'cancelled_at', 'version'] as const

function fromRow(row: Pick<Selectable<UsageSubscriptions>, (typeof columns)[number]>): UsageSubscription {
  return {
    ...{ partnerId: row.partner_id, customerId: row.customer_id, id: row.id, planId: row.plan_id, name: row.name },
    status: row.status as UsageSubscription['status'],
    ...{ createdBy: row.created_by, createdAt: row.created_at, suspendedAt: row.suspended_at, cancelledAt: row.cancelled_at, version: row.version },
  }
}
