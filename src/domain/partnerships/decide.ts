import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { effectivePartnershipStatus, isAwaitingReseller, type Partnership, type PartnershipSide } from './partnership.ts'
import { partnershipActs, partnershipTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedPartnership {
  readonly next: Partnership
  readonly event: EventDraft
}

export interface ResellerAnswer {
  readonly resellerId: string
  readonly personId: string
}

export interface PartnershipEnd {
  readonly tenantId: string
  readonly personId: string
  /** the remover's own words; kept on the partnership, not in the event */
  readonly reason: string | null
  readonly statementSha256: string
  /** services on which the provider's access to the reseller's own organization ended in the same step */
  readonly accessEnded: readonly string[]
  readonly requestsWithdrawn: number
}

export function askPartnership(partnership: Partnership): DecidedPartnership {
  return { next: partnership, event: fact(partnership, 'partnership.asked', { language: partnership.language }) }
}

/** Copying, opening in the mail program and Done each make it shared; doing so again changes nothing more. */
export function sharePartnership(partnership: Partnership, by: 'mail' | 'eml' | 'copy' | 'done', now: Date): DecidedPartnership | undefined {
  const status = effectivePartnershipStatus(partnership, now)
  if ((partnershipActs.shareAgain as readonly string[]).includes(status)) return undefined
  const next: Partnership = { ...partnership, status: transition(partnershipTransitions, status, 'share'), sharedAt: now }
  return { next, event: fact(next, 'partnership.shared', { by }) }
}

/** Only the words of the letter. That the link stands in them was checked before. */
export function editPartnershipLetter(partnership: Partnership, words: { readonly subject: string; readonly body: string }, now: Date): DecidedPartnership {
  const current = effectivePartnershipStatus(partnership, now)
  const allowedFrom: readonly string[] = partnershipActs.edit
  if (!allowedFrom.includes(current)) throw new DomainError('invalidTransition', `Cannot edit while ${current}.`, { action: 'edit', current, allowedFrom })
  const next = { ...partnership, ...words }
  return { next, event: fact(next, 'partnership.edited', {}) }
}

/** The reseller's yes. Whether this reseller and this provider may is judged before, in the same transaction (verdict.ts). */
export function authorizeProvider(partnership: Partnership, answer: ResellerAnswer, access: { readonly services: readonly string[] }, now: Date): DecidedPartnership {
  const status = transition(partnershipTransitions, effectivePartnershipStatus(partnership, now), 'authorize')
  const next: Partnership = { ...partnership, status, resellerId: answer.resellerId, answeredAt: now, answeredBy: answer.personId }
  return { next, event: { ...fact(next, 'partnership.authorized', { services: access.services }), through: 'link' } }
}

export function declineProvider(partnership: Partnership, answer: ResellerAnswer, now: Date): DecidedPartnership {
  const status = transition(partnershipTransitions, effectivePartnershipStatus(partnership, now), 'decline')
  const next: Partnership = { ...partnership, status, resellerId: answer.resellerId, answeredAt: now, answeredBy: answer.personId }
  return { next, event: { ...fact(next, 'partnership.declined', {}), through: 'link' } }
}

export function withdrawPartnership(partnership: Partnership, now: Date): DecidedPartnership {
  const next: Partnership = { ...partnership, status: transition(partnershipTransitions, effectivePartnershipStatus(partnership, now), 'withdraw') }
  return { next, event: fact(next, 'partnership.withdrawn', {}) }
}

/** Makes the record agree with the truth; before its time it is refused. */
export function expirePartnership(partnership: Partnership, now: Date): DecidedPartnership {
  if (isAwaitingReseller(partnership.status) && effectivePartnershipStatus(partnership, now) !== 'expired') {
    throw new DomainError('invalidTransition', 'Cannot expire before its last moment.', { action: 'expire', current: partnership.status, allowedFrom: ['after its last moment'] })
  }
  const next: Partnership = { ...partnership, status: transition(partnershipTransitions, partnership.status, 'expire') }
  return { next, event: fact(next, 'partnership.expired', {}) }
}

/** Either side ends it. Customers, and privileges at customers, stay as they are (D.3). */
export function removePartnership(partnership: Partnership, end: PartnershipEnd, now: Date): DecidedPartnership {
  const status = transition(partnershipTransitions, partnership.status, 'remove')
  const next: Partnership = {
    ...partnership,
    status,
    endedAt: now,
    endedBy: end.personId,
    endedByTenant: end.tenantId,
    endReason: end.reason,
    endStatementSha256: Buffer.from(end.statementSha256, 'hex'),
  }
  const { statementSha256, accessEnded, requestsWithdrawn } = end
  return { next, event: fact(next, 'partnership.removed', { statementSha256, services: accessEnded, requestsWithdrawn }) }
}

/** The reseller strips the provider's access to its own organization; the partnership goes on. */
export function accessRemoved(partnership: Partnership, services: readonly string[]): EventDraft {
  return fact(partnership, 'partnership.accessRemoved', { services })
}

/** Somebody came and could not go on: the provider learns why, not who it was. */
export function partnershipBlocked(partnership: Partnership, reason: string): EventDraft {
  const { providerId } = partnership
  return { ...fact(partnership, 'partnership.blocked', {}), readers: [{ tenantId: providerId }], refused: reason, through: 'link' }
}

export type PartnershipAct = 'share' | 'edit' | 'withdraw' | 'remove' | 'removeAccess'

/** What its state leaves open to that side now; who may do it is asked of the permission table. */
export function openPartnershipActs(partnership: Partnership, around: { readonly side: PartnershipSide; readonly hasAccess: boolean; readonly now: Date }): PartnershipAct[] {
  const status = effectivePartnershipStatus(partnership, around.now)
  const isWaiting = around.side === 'provider' && isAwaitingReseller(status)
  return [
    ...(isWaiting ? (['share', 'edit', 'withdraw'] as const) : []),
    ...(status === 'active' ? (['remove'] as const) : []),
    ...(around.side === 'reseller' && around.hasAccess ? (['removeAccess'] as const) : []),
  ]
}

/** Seen by the provider and, from its answer on, by the reseller; each filed under the other. */
function fact({ id, providerId, resellerId }: Partnership, type: EventType, data: Record<string, unknown>): EventDraft {
  return {
    type,
    resource: { type: 'partnership', id },
    readers: [{ tenantId: providerId, counterpartId: resellerId }, ...(resellerId === null ? [] : [{ tenantId: resellerId, counterpartId: providerId }])],
    data,
  }
}
