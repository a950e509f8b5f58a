import { type Static, Type } from 'typebox'
import type { PartnersLead, SentLead as Sent, WholeLead } from '../../application/leads/show-lead.ts'
import { declineReasons, leadKinds, leadStages, leadStatuses, leadTabs } from '../../domain/leads/lead.ts'
import { Country, Cursor, Id, Instant, Maybe } from '../schemas.ts'

export const LeadTab = Type.Enum([...leadTabs])
export const LeadStage = Type.Enum([...leadStages])
export const DeclineReason = Type.Enum([...declineReasons])

const facts = {
  id: Id,
  status: Type.Enum([...leadStatuses]),
  stage: LeadStage,
  market: Country,
  message: Type.Union([Type.String(), Type.Null()], { description: 'Null once it was forgotten.' }),
  callMe: Type.Boolean(),
  receivedAt: Instant,
  expiresAt: Type.String({ format: 'date-time', description: 'Unanswered until then, it expires: the end of the fourteenth day where the partner works.' }),
  answeredAt: Maybe(Instant),
  declineReason: Maybe(Type.String()),
  declineNote: Maybe(Type.String()),
  closedAt: Maybe(Instant),
  can: Type.Array(Type.String()),
}

const partnersFacts = {
  ...facts,
  kind: Type.Enum([...leadKinds]),
  company: Type.Object({ id: Maybe(Id), name: Type.String(), domain: Maybe(Type.String()), country: Country, size: Maybe(Type.String()) }),
  contact: Type.Object({ name: Maybe(Type.String()), mail: Maybe(Type.String()), phone: Maybe(Type.String()) }),
  isFavourite: Type.Boolean(),
  call: Type.Union([Type.Literal('now'), Type.Literal('late'), Type.Null()], { description: 'now: the customer asks to be called, within 72 hours; late: they have passed.' }),
  callDueAt: Instant,
  answeredByName: Maybe(Type.String()),
  deal: Type.Union([
    Type.Object({ name: Type.String(), value: Type.String({ description: 'Decimal.' }), currency: Type.String(), closingOn: Type.String(), crmId: Maybe(Type.String()), campaignId: Maybe(Type.String()) }),
    Type.Null(),
  ]),
  version: Type.Integer(),
}

export const LeadRow = Type.Object(partnersFacts)
export type LeadRow = Static<typeof LeadRow>

export const LeadList = Type.Object({
  items: Type.Array(LeadRow),
  next: Maybe(Cursor),
  previous: Maybe(Cursor),
  hasProfile: Type.Boolean({ description: 'Leads can be answered once the partner has a business profile.' }),
})

export const LeadView = Type.Object({ ...partnersFacts, notes: Type.Array(Type.Object({ id: Id, at: Instant, authorName: Maybe(Type.String()), text: Type.String() })) })
export type LeadView = Static<typeof LeadView>

export const SentLead = Type.Object({ ...facts, status: Type.Enum(['received', 'accepted', 'declined', 'expired', 'withdrawn'], { description: 'An accepted one stays accepted, however the partner closes it.' }), partnerName: Type.String(), sentByName: Maybe(Type.String()) })
export type SentLead = Static<typeof SentLead>
export const SentLeadList = Type.Object({ items: Type.Array(SentLead), next: Maybe(Cursor), previous: Maybe(Cursor) })

/** To the customer nothing of how the partner goes on with an accepted one. */
export function presentSentLead(lead: Sent): SentLead {
  const { status, stage, closedAt, ...facts } = presentFacts(lead)
  const told = status === 'won' || status === 'lost' ? ({ status: 'accepted', stage: 'accepted', closedAt: null } as const) : { status, stage, closedAt }
  return { ...facts, ...told, partnerName: lead.partnerName, sentByName: lead.sentByName }
}

export function presentLeadRow(lead: PartnersLead): LeadRow {
  const { customerId, company, contact, deal, kind, isFavourite, call, callDueAt, answeredByName, version } = lead
  return { ...presentFacts(lead), kind, company: { id: customerId, ...company }, contact: { ...contact }, deal: deal && { ...deal }, isFavourite, call, callDueAt: callDueAt.toISOString(), answeredByName, version }
}

export function presentLead(lead: WholeLead): LeadView {
  return { ...presentLeadRow(lead), notes: lead.notes.map(({ id, at, authorName, text }) => ({ id, at: at.toISOString(), authorName, text })) }
}

function presentFacts(lead: PartnersLead | Sent) {
  const { id, status, stage, market, message, callMe, declineReason, declineNote, can } = lead
  return {
    id, status, stage, market, message, callMe, declineReason, declineNote, can: [...can],
    receivedAt: lead.receivedAt.toISOString(),
    expiresAt: lead.expiresAt.toISOString(),
    answeredAt: lead.answeredAt?.toISOString() ?? null,
    closedAt: lead.closedAt?.toISOString() ?? null,
  }
}
