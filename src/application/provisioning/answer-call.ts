import { DomainError } from '../../domain/errors.ts'
import type { ConnectorWord } from '../../domain/provisioning/connector-call.ts'
import type { SubscriptionStatus } from '../../domain/subscriptions/transitions.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { isRecent, isSignedBy } from '../../security/call-signature.ts'
import { open } from '../../security/seal.ts'
import { listConnectors } from '../../store/connector-store.ts'
import { enterProvisioning, lockCall, noteCall } from '../../store/provisioning-call-store.ts'
import { lockAnySubscription } from '../../store/subscription-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { carryOut } from './settle-call.ts'

export interface CallAnswer {
  readonly subscriptionId: string
  readonly word: Exclude<ConnectorWord, { status: 'accepted' }>
  readonly timestamp: string
  readonly signature: string
  /** of the body as it came */
  readonly bodySha256: Uint8Array
}

/**
 * The connector's later answer. It proves itself by its signature over this subscription, this moment and this body, so an
 * overheard one can only be repeated for minutes, about the same subscription, to the same end: what it said already.
 */
export const answerCall: UseCase<CallAnswer, { readonly subscriptionId: string; readonly status: SubscriptionStatus }> = {
  action: 'provisioning.answer',

  async run(work, answer) {
    await enterProvisioning(work.trx)
    const subscription = await signedFor(work, answer)
    if (!isRecent(answer.timestamp, work.env.clock())) throw new DomainError('invalidInput', 'The signature is older than five minutes, or from the future.', { reason: 'callTooOld', field: 'vinculo-timestamp' })
    const { id } = subscription
    const said = saidAlready(subscription)
    if (said === answer.word.status) return { subscriptionId: id, status: subscription.status }
    const call = await lockCall(work.trx, id)
    if (subscription.status !== 'pending' || call?.status === 'givenUp') {
      throw new DomainError('invalidTransition', 'It no longer waits for this answer.', { reason: 'callSettled', action: 'answer', current: subscription.status, allowedFrom: ['pending'] })
    }
    await carryOut(work, id, answer.word)
    await noteCall(work.trx, id, { status: 'settled', lastStatus: null, lastAnswer: answer.word.status === 'refused' ? answer.word.note.slice(0, 250) : answer.word.status })
    return { subscriptionId: id, status: answer.word.status === 'fulfilled' ? 'active' : 'deleted' }
  },
}

/** Only what was sent to a connector, by whoever holds that connector's secret; everything else is not there. */
async function signedFor({ trx, env }: Work, { subscriptionId, timestamp, signature, bodySha256 }: CallAnswer): Promise<Subscription> {
  const subscription = await lockAnySubscription(trx, subscriptionId)
  const call = subscription && (await lockCall(trx, subscriptionId))
  const connector = call && (await listConnectors(trx)).find(({ id }) => id === call.connectorId)
  const secret = connector && open(env.keyRing, 'connectorSecret', connector.id, connector.sealedSecret)
  const isGenuine = isSignedBy(secret ?? 'nobody', { id: subscriptionId, timestamp, bodySha256 }, signature)
  if (!subscription || secret === undefined || !isGenuine) throw new DomainError('notFound', 'No such call.')
  return subscription
}

function saidAlready({ startedAt, endedBecause }: Subscription): ConnectorWord['status'] | undefined {
  if (startedAt !== null) return 'fulfilled'
  return endedBecause === 'notProvisioned' ? 'refused' : undefined
}
