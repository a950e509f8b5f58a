import { type Static, Type } from 'typebox'
import { closeOwnTenant, previewOwnClosure } from '../../application/tenants/close-own-tenant.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, strict, Text } from '../schemas.ts'

export const OwnClosure = Type.Object({
  name: Type.String(),
  people: Type.Integer({ description: 'Who could sign in until then.' }),
  partners: Type.Array(Type.Object({ id: Id, name: Type.String(), isRelated: Type.Boolean(), services: Type.Array(Type.String({ description: 'by name, in the reader’s language' })) }), {
    description: 'With whom relationships or privileges have to be ended before.',
  }),
  customers: Type.Integer({ description: 'Customers that a partner removes before.' }),
  partnerships: Type.Object(
    { count: Type.Integer(), first: Type.Array(Type.Object({ id: Id, partnerName: Type.String() }), { maxItems: 20 }) },
    { description: 'Partnerships that are removed before; the first of them by name.' },
  ),
  isOperator: Type.Boolean({ description: 'Who runs the installation does not close it so.' }),
})
export type OwnClosure = Static<typeof OwnClosure>

const tag = 'Organization'

export const tenantClosureRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/tenant/closure',
    summary: 'Read what closing one’s own organization means, and what has to end before; changes nothing',
    tag,
    useCase: previewOwnClosure,
    answer: OwnClosure,
    input: ({ request }) => ({ language: readerLanguage(request) }),
    present: ({ tenant: { name }, people, partners, customers, partnerships, isOperator }) => ({
      name,
      people,
      partners: partners.map(({ partnerId, partnerName, isRelated, services }) => ({ id: partnerId, name: partnerName, isRelated, services: [...services] })),
      customers,
      partnerships: { count: partnerships.count, first: partnerships.first.map((one) => ({ ...one })) },
      isOperator,
    }),
  }),
  route({
    method: 'POST',
    path: '/tenant/closure',
    summary: 'Close one’s own organization for good; nobody of it signs in any more',
    tag,
    useCase: closeOwnTenant,
    body: Type.Object({ name: Type.String({ ...Text(400), description: 'The name of the organization, typed as it stands there.' }) }, strict),
    answer: Type.Object({ sessionsEnded: Type.Integer() }),
    status: 201,
    keyKeptForDays: 30,
    input: ({ body }) => body,
    present: ({ sessionsEnded }) => ({ sessionsEnded }),
  }),
]
