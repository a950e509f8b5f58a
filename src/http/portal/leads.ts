import { Type } from 'typebox'
import { acceptLead, closeLead, declineLead, noteLead } from '../../application/leads/answer-lead.ts'
import { favourLead, listLeads, readLead } from '../../application/leads/own-leads.ts'
import type { WholeLead } from '../../application/leads/show-lead.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, IdParams, PageSize, SearchText, strict, Text } from '../schemas.ts'
import { DeclineReason, LeadList, LeadStage, LeadTab, LeadView, presentLead, presentLeadRow } from './lead-schemas.ts'
import { sentLeadRoutes } from './sent-leads.ts'

const tag = 'Referrals'
const whole = { tag, answer: LeadView, present: presentLead, version: ({ version }: WholeLead) => version } as const
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const leadRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/leads',
    summary: "List this partner's leads, latest first",
    tag,
    useCase: listLeads,
    query: Type.Object({ tab: Type.Optional(LeadTab), stage: Type.Optional(LeadStage), search: Type.Optional(SearchText), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: LeadList,
    input: ({ query: { tab, stage, search, size, cursor } }) => ({ tab, stage, search, size: Number(size ?? usualPageSize), cursor }),
    present: ({ items, next, previous, hasProfile }) => ({ items: items.map(presentLeadRow), next, previous, hasProfile }),
  }),
  route({ ...whole, method: 'GET', path: '/leads/:id', summary: 'Read a lead with its notes', useCase: readLead, params: IdParams, input: ({ params }) => ({ id: idOf(params) }) }),
  route({
    ...whole,
    method: 'POST',
    path: '/leads/:id/acceptance',
    summary: 'Accept a lead, with what the deal may be',
    useCase: acceptLead,
    params: IdParams,
    body: Type.Object(
      {
        dealName: Text(400),
        dealValue: Type.String({ pattern: '^[0-9]{1,12}(\\.[0-9]{1,4})?$', description: 'Decimal, with at most the digits of its currency.' }),
        currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' }),
        closingOn: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'When it should close.' }),
        note: Text(16_000),
        crmId: Type.Optional(Text(240, 0)),
        campaignId: Type.Optional(Text(240, 0)),
      },
      strict,
    ),
    keyKeptForDays: 30,
    input: ({ params, body: { dealName: name, dealValue: value, currency, closingOn, note, crmId = null, campaignId = null } }) => ({ id: idOf(params), deal: { name, value, currency, closingOn, crmId, campaignId }, note }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/leads/:id/decline',
    summary: 'Decline a lead with a reason that the customer reads',
    useCase: declineLead,
    params: IdParams,
    body: Type.Object({ reason: DeclineReason, note: Type.Optional(Text(2_000)) }, strict),
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: idOf(params), reason: body.reason, note: body.note ?? null }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/leads/:id/closure',
    summary: 'Close an accepted lead as won or lost',
    useCase: closeLead,
    params: IdParams,
    body: Type.Object({ outcome: Type.Enum(['won', 'lost']) }, strict),
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: idOf(params), outcome: body.outcome }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/leads/:id/favourite',
    summary: 'Put a lead among the favourites of the organization, or take it out',
    useCase: favourLead,
    params: IdParams,
    body: Type.Object({ isFavourite: Type.Boolean() }, strict),
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: idOf(params), isFavourite: body.isFavourite }),
  }),
  route({
    ...whole,
    method: 'POST',
    path: '/leads/:id/notes',
    summary: 'Note something about a lead, for this partner alone',
    useCase: noteLead,
    params: IdParams,
    body: Type.Object({ note: Text(16_000) }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ id: idOf(params), text: body.note }),
  }),
  ...sentLeadRoutes,
]
