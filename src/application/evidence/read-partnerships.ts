import type { PartnershipEvidence } from '../../domain/evidence.ts'
import { type EvidencePage, partnershipsAnswered } from '../../store/evidence-store.ts'
import type { Work } from '../use-case.ts'
import { evidenceNames } from './evidence-names.ts'
import type { ReadEntries } from './read-part.ts'

export async function readPartnerships(work: Work, page: EvidencePage): Promise<ReadEntries<PartnershipEvidence>> {
  const { tenantId } = work.person
  const rows = await partnershipsAnswered(work.trx, tenantId, page)
  const sides = rows.map((row) => (row.provider_id === tenantId ? { side: 'provider', other: row.reseller_id! } : { side: 'reseller', other: row.provider_id }))
  const names = await evidenceNames(work, { people: rows.flatMap((row) => [row.answered_by, row.ended_by]), partners: sides.map(({ other }) => other) })
  return rows.map((row, place) => ({
    at: row.at,
    entry: {
      id: row.id,
      partner: names.partner(sides[place]!.other),
      side: sides[place]!.side,
      answer: row.status === 'declined' ? 'declined' : 'authorized',
      answeredAt: row.at.toISOString(),
      answeredBy: names.personOrNull(row.answered_by),
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: names.personOrNull(row.ended_by),
      endReason: row.ended_by_tenant === tenantId ? row.end_reason : null,
      endStatementSha256: row.end_statement_sha256?.toString('hex') ?? null,
    },
  }))
}
