import { cycleAt, daysOf, type Period } from '../catalogue/terms.ts'
import { type Minor, share } from '../money/money.ts'
import type { Subscription } from './subscription.ts'

/** `cycle`: a later cycle that began; `reactivation`: one that was not billed while suspended, for the rest of its cycle. */
export const chargeKinds = ['purchase', 'quantityChange', 'cancellation', 'conversion', 'cycle', 'reactivation', 'transferOut', 'transferIn'] as const
export type ChargeKind = (typeof chargeKinds)[number]

/** One act that cost or gave back something; never changed afterwards. */
export interface Charge {
  readonly kind: ChargeKind
  readonly at: Date
  readonly period: Period
  readonly quantityBefore: number
  readonly quantityAfter: number
  readonly unitPrice: Minor
  /** negative where it is given back */
  readonly amount: Minor
}

/** A whole cycle of so many units: nothing to round. */
export function cyclePrice(unitPrice: Minor, quantity: number): Minor {
  return unitPrice * BigInt(quantity)
}

/**
 * What a change of quantity costs for the days that are left of the cycle, today included. Each side is rounded once and the
 * charge is their difference, so that any number of changes on one day costs exactly what the first and the last differ by,
 * and nobody gets back more than was charged.
 */
export function chargeFor(kind: Charge['kind'], subscription: Subscription, quantityAfter: number, now: Date): Charge {
  const { startedAt, billingCycle, unitPrice } = subscription
  const period = cycleAt(startedAt!, billingCycle, now)
  const quantityBefore = kind === 'purchase' || kind === 'reactivation' ? 0 : subscription.quantity
  const { whole, left } = daysOf(period, now)
  const worth = (quantity: number) => share(cyclePrice(unitPrice, quantity), left, whole)
  return { kind, at: now, period: { from: now, until: period.until }, quantityBefore, quantityAfter, unitPrice, amount: worth(quantityAfter) - worth(quantityBefore) }
}
