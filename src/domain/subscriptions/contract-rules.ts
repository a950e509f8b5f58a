import type { Generation } from '../catalogue/catalogue.ts'
import { termAt } from '../catalogue/terms.ts'
import type { Subscription } from './subscription.ts'

interface ContractRule {
  /** hours from the start of a term within which it may be cancelled; null: never, it is suspended instead */
  readonly cancelHours: { readonly monthly: number; readonly longer: number } | null
  /** seats may be given back at any time, or only while it may be cancelled */
  readonly seatsDown: 'anyTime' | 'whileCancellable'
  /** whether a suspended one goes on to be billed, and so stands in the way of removing the customer */
  readonly suspendedIsBilled: boolean
  /** whether another partner may become its seller (D.11: services of the cloud itself, not those of a third publisher) */
  readonly mayChangeSeller: boolean
}

/** D.7 and S0.L3.7: legacy ones are suspended; new commerce may be cancelled for 7 days; marketplace for 24 hours or 14 days. */
export const contractRules: Readonly<Record<Generation, ContractRule>> = {
  legacy: { cancelHours: null, seatsDown: 'anyTime', suspendedIsBilled: false, mayChangeSeller: true },
  newCommerce: { cancelHours: { monthly: 168, longer: 168 }, seatsDown: 'whileCancellable', suspendedIsBilled: true, mayChangeSeller: true },
  marketplace: { cancelHours: { monthly: 24, longer: 336 }, seatsDown: 'whileCancellable', suspendedIsBilled: true, mayChangeSeller: false },
}

/** Until when it may be cancelled in its current term; null where its generation knows no cancelling. A trial, until it ends. */
export function cancellableUntil(subscription: Subscription, now: Date): Date | null {
  const { startedAt, term, generation, isTrial } = subscription
  if (!startedAt) return null
  const current = termAt(startedAt, term, now)
  if (isTrial) return current.until
  const hours = contractRules[generation].cancelHours
  return hours && new Date(current.from.getTime() + (term === 'P1M' ? hours.monthly : hours.longer) * 3_600_000)
}

export function isCancellable(subscription: Subscription, now: Date): boolean {
  const until = cancellableUntil(subscription, now)
  return until !== null && now < until
}

export function maySeatsGoDown(subscription: Subscription, now: Date): boolean {
  return contractRules[subscription.generation].seatsDown === 'anyTime' || isCancellable(subscription, now)
}
