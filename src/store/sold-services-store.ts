import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** What one partner sold of one service, with the reseller on record in front of it. */
export interface SoldService {
  readonly service: string
  readonly partnerId: string
  readonly resellerId: string | null
  /** add-ons count as subscriptions of their own */
  readonly subscriptions: number
  /** of the bases alone: who has an add-on has a seat already */
  readonly seats: number
}

/** Provisioned, and not over by the clock: what is billed and supported. */
const inForce = (now: Date) =>
  sql<boolean>`status in ('active', 'suspended') and (ends_at is null or ends_at > ${now}) and (status <> 'suspended' or deletes_at is null or deletes_at > ${now})`

/** Who sold the customer what, service by service, as far as this reader may see it; subscriptions of no service are left out. */
export async function soldServicesOf(trx: Transaction, customerId: string, now: Date): Promise<SoldService[]> {
  const rows = await trx
    .selectFrom('subscriptions')
    .select([sql<string>`service_id`.as('service'), 'partner_id', 'reseller_id'])
    .select(sql<number>`count(*)::int`.as('subscriptions'))
    .select(sql<number>`coalesce(sum(quantity) filter (where parent_id is null), 0)::int`.as('seats'))
    .where('customer_id', '=', customerId)
    .where('service_id', 'is not', null)
    .where(inForce(now))
    .groupBy(['service_id', 'partner_id', 'reseller_id'])
    .orderBy('service_id')
    .orderBy('partner_id')
    .orderBy('reseller_id')
    .execute()
  return rows.map(({ service, partner_id, reseller_id, subscriptions, seats }) => ({ service, partnerId: partner_id, resellerId: reseller_id, subscriptions, seats }))
}

/** How many customers have a service through this partner, as seller or reseller on record. */
export async function customersByService(trx: Transaction, partnerId: string, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('subscriptions')
    .select([sql<string>`service_id`.as('service'), sql<number>`count(distinct customer_id)::int`.as('customers')])
    .where((where) => where.or([where('partner_id', '=', partnerId), where('reseller_id', '=', partnerId)]))
    .where('service_id', 'is not', null)
    .where(inForce(now))
    .groupBy('service_id')
    .execute()
  return new Map(rows.map(({ service, customers }) => [service, customers]))
}
