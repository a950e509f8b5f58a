import { DomainError } from '../../domain/errors.ts'
import type { AgreementStanding } from '../../domain/invitations/invitation-facts.ts'
import type { CustomerLanguage } from '../../domain/countries.ts'
import type { AgreementText } from '../../store/agreement-store.ts'
import { lockTenant } from '../../store/organization-store.ts'
import { insertSignature, type Signature } from '../../store/signature-store.ts'
import type { AgreementShown } from '../invitations/sign-agreement.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type AgreementForCustomer, agreementForCustomer } from './agreement-for-customer.ts'

export interface OwnAgreement {
  readonly standing: AgreementStanding
  /** signed once, but a version that everybody signs again has been published since */
  readonly mustSignAgain: boolean
  readonly text: (AgreementText & { readonly number: number }) | null
  readonly languages: readonly string[]
}

/** Where one's organization stands with the customer agreement of its cloud, without any invitation. */
export const readOwnAgreement: UseCase<{ readonly languages: readonly string[] }, OwnAgreement> = {
  action: 'agreement.read',

  async run(work, { languages }) {
    return shown(await own(work, languages))
  },
}

/**
 * The new version is signed before any invitation asks for it. The bytes that were shown must be exactly those that apply
 * now (F3, B99). Who may is who may accept (decision 8).
 */
export const signOwnAgreement: UseCase<AgreementShown, OwnAgreement> = {
  action: 'agreement.sign',

  async run(work, shownText) {
    const { trx, person, manifest } = work
    const isGlobal = person.roles.includes('globalAdministrator')
    if (!isGlobal && !manifest.billingAdministratorMayAccept) throw new DomainError('notAllowed', 'Here only a Global administrator signs.', { reason: 'wrongRole' })
    await lockTenant(trx, person.tenantId)
    const { standing, text } = await own(work, [shownText.language])
    if (standing !== 'missing') throw new DomainError('invalidTransition', 'Nothing is to be signed.', { reason: 'agreementNotDue' })
    const isThisText =
      text !== null &&
      shownText.versionId === text.versionId &&
      shownText.language === text.language &&
      manifest.agreementLanguages.includes(text.language as CustomerLanguage) &&
      shownText.sha256 === text.sha256.toString('hex')
    if (!isThisText) throw new DomainError('agreementChanged', 'The agreement has changed since it was shown.', { next: 'readAgreementAgain' })
    const signature = signatureOf(work, text, isGlobal)
    await insertSignature(trx, signature)
    await work.record({
      type: 'agreement.signed',
      resource: { type: 'signature', id: signature.id },
      readers: [{ tenantId: person.tenantId }],
      data: { versionId: text.versionId, versionNumber: text.number, language: text.language, sha256: shownText.sha256 },
    })
    return shown(await own(work, [text.language]))
  },
}

function own(work: Work, languages: readonly string[]): Promise<AgreementForCustomer> {
  const { person, manifest } = work
  return agreementForCustomer(work, { manifest, country: person.country, customerId: person.tenantId, languages })
}

function shown({ standing, signatureId, text, languages }: AgreementForCustomer): OwnAgreement {
  return { standing, mustSignAgain: standing === 'missing' && signatureId !== null, text, languages }
}

function signatureOf({ person, now, newId }: Work, text: AgreementText, isGlobal: boolean): Signature {
  return {
    id: newId(),
    customerId: person.tenantId,
    versionId: text.versionId,
    language: text.language,
    sha256: text.sha256,
    personId: person.personId,
    role: isGlobal ? 'globalAdministrator' : 'billingAdministrator',
    signedAt: now,
    partnerId: null,
    requestId: null,
    authenticatedBy: person.authenticatedBy,
    sessionId: person.sessionId,
    address: person.address,
    userAgent: person.userAgent,
    traceId: person.traceId,
  }
}
