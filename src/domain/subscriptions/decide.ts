import { cycleAt, termAt } from '../catalogue/terms.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import { openTransitions, transition } from '../transition.ts'
import { type Charge, chargeFor } from './charges.ts'
import { cancellableUntil, contractRules, isCancellable, maySeatsGoDown } from './contract-rules.ts'
import { effectiveStatus, type EndReason, overdueEnd, settled, type Subscription, type SuspensionReason } from './subscription.ts'
import { type SubscriptionAct, subscriptionTransitions } from './transitions.ts'

/** The next state, and what it cost or gave back where it did; saved together with its event or not at all. */
export interface Decided {
  readonly next: Subscription
  readonly charge?: Charge
}

/** The operator's click, or its connector's answer: it is there. From here on terms are counted and money is owed. */
export function fulfil(subscription: Subscription, { autoRenews }: { readonly autoRenews: boolean }, now: Date): Decided {
  const status = step(subscription, 'fulfil', now)
  const autoRenew = subscription.autoRenew && autoRenews
  const endsAt = autoRenew ? null : termAt(now, subscription.term, now).until
  const billedUntil = cycleAt(now, subscription.billingCycle, now).until
  const next = { ...subscription, status, startedAt: now, billedUntil, autoRenew, endsAt }
  return { next, charge: chargeFor('purchase', next, next.quantity, now) }
}

/** Before it was provisioned: by the operator that cannot, or by the partner that no longer wants it. Nothing was charged. */
export function dropPending(subscription: Subscription, act: 'refuse' | 'withdraw', note: string | null, now: Date): Decided {
  const status = step(subscription, act, now)
  return { next: { ...subscription, status, endedAt: now, endedBecause: act === 'refuse' ? 'notProvisioned' : 'orderCancelled', endNote: note } }
}

/** Users are locked out; the data stay for the days that the cloud's manifest says, and no longer [S2.L4.2]. */
export function suspend(subscription: Subscription, because: SuspensionReason, retention: CapabilityManifest['retentionDays'], now: Date): Decided {
  const status = step(subscription, 'suspend', now)
  const deletesAt = retention === 'unknown' ? null : new Date(now.getTime() + retention.usual * 86_400_000)
  return { next: { ...subscription, status, suspendedAt: now, suspendedBecause: because, deletesAt } }
}

/** An add-on comes back only under a base that is active (27009). */
export function reactivate(subscription: Subscription, base: Subscription | undefined, now: Date): Decided {
  const status = step(subscription, 'reactivate', now)
  if (base && effectiveStatus(base, now) !== 'active') throw notPossible('baseNotActive', 'reactivate')
  const next: Subscription = { ...subscription, status, suspendedAt: null, suspendedBecause: null, deletesAt: null }
  // Where it was not billed while it was suspended, the rest of the cycle in which it comes back is.
  if (!subscription.billedUntil || subscription.billedUntil > now || contractRules[subscription.generation].suspendedIsBilled) return { next }
  const charge = chargeFor('reactivation', next, next.quantity, now)
  return { next: { ...next, billedUntil: charge.period.until }, charge }
}

/** Within the window of its generation; what is left of the cycle is given back. */
export function cancel(subscription: Subscription, now: Date): Decided {
  const status = step(subscription, 'cancel', now)
  if (!isCancellable(subscription, now)) throw notPossible(cancellableUntil(subscription, now) === null ? 'suspendedNotCancelled' : 'cancelWindowOver', 'cancel')
  return { next: { ...subscription, status, endedAt: now, endedBecause: 'cancelled' }, charge: chargeFor('cancellation', subscription, 0, now) }
}

/** An add-on goes with its base; it gives back something only where it could have been cancelled itself. */
export function endWithBase(subscription: Subscription, now: Date): Decided {
  if (subscription.status === 'pending') return { next: { ...subscription, status: 'deleted', endedAt: now, endedBecause: 'withBase' } }
  const next: Subscription = { ...subscription, status: step(subscription, 'end', now), endedAt: now, endedBecause: 'withBase' }
  return isCancellable(subscription, now) ? { next, charge: chargeFor('cancellation', subscription, 0, now) } : { next }
}

