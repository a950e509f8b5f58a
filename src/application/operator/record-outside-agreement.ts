import { signPartnerAgreement } from '../../domain/partners/decide.ts'
import type { Partner } from '../../domain/partners/partner.ts'
import { saveCheck } from '../../store/enrolment-store.ts'
import { savePartner } from '../../store/partner-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { plainNote } from './plain-note.ts'
import { type EnrolmentView, showEnrolment } from './read-enrolment.ts'
import { recordForOperators } from './tell-operators.ts'

/** The contract was signed on paper: the operator says so, with a note where it lies. */
export const recordOutsideAgreement: UseCase<{ readonly which: string; readonly note: string | null }, EnrolmentView> = {
  action: 'partner.recordAgreement',

  async run(work, { which, note }) {
    const partner = await heldPartner(work, which)
    await signedOutside(work, partner, plainNote(note))
    return showEnrolment(work, partner.id)
  },
}

export async function signedOutside(work: Work, partner: Partner, note: string | null): Promise<void> {
  const { trx, actor, now } = work
  const { next, event } = signPartnerAgreement(partner, 'outside', now)
  await savePartner(trx, next)
  await saveCheck(trx, next.id, 'agreement', { at: now, byPersonId: actor.kind === 'person' ? actor.personId : null, note })
  await recordForOperators(work, event)
}
