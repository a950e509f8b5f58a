import { cancel, dropPending, endDue, endWithBase, reactivate, suspend } from '../../domain/subscriptions/decide.ts'
import { settled, type Subscription, type SuspensionReason } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { lockOrder, settleOrder } from '../../store/order-store.ts'
import { lockDueSubscriptions } from '../../store/subscription-list-store.ts'
import { holdSubscription, lockAddOns } from '../../store/subscription-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type ShownSubscription, shownSubscription } from './describe-subscription.ts'
import { lockOwnSubscription, settleSubscription, type SubscriptionNamed } from './settle-subscription.ts'

export interface SubscriptionAct extends SubscriptionNamed {
  readonly reader: Language
}

const customer = ({ customerId }: SubscriptionNamed) => customerId

/** Locks the users out; the add-ons follow their base [S0.L3.3, S2.L4.2]. */
export const suspendSubscription: UseCase<SubscriptionAct & { readonly because: SuspensionReason }, ShownSubscription> = {
  action: 'subscription.change',
  customer,

  async run(work, { because, ...input }) {
    const { now, manifest } = work
    const subscription = await lockOwnSubscription(work, input, 'suspend')
    const decided = suspend(subscription, because, manifest.retentionDays, now)
    const saved = await settleSubscription(work, decided, 'subscription.suspended', { because, deletesAt: decided.next.deletesAt?.toISOString() ?? null })
    for (const addOn of await activeAddOns(work, subscription)) {
      await settleSubscription(work, suspend(addOn, 'withBase', manifest.retentionDays, now), 'subscription.suspended', { because: 'withBase' })
    }
    return shownSubscription(work, saved, input.reader)
  },
}

/** Back to work, with the add-ons that were suspended with it and by nobody else. */
export const reactivateSubscription: UseCase<SubscriptionAct, ShownSubscription> = {
  action: 'subscription.change',
  customer,

  async run(work, input) {
    const { now, trx } = work
    const subscription = await lockOwnSubscription(work, input, 'reactivate')
    const base = subscription.parentId === null ? undefined : await holdSubscription(trx, input.customerId, subscription.parentId)
    const saved = await settleSubscription(work, reactivate(subscription, base, now), 'subscription.reactivated')
    for (const addOn of await lockAddOns(trx, subscription.id)) {
      const current = settled(addOn, now)
      if (current.status === 'suspended' && current.suspendedBecause === 'withBase') await settleSubscription(work, reactivate(current, saved, now), 'subscription.reactivated')
    }
    return shownSubscription(work, saved, input.reader)
  },
}

/** While it waits, the order of it is withdrawn and nothing was charged; afterwards within the window of its generation. */
export const cancelSubscription: UseCase<SubscriptionAct, ShownSubscription> = {
  action: 'subscription.change',
  customer,

  async run(work, input) {
    const { now, trx } = work
    const subscription = await lockOwnSubscription(work, input, 'cancel')
    if (subscription.status === 'pending') {
      await lockOrder(trx, subscription.orderId)
      const withdrawn = await settleSubscription(work, dropPending(subscription, 'withdraw', null, now), 'subscription.withdrawn')
      await endAddOns(work, subscription)
      await settleOrder(trx, subscription.orderId)
      return shownSubscription(work, withdrawn, input.reader)
    }
    const saved = await settleSubscription(work, cancel(subscription, now), 'subscription.cancelled')
    await endAddOns(work, subscription)
    return shownSubscription(work, saved, input.reader)
  },
}

const batch = 100

/** Makes the record agree with the truth, a batch at a time: terms that ran out, data whose days are over. */
export const endDueSubscriptions: UseCase<void, number> = {
  action: 'subscription.end',

  async run(work) {
    const due = await lockDueSubscriptions(work.trx, work.now, batch)
    for (const subscription of due) {
      const { because, ...decided } = endDue(subscription, work.now)
      await settleSubscription(work, decided, 'subscription.ended', { because })
      await endAddOns(work, subscription)
    }
    return due.length
  },
}

/** What stands on a base goes with it; what waited for it, too. */
export async function endAddOns(work: Work, base: Subscription): Promise<void> {
  for (const addOn of await lockAddOns(work.trx, base.id)) {
    if (settled(addOn, work.now).status === 'deleted') continue
    if (addOn.status === 'pending') await lockOrder(work.trx, addOn.orderId)
    await settleSubscription(work, endWithBase(addOn, work.now), 'subscription.ended', { because: 'withBase' })
    await settleOrder(work.trx, addOn.orderId)
  }
}

async function activeAddOns({ trx, now }: Work, { id }: Subscription): Promise<Subscription[]> {
  return (await lockAddOns(trx, id)).filter((addOn) => settled(addOn, now).status === 'active')
}
