import type { TransitionTable } from '../transition.ts'

/** open: the desk owes an answer; attentionNeeded: it answered and waits for the others; closed: nobody waits. Names of wire-api 2.11. */
export const serviceRequestStatuses = ['open', 'attentionNeeded', 'closed'] as const
export type ServiceRequestStatus = (typeof serviceRequestStatuses)[number]

export const severities = ['critical', 'moderate', 'minimal'] as const
export type Severity = (typeof severities)[number]

/** Who stands on which side of a request. */
export const requestSides = ['customer', 'partner', 'operator'] as const
export type RequestSide = (typeof requestSides)[number]

/** Who answers now. */
export type Desk = Exclude<RequestSide, 'customer'>

/**
 * Hours within which the desk answers, around the clock as the support duty is [S2.L5.1]. Shown as due and overdue; nothing is
 * ever answered, closed or moved by a clock.
 */
export const answerHours: Readonly<Record<Severity, number>> = { critical: 4, moderate: 24, minimal: 72 }

/** What anybody but the desk writes waits for the desk; after the end, too, which opens it again. */
export const serviceRequestTransitions = {
  write: { from: ['open', 'attentionNeeded', 'closed'], to: 'open' },
  answer: { from: ['open', 'attentionNeeded'], to: 'attentionNeeded' },
  escalate: { from: ['open', 'attentionNeeded'], to: 'open' },
  moveToOperator: { from: ['open', 'attentionNeeded'], to: 'open' },
  close: { from: ['open', 'attentionNeeded'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
} as const satisfies TransitionTable<ServiceRequestStatus>

/** A conversation, not an archive: who needs more files another request. */
export const mostNotes = 200
export const mostFiles = 20

export interface ServiceRequest {
  readonly id: string
  readonly customerId: string
  /** who works on it or follows it; null where the operator alone does */
  readonly partnerId: string | null
  readonly desk: Desk
  readonly filedSide: RequestSide
  readonly filedBy: string
  readonly subscriptionId: string | null
  readonly serviceId: string | null
  readonly severity: Severity
  readonly title: string
  readonly status: ServiceRequestStatus
  readonly movedBecause: 'escalated' | 'relationshipEnded' | null
  readonly closedBecause: 'tenantClosed' | null
  readonly openedAt: Date
  /** since when the desk owes an answer; null while it does not */
  readonly waitingSince: Date | null
  readonly changedAt: Date
  readonly closedAt: Date | null
  readonly version: number
}

/** By when the desk should have answered; null while nobody waits for it. */
export function answerDueAt({ waitingSince, severity }: Pick<ServiceRequest, 'waitingSince' | 'severity'>): Date | null {
  return waitingSince && new Date(waitingSince.getTime() + answerHours[severity] * 3_600_000)
}

export function isOverdue(request: Pick<ServiceRequest, 'waitingSince' | 'severity'>, now: Date): boolean {
  const due = answerDueAt(request)
  return due !== null && now >= due
}
