import { DomainError } from '../../domain/errors.ts'
import { signPartnerAgreement as sign } from '../../domain/partners/decide.ts'
import { insertPartnerSignature, newestPartnerAgreement, type PartnerAgreementText } from '../../store/partner-agreement-store.ts'
import { lockPartner, savePartner } from '../../store/partner-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'
import { describePartnerAgreement, type PartnerAgreementView } from './read-partner-agreement.ts'

/** The text the signer had in front of them, named by the hash of its bytes. */
export interface PartnerAgreementShown {
  readonly versionId: string
  readonly language: string
  /** hex */
  readonly sha256: string
}

/** A Global admin signs for the firm, just signed in anew. Kept are the bytes that were shown and how the signer was known (S4.L1.5). */
export const signPartnerAgreement: UseCase<PartnerAgreementShown, PartnerAgreementView> = {
  action: 'partnerAgreement.sign',

  async run(work, shown) {
    const { trx, person, now } = work
    if (person.partnerKinds.length === 0) throw new DomainError('notFound', 'This organization is no partner.')
    // Held: two who sign at once make one signature, and requests see it signed or wait.
    const { next, event } = sign(await lockPartner(trx, person.tenantId), 'portal', now)
    const text = await textShown(work, shown)
    const id = work.newId()
    await insertPartnerSignature(trx, {
      id,
      partnerId: person.tenantId,
      versionId: text.versionId,
      language: text.language,
      sha256: text.sha256,
      personId: person.personId,
      role: 'globalAdmin',
      signedAt: now,
      authenticatedBy: person.authenticatedBy,
      sessionId: person.sessionId,
      address: person.address,
      userAgent: person.userAgent,
      traceId: person.traceId,
    })
    await savePartner(trx, next)
    await recordForOperators(work, { ...event, data: { ...event.data, versionNumber: text.number, language: text.language, sha256: shown.sha256 } })
    return describePartnerAgreement(work, [text.language])
  },
}

async function textShown({ trx, person }: Work, shown: PartnerAgreementShown): Promise<PartnerAgreementText> {
  const texts = await newestPartnerAgreement(trx, person.cloud)
  if (texts.length === 0) throw new DomainError('agreementMissing', 'No partner agreement is published.', { reason: 'partnerAgreementNotPublished' })
  const text = texts.find(({ language }) => language === shown.language)
  if (!text || text.versionId !== shown.versionId || text.sha256.toString('hex') !== shown.sha256) {
    throw new DomainError('agreementChanged', 'The partner agreement has changed since it was shown.', { next: 'readAgreementAgain' })
  }
  return text
}
