import type { EventDraft, EventType } from '../events.ts'
import { openTransitions, transition } from '../transition.ts'
import { type RequestSide, type ServiceRequest, type ServiceRequestStatus, serviceRequestTransitions } from './service-request.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedRequest {
  readonly next: ServiceRequest
  readonly event: EventDraft
}

export type RequestAct = keyof typeof serviceRequestTransitions

export function fileRequest(request: ServiceRequest): DecidedRequest {
  return { next: request, event: fact(request, 'serviceRequest.filed', { by: request.filedSide }) }
}

/** Whose desk it is answers; anybody else writes, and the desk owes the next word. */
export function noteRequest(request: ServiceRequest, side: RequestSide, now: Date): DecidedRequest {
  const act = side === request.desk ? 'answer' : 'write'
  return decided(moved(request, act, now), act === 'answer' ? 'serviceRequest.answered' : 'serviceRequest.written', { by: side })
}

/** From the partner's desk to the operator's, with the whole thread; the partner goes on reading and writing. */
export function escalateRequest(request: ServiceRequest, now: Date): DecidedRequest {
  const next = moved({ ...request, desk: 'operator', movedBecause: 'escalated', waitingSince: now }, 'escalate', now)
  return decided(next, 'serviceRequest.escalated', {})
}

export function closeRequest(request: ServiceRequest, side: RequestSide, now: Date): DecidedRequest {
  return decided(moved(request, 'close', now), 'serviceRequest.closed', { by: side })
}

export function reopenRequest(request: ServiceRequest, side: RequestSide, now: Date): DecidedRequest {
  return decided(moved(request, 'reopen', now), 'serviceRequest.reopened', { by: side })
}

/** The partner has gone: what is open goes on between the customer and the operator, and the partner reads it no more. */
export function moveToOperator(request: ServiceRequest, now: Date): DecidedRequest {
  const base = request.desk === 'operator' ? { ...request, changedAt: now } : moved({ ...request, waitingSince: now }, 'moveToOperator', now)
  const next = { ...base, desk: 'operator', partnerId: null, movedBecause: 'relationshipEnded' } as const
  return { next, event: fact(request, 'serviceRequest.moved', { because: 'relationshipEnded' }) }
}

/** Nobody is left to be answered. */
export function closeWithTenant(request: ServiceRequest, now: Date): DecidedRequest {
  return decided({ ...moved(request, 'close', now), closedBecause: 'tenantClosed' }, 'serviceRequest.closed', { because: 'tenantClosed' })
}

/** What somebody on that side may do with it now; the roles are asked elsewhere. */
export function actsOf(request: ServiceRequest, side: RequestSide): RequestAct[] {
  const open = openTransitions(serviceRequestTransitions, request.status)
  return open.filter((act) => allowedTo(request, side).includes(act))
}

/** Whoever is at the desk, the customer, and a partner that filed it itself may close it and open it again. */
function allowedTo({ desk, filedSide }: ServiceRequest, side: RequestSide): readonly RequestAct[] {
  const settles: readonly RequestAct[] = side === 'customer' || side === desk || side === filedSide ? ['close', 'reopen'] : []
  if (side !== desk) return ['write', ...settles]
  return side === 'partner' ? ['answer', 'escalate', ...settles] : ['answer', ...settles]
}

function moved(request: ServiceRequest, act: RequestAct, now: Date): ServiceRequest {
  const status: ServiceRequestStatus = transition(serviceRequestTransitions, request.status, act)
  return {
    ...request,
    status,
    changedAt: now,
    waitingSince: status === 'open' ? (request.waitingSince ?? now) : null,
    closedAt: status === 'closed' ? now : null,
    closedBecause: null,
  }
}

function decided(next: ServiceRequest, type: EventType, data: Readonly<Record<string, unknown>>): DecidedRequest {
  return { next, event: fact(next, type, data) }
}

/** Read by the customer and the partner; the operators are added where it is their desk. The words stay in the thread. */
function fact({ id, customerId, partnerId, severity }: ServiceRequest, type: EventType, data: Readonly<Record<string, unknown>>): EventDraft {
  const customer = { tenantId: customerId, counterpartId: partnerId }
  const readers = partnerId === null ? [customer] : [customer, { tenantId: partnerId, counterpartId: customerId }]
  return { type, resource: { type: 'serviceRequest', id }, readers, data: { ...data, severity } }
}
