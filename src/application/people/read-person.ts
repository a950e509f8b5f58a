import { findPersonOf } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

export const readPerson: UseCase<{ readonly id: string }, ShownPerson> = {
  action: 'person.list',

  async run(work, { id }) {
    return showPerson(work, await findPersonOf(work.trx, work.person.tenantId, id))
  },
}
