import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import type { CustomerLanguage } from '../../domain/countries.ts'
import type { AgreementText } from '../../store/agreement-store.ts'
import { insertSignature, type Signature } from '../../store/signature-store.ts'
import type { Work } from '../use-case.ts'
import { bothSides } from './carry-out.ts'
import type { Invitation } from './load-invitation.ts'
import { refusalOf } from './refuse.ts'

/** The text a signer had in front of them, named by the hash of its bytes. */
export interface AgreementShown {
  readonly versionId: string
  readonly language: string
  /** hex */
  readonly sha256: string
}

/** Whether exactly these bytes were shown, in a language in which this cloud lets them be signed. */
export function isShown(text: AgreementText, shown: AgreementShown, manifest: CapabilityManifest): boolean {
  return (
    shown.versionId === text.versionId &&
    shown.language === text.language &&
    manifest.agreementLanguages.includes(text.language as CustomerLanguage) &&
    shown.sha256 === text.sha256.toString('hex')
  )
}

/**
 * Signs the customer agreement where the customer has none that counts. The bytes that were shown must be exactly the bytes
 * of the version that applies now, in a language in which this cloud lets it be signed; else nobody signs anything (F3, B99).
 */
export async function signIfMissing(work: Work, invitation: Invitation, shown: AgreementShown | null): Promise<(Signature & { number: number }) | null> {
  const { agreement, facts, partners, request } = invitation
  if (agreement.standing !== 'missing') return null
  const { text } = agreement
  if (!shown) throw new DomainError('agreementMissing', 'The customer agreement has to be signed too.', { next: 'readAgreementAgain' })
  if (!text || !isShown(text, shown, facts.manifest)) throw refusalOf('agreementChanged')
  const { person, now } = work
  const signature: Signature = {
    id: work.newId(),
    customerId: person.tenantId,
    versionId: text.versionId,
    language: text.language,
    sha256: text.sha256,
    personId: person.personId,
    role: person.roles.includes('globalAdministrator') ? 'globalAdministrator' : 'billingAdministrator',
    signedAt: now,
    partnerId: partners[0]!.id,
    requestId: request?.id ?? null,
    authenticatedBy: person.authenticatedBy,
    sessionId: person.sessionId,
    address: person.address,
    userAgent: person.userAgent,
    traceId: person.traceId,
  }
  await insertSignature(work.trx, signature)
  await work.record({
    type: 'agreement.signed',
    resource: { type: 'signature', id: signature.id },
    readers: partners.flatMap(({ id }, index) => (index === 0 ? bothSides(id, person.tenantId) : [{ tenantId: id, counterpartId: person.tenantId }])),
    data: { versionId: text.versionId, versionNumber: text.number, language: text.language, sha256: shown.sha256 },
    through: 'link',
  })
  return { ...signature, number: text.number }
}
