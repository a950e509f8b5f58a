import { eventOf } from '../../domain/people/decide.ts'
import { closedTenantDays } from '../../domain/personal-data/erasing.ts'
import { peopleOfClosed } from '../../store/erasure-store.ts'
import { eraseNow } from '../personal-data/erase-person.ts'
import type { UseCase } from '../use-case.ts'

/** Nobody signs in to a closed organization any more; its people are forgotten when their time to ask is over (rule R34). */
export const eraseClosedOrganizations: UseCase<void, number> = {
  action: 'installation.run',

  async run(work) {
    const due = await peopleOfClosed(work.trx, new Date(work.now.getTime() - closedTenantDays * 86_400_000), 50)
    for (const person of due) {
      await eraseNow(work, person)
      await work.record(eventOf(person, 'person.erased', { by: 'retention' }))
    }
    return due.length
  },
}
