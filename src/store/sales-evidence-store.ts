import { type SqlBool, sql } from 'kysely'
import type { CartLine } from '../domain/carts/cart.ts'
import type { Transaction } from './database.ts'
import type { EvidencePage, EvidenceStart } from './evidence-store.ts'

/** What this partner ordered, oldest first. */
export function ordersPlacedBy(trx: Transaction, partnerId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('customer_orders')
    .select(['id', 'customer_id', 'status', 'currency', 'total', 'created_by'])
    .select(sql<Date>`created_at`.as('at'))
    .where('partner_id', '=', partnerId)
    .$if(after !== undefined, (query) => query.where(later(after!)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What the organization sold, has, or is on record for as reseller; what it was charged as seller beside each. */
export function subscriptionsOfSide(trx: Transaction, tenantId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('subscriptions')
    .select(['id', 'partner_id', 'customer_id', 'reseller_id', 'order_id', 'replaces_id', 'parent_id', 'product_id', 'sku_id', 'availability_id', 'offer_name_en', 'offer_name_es'])
    .select(['friendly_name', 'term', 'billing_cycle', 'quantity', 'status', 'started_at', 'ended_at', 'ended_because', 'currency'])
    .select(sql<Date>`created_at`.as('at'))
    .select(
      sql<string>`(select coalesce(sum(c.amount), 0)::text from subscription_charges c
        where c.partner_id = ${tenantId}::uuid and c.customer_id = subscriptions.customer_id and c.subscription_id = subscriptions.id)`.as('charged'),
    )
    .where((or) => or.or([or('partner_id', '=', tenantId), or('customer_id', '=', tenantId), or('reseller_id', '=', tenantId)]))
    .$if(after !== undefined, (query) => query.where(later(after!)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What this partner has open, expired by the clock or not, and what it ordered from a cart. */
export async function cartsOfPartner(trx: Transaction, partnerId: string, { after, most }: EvidencePage) {
  const rows = await trx
    .selectFrom('customer_carts')
    .select(['id', 'customer_id', 'status', 'order_id', 'lines', 'created_by', 'changed_by', 'changed_at'])
    .select(sql<Date>`created_at`.as('at'))
    .where('partner_id', '=', partnerId)
    .$if(after !== undefined, (query) => query.where(later(after!)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, lines: row.lines as unknown as CartLine[] }))
}

/** What may be bought on it, of the partner that permits and of the customer that may. */
export function purchasePermissionsOfSide(trx: Transaction, tenantId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('purchase_permissions')
    .select(['id', 'partner_id', 'customer_id', 'kind', 'currency', 'most_each', 'most_monthly', 'needs_approval', 'created_by', 'ended_at', 'ended_because'])
    .select(sql<Date>`created_at`.as('at'))
    .where((or) => or.or([or('partner_id', '=', tenantId), or('customer_id', '=', tenantId)]))
    .$if(after !== undefined, (query) => query.where(later(after!)))
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

export function ownPurchasesOfSide(trx: Transaction, tenantId: string, { after, most }: EvidencePage) {
  return trx
    .selectFrom('own_purchases')
    .select(['id', 'partner_id', 'customer_id', 'permission_id', 'product_id', 'sku_id', 'availability_id', 'offer_name_en', 'offer_name_es', 'term', 'billing_cycle'])
    .select(['quantity', 'total', 'committed', 'currency', 'status', 'asked_by', 'answered_by', 'answered_at', 'note'])
    .select(sql<Date>`asked_at`.as('at'))
    .where((or) => or.or([or('partner_id', '=', tenantId), or('customer_id', '=', tenantId)]))
    .$if(after !== undefined, (query) => query.where(later(after!, 'asked_at')))
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

function later({ at, id }: EvidenceStart, moment: 'created_at' | 'asked_at' = 'created_at') {
  return sql<SqlBool>`(${sql.ref(moment)}, id) > (${at}::timestamptz, ${id}::uuid)`
}
