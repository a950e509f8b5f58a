import type { AgreementEvidence, AttestationEvidence } from '../../domain/evidence.ts'
import { attestationsOf } from '../../store/attestation-store.ts'
import { type EvidencePage, partnerSignatures } from '../../store/evidence-store.ts'
import { namesOfSigners } from '../../store/names-of-people.ts'
import { signedAgreements, type SignedAgreement } from '../../store/signature-store.ts'
import type { Work } from '../use-case.ts'
import { type EvidenceNames, evidenceNames } from './evidence-names.ts'
import type { ReadEntries } from './read-part.ts'

/** What was signed, oldest first: a customer's agreements, a partner's agreements with the operator, or both. */
export async function readAgreements(work: Work, { after, most }: EvidencePage): Promise<ReadEntries<AgreementEvidence>> {
  const from = after && { signedAt: after.at, id: after.id }
  const [customer, partner] = await Promise.all([
    signedAgreements(work.trx, work.person.tenantId, { most, from: { ...(from ?? { signedAt: new Date(0), id: firstId }), isBackward: true } }),
    partnerSignatures(work.trx, work.person.tenantId, { after, most }),
  ])
  const people = [...customer.map(({ personId }) => personId), ...partner.map((row) => row.person_id)]
  const [known, signers] = await Promise.all([evidenceNames(work, { people: [], partners: customer.map(({ partnerId }) => partnerId) }), namesOfSigners(work.trx, people)])
  const names = { ...known, person: (id: string) => ({ id, displayName: signers.get(id) ?? null, organization: null }) }
  const found = [...customer.map((signed) => ({ at: signed.signedAt, entry: ofCustomer(signed, names) })), ...partner.map((row) => ({ at: row.at, entry: ofPartner(row, names) }))]
  return found.sort((one, other) => one.at.getTime() - other.at.getTime() || (one.entry.id < other.entry.id ? -1 : 1)).slice(0, most)
}

function ofCustomer(signed: SignedAgreement, names: EvidenceNames): AgreementEvidence {
  return {
    id: signed.id,
    kind: 'customerAgreement',
    versionId: signed.versionId,
    versionNumber: signed.number,
    language: signed.language,
    title: signed.title,
    text: signed.body,
    sha256: signed.sha256.toString('hex'),
    signedAt: signed.signedAt.toISOString(),
    signer: names.person(signed.personId),
    role: signed.role,
    authenticatedBy: signed.authenticatedBy,
    sessionId: signed.sessionId,
    address: signed.address,
    userAgent: signed.userAgent,
    traceId: signed.traceId,
    partner: names.partnerOrNull(signed.partnerId),
    requestId: signed.requestId,
  }
}

function ofPartner(row: Awaited<ReturnType<typeof partnerSignatures>>[number], names: EvidenceNames): AgreementEvidence {
  return {
    id: row.id,
    kind: 'partnerAgreement',
    versionId: row.version_id,
    versionNumber: row.number,
    language: row.language,
    title: row.title,
    text: row.body,
    sha256: row.sha256.toString('hex'),
    signedAt: row.at.toISOString(),
    signer: names.person(row.person_id),
    role: row.role,
    authenticatedBy: row.authenticated_by,
    sessionId: row.session_id,
    address: row.address,
    userAgent: row.user_agent,
    traceId: row.trace_id,
    partner: null,
    requestId: null,
  }
}

export async function readAttestations(work: Work, { after, most }: EvidencePage): Promise<ReadEntries<AttestationEvidence>> {
  const from = { attestedAt: after?.at ?? new Date(0), id: after?.id ?? firstId, isBackward: true }
  const found = await attestationsOf(work.trx, work.person.tenantId, { most, from })
  const names = await evidenceNames(work, { people: found.map(({ attestedBy }) => attestedBy), partners: found.map(({ partnerId }) => partnerId) })
  return found.map((attestation) => ({
    at: attestation.attestedAt,
    entry: {
      id: attestation.id,
      partner: names.partner(attestation.partnerId),
      versionId: attestation.versionId,
      versionNumber: attestation.versionNumber,
      agreedBy: `${attestation.firstName} ${attestation.lastName}`,
      agreedOn: attestation.agreedOn,
      attestedAt: attestation.attestedAt.toISOString(),
      attestedBy: names.person(attestation.attestedBy),
    },
  }))
}

/** Before every other id. */
export const firstId = '00000000-0000-0000-0000-000000000000'
