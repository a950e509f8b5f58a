import { disable } from '../../domain/people/decide.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { keepAnAdministrator } from './changer.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/** Blocks sign-in: sessions, tokens, invitations and resets end with this, on the very next request. */
const block: PeopleAct<{ readonly id: string }, ShownPerson> = {
  own: 'person.update',
  onBehalf: 'directoryUser.update',
  changes: true,

  async run(work, side, { id }) {
    const { tenantId } = side
    const changer = await side.changer(id)
    const person = await lockPersonOf(work.trx, tenantId, id)
    const decided = disable(person, changer)
    await keepAnAdministrator(work, person, decided)
    const saved = await updatePerson(work.trx, decided.next, person.version)
    const now = work.env.clock()
    await endSessionsOf(work.trx, tenantId, id, { now })
    await endOneTimeSecretsOf(work.trx, { tenantId, personId: id }, now)
    for (const event of decided.events) side.record(event)
    return showPerson(work, side, saved)
  },
}

export const disablePerson = onOwnPeople(block)
export const disableCustomersPerson = onCustomersPeople(block)
