import { findPersonOf } from '../../store/person-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

const read: PeopleAct<{ readonly id: string }, ShownPerson> = {
  own: 'person.list',
  onBehalf: 'directoryUser.list',
  run: async (work, side, { id }) => showPerson(work, side, await findPersonOf(work.trx, side.tenantId, id)),
}

export const readPerson = onOwnPeople(read)
export const readCustomersPerson = onCustomersPeople(read)
