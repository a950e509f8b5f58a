import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { bindingRefusal, effectiveStatus, isAwaiting } from './relationship-request.ts'
import type { AnsweringTenant, RelationshipRequest } from './relationship-request.ts'
import { relationshipRequestActs, relationshipRequestTransitions } from './transitions.ts'
import type { RelationshipRequestAct } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface Decided {
  readonly next: RelationshipRequest
  readonly event: EventDraft
}

/** `sent`: mailed from here, by a campaign. */
export type SharedBy = 'mail' | 'eml' | 'copy' | 'done' | 'sent'

export interface Answer {
  readonly tenant: AnsweringTenant
  readonly personId: string
}

export function create(request: RelationshipRequest): Decided {
  const { kind, services, named, followsId, language, secondPartnerId } = request
  const names = named.customerId ? 'tenant' : named.domain ? 'domain' : named.country ? 'country' : 'nobody'
  return { next: request, event: fact(request, 'relationshipRequest.created', { kind, services, names, followsId, language, secondPartnerId }) }
}

/** Copying, opening in the mail program and Done each make it shared (decision 3); doing so again changes nothing more. */
export function share(request: RelationshipRequest, by: SharedBy, now: Date): Decided | undefined {
  const status = effectiveStatus(request, now)
  const isFirst = status === 'draft'
  if (!isFirst) requireOpen(request, 'shareAgain', now)
  if (request.sharedAt !== null) return undefined
  const next = { ...request, status: isFirst ? transition(relationshipRequestTransitions, status, 'share') : status, sharedAt: now }
  return { next, event: fact(next, 'relationshipRequest.shared', { by }) }
}

/** Opened by the page's POST (decision 4). Undefined where it was open already: a second look is a visit, not a change. */
export function open(request: RelationshipRequest, now: Date): Decided | undefined {
  const status = effectiveStatus(request, now)
  if (status === 'opened') return undefined
  const next = { ...request, status: transition(relationshipRequestTransitions, status, 'open'), openedAt: now }
  return { next, event: { ...fact(next, 'relationshipRequest.opened', {}), through: 'link' } }
}

/** The customer's yes. Whether this tenant, partner and agreement are right besides is asked by the use case, in the same transaction. */
export function accept(request: RelationshipRequest, answer: Answer, now: Date): Decided {
  const next = { ...answered(request, answer, now), status: transition(relationshipRequestTransitions, effectiveStatus(request, now), 'accept') }
  return { next, event: { ...fact(next, 'relationshipRequest.accepted', { kind: next.kind, services: next.services }), through: 'link' } }
}

/** The reason is the customer's own words: kept on the request, not in the event. */
export function decline(request: RelationshipRequest, answer: Answer & { readonly reason: string | null }, now: Date): Decided {
  const status = transition(relationshipRequestTransitions, effectiveStatus(request, now), 'decline')
  const next = { ...answered(request, answer, now), status, declineReason: answer.reason }
  return { next, event: { ...fact(next, 'relationshipRequest.declined', { hasReason: answer.reason !== null }), through: 'link' } }
}

export type WithdrawnBecause = 'asked' | 'sentAgain' | 'relationshipRemoved' | 'partnershipRemoved'

export function withdraw(request: RelationshipRequest, because: WithdrawnBecause, now: Date): Decided {
  const next = { ...request, status: transition(relationshipRequestTransitions, effectiveStatus(request, now), 'withdraw') }
  return { next, event: fact(next, 'relationshipRequest.withdrawn', { because }) }
}

/** Makes the record agree with the truth; before its time it is refused. */
export function expire(request: RelationshipRequest, now: Date): Decided {
  if (isAwaiting(request.status) && effectiveStatus(request, now) !== 'expired') throw notNow('expire', request.status, ['after its last moment'])
  const next = { ...request, status: transition(relationshipRequestTransitions, request.status, 'expire') }
  return { next, event: fact(next, 'relationshipRequest.expired', {}) }
}

/** Who asked is told once, while a reminder still helps. The request stays as it is. */
export function runsOut(request: RelationshipRequest): EventDraft {
  return fact(request, 'relationshipRequest.expiring', { expiresAt: request.expiresAt.toISOString() })
}

