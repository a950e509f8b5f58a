import { endWithCustomer } from '../../domain/subscriptions/decide.ts'
import { settled } from '../../domain/subscriptions/subscription.ts'
import { lockOrder, settleOrder } from '../../store/order-store.ts'
import { lockLivingSubscriptions } from '../../store/subscription-list-store.ts'
import type { Work } from '../use-case.ts'
import { settleSubscription } from './settle-subscription.ts'

/**
 * A customer's organization is closed: nothing goes on to be billed, whoever sold it, and what still waits is not provisioned.
 * Gives back how many ended. The transaction has ended the relationships, so nothing is ordered meanwhile.
 */
export async function endSubscriptionsOf(work: Work, customerId: string): Promise<number> {
  const { trx, now } = work
  const living = (await lockLivingSubscriptions(trx, customerId)).filter((subscription) => settled(subscription, now).status !== 'deleted')
  for (const subscription of living) {
    const isWaiting = subscription.status === 'pending'
    if (isWaiting) await lockOrder(trx, subscription.orderId)
    await settleSubscription(work, endWithCustomer(subscription, now), 'subscription.ended', { because: 'tenantClosed' })
    if (isWaiting) await settleOrder(trx, subscription.orderId)
  }
  return living.length
}
