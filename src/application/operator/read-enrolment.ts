import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type EnrolmentStep, enrolmentOf } from '../../domain/partners/enrolment.ts'
import type { LegalDetails } from '../../domain/partners/legal-details.ts'
import { checksOf, founderOf, legalDetailsOf } from '../../store/enrolment-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { signedPartnerAgreement } from '../../store/partner-agreement-store.ts'
import { type ListedPartner, readPartner } from '../../store/partner-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface EnrolmentView {
  readonly partner: ListedPartner
  readonly steps: readonly (EnrolmentStep & { readonly by: string | null })[]
  readonly legalDetails: LegalDetails | null
}

/** One partner whole: how it stands, and how far its enrolment has come. */
export const readEnrolment: UseCase<{ readonly id: string }, EnrolmentView> = {
  action: 'operator.read',

  run: (work, { id }) => showEnrolment(work, canonicalId(id) ?? notThere()),
}

export async function showEnrolment({ trx }: Work, id: string): Promise<EnrolmentView> {
  const partner = await readPartner(trx, id)
  const [checks, founder, details, signed] = await Promise.all([checksOf(trx, id), founderOf(trx, id), legalDetailsOf(trx, id), signedPartnerAgreement(trx, id)])
  const { verifiedAt, verifiedBy, verificationMethod, verificationNote } = partner
  const steps = enrolmentOf({
    enrolledAt: partner.enrolledAt,
    programmeId: partner.programmeId,
    primaryDomain: partner.primaryDomain,
    founder,
    checks,
    identity: verifiedAt && { at: verifiedAt, byPersonId: verifiedBy, method: verificationMethod!, note: verificationNote },
    agreementSignedAt: partner.agreementSignedAt,
    signer: signed ? { personId: signed.personId, signedAt: signed.signedAt, isAdminAgent: signed.signerRoles.includes('adminAgent') } : null,
  })
  const names = await namesOfPeople(trx, steps.flatMap(({ byPersonId }) => byPersonId ?? []))
  return { partner, legalDetails: details, steps: steps.map((step) => ({ ...step, by: (step.byPersonId && names.get(step.byPersonId)?.displayName) || null })) }
}

function notThere(): never {
  throw new DomainError('notFound', 'No such partner.')
}
