import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { effectiveHandOverStatus, type HandOver, type HandOverEnd, handOverValidityDays, isGiven, isOpenHandOver, sideOfHandOver } from './hand-over.ts'
import { handOverTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedHandOver {
  readonly next: HandOver
  readonly event: EventDraft
}

export interface HandOverActor {
  readonly tenantId: string
  readonly personId: string
}

export interface AgreedCustomer {
  readonly customerId: string
  readonly customerName: string
  readonly customerCountry: string
}

/** What accepting ended and began, for the event that all three read. */
export interface HandOverEffect {
  readonly servicesEnded: readonly string[]
  readonly servicesGranted: readonly string[]
  readonly requestsWithdrawn: number
}

export function handOverDue(now: Date): Date {
  return new Date(now.getTime() + handOverValidityDays * 86_400_000)
}

export function proposeHandOver(handOver: HandOver): DecidedHandOver {
  return { next: handOver, event: fact(handOver, 'handOver.proposed', { services: handOver.services }) }
}

/** The other partner's yes. From now on the customer is asked, and has its own time to answer. */
export function agreeHandOver(handOver: HandOver, by: HandOverActor, { customer, services, now }: { readonly customer: AgreedCustomer; readonly services: readonly string[]; readonly now: Date }): DecidedHandOver {
  const status = transition(handOverTransitions, effectiveHandOverStatus(handOver, now), 'agree')
  const next: HandOver = { ...handOver, ...customer, services, status, agreedAt: now, agreedBy: by.personId, expiresAt: handOverDue(now) }
  return { next, event: fact(next, 'handOver.agreed', { services, ...(handOver.customerId === null && { customerId: customer.customerId }) }) }
}

/** The customer's yes; whether it may is judged before, in the same transaction (verdict.ts). */
export function acceptHandOver(handOver: HandOver, by: HandOverActor, { effect, now }: { readonly effect: HandOverEffect; readonly now: Date }): DecidedHandOver {
  const status = transition(handOverTransitions, effectiveHandOverStatus(handOver, now), 'accept')
  const next: HandOver = { ...handOver, status, answeredAt: now, answeredBy: by.personId, answeredByTenant: by.tenantId }
  return { next, event: fact(next, 'handOver.accepted', { ...effect }) }
}

/** The other partner before it agreed, or the customer after. */
export function declineHandOver(handOver: HandOver, by: HandOverActor, { note, now }: { readonly note: string | null; readonly now: Date }): DecidedHandOver {
  const status = transition(handOverTransitions, effectiveHandOverStatus(handOver, now), 'decline')
  const next: HandOver = { ...handOver, status, note, answeredAt: now, answeredBy: by.personId, answeredByTenant: by.tenantId }
  return { next, event: fact(next, 'handOver.declined', { by: sideOfHandOver(handOver, by.tenantId), hasNote: note !== null }) }
}

/** Its proposer at any time; the other partner once it has agreed. */
export function withdrawHandOver(handOver: HandOver, by: HandOverActor, { note, now }: { readonly note: string | null; readonly now: Date }): DecidedHandOver {
  const status = transition(handOverTransitions, effectiveHandOverStatus(handOver, now), 'withdraw')
  const next: HandOver = { ...handOver, status, note, answeredAt: now, answeredBy: by.personId, answeredByTenant: by.tenantId }
  return { next, event: fact(next, 'handOver.withdrawn', { by: sideOfHandOver(handOver, by.tenantId), hasNote: note !== null }) }
}

/** Makes the record agree with the truth; before its time it is refused. */
export function expireHandOver(handOver: HandOver, now: Date): DecidedHandOver {
  if (isOpenHandOver(handOver.status) && effectiveHandOverStatus(handOver, now) !== 'expired') {
    throw new DomainError('invalidTransition', 'Cannot expire before its last moment.', { action: 'expire', current: handOver.status, allowedFrom: ['after its last moment'] })
  }
  const next: HandOver = { ...handOver, status: transition(handOverTransitions, handOver.status, 'expire') }
  return { next, event: fact(next, 'handOver.expired', {}) }
}

/** A side closed, was suspended or removed the customer: nothing is left to carry out. */
export function endHandOver(handOver: HandOver, because: HandOverEnd): DecidedHandOver {
  const next: HandOver = { ...handOver, status: transition(handOverTransitions, handOver.status, 'end'), endedBecause: because }
  return { next, event: fact(next, 'handOver.ended', { because }) }
}

export type HandOverAct = 'agree' | 'accept' | 'decline' | 'withdraw'

/** What its state leaves open to that side now; who may do it is asked of the permission table. */
export function openHandOverActs(handOver: HandOver, tenantId: string, now: Date): HandOverAct[] {
  const status = effectiveHandOverStatus(handOver, now)
  const side = sideOfHandOver(handOver, tenantId)
  if (side === undefined) return []
  if (side === 'customer') return status === 'agreed' ? ['accept', 'decline'] : []
  if (status === 'agreed') return ['withdraw']
  if (status !== 'proposed') return []
  return tenantId === handOver.proposerId ? ['withdraw'] : ['agree', 'decline']
}

/**
 * Seen by the partners, and from their agreement on by the customer. A proposer is not told by an event whom it reached: the
 * present partner files it under its customer, the new one under nobody until the other has answered.
 */
function fact(handOver: HandOver, type: EventType, data: Record<string, unknown>): EventDraft {
  const { id, proposerId, fromPartnerId: from, toPartnerId: to, customerId, agreedAt } = handOver
  const hasAnswered = agreedAt !== null || type === 'handOver.declined'
  const toKnows = isGiven(handOver) || hasAnswered
  return {
    type,
    resource: { type: 'handOver', id },
    readers: [
      ...(from === null ? [] : [{ tenantId: from, counterpartId: customerId ?? (hasAnswered ? to : proposerId) }]),
      ...(to === null ? [] : [{ tenantId: to, counterpartId: toKnows ? from : null }]),
      ...(customerId === null || agreedAt === null ? [] : [{ tenantId: customerId, counterpartId: type === 'handOver.accepted' ? to : from }]),
    ],
    data,
  }
}
