import { DomainError } from '../../domain/errors.ts'
import { nearestConnector } from '../../domain/provisioning/connector.ts'
import { type CallAct, type ConnectorCall, openCallActs } from '../../domain/provisioning/connector-call.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { listConnectors } from '../../store/connector-store.ts'
import { enqueueCall, lockCall, setCallStatus } from '../../store/provisioning-call-store.ts'
import { lockAnySubscription } from '../../store/subscription-store.ts'
import type { UseCase, Work } from '../use-case.ts'

interface CallNamed {
  readonly subscriptionId: string
}

/** Sent (again) now, under the same number: what failed, what is late with its answer, what was ordered before there was a connector. */
export const retryCall: UseCase<CallNamed, void> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId }) {
    const { call, subscription } = await directed(work, subscriptionId, 'retry')
    const base = subscription.parentId === null ? undefined : await lockAnySubscription(work.trx, subscription.parentId)
    if (base?.status === 'pending') throw new DomainError('subscriptionNotPossible', 'The base is not there yet.', { reason: 'baseNotActive', action: 'retry' })
    if (call) await setCallStatus(work.trx, subscriptionId, 'queued')
    await enqueueCall(work.trx, subscriptionId)
    await recordAct(work, subscription, 'provisioning.retried')
  },
}

/** Taken in hand: it is never sent again, and what the connector still says of it is refused. */
export const giveUpCall: UseCase<CallNamed, void> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId }) {
    const { subscription } = await directed(work, subscriptionId, 'giveUp')
    await setCallStatus(work.trx, subscriptionId, 'givenUp')
    await recordAct(work, subscription, 'provisioning.givenUp')
  },
}

async function directed({ trx }: Work, subscriptionId: string, act: CallAct): Promise<{ call: ConnectorCall | undefined; subscription: Subscription }> {
  const subscription = await lockAnySubscription(trx, subscriptionId)
  if (!subscription) throw new DomainError('notFound', 'No such subscription.')
  const call = await lockCall(trx, subscriptionId)
  const connector = nearestConnector(await listConnectors(trx), subscription)
  const isOpen = subscription.status === 'pending' && openCallActs(call, connector !== undefined).includes(act)
  if (!isOpen) throw new DomainError('invalidTransition', `Cannot ${act} now.`, { reason: connector ? 'callSettled' : 'connectorMissing', action: act, current: call?.status ?? subscription.status, allowedFrom: ['pending'] })
  return { call, subscription }
}

/** Between the operator and the connector: partner and customer read when it is there. */
function recordAct(work: Work, { id }: Subscription, type: 'provisioning.retried' | 'provisioning.givenUp'): Promise<void> {
  return work.record({ type, resource: { type: 'subscription', id }, readers: [{ tenantId: work.person.tenantId }] })
}
