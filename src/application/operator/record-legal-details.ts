import { legalDetails, type LegalDetails } from '../../domain/partners/legal-details.ts'
import { saveCheck, saveLegalDetails } from '../../store/enrolment-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { plainNote } from './plain-note.ts'
import { type EnrolmentView, showEnrolment } from './read-enrolment.ts'
import { recordForOperators } from './tell-operators.ts'

export interface LegalDetailsInput extends LegalDetails {
  readonly which: string
  readonly note: string | null
}

/** Legal name, address, contact and support, as the operator checked them (S4.L1.5). */
export const recordLegalDetails: UseCase<LegalDetailsInput, EnrolmentView> = {
  action: 'partner.recordCheck',

  async run(work, { which, note, ...given }) {
    const { trx, actor, now } = work
    const { id } = await heldPartner(work, which)
    await saveLegalDetails(trx, id, legalDetails(given))
    await saveCheck(trx, id, 'legalDetails', { at: now, byPersonId: actor.kind === 'person' ? actor.personId : null, note: plainNote(note) })
    await recordForOperators(work, { type: 'partner.legalDetailsRecorded', resource: { type: 'partner', id }, readers: [{ tenantId: id }] })
    return showEnrolment(work, id)
  },
}