/** Only the words of the draft; what is asked stays. That the link stands in it was checked before. */
export function editDraft(request: RelationshipRequest, words: { readonly subject: string; readonly body: string }, now: Date): Decided {
  requireOpen(request, 'edit', now)
  const next = { ...request, ...words }
  return { next, event: fact(next, 'relationshipRequest.edited', {}) }
}

/** The same link in a new letter, which the partner sends itself. */
export function remind(request: RelationshipRequest, words: { readonly subject: string; readonly body: string }, now: Date): Decided {
  requireOpen(request, 'remind', now)
  const next = { ...request, ...words, remindedAt: now }
  return { next, event: fact(next, 'relationshipRequest.reminded', {}) }
}

/** Sending it again ends the old link. Undefined where that had ended already: nothing is left to withdraw. */
export function endForResending(request: RelationshipRequest, now: Date): Decided | undefined {
  requireOpen(request, 'resend', now)
  return isAwaiting(effectiveStatus(request, now)) ? withdraw(request, 'sentAgain', now) : undefined
}

export function resent(request: RelationshipRequest, followedBy: string): EventDraft {
  return fact(request, 'relationshipRequest.resent', { followedBy })
}

/** One click on the page of a link that ended. Undefined where it was asked within the last day: the partner knows already. */
export function askFreshLink(request: RelationshipRequest, now: Date): Decided | undefined {
  requireOpen(request, 'askFreshLink', now)
  if (request.freshLinkAskedAt !== null && now.getTime() - request.freshLinkAskedAt.getTime() < 86_400_000) return undefined
  const next = { ...request, freshLinkAskedAt: now }
  return { next, event: { ...fact(next, 'relationshipRequest.freshLinkAsked', {}), through: 'link' } }
}

export type OpenAct = 'share' | 'edit' | 'remind' | 'withdraw' | 'resend'

/** What its status leaves open now; who may do it is asked of the permission table. */
export function openActs(request: RelationshipRequest, now: Date): OpenAct[] {
  const status = effectiveStatus(request, now)
  return (Object.keys(partnerActs) as OpenAct[]).filter((act) => partnerActs[act].includes(status))
}

const partnerActs: Readonly<Record<OpenAct, readonly string[]>> = {
  share: [...relationshipRequestTransitions.share.from, ...relationshipRequestActs.shareAgain],
  edit: relationshipRequestActs.edit,
  remind: relationshipRequestActs.remind,
  withdraw: relationshipRequestTransitions.withdraw.from,
  resend: relationshipRequestActs.resend,
}

function answered(request: RelationshipRequest, { tenant, personId }: Answer, now: Date): RelationshipRequest {
  const refusal = bindingRefusal(request.named, tenant)
  if (refusal) throw new DomainError('invitationNotPossible', 'The request names another customer.', { reason: refusal })
  return { ...request, customerId: tenant.id, answeredAt: now, answeredBy: personId }
}

function requireOpen(request: RelationshipRequest, act: RelationshipRequestAct, now: Date): void {
  const status = effectiveStatus(request, now)
  const from: readonly string[] = relationshipRequestActs[act]
  if (!from.includes(status)) throw notNow(act, status, from)
}

function notNow(action: string, current: string, allowedFrom: readonly string[]): DomainError {
  return new DomainError('invalidTransition', `Cannot ${action} while ${current}.`, { action, current, allowedFrom })
}

/** Seen by the partners that ask and, from its answer on, by the customer. */
function fact(request: RelationshipRequest, type: EventType, data: Record<string, unknown>): EventDraft {
  const { id, partnerId, secondPartnerId, customerId } = request
  const partners = secondPartnerId === null ? [partnerId] : [partnerId, secondPartnerId]
  return {
    type,
    resource: { type: 'relationshipRequest', id },
    readers: [
      ...partners.map((tenantId) => ({ tenantId, counterpartId: customerId })),
      ...(customerId === null ? [] : [{ tenantId: customerId, counterpartId: partnerId }]),
    ],
    data,
  }
}
