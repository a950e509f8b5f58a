import { type Static, Type } from 'typebox'
import { closeCustomer, type ClosurePreview as Preview, previewClosure } from '../../application/operator/close-customer.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Maybe, strict, Text } from '../schemas.ts'

const preview = {
  id: Id,
  name: Type.String(),
  partners: Type.Array(Type.Object({ id: Id, name: Type.String(), isRelated: Type.Boolean(), services: Type.Array(Type.String()) }), {
    description: 'With whom relationships and privileges end.',
  }),
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
    summary: 'Close a customer’s organization, with every relationship and privilege',
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
]

function presentClosure({ tenant: { id, name }, partners }: Preview): ClosurePreview {
  return { id, name, partners: partners.map(({ partnerId, partnerName, isRelated, services }) => ({ id: partnerId, name: partnerName, isRelated, services: [...services] })) }
}
