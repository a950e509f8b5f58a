import { countryCode } from '../../domain/countries.ts'
import { recordProgrammeId as record } from '../../domain/partners/decide.ts'
import { saveCheck } from '../../store/enrolment-store.ts'
import { readPartner, savePartner } from '../../store/partner-store.ts'
import type { UseCase } from '../use-case.ts'
import { heldPartner } from './find-partner.ts'
import { plainNote } from './plain-note.ts'
import { type EnrolmentView, showEnrolment } from './read-enrolment.ts'
import { recordForOperators } from './tell-operators.ts'

export interface ProgrammeIdInput {
  readonly which: string
  readonly programmeId: string
  /** of the location that the programme id stands for */
  readonly country: string
  readonly note: string | null
}

/** The programme id may come after enrolment; signing the partner agreement waits for it (S4.L1.6). */
export const recordProgrammeId: UseCase<ProgrammeIdInput, EnrolmentView> = {
  action: 'partner.recordCheck',

  async run(work, { which, programmeId, country, note }) {
    const { trx, actor, now } = work
    const partner = await heldPartner(work, which)
    const { country: ofPartner } = await readPartner(trx, partner.id)
    const { next, event } = record(partner, programmeId, { ofLocation: countryCode(country), ofPartner })
    await savePartner(trx, next)
    await saveCheck(trx, next.id, 'programmeId', { at: now, byPersonId: actor.kind === 'person' ? actor.personId : null, note: plainNote(note) })
    await recordForOperators(work, event)
    return showEnrolment(work, next.id)
  },
}
