import { DomainError } from '../../domain/errors.ts'
import { newestPartnerAgreement, type PartnerAgreementText, signedPartnerAgreement } from '../../store/partner-agreement-store.ts'
import { findOwnTenant, type PartnerStanding } from '../../store/tenant-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface PartnerAgreementView {
  readonly signedAt: Date | null
  /** null where it was signed outside this installation, or not at all */
  readonly signer: string | null
  /** why it cannot be signed now; null where it can, or is signed */
  readonly blockedBecause: 'programmeIdMissing' | 'partnerAgreementNotPublished' | null
  /** what was signed here, or would be */
  readonly text: PartnerAgreementText | null
  readonly languages: readonly string[]
}

/** The contract between the partner and the operator of its cloud: what was signed, or what is to be (S4.L1.5). */
export const readPartnerAgreement: UseCase<{ readonly languages: readonly string[] }, PartnerAgreementView> = {
  action: 'partnerAgreement.read',

  run: (work, { languages }) => describePartnerAgreement(work, languages),
}

export async function describePartnerAgreement(work: Work, wished: readonly string[]): Promise<PartnerAgreementView> {
  const { trx, person } = work
  const partner = await ownStanding(work)
  if (partner.agreementSignedAt) {
    const signed = await signedPartnerAgreement(trx, person.tenantId)
    const signer = signed ? ((await namesOfPeople(trx, [signed.personId])).get(signed.personId)?.displayName ?? null) : null
    return { signedAt: partner.agreementSignedAt, signer, blockedBecause: null, text: signed ?? null, languages: signed ? [signed.language] : [] }
  }
  const texts = await newestPartnerAgreement(trx, person.cloud)
  const languages = texts.map(({ language }) => language)
  const language = [...wished, 'en'].find((one) => languages.includes(one)) ?? languages[0]
  const text = texts.find((one) => one.language === language) ?? null
  const blockedBecause = partner.programmeId === null ? 'programmeIdMissing' : text ? null : 'partnerAgreementNotPublished'
  return { signedAt: null, signer: null, blockedBecause, text, languages }
}

/** Roles of a partner mean nothing in an organization that is none. */
async function ownStanding({ trx, person }: Work): Promise<PartnerStanding> {
  const { partner } = await findOwnTenant(trx, person.tenantId)
  if (!partner) throw new DomainError('notFound', 'This organization is no partner.')
  return partner
}
