import type { DomainError } from '../../domain/errors.ts'
import { type CallOutcome, type CallStatus, type ConnectorWord, mostAttempts } from '../../domain/provisioning/connector-call.ts'
import { lockCall, noteCall } from '../../store/provisioning-call-store.ts'
import { lockAnySubscription } from '../../store/subscription-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { fulfilSubscription, refuseSubscription } from './provision.ts'

export interface SettledCall {
  /** whether the queue should try again by itself */
  readonly isWorthAnotherTry: boolean
}

/**
 * What became of an attempt. Killed before this, the connector is asked again under the same number. Its word is carried
 * out by the very use cases of the operator's click; where they refuse, that is what the operator sees.
 */
export const settleCall: UseCase<{ readonly subscriptionId: string; readonly outcome: CallOutcome }, SettledCall> = {
  action: 'installation.run',

  async run(work, { subscriptionId, outcome }) {
    // In the order of every other act: first the subscription, then its call.
    await lockAnySubscription(work.trx, subscriptionId)
    const call = await lockCall(work.trx, subscriptionId)
    // Given up or answered by the other way while it was under way: that stands.
    if (call?.status !== 'queued') return { isWorthAnotherTry: false }
    const note = (status: CallStatus, lastAnswer = outcome.answer) => noteCall(work.trx, subscriptionId, { status, lastStatus: outcome.httpStatus, lastAnswer })
    if (outcome.kind === 'failure') {
      const isFinal = outcome.isFinal || call.attempts >= mostAttempts
      await note(isFinal ? 'failed' : 'queued')
      return { isWorthAnotherTry: !isFinal }
    }
    await note('accepted')
    if (outcome.word.status !== 'accepted') await carryOut(work, subscriptionId, outcome.word)
    return { isWorthAnotherTry: false }
  },
}

/** Fulfilled or refused, as if by the operator's click. */
export async function carryOut(work: Work, subscriptionId: string, word: ConnectorWord): Promise<void> {
  if (word.status === 'fulfilled') await fulfilSubscription.run(work, { subscriptionId })
  if (word.status === 'refused') await refuseSubscription.run(work, { subscriptionId, note: word.note })
}

/** Where carrying out its word was refused: nobody tries again by itself, and the operator reads why. */
export const noteRefusedWord: UseCase<{ readonly subscriptionId: string; readonly refusal: DomainError; readonly outcome: CallOutcome }, void> = {
  action: 'installation.run',

  async run({ trx }, { subscriptionId, refusal, outcome }) {
    const why = `${refusal.code} ${String(refusal.details.reason ?? '')}`.trim()
    await noteCall(trx, subscriptionId, { status: 'failed', lastStatus: outcome.httpStatus, lastAnswer: `${why}: ${outcome.answer}`.slice(0, 250) })
  },
}
