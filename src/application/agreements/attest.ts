import { applicableVersion, isAgreed } from '../../domain/agreements/agreement.ts'
import { attestationBlocked, isSameSigner, readStatement, type StatementInput } from '../../domain/agreements/attestation.ts'
import { DomainError } from '../../domain/errors.ts'
import type { AgreementStanding } from '../../domain/invitations/invitation-facts.ts'
import { publishedVersions } from '../../store/agreement-store.ts'
import { type Attestation, attestationsBetween, insertAttestation, type NumberedAttestation } from '../../store/attestation-store.ts'
import { signedVersions } from '../../store/signature-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { Work } from '../use-case.ts'

export interface AttestedCustomer {
  readonly customerId: string
  readonly country: string
}

/** Writes what the partner states, with its event. The transaction holds the customer's account, so two at once queue up. */
export async function attest(work: Work, customer: AttestedCustomer, input: StatementInput): Promise<Attestation> {
  const { trx, person, manifest, now } = work
  const { standing, version } = await ownAcceptance(work, customer)
  const blocked = attestationBlocked(person.partnerKinds, manifest, standing)
  if (blocked || !version) throw new DomainError('attestationNotPossible', `The agreement cannot be attested: ${blocked}.`, { reason: blocked ?? 'agreementUnavailable' })
  const statement = readStatement(input, { now, timeZone: person.timeZone })
  const [latest] = await attestationsBetween(trx, person.tenantId, customer.customerId)
  if (latest?.versionId === version.id && isSameSigner(latest, statement)) {
    throw new DomainError('attestationNotPossible', 'The same was attested already.', { reason: 'attestedAlready' })
  }
  const attestation = { ...statement, id: work.newId(), partnerId: person.tenantId, customerId: customer.customerId, versionId: version.id, attestedAt: now, attestedBy: person.personId }
  await insertAttestation(trx, attestation)
  await work.record({
    type: 'agreement.attested',
    resource: { type: 'attestation', id: attestation.id },
    readers: bothSides(person.tenantId, customer.customerId),
    // The signer's name, mail and phone stand in the attestation, not here.
    data: { versionId: version.id, versionNumber: version.number, agreedOn: statement.agreedOn },
    through: 'relationship',
  })
  return attestation
}

/** What the customer signed itself, and the version that stands now. */
export async function ownAcceptance({ trx, manifest, now }: Work, { customerId, country }: AttestedCustomer) {
  const versions = manifest.customerAgreement === 'none' ? [] : await publishedVersions(trx, manifest.id, country, now)
  const signed = await signedVersions(trx, customerId)
  const version = applicableVersion(versions, country)
  const isAccepted = isAgreed(versions, signed.map(({ versionId }) => versionId), country)
  const standing: AgreementStanding = manifest.customerAgreement === 'none' ? 'notRequired' : isAccepted ? 'accepted' : version ? 'missing' : 'unavailable'
  return { standing, version, versions }
}

/** The newest of this partner's attestations, if one still counts: a version that must be signed again ends those before. */
export async function standingAttestation(work: Work, { customerId, country }: AttestedCustomer): Promise<NumberedAttestation | undefined> {
  const attested = await attestationsBetween(work.trx, work.person.tenantId, customerId)
  if (attested.length === 0) return undefined
  const versions = await publishedVersions(work.trx, work.manifest.id, country, work.now)
  return isAgreed(versions, attested.map(({ versionId }) => versionId), country) ? attested[0] : undefined
}
