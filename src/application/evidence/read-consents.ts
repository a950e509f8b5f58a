import type { AnswerEvidence, EndRequestEvidence, HandOverEvidence, PrivilegeEvidence, RelationshipEvidence } from '../../domain/evidence.ts'
import { answersOf, endsAskedBy, handOversAnsweredBy, type EvidencePage, privilegesGrantedBy, relationshipsAgreedBy } from '../../store/evidence-store.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'
import { evidenceNames } from './evidence-names.ts'
import type { EvidenceFile, ReadEntries } from './read-part.ts'

export async function readAnswers(work: Work, page: EvidencePage, { language }: EvidenceFile): Promise<ReadEntries<AnswerEvidence>> {
  const rows = await answersOf(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.answered_by), partners: rows.flatMap((row) => [row.partner_id, row.second_partner_id]) })
  return rows.map((row) => ({
    at: row.at,
    entry: {
      id: row.id,
      partner: names.partner(row.partner_id),
      secondPartner: names.partnerOrNull(row.second_partner_id),
      kind: row.kind,
      answer: row.status,
      services: row.services,
      serviceNames: row.services.map((id) => serviceName(work.manifest, id, language)),
      answeredAt: row.at.toISOString(),
      answeredBy: names.personOrNull(row.answered_by),
      declineReason: row.decline_reason,
    },
  }))
}

export async function readRelationships(work: Work, page: EvidencePage): Promise<ReadEntries<RelationshipEvidence>> {
  const rows = await relationshipsAgreedBy(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.ended_by), partners: rows.map((row) => row.partner_id) })
  return rows.map((row) => ({
    at: row.at,
    entry: {
      id: row.id,
      partner: names.partner(row.partner_id),
      channel: row.channel,
      origin: row.origin,
      requestId: row.request_id,
      signatureId: row.signature_id,
      startedAt: row.at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: names.personOrNull(row.ended_by),
      endStatementSha256: row.end_statement_sha256?.toString('hex') ?? null,
    },
  }))
}

export async function readPrivileges(work: Work, page: EvidencePage, { language }: EvidenceFile): Promise<ReadEntries<PrivilegeEvidence>> {
  const rows = await privilegesGrantedBy(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.flatMap((row) => [row.granted_by, row.ended_by]), partners: rows.map((row) => row.partner_id) })
  return rows.map((row) => ({
    at: row.at,
    entry: {
      id: row.id,
      partner: names.partner(row.partner_id),
      service: row.service,
      serviceName: serviceName(work.manifest, row.service, language),
      requestId: row.request_id,
      grantedAt: row.at.toISOString(),
      grantedBy: names.person(row.granted_by),
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: names.personOrNull(row.ended_by),
      endReason: row.end_reason,
    },
  }))
}

export async function readEndRequests(work: Work, page: EvidencePage): Promise<ReadEntries<EndRequestEvidence>> {
  const rows = await endsAskedBy(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.asked_by), partners: rows.map((row) => row.partner_id) })
  return rows.map((row) => ({
    at: row.at,
    entry: {
      id: row.id,
      partner: names.partner(row.partner_id),
      status: row.status,
      reason: row.reason,
      askedAt: row.at.toISOString(),
      askedBy: names.person(row.asked_by),
      answerDueAt: row.answer_due_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
    },
  }))
}

/** How the customer answered where two partners asked it to move from one to the other. */
export async function readHandOvers(work: Work, page: EvidencePage, { language }: EvidenceFile): Promise<ReadEntries<HandOverEvidence>> {
  const rows = await handOversAnsweredBy(work.trx, work.person.tenantId, page)
  const names = await evidenceNames(work, { people: rows.map((row) => row.answered_by), partners: rows.flatMap((row) => [row.from_partner_id, row.to_partner_id]) })
  return rows.map((row) => ({
    at: row.at,
    entry: {
      id: row.id,
      from: names.partner(row.from_partner_id!),
      to: names.partner(row.to_partner_id!),
      answer: row.status,
      services: row.services,
      serviceNames: row.services.map((id) => serviceName(work.manifest, id, language)),
      answeredAt: row.at.toISOString(),
      answeredBy: names.personOrNull(row.answered_by),
      declineReason: row.status === 'declined' ? row.note : null,
    },
  }))
}
