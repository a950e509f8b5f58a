import { DomainError } from '../../domain/errors.ts'
import { lockTenant } from '../../store/organization-store.ts'
import { insertSignature, type Signature } from '../../store/signature-store.ts'
import { relationshipsOfCustomer } from '../../store/reseller-relationship-store.ts'
import { type AgreementShown, isShown } from '../invitations/sign-agreement.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type AgreementForCustomer, agreementForCustomer } from './agreement-for-customer.ts'

/** The agreement as it stands for one's own organization, with the text that would be signed. */
export const readOwnAgreement: UseCase<{ readonly languages: readonly string[] }, AgreementForCustomer> = {
  action: 'agreement.read',

  run: (work, { languages }) => ownAgreement(work, languages),
}

/**
 * The customer accepts without an invitation: one that a partner added and did not attest for is asked in its own portal (D.6).
 * A version that everybody signs again is signed here, too, before an invitation asks for it. Exactly the bytes that were shown
 * are signed, once for each version. Who may is who may accept (decision 8).
 */
export const signOwnAgreement: UseCase<AgreementShown, Signature & { readonly number: number }> = {
  action: 'agreement.sign',

  async run(work, shown) {
    const { trx, person, now, manifest } = work
    const role = person.roles.includes('globalAdministrator') ? 'globalAdministrator' : 'billingAdministrator'
    if (role === 'billingAdministrator' && !manifest.billingAdministratorMayAccept) {
      throw new DomainError('notAllowed', 'Here only a Global administrator signs.', { reason: 'wrongRole' })
    }
    await lockTenant(trx, person.tenantId)
    const { standing, text } = await ownAgreement(work, [shown.language])
    if (standing !== 'missing' || !text) throw new DomainError('invalidTransition', 'Nothing is to be signed.', { reason: 'agreementToSignMissing' })
    if (!isShown(text, shown, manifest)) throw new DomainError('agreementChanged', 'Another text stands there now.', { reason: 'agreementChanged' })
    const signature = {
      id: work.newId(),
      customerId: person.tenantId,
      ...{ versionId: text.versionId, language: text.language, sha256: text.sha256 },
      personId: person.personId,
      role,
      signedAt: now,
      ...{ partnerId: null, requestId: null },
      ...{ authenticatedBy: person.authenticatedBy, sessionId: person.sessionId, address: person.address, userAgent: person.userAgent, traceId: person.traceId },
    }
    await insertSignature(trx, signature)
    await work.record({
      type: 'agreement.signed',
      resource: { type: 'signature', id: signature.id },
      readers: await readersOf(work),
      data: { versionId: text.versionId, versionNumber: text.number, language: text.language, sha256: shown.sha256 },
      through: 'role',
    })
    return { ...signature, number: text.number }
  },
}

function ownAgreement(work: Work, languages: readonly string[]): Promise<AgreementForCustomer> {
  const { manifest, person } = work
  return agreementForCustomer(work, { manifest, country: person.country, customerId: person.tenantId, languages })
}

/** The customer, and each partner that it has now: their orders wait for this. */
async function readersOf({ trx, person }: Work) {
  const active = (await relationshipsOfCustomer(trx, person.tenantId)).filter(({ endedAt }) => endedAt === null)
  const partners = [...new Set(active.map(({ partnerId }) => partnerId))]
  return [{ tenantId: person.tenantId, counterpartId: partners[0] ?? null }, ...partners.map((tenantId) => ({ tenantId, counterpartId: person.tenantId }))]
}
