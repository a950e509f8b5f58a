import { contractRules } from '../../domain/subscriptions/contract-rules.ts'
import { lockSubscriptionsToBill } from '../../store/subscription-list-store.ts'
import type { UseCase } from '../use-case.ts'
import { bookDueCycles } from './settle-subscription.ts'

const batch = 200

/** Generations that cost nothing while they are suspended. */
export const unbilledWhileSuspended: readonly string[] = Object.entries(contractRules).flatMap(([generation, { suspendedIsBilled }]) => (suspendedIsBilled ? [] : [generation]))

/** Writes the cycles that have begun into the ledger, a batch at a time; whenever it runs, each is there once and the same. */
export const bookCycles: UseCase<void, number> = {
  action: 'subscription.bill',

  async run(work) {
    const due = await lockSubscriptionsToBill(work.trx, { now: work.now, unbilled: unbilledWhileSuspended, most: batch })
    for (const subscription of due) await bookDueCycles(work, subscription)
    return due.length
  },
}
