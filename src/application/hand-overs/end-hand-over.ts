import { declineHandOver as decline, endHandOver, expireHandOver, type HandOverActor, openHandOverActs, withdrawHandOver as withdraw } from '../../domain/hand-overs/decide.ts'
import { DomainError } from '../../domain/errors.ts'
import { effectiveHandOverStatus, type HandOver, type HandOverEnd, isOpenHandOver } from '../../domain/hand-overs/hand-over.ts'
import type { Language } from '../../language/languages.ts'
import { lockDueHandOvers, lockOpenHandOverBetween, lockOpenHandOversOf } from '../../store/hand-over-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedHandOver, describeHandOver } from './describe-hand-over.ts'
import { lockOwnHandOver, settleHandOver } from './own-hand-over.ts'

export interface HandOverNo {
  readonly id: string
  /** one's own words, read by the others */
  readonly note: string | null
  readonly reader: Language
}

/** A real answer (decision 6): of the other partner before it agreed, or of the customer. */
export const declineHandOver: UseCase<HandOverNo, DescribedHandOver> = {
  action: 'handOver.decline',

  run: (work, no) => sayNo(work, no, { act: 'decline', decide: decline }),
}

/** Against an answer under way it waits for the row: one of them wins. */
export const withdrawHandOver: UseCase<HandOverNo, DescribedHandOver> = {
  action: 'handOver.withdraw',

  run: (work, no) => sayNo(work, no, { act: 'withdraw', decide: withdraw }),
}

async function sayNo(work: Work, { id, note, reader }: HandOverNo, { act, decide }: { act: 'decline' | 'withdraw'; decide: typeof decline }): Promise<DescribedHandOver> {
  const handOver = await lockOwnHandOver(work, id)
  const { person, now } = work
  if (!openHandOverActs(handOver, person.tenantId, now).includes(act)) {
    const current = effectiveHandOverStatus(handOver, now)
    throw new DomainError('invalidTransition', `Cannot ${act} while ${current}.`, { action: act, current, allowedFrom: ['proposed', 'agreed'] })
  }
  const by: HandOverActor = { tenantId: person.tenantId, personId: person.personId }
  return describeHandOver(work, await settleHandOver(work, decide(handOver, by, { note, now })), reader)
}

/** The customer left its partner's list by another way: nothing is left to hand over. The transaction holds the relationship. */
export async function endHandOverOfRemoved(work: Work, customerId: string): Promise<void> {
  const open = await lockOpenHandOverBetween(work.trx, work.person.tenantId, customerId)
  if (open) await endOpen(work, open, 'relationshipRemoved')
}

/**
 * A side closed or was suspended. The transaction has entered the whole installation. A partner that was only asked is left
 * alone: it cannot agree any more, and its proposer is not told by an end that there is such a partner (decision 11).
 */
export async function endHandOversOf(work: Work, tenantId: string, because: HandOverEnd): Promise<void> {
  const open = await lockOpenHandOversOf(work.trx, tenantId)
  const concerned = open.filter(({ agreedAt, proposerId, customerId }) => agreedAt !== null || proposerId === tenantId || customerId === tenantId)
  for (const handOver of concerned) await endOpen(work, handOver, because)
}

async function endOpen(work: Work, open: HandOver, because: HandOverEnd): Promise<void> {
  const isOpen = isOpenHandOver(effectiveHandOverStatus(open, work.now))
  await settleHandOver(work, isOpen ? endHandOver(open, because) : expireHandOver(open, work.now))
}

const batch = 100

/** Makes the record agree with the truth, a batch at a time; gives back how many. The caller repeats until none is left. */
export const expireDueHandOvers: UseCase<void, number> = {
  action: 'handOver.expire',

  async run(work) {
    const due = await lockDueHandOvers(work.trx, work.now, batch)
    for (const handOver of due) await settleHandOver(work, expireHandOver(handOver, work.now))
    return due.length
  },
}
