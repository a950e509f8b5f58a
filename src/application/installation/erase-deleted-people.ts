import { eventOf } from '../../domain/people/decide.ts'
import { restorableDays } from '../../domain/people/person.ts'
import { forgetForRestoring, peopleDeletedBefore } from '../../store/erasure-store.ts'
import { eraseNow } from '../personal-data/erase-person.ts'
import type { UseCase } from '../use-case.ts'

/** Whoever was deleted 30 days ago comes back no more (D.12): a customer's user is erased, of anybody else the name stays (decision 39). */
export const eraseDeletedPeople: UseCase<void, number> = {
  action: 'installation.run',

  async run(work) {
    const due = await peopleDeletedBefore(work.trx, new Date(work.now.getTime() - restorableDays * 86_400_000), 50)
    for (const person of due) {
      if (!person.isOnlyCustomers) await forgetForRestoring(work.trx, person)
      else {
        await eraseNow(work, person)
        await work.record(eventOf(person, 'person.erased', { by: 'retention' }))
      }
    }
    return due.length
  },
}
