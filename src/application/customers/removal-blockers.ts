import { cancellableUntil, isCancellable } from '../../domain/subscriptions/contract-rules.ts'
import { removalBlockers } from '../../domain/removal/removal.ts'
import type { Language } from '../../language/languages.ts'
import { livingSubscriptionsBetween } from '../../store/subscription-list-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'
import { nameReadBy } from '../subscriptions/friendly-name.ts'
import { isRemovedThroughProvider } from './customer-rights.ts'

export interface ExplainedBlocker {
  readonly reasonCode: string
  readonly reasonText: string
  /** what stands in the way, with what settles it at once; null where it is no subscription */
  readonly subscription: {
    readonly subscriptionId: string
    readonly name: string
    readonly quantity: number
    readonly fix: 'suspend' | 'cancel' | null
    /** until when cancelling gives back the rest of the cycle; null where it is not cancelled */
    readonly cancellableUntil: string | null
  } | null
}

/** What stands in the way of removing, each with its fix. Asked under the lock on the relationship, nothing can be ordered beside it. */
export async function blockersOf(work: Work, customerId: string, reader: Language): Promise<ExplainedBlocker[]> {
  const { trx, person, now } = work
  const provider = isRemovedThroughProvider(work) ? [{ ...explain(reader, 'removedThroughProvider'), subscription: null }] : []
  const living = await livingSubscriptionsBetween(trx, person.tenantId, customerId)
  const subscriptions = removalBlockers(person.tenantId, living, now).map(({ reasonCode, subscription }) => {
    const isOwn = subscription.partnerId === person.tenantId
    const mayCancel = isOwn && (subscription.status === 'pending' || isCancellable(subscription, now))
    return {
      ...explain(reader, reasonCode),
      subscription: {
        subscriptionId: subscription.id,
        name: nameReadBy(person.tenantId, subscription, reader),
        quantity: subscription.quantity,
        fix: mayCancel ? ('cancel' as const) : isOwn && subscription.status === 'active' ? ('suspend' as const) : null,
        cancellableUntil: mayCancel ? (cancellableUntil(subscription, now)?.toISOString() ?? null) : null,
      },
    }
  })
  return [...provider, ...subscriptions]
}
