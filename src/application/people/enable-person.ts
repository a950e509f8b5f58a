import { enable } from '../../domain/people/decide.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/** Somebody who never joined is invited again by a mail of its own (resend), or gets another temporary password. */
const unblock: PeopleAct<{ readonly id: string }, ShownPerson> = {
  own: 'person.update',
  onBehalf: 'directoryUser.update',
  changes: true,

  async run(work, side, { id }) {
    const changer = await side.changer()
    const person = await lockPersonOf(work.trx, side.tenantId, id)
    const { next, events } = enable(person, changer)
    const saved = await updatePerson(work.trx, next, person.version)
    for (const event of events) side.record(event)
    return showPerson(work, side, saved)
  },
}

export const enablePerson = onOwnPeople(unblock)
export const enableCustomersPerson = onCustomersPeople(unblock)
