import { type Static, Type } from 'typebox'
import { closeCustomer, type ClosurePreview as Preview, previewClosure } from '../../application/operator/close-customer.ts'
import { setCustomerSegment } from '../../application/operator/set-customer-segment.ts'
import { segments } from '../../domain/catalogue/catalogue.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Maybe, strict, Text } from '../schemas.ts'

const SegmentCode = Type.Union([Type.Enum([...segments]), Type.Null()])

const preview = {
  id: Id,
  name: Type.String(),
  partners: Type.Array(Type.Object({ id: Id, name: Type.String(), isRelated: Type.Boolean(), services: Type.Array(Type.String()) }), {
    description: 'With whom relationships and privileges end.',
  }),
  subscriptions: Type.Integer({ description: 'How many subscriptions end, ordered ones too, whoever sold them.' }),
}

export const ClosurePreview = Type.Object(preview)
export type ClosurePreview = Static<typeof ClosurePreview>

export const operatorCustomerRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/customers/:id/closure',
    summary: 'Read what closing a customer’s organization would end; changes nothing',
    tag: 'Operator',
    useCase: previewClosure,
    params: IdParams,
    answer: ClosurePreview,
    input: ({ params }) => ({ id: params.id }),
    present: presentClosure,
  }),
  route({
    method: 'POST',
    path: '/operator/customers/:id/closure',
    summary: 'Close a customer’s organization, with every relationship, privilege and subscription',
    tag: 'Operator',
    useCase: closeCustomer,
    params: IdParams,
    body: Type.Object({ reason: Type.Optional(Maybe(Text(2_000, 0))) }, strict),
    answer: Type.Object({ ...preview, sessionsEnded: Type.Integer() }),
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body }) => ({ id: params.id, reason: body.reason ?? null }),
    present: (closed) => ({ ...presentClosure(closed), sessionsEnded: closed.sessionsEnded }),
  }),
  route({
    method: 'POST',
    path: '/operator/customers/:id/segment',
    summary: 'Say which segment a customer belongs to, and so which offers it gets; null as its cloud usually has it',
    tag: 'Operator',
    useCase: setCustomerSegment,
    params: IdParams,
    body: Type.Object({ segment: SegmentCode }, strict),
    answer: Type.Object({ id: Id, name: Type.String(), segment: SegmentCode }),
    keyKeptForDays: 1,
    input: ({ params, body }) => ({ which: params.id, segment: body.segment }),
    present: (set) => set,
  }),
]

function presentClosure({ tenant: { id, name }, partners, subscriptions }: Preview): ClosurePreview {
  return { id, name, subscriptions, partners: partners.map(({ partnerId, partnerName, isRelated, services }) => ({ id: partnerId, name: partnerName, isRelated, services: [...services] })) }
}
