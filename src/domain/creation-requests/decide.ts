import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import type { CreationRequest, CreationRequestSide } from './creation-request.ts'
import { creationRequestTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedCreationRequest {
  readonly next: CreationRequest
  readonly event: EventDraft
}

export interface CreationAnswer {
  readonly personId: string
  readonly at: Date
}

export function askCreation(request: CreationRequest): DecidedCreationRequest {
  return { next: request, event: fact(request, 'creationRequest.sent', { country: request.customer.country, hasNote: request.note !== null }) }
}

/** The provider created the customer. That it is in partnership with the reseller is asked by the act that creates. */
export function completeCreation(request: CreationRequest, customerId: string, { personId, at }: CreationAnswer): DecidedCreationRequest {
  const next: CreationRequest = { ...request, status: transition(creationRequestTransitions, request.status, 'complete'), customerId, answeredAt: at, answeredBy: personId }
  return { next, event: fact(next, 'creationRequest.completed', { customerId }) }
}

/** The reason is for the reseller to read: kept on the request, not in the event. */
export function declineCreation(request: CreationRequest, reason: string, { personId, at }: CreationAnswer): DecidedCreationRequest {
  const next: CreationRequest = { ...request, status: transition(creationRequestTransitions, request.status, 'decline'), declineReason: reason, answeredAt: at, answeredBy: personId }
  return { next, event: fact(next, 'creationRequest.declined', {}) }
}

/** By the reseller, or because the partnership ended. */
export function withdrawCreation(request: CreationRequest, because: 'asked' | 'partnershipRemoved', { personId, at }: CreationAnswer): DecidedCreationRequest {
  const next: CreationRequest = { ...request, status: transition(creationRequestTransitions, request.status, 'withdraw'), answeredAt: at, answeredBy: personId }
  return { next, event: fact(next, 'creationRequest.withdrawn', { because }) }
}

export type CreationRequestAct = 'complete' | 'decline' | 'withdraw'

/** What its state leaves open to that side; who may do it is asked of the permission table. */
export function openCreationActs({ status }: CreationRequest, side: CreationRequestSide): CreationRequestAct[] {
  if (status !== 'waiting') return []
  return side === 'reseller' ? ['withdraw'] : ['complete', 'decline']
}

/** Seen by both, each filed under the other. */
function fact({ id, resellerId, providerId }: CreationRequest, type: EventType, data: Record<string, unknown>): EventDraft {
  return {
    type,
    resource: { type: 'creationRequest', id },
    readers: [{ tenantId: resellerId, counterpartId: providerId }, { tenantId: providerId, counterpartId: resellerId }],
    data,
  }
}
