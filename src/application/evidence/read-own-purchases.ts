import type { OwnPurchaseEvidence, PurchasePermissionEvidence } from '../../domain/evidence.ts'
import { decimalOf } from '../../domain/money/money.ts'
import type { EvidencePage } from '../../store/evidence-store.ts'
import { ownPurchasesOfSide, purchasePermissionsOfSide } from '../../store/sales-evidence-store.ts'
import type { Work } from '../use-case.ts'
import { evidenceNames } from './evidence-names.ts'
import type { EvidenceFile, ReadEntries } from './read-part.ts'
import { hashed } from './read-sales.ts'

export async function readPurchasePermissions(work: Work, page: EvidencePage): Promise<ReadEntries<PurchasePermissionEvidence>> {
  const rows = await purchasePermissionsOfSide(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.created_by), partners: rows.flatMap((row) => [row.partner_id, row.customer_id]) })
  const limit = (amount: string | null, currency: string | null) => (amount === null ? null : decimalOf(BigInt(amount), currency!))
  return rows.map((row) => ({
    at: row.at,
    entry: hashed({
      ...{ id: row.id, partner: names.partner(row.partner_id), customer: names.partner(row.customer_id), kind: row.kind },
      ...{ mostEach: limit(row.most_each, row.currency), mostMonthly: limit(row.most_monthly, row.currency), currency: row.currency, needsApproval: row.needs_approval },
      ...{ givenAt: row.at.toISOString(), givenBy: names.person(row.created_by), endedAt: row.ended_at?.toISOString() ?? null, endedBecause: row.ended_because },
    }),
  }))
}

export async function readOwnPurchases(work: Work, page: EvidencePage, { language }: EvidenceFile): Promise<ReadEntries<OwnPurchaseEvidence>> {
  const rows = await ownPurchasesOfSide(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.flatMap((row) => [row.asked_by, ...(row.answered_by === null ? [] : [row.answered_by])]), partners: rows.flatMap((row) => [row.partner_id, row.customer_id]) })
  return rows.map((row) => ({
    at: row.at,
    entry: hashed({
      ...{ id: row.id, partner: names.partner(row.partner_id), customer: names.partner(row.customer_id), permissionId: row.permission_id, catalogItemId: `${row.product_id}:${row.sku_id}:${row.availability_id}` },
      ...{ offerName: language === 'es' ? row.offer_name_es : row.offer_name_en, term: row.term, billingCycle: row.billing_cycle, quantity: row.quantity },
      ...{ total: decimalOf(BigInt(row.total), row.currency), committed: decimalOf(BigInt(row.committed), row.currency), currency: row.currency, status: row.status },
      ...{ askedAt: row.at.toISOString(), askedBy: names.person(row.asked_by), answeredAt: row.answered_at?.toISOString() ?? null },
      ...{ answeredBy: row.answered_by === null ? null : names.person(row.answered_by), declineReason: row.note },
    }),
  }))
}
