import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { type DeclineReason, effectiveLeadStatus, type Lead, type LeadDeal } from './lead.ts'
import { leadTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedLead {
  readonly next: Lead
  readonly event: EventDraft
}

export function receiveLead(lead: Lead): DecidedLead {
  return { next: lead, event: fact(lead, 'lead.received', { kind: lead.kind }) }
}

export function acceptLead(lead: Lead, deal: LeadDeal, by: { personId: string; now: Date }): DecidedLead {
  const status = transition(leadTransitions, effectiveLeadStatus(lead, by.now), 'accept')
  return decided({ ...lead, status, deal, answeredAt: by.now, answeredBy: by.personId }, 'lead.accepted')
}

/** The customer is told to choose somebody else (D.10). */
export function declineLead(lead: Lead, { reason, note }: { reason: DeclineReason; note: string | null }, by: { personId: string; now: Date }): DecidedLead {
  const status = transition(leadTransitions, effectiveLeadStatus(lead, by.now), 'decline')
  const next: Lead = { ...lead, status, declineReason: reason, declineNote: note, answeredAt: by.now, answeredBy: by.personId, closedAt: by.now, closedBy: by.personId }
  return { next, event: fact(next, 'lead.declined', { because: reason }) }
}

/** Of a deal that was accepted: it came to something, or to nothing. */
export function closeLead(lead: Lead, outcome: 'won' | 'lost', by: { personId: string; now: Date }): DecidedLead {
  const status = transition(leadTransitions, effectiveLeadStatus(lead, by.now), outcome === 'won' ? 'win' : 'lose')
  const { next, event } = decided({ ...lead, status, closedAt: by.now, closedBy: by.personId }, outcome === 'won' ? 'lead.won' : 'lead.lost')
  // How the partner books it is its own affair.
  return { next, event: { ...event, readers: event.readers.filter(({ tenantId }) => tenantId === lead.partnerId) } }
}

/** The customer takes it back; how to reach it goes from the partner's list at once. */
export function withdrawLead(lead: Lead, by: { personId: string; now: Date }): DecidedLead {
  const status = transition(leadTransitions, effectiveLeadStatus(lead, by.now), 'withdraw')
  return decided({ ...lead, status, contact: { name: null, mail: null, phone: null }, closedAt: by.now, closedBy: by.personId }, 'lead.withdrawn')
}

export function expireLead(lead: Lead, now: Date): DecidedLead {
  const status = transition(leadTransitions, lead.status, 'expire')
  return decided({ ...lead, status, closedAt: now }, 'lead.expired')
}

function decided(next: Lead, type: EventType): DecidedLead {
  return { next, event: fact(next, type, {}) }
}

/** Each side reads of its own lead; that the customer asked others too stands nowhere. */
function fact({ id, partnerId, customerId, company, partnerName }: Lead, type: EventType, data: Readonly<Record<string, unknown>>): EventDraft {
  const readers = customerId === null ? [{ tenantId: partnerId }] : [{ tenantId: partnerId, counterpartId: customerId }, { tenantId: customerId, counterpartId: partnerId }]
  return { type, resource: { type: 'lead', id }, readers, data: { ...data, company: company.name, partner: partnerName } }
}
