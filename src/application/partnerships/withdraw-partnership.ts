import { expirePartnership, withdrawPartnership as withdraw } from '../../domain/partnerships/decide.ts'
import type { Language } from '../../language/languages.ts'
import { lockDuePartnerships, savePartnership } from '../../store/partnership-store.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedPartnership, describePartnership } from './describe-partnership.ts'
import { lockAskedPartnership, settlePartnership } from './own-partnership.ts'

/** Its link ends at once. Against an authorisation under way it waits for the row: one of them wins. */
export const withdrawPartnership: UseCase<{ readonly id: string; readonly reader: Language }, DescribedPartnership> = {
  action: 'partnership.withdraw',

  async run(work, { id, reader }) {
    const saved = await settlePartnership(work, withdraw(await lockAskedPartnership(work, id), work.now))
    return describePartnership(work, saved, { reader, withWords: false })
  },
}

const batch = 100

/** Makes the record agree with the truth, a batch at a time; gives back how many. The caller repeats until none is left. */
export const expireDuePartnerships: UseCase<void, number> = {
  action: 'partnership.expire',

  async run({ trx, now, record }) {
    const due = await lockDuePartnerships(trx, now, batch)
    for (const partnership of due) {
      const { next, event } = expirePartnership(partnership, now)
      await savePartnership(trx, next)
      await record(event)
    }
    return due.length
  },
}
