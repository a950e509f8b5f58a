import { DomainError } from '../../domain/errors.ts'
import { dropPending, fulfil, giveWay } from '../../domain/subscriptions/decide.ts'
import { effectiveStatus, type Subscription } from '../../domain/subscriptions/subscription.ts'
import { lockOrder, settleOrder } from '../../store/order-store.ts'
import { enqueueCall, setCallStatus } from '../../store/provisioning-call-store.ts'
import { lockAddOns, lockAnySubscription } from '../../store/subscription-store.ts'
import { moveWithConversion } from '../licenses/leaving-licenses.ts'
import { plainNote } from '../operator/plain-note.ts'
import { endAddOns } from '../subscriptions/end-subscription.ts'
import { settleSubscription } from '../subscriptions/settle-subscription.ts'
import type { UseCase, Work } from '../use-case.ts'

/** It is there: the operator's click or its connector's word, never a timer (decision 28). From here on it is active and paid for. */
export const fulfilSubscription: UseCase<{ readonly subscriptionId: string }, Subscription> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId }) {
    const waiting = await lockWaiting(work, subscriptionId)
    await requireBase(work, waiting)
    const replaced = await endReplaced(work, waiting)
    const saved = await settleSubscription(work, fulfil(waiting, { autoRenews: !waiting.isTrial }, work.now), 'subscription.activated', { quantity: waiting.quantity, ...(replaced && { insteadOf: replaced.id }) })
    if (replaced) await moveAddOns(work, replaced, saved)
    if (replaced) await moveWithConversion(work, replaced, saved)
    await settleOrder(work.trx, waiting.orderId)
    await setCallStatus(work.trx, subscriptionId, 'settled')
    for (const addOn of await lockAddOns(work.trx, subscriptionId)) if (addOn.status === 'pending') await enqueueCall(work.trx, addOn.id)
    return saved
  },
}

/** It cannot be had: told to the partner with the operator's words; nothing was charged, and what should have stood on it goes with it. */
export const refuseSubscription: UseCase<{ readonly subscriptionId: string; readonly note: string }, Subscription> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId, note }) {
    const words = plainNote(note)
    if (words === null) throw new DomainError('invalidInput', 'The partner is told why.', { reason: 'noteForm', field: 'note' })
    const waiting = await lockWaiting(work, subscriptionId)
    const saved = await settleSubscription(work, dropPending(waiting, 'refuse', words, work.now), 'subscription.notProvisioned')
    await setCallStatus(work.trx, subscriptionId, 'settled')
    await endAddOns(work, waiting)
    await settleOrder(work.trx, waiting.orderId)
    return saved
  },
}

async function lockWaiting({ trx }: Work, id: string): Promise<Subscription> {
  const subscription = await lockAnySubscription(trx, id)
  if (!subscription) throw new DomainError('notFound', 'No such subscription.')
  await lockOrder(trx, subscription.orderId)
  return subscription
}

/** Its base may have been suspended while it waited. */
async function requireBase({ trx, now }: Work, { parentId }: Subscription): Promise<void> {
  const base = parentId === null ? undefined : await lockAnySubscription(trx, parentId)
  if (base && effectiveStatus(base, now) !== 'active') throw new DomainError('subscriptionNotPossible', 'The base is not active.', { reason: 'baseNotActive' })
}

/** What it came in the place of ends in the same moment, and gives back what is left of its cycle. Where that is not active any more, there is nothing to convert. */
async function endReplaced(work: Work, { replacesId }: Subscription): Promise<Subscription | undefined> {
  const replaced = replacesId === null ? undefined : await lockAnySubscription(work.trx, replacesId)
  return replaced && settleSubscription(work, giveWay(replaced, work.now), 'subscription.converted')
}

/** Its add-ons stand on what came in its place. */
async function moveAddOns(work: Work, from: Subscription, to: Subscription): Promise<void> {
  for (const addOn of await lockAddOns(work.trx, from.id)) await settleSubscription(work, { next: { ...addOn, parentId: to.id } }, 'subscription.baseChanged', { from: from.id, to: to.id })
}
