import { Type } from 'typebox'
import { importLead } from '../../application/leads/import-lead.ts'
import { sendEnquiry } from '../../application/leads/send-enquiry.ts'
import { listSentLeads, withdrawSentLead } from '../../application/leads/sent-leads.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { mostAsked } from '../../domain/leads/lead.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Cursor, Id, IdParams, Maybe, NoBody, PageSize, strict, Text } from '../schemas.ts'
import { CompanySize } from './business-profile-schemas.ts'
import { presentSentLead, SentLead, SentLeadList } from './lead-schemas.ts'

const tag = 'Partner finder'
const Message = Text(16_000)
const Mail = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })

/** What customers send to partners, and what the operator hands on from outside. */
export const sentLeadRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/enquiries',
    summary: 'Write to one or several partners; none learns of the others',
    tag,
    useCase: sendEnquiry,
    body: Type.Object(
      {
        partners: Type.Array(Id, { minItems: 1, maxItems: mostAsked, description: 'Ids of found pages.' }),
        message: Message,
        callMe: Type.Boolean({ description: 'Whether partners are asked to call directly.' }),
        phone: Type.Optional(Text(80, 0)),
        companySize: Type.Optional(CompanySize),
      },
      strict,
    ),
    answer: Type.Object({ items: Type.Array(SentLead) }),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body: { partners, message, callMe, phone = null, companySize = null } }) => ({ profileIds: partners.map((id) => canonicalId(id)!), message, callMe, phone, companySize }),
    present: (sent) => ({ items: sent.map(presentSentLead) }),
  }),
  route({
    method: 'GET',
    path: '/sent-leads',
    summary: 'List what the organization sent to partners, and how each stands',
    tag,
    useCase: listSentLeads,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: SentLeadList,
    input: ({ query: { size, cursor } }) => ({ size: Number(size ?? usualPageSize), cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentSentLead), next, previous }),
  }),
  route({
    method: 'POST',
    path: '/sent-leads/:id/withdrawal',
    summary: 'Take back what was sent to a partner; how to reach the customer goes from its list',
    tag,
    useCase: withdrawSentLead,
    params: IdParams,
    body: NoBody,
    answer: SentLead,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params }) => ({ id: canonicalId(params.id)! }),
    present: presentSentLead,
  }),
  route({
    method: 'POST',
    path: '/operator/leads',
    summary: 'Hand a lead from outside to a partner',
    tag: 'Operator',
    useCase: importLead,
    body: Type.Object(
      {
        partnerId: Id,
        kind: Type.Enum(['marketingQualified', 'salesQualified']),
        company: Type.Object({ name: Text(800), domain: Type.Optional(Text(253)), country: Country, size: Type.Optional(CompanySize) }, strict),
        contact: Type.Object({ name: Type.Optional(Text(800)), mail: Type.Optional(Mail), phone: Type.Optional(Text(80)) }, strict),
        message: Message,
        callMe: Type.Boolean(),
      },
      strict,
    ),
    answer: Type.Object({ id: Id, partnerName: Type.String(), kind: Type.String(), companyName: Type.String(), contactMail: Maybe(Type.String()) }),
    status: 201,
    keyKeptForDays: 1,
    input: ({ body: { partnerId, kind, company, contact, message, callMe } }) => ({
      partnerId: canonicalId(partnerId)!,
      kind,
      company: { name: company.name, domain: company.domain ?? null, country: company.country, size: company.size ?? null },
      contact: { name: contact.name ?? null, mail: contact.mail ?? null, phone: contact.phone ?? null },
      message,
      callMe,
    }),
    present: ({ id, partnerName, kind, company, contact }) => ({ id, partnerName, kind, companyName: company.name, contactMail: contact.mail }),
  }),
]
