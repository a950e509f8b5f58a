import { createHash } from 'node:crypto'
import type { Actor, VisitorActor } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { InvitationReason } from '../../domain/invitations/reasons.ts'
import { visitOf } from '../../domain/invitations/visit.ts'
import { appendEvent } from '../../store/event-store.ts'
import { insertVisitOnce } from '../../store/visit-store.ts'
import type { Work } from '../use-case.ts'
import type { Invitation } from './load-invitation.ts'

/**
 * Puts the visit on the partner's row, once for each visitor, verdict and day, however often the page is loaded. Whoever
 * has answered and comes back to look is no visitor any more; a partner link keeps no visits, it is not about one customer.
 */
export async function recordVisit(work: Work, { request, facts }: Invitation, reason: InvitationReason | null, visitorKey: string | null): Promise<void> {
  if (!request || (facts.viewer && facts.viewer.tenantId === request.customerId)) return
  const visit = visitOf(reason, facts.viewer, request.named)
  const id = idFrom([request.id, visitorOf(work.actor, visitorKey), visit.outcome, visit.reasonCode, work.now.toISOString().slice(0, 10)])
  const isFirst = await insertVisitOnce(work.trx, { ...visit, id, at: work.now, partnerId: request.partnerId, requestId: request.id })
  if (!isFirst || !visit.reasonCode) return
  await recordUnnamed(work, {
    type: 'relationshipRequest.blocked',
    resource: { type: 'relationshipRequest', id: request.id },
    readers: facts.partners.map((partner) => ({ tenantId: partner.id })),
    data: { visitor: visit.visitor },
    refused: visit.reasonCode,
    through: 'link',
  })
}

/** An event about somebody on the page who has not answered yet: the partner learns that it happened, not who it was. */
export async function recordUnnamed(work: Work, event: EventDraft): Promise<void> {
  const { clockOffset, traceId } = work.actor
  const actor: VisitorActor = { kind: 'visitor', clockOffset, traceId, address: null, userAgent: null }
  await appendEvent(work.trx, event, { actor, now: work.now, id: work.newId() })
}

function visitorOf(actor: Actor, visitorKey: string | null): string {
  if (actor.kind === 'person') return actor.sessionId ?? actor.personId
  return visitorKey ?? (actor.kind === 'visitor' ? (actor.address ?? '') : '')
}

function idFrom(parts: readonly (string | null)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