/** Something else has come in its place; what is left of the cycle is given back, whatever the window of its generation. */
export function giveWay(subscription: Subscription, now: Date): Decided {
  if (effectiveStatus(subscription, now) !== 'active') throw notPossible('upgradeNotActive', 'convert')
  const status = step(subscription, 'convert', now)
  return { next: { ...subscription, status, endedAt: now, endedBecause: 'converted' }, charge: chargeFor('conversion', subscription, 0, now) }
}

/** Its customer's organization is closed: whatever it was waiting for, it is over; it gives back something only where it could have been cancelled. */
export function endWithCustomer(subscription: Subscription, now: Date): Decided {
  const decided = endWithBase(subscription, now)
  return { ...decided, next: { ...decided.next, endedBecause: 'tenantClosed' } }
}

/** Makes the record agree with the truth; before its time it is refused. */
export function endDue(subscription: Subscription, now: Date): Decided & { readonly because: EndReason } {
  const due = overdueEnd(subscription, now)
  if (!due) throw new DomainError('invalidTransition', 'Cannot end before its last moment.', { action: 'end', current: subscription.status, allowedFrom: ['after its last moment'] })
  return { next: settled(subscription, now), because: due.because }
}

/** More seats at any time; fewer as the generation allows. Never while it is suspended (2001), and never those of a trial. */
export function changeQuantity(subscription: Subscription, quantity: number, now: Date): Decided {
  const status = effectiveStatus(subscription, now)
  if (status !== 'active') throw status === 'suspended' ? notPossible('quantityWhileSuspended', 'changeSeats') : notNow('changeSeats', status)
  if (subscription.isTrial) throw notPossible('trialSeatsFixed', 'changeSeats')
  if (quantity < subscription.minQuantity) throw notPossible('quantityBelowMinimum', 'changeSeats', { minimum: subscription.minQuantity })
  if (quantity > subscription.maxQuantity) throw notPossible('quantityAboveMaximum', 'changeSeats', { maximum: subscription.maxQuantity })
  if (quantity < subscription.quantity && !maySeatsGoDown(subscription, now)) throw notPossible('seatsOnlyAtRenewal', 'changeSeats')
  return { next: { ...subscription, quantity }, charge: chargeFor('quantityChange', subscription, quantity, now) }
}

/** Off: it ends with the term that runs. On again: it goes on. */
export function setAutoRenew(subscription: Subscription, autoRenew: boolean, now: Date): Decided {
  const status = effectiveStatus(subscription, now)
  if (status !== 'active' && status !== 'suspended') throw notNow('autoRenew', status)
  if (subscription.isTrial && autoRenew) throw notPossible('trialEnds', 'autoRenew')
  return { next: { ...subscription, autoRenew, endsAt: autoRenew ? null : termAt(subscription.startedAt!, subscription.term, now).until } }
}

export function rename(subscription: Subscription, friendlyName: string | null, now: Date): Decided {
  return { next: { ...living(subscription, 'rename', now), friendlyName } }
}

export function changeReseller(subscription: Subscription, resellerId: string | null, now: Date): Decided {
  return { next: { ...living(subscription, 'changeReseller', now), resellerId } }
}

/** What its status leaves open; who may is asked elsewhere. */
export function openActs(subscription: Subscription, now: Date): SubscriptionAct[] {
  return openTransitions(subscriptionTransitions, effectiveStatus(subscription, now)).filter((act) => act !== 'cancel' || isCancellable(subscription, now))
}

function living(subscription: Subscription, act: string, now: Date): Subscription {
  const status = effectiveStatus(subscription, now)
  if (status === 'deleted') throw notNow(act, status)
  return subscription
}

function step(subscription: Subscription, act: SubscriptionAct, now: Date) {
  return transition(subscriptionTransitions, effectiveStatus(subscription, now), act)
}

function notNow(action: string, current: string): DomainError {
  return new DomainError('invalidTransition', `Cannot ${action} while ${current}.`, { action, current, allowedFrom: ['active'] })
}

function notPossible(reason: string, action: string, more: Record<string, unknown> = {}): DomainError {
  return new DomainError('subscriptionNotPossible', `Refused: ${reason}.`, { reason, action, ...more })
}
