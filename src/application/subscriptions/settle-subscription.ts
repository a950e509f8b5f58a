import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import type { Decided } from '../../domain/subscriptions/decide.ts'
import { requireSeller, type SellerAct } from '../../domain/subscriptions/seller.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { dueCycles } from '../../domain/subscriptions/cycles.ts'
import { insertCharge } from '../../store/order-store.ts'
import { findSubscription, lockSubscription, saveBilledUntil, saveSubscription } from '../../store/subscription-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { Work } from '../use-case.ts'

export interface SubscriptionNamed {
  readonly customerId: string
  readonly subscriptionId: string
}

/** Held for the act of its seller; another partner that may see it is told why it may not (decision 16). */
export async function lockOwnSubscription(work: Work, { customerId, subscriptionId }: SubscriptionNamed, act: SellerAct, version?: number): Promise<Subscription> {
  const seen = await findSubscription(work.trx, customerId, subscriptionId)
  if (!seen) throw new DomainError('notFound', 'No such subscription.')
  requireSeller(seen, work.person.tenantId, act)
  const locked = await lockSubscription(work.trx, customerId, subscriptionId)
  if (!locked) throw new DomainError('notFound', 'No such subscription.')
  if (version !== undefined && locked.version !== version) throw new DomainError('changedMeanwhile', 'The subscription changed meanwhile.')
  return locked
}

/** Saves the next state with its event and, where something was charged or given back, with that. */
export async function settleSubscription(work: Work, { next, charge }: Decided, type: EventType, data: Readonly<Record<string, unknown>> = {}): Promise<Subscription> {
  const billedUntil = await bookDueCycles(work, next)
  // Unless the act itself paid a cycle, it is paid as far as was just booked.
  const saved = await saveSubscription(work.trx, charge?.kind === 'purchase' || charge?.kind === 'reactivation' ? next : { ...next, billedUntil })
  if (charge) await insertCharge(work.trx, next, charge, bookedBy(work, next))
  await work.record({ type, resource: { type: 'subscription', id: next.id }, readers: sidesOf(next), data, ...(work.held && { through: 'relationship' }) })
  return saved
}

/**
 * The cycles that began until now, as the subscription stood before the act that holds it: the row still says so. Gives back
 * until when it is paid.
 */
export async function bookDueCycles(work: Work, { customerId, id }: Pick<Subscription, 'customerId' | 'id'>): Promise<Date | null> {
  const stored = await findSubscription(work.trx, customerId, id)
  if (!stored) return null
  const { billedUntil, charges } = dueCycles(stored, work.now)
  for (const charge of charges) await insertCharge(work.trx, stored, charge, bookedBy(work, stored))
  if (charges.length > 0) await saveBilledUntil(work.trx, id, billedUntil)
  return billedUntil
}

/** What the schedule books is by whoever bought it. */
export function bookedBy({ actor }: Work, { createdBy }: Pick<Subscription, 'createdBy'>): string {
  return actor.kind === 'person' ? actor.personId : createdBy
}

/** Seller and customer, and the reseller on record. */
export function sidesOf({ partnerId, customerId, resellerId }: Pick<Subscription, 'partnerId' | 'customerId' | 'resellerId'>) {
  return [...bothSides(partnerId, customerId), ...(resellerId === null ? [] : [{ tenantId: resellerId, counterpartId: customerId }])]
}
