import { createHash } from 'node:crypto'
import type { CartEvidence, HashedRow, OrderEvidence, SubscriptionEvidence } from '../../domain/evidence.ts'
import { decimalOf } from '../../domain/money/money.ts'
import type { EvidencePage } from '../../store/evidence-store.ts'
import { cartsOfPartner, ordersPlacedBy, subscriptionsOfSide } from '../../store/sales-evidence-store.ts'
import type { Work } from '../use-case.ts'
import { evidenceNames } from './evidence-names.ts'
import type { EvidenceFile, ReadEntries } from './read-part.ts'

export async function readOrders(work: Work, page: EvidencePage): Promise<ReadEntries<OrderEvidence>> {
  const rows = await ordersPlacedBy(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.created_by), partners: rows.map((row) => row.customer_id) })
  return rows.map((row) => ({
    at: row.at,
    entry: hashed({
      ...{ id: row.id, customer: names.partner(row.customer_id), status: row.status, total: decimalOf(BigInt(row.total), row.currency), currency: row.currency },
      ...{ placedAt: row.at.toISOString(), placedBy: names.person(row.created_by) },
    }),
  }))
}

/** What the seller calls it, from which order it came and what was charged is the seller's own [S2.7]. */
export async function readSubscriptions(work: Work, page: EvidencePage, { language }: EvidenceFile): Promise<ReadEntries<SubscriptionEvidence>> {
  const { tenantId } = work.person
  const rows = await subscriptionsOfSide(work.trx, tenantId, page)
  const names = await evidenceNames(work, { people: [], partners: rows.flatMap((row) => [row.partner_id, row.customer_id, row.reseller_id]) })
  return rows.map((row) => {
    const side = row.partner_id === tenantId ? 'seller' : row.customer_id === tenantId ? 'customer' : 'reseller'
    const isSeller = side === 'seller'
    return {
      at: row.at,
      entry: hashed({
        ...{ id: row.id, side, seller: names.partner(row.partner_id), customer: names.partner(row.customer_id), reseller: names.partnerOrNull(row.reseller_id) },
        ...{ orderId: isSeller ? row.order_id : null, replacesId: side === 'reseller' ? null : row.replaces_id, parentId: side === 'reseller' ? null : row.parent_id, catalogItemId: `${row.product_id}:${row.sku_id}:${row.availability_id}` },
        ...{ offerName: language === 'es' ? row.offer_name_es : row.offer_name_en, friendlyName: isSeller ? row.friendly_name : null, term: row.term, billingCycle: row.billing_cycle },
        ...{ quantity: row.quantity, status: row.status, orderedAt: row.at.toISOString(), startedAt: row.started_at?.toISOString() ?? null },
        ...{ endedAt: row.ended_at?.toISOString() ?? null, endedBecause: row.ended_because },
        ...{ charged: isSeller ? decimalOf(BigInt(row.charged), row.currency) : null, currency: isSeller ? row.currency : null },
      }),
    }
  })
}

export async function readCarts(work: Work, page: EvidencePage): Promise<ReadEntries<CartEvidence>> {
  const rows = await cartsOfPartner(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.flatMap((row) => [row.created_by, row.changed_by]), partners: rows.map((row) => row.customer_id) })
  return rows.map((row) => ({
    at: row.at,
    entry: hashed({
      ...{ id: row.id, customer: names.partner(row.customer_id), status: row.status, orderId: row.order_id },
      lines: row.lines.map(({ catalogItemId, term, billingCycle, quantity, friendlyName }) => ({ catalogItemId, term, billingCycle, quantity, friendlyName })),
      ...{ createdAt: row.at.toISOString(), createdBy: names.person(row.created_by), changedAt: row.changed_at.toISOString(), changedBy: names.person(row.changed_by) },
    }),
  }))
}

export function hashed<Row extends object>(row: Row): Row & HashedRow {
  return { ...row, sha256: createHash('sha256').update(JSON.stringify(row)).digest('hex') }
}
