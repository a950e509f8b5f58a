import type { EventDraft } from '../events.ts'
import { transition } from '../transition.ts'
import type { TransitionTable } from '../transition.ts'

export type EndRequestStatus = 'asked' | 'agreed' | 'refused'

/** A customer cannot end a reseller relationship by itself, but it may ask for the end; the partner answers (decision 15). */
export interface EndRequest {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly status: EndRequestStatus
  readonly reason: string | null
  readonly askedAt: Date
  readonly askedBy: string
  readonly answerDueAt: Date
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answerNote: string | null
  readonly version: number
}

export const endRequestTransitions = {
  agree: { from: ['asked'], to: 'agreed' },
  refuse: { from: ['asked'], to: 'refused' },
} as const satisfies TransitionTable<EndRequestStatus>

export interface EndAnswer {
  /** the relationship that was to end, under whose number both sides read it */
  readonly relationshipId: string
  readonly answer: 'agreed' | 'refused'
  readonly note: string | null
  readonly personId: string
}

/** The answer itself. A refusal is told to both; an agreed end is told by the removal that follows in the same step. */
export function answerEnd(request: EndRequest, { relationshipId, answer, note, personId }: EndAnswer, now: Date): { readonly next: EndRequest; readonly event: EventDraft | undefined } {
  const status = transition(endRequestTransitions, request.status, answer === 'agreed' ? 'agree' : 'refuse')
  const next = { ...request, status, answeredAt: now, answeredBy: personId, answerNote: note }
  const { partnerId, customerId } = request
  return {
    next,
    event:
      status === 'agreed'
        ? undefined
        : {
            type: 'resellerRelationship.endRefused',
            resource: { type: 'resellerRelationship', id: relationshipId },
            readers: [
              { tenantId: partnerId, counterpartId: customerId },
              { tenantId: customerId, counterpartId: partnerId },
            ],
            data: { hasNote: note !== null, askedAt: request.askedAt.toISOString() },
          },
  }
}
