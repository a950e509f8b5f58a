import { type Static, Type } from 'typebox'
import type { CustomerRequests } from '../../application/support/list-requests.ts'
import type { ShownRequest, WholeRequest } from '../../application/support/show-request.ts'
import type { OwnSupport } from '../../application/support/own-support-contacts.ts'
import type { ShownSupportContact } from '../../application/support/support-contact.ts'
import { requestSides, serviceRequestStatuses, severities } from '../../domain/support/service-request.ts'
import { Id, Instant, Maybe, strict, Text } from '../schemas.ts'
import { Explained } from './subscription-schemas.ts'

export const SeverityCode = Type.Enum([...severities], { description: 'The desk answers within 4, 24 or 72 hours.' })
export const RequestStatusCode = Type.Enum([...serviceRequestStatuses], { description: 'open: the desk owes an answer; attentionNeeded: it waits for the others.' })
const Side = Type.Enum([...requestSides])
const MaybeExplained = Type.Union([Explained, Type.Null()])
const Named = Type.Object({ id: Id, name: Maybe(Type.String()) })

const row = {
  id: Id,
  title: Type.String(),
  severity: SeverityCode,
  status: RequestStatusCode,
  desk: Type.Enum(['partner', 'operator'], { description: 'Who answers now.' }),
  filedSide: Side,
  filedByName: Maybe(Type.String()),
  customer: Named,
  partner: Type.Union([Named, Type.Null()]),
  serviceName: Maybe(Type.String()),
  openedAt: Instant,
  changedAt: Instant,
  closedAt: Maybe(Instant),
  answerDueAt: Type.Union([Instant, Type.Null()], { description: 'By when the desk answers; null while nobody waits for it.' }),
  isOverdue: Type.Boolean(),
}
export const ServiceRequestRow = Type.Object(row)
export type ServiceRequestRow = Static<typeof ServiceRequestRow>
export const ServiceRequestList = Type.Object({ items: Type.Array(ServiceRequestRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export const ServiceChoice = Type.Object({ id: Type.String(), name: Type.String() })
export const CustomerRequestList = Type.Object({
  ...ServiceRequestList.properties,
  fileBlocked: Type.Union([Explained, Type.Null()], { description: 'Why this person cannot file for the customer, with the way that remains.' }),
  operatorSupport: Type.String({ description: 'Whom to call where the partner cannot help.' }),
  services: Type.Array(ServiceChoice),
})
export type CustomerRequestList = Static<typeof CustomerRequestList>

const word = { id: Id, at: Instant, side: Side, authorName: Maybe(Type.String()) }
export const ServiceRequestView = Type.Object({
  ...row,
  subscription: Type.Union([Named, Type.Null()]),
  movedBecause: Type.Union([Type.Enum(['escalated', 'relationshipEnded']), Type.Null()], { description: 'Why it came to the operator.' }),
  closedBecause: Type.Union([Type.Enum(['tenantClosed']), Type.Null()]),
  can: Type.Array(Type.String(), { description: 'write, answer, escalate, close, reopen, attach.' }),
  notes: Type.Array(Type.Object({ ...word, body: Type.String() })),
  files: Type.Array(Type.Object({ ...word, name: Type.String(), mediaType: Type.String(), size: Type.Integer({ description: 'Bytes.' }), isGone: Type.Boolean({ description: 'Erased with whoever sent it.' }) })),
})
export type ServiceRequestView = Static<typeof ServiceRequestView>

/** What a request is filed with, on every side. */
export const filedWords = {
  title: Text(400),
  body: Text(10_000),
  severity: SeverityCode,
  serviceId: Type.Optional(Type.Union([Text(100), Type.Null()], { description: 'Of the cloud’s manifest; a subscription brings its own.' })),
  subscriptionId: Type.Optional(Maybe(Id)),
}
export const FileBody = Type.Object(filedWords, strict)

const contact = { supportTenantId: Id, supportMpnId: Maybe(Type.String()), name: Type.String() }
const Contact = Type.Object({ ...contact, isDefault: Type.Boolean({ description: 'Who sold it, because nobody else is named.' }) })
export const SupportContactView = Type.Object({
  contact: Type.Union([Contact, Type.Null()]),
  candidates: Type.Array(Type.Object({ ...contact, hasPrivileges: Type.Boolean({ description: 'Only then it can be named.' }) })),
  refusal: MaybeExplained,
})
export type SupportContactView = Static<typeof SupportContactView>

export const OwnSupportView = Type.Object({
  products: Type.Array(Type.Object({ subscriptionId: Id, name: Type.String(), quantity: Type.Integer(), serviceId: Maybe(Type.String()), contact: Type.Union([Contact, Type.Null()]) })),
  partners: Type.Array(Type.Object(contact), { description: 'Partners to turn to.' }),
  services: Type.Array(ServiceChoice),
  operatorSupport: Type.String(),
})
export type OwnSupportView = Static<typeof OwnSupportView>

export function presentRequest(one: ShownRequest): ServiceRequestRow {
  const { id, title, severity, status, desk, filedSide, filedByName, serviceName, isOverdue } = one
  return {
    ...{ id, title, severity, status, desk, filedSide, filedByName, serviceName, isOverdue },
    customer: { id: one.customerId, name: one.customerName },
    partner: one.partnerId === null ? null : { id: one.partnerId, name: one.partnerName },
    openedAt: one.openedAt.toISOString(),
    changedAt: one.changedAt.toISOString(),
    closedAt: one.closedAt?.toISOString() ?? null,
    answerDueAt: one.answerDueAt?.toISOString() ?? null,
  }
}

export function presentWholeRequest(one: WholeRequest): ServiceRequestView {
  return {
    ...presentRequest(one),
    subscription: one.subscriptionId === null ? null : { id: one.subscriptionId, name: one.subscriptionName },
    ...{ movedBecause: one.movedBecause, closedBecause: one.closedBecause, can: [...one.can] },
    notes: one.notes.map(({ id, at, side, authorName, text }) => ({ id, at: at.toISOString(), side, authorName, body: text })),
    files: one.files.map(({ id, at, side, authorName, name, mediaType, size, isGone }) => ({ id, at: at.toISOString(), side, authorName, name, mediaType, size, isGone })),
  }
}

export function presentCustomerRequests({ items, next, previous, fileBlocked, operatorSupport, services }: CustomerRequests): CustomerRequestList {
  return { items: items.map(presentRequest), next, previous, fileBlocked, operatorSupport, services: [...services] }
}

export function presentContact({ contact: named, candidates, refusal }: ShownSupportContact): SupportContactView {
  return { contact: named, candidates: candidates.map(({ id, name, programmeId, hasPrivileges }) => ({ supportTenantId: id, supportMpnId: programmeId, name, hasPrivileges })), refusal }
}

export function presentOwnSupport({ products, partners, services, operatorSupport }: OwnSupport): OwnSupportView {
  return { products: [...products], partners: [...partners], services: [...services], operatorSupport }
}
