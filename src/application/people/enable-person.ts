import { enable } from '../../domain/people/decide.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import type { UseCase } from '../use-case.ts'
import { currentChanger } from './changer.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

/** Somebody who never joined is invited again by a mail of its own (resend). */
export const enablePerson: UseCase<{ readonly id: string }, ShownPerson> = {
  action: 'person.update',
  changesPeople: true,

  async run(work, { id }) {
    const changer = await currentChanger(work, 'person.update')
    const person = await lockPersonOf(work.trx, work.person.tenantId, id)
    const { next, events } = enable(person, changer)
    const saved = await updatePerson(work.trx, next, person.version)
    for (const event of events) await work.record(event)
    return showPerson(work, saved)
  },
}
