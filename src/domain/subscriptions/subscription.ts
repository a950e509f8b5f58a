import type { Generation, Title } from '../catalogue/catalogue.ts'
import type { BillingCycle, Term } from '../catalogue/terms.ts'
import type { Minor } from '../money/money.ts'
import type { SubscriptionStatus } from './transitions.ts'

export const suspensionReasons = ['customerRequest', 'nonPayment', 'fraud'] as const
export type SuspensionReason = (typeof suspensionReasons)[number] | 'withBase'
export type EndReason = 'notProvisioned' | 'orderCancelled' | 'cancelled' | 'withBase' | 'termEnded' | 'retentionOver' | 'converted' | 'tenantClosed'

/** What a partner sold to a customer, from the order on. Offer, price and limits are as they were when it was bought. */
export interface Subscription {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly orderId: string
  readonly lineNumber: number
  /** of the base, where it is an add-on */
  readonly parentId: string | null
  /** what it came in the place of */
  readonly replacesId: string | null
  /** the indirect reseller on record */
  readonly resellerId: string | null
  readonly cloud: string
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  readonly term: Term
  readonly billingCycle: BillingCycle
  readonly generation: Generation
  readonly serviceId: string | null
  readonly isTrial: boolean
  readonly offerName: Title
  readonly friendlyName: string | null
  readonly quantity: number
  readonly minQuantity: number
  readonly maxQuantity: number
  readonly currency: string
  readonly unitPrice: Minor
  readonly status: SubscriptionStatus
  readonly autoRenew: boolean
  readonly createdBy: string
  readonly createdAt: Date
  readonly startedAt: Date | null
  /** the end of the last cycle that is in the ledger; null before it was provisioned */
  readonly billedUntil: Date | null
  /** where it does not renew by itself: the end of its last term */
  readonly endsAt: Date | null
  readonly suspendedAt: Date | null
  readonly suspendedBecause: SuspensionReason | null
  /** of a suspended one, when its data go; null where no source says */
  readonly deletesAt: Date | null
  readonly endedAt: Date | null
  readonly endedBecause: EndReason | null
  readonly endNote: string | null
  readonly version: number
}

/** Why it is over although the column does not say so yet; the schedule writes it down later. */
export function overdueEnd({ status, deletesAt, endsAt }: Pick<Subscription, 'status' | 'deletesAt' | 'endsAt'>, now: Date): { readonly at: Date; readonly because: EndReason } | undefined {
  if (status === 'suspended' && deletesAt !== null && deletesAt <= now) return { at: deletesAt, because: 'retentionOver' }
  if ((status === 'active' || status === 'suspended') && endsAt !== null && endsAt <= now) return { at: endsAt, because: 'termEnded' }
  return undefined
}

/** The status as it holds at a moment. */
export function effectiveStatus(subscription: Pick<Subscription, 'status' | 'deletesAt' | 'endsAt'>, now: Date): SubscriptionStatus {
  return overdueEnd(subscription, now) ? 'deleted' : subscription.status
}

/** One that has ended stands as ended, with when and why. */
export function settled(subscription: Subscription, now: Date): Subscription {
  const end = overdueEnd(subscription, now)
  return end ? { ...subscription, status: 'deleted', endedAt: end.at, endedBecause: end.because } : subscription
}
