import { type Static, Type } from 'typebox'
import { readCustomerOrganization, readOrganization, type ShownOrganization } from '../../application/organization/read-organization.ts'
import { updateCustomerOrganization, updateOrganization } from '../../application/organization/update-organization.ts'
import { customerLanguages } from '../../domain/countries.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Maybe, strict, Text } from '../schemas.ts'

export const OrganizationView = Type.Object({
  id: Id,
  name: Type.String(),
  cloud: Type.String(),
  country: Type.String(),
  primaryDomain: Type.String(),
  domains: Type.Array(Type.String()),
  language: Type.String(),
  timeZone: Type.String(),
  contactName: Maybe(Type.String()),
  contactMail: Maybe(Type.String()),
  contactPhone: Maybe(Type.String()),
  version: Type.Integer(),
  can: Type.Array(Type.String()),
})
export type OrganizationView = Static<typeof OrganizationView>

const OrganizationWish = Type.Object(
  {
    language: Type.Optional(Type.Union(customerLanguages.map((language) => Type.Literal(language)))),
    contactName: Type.Optional(Maybe(Text(400))),
    contactMail: Type.Optional(Maybe(Text(320))),
    contactPhone: Type.Optional(Maybe(Type.String({ pattern: '^[+]?[0-9 ()./-]{3,40}$', description: 'Digits, spaces and + ( ) . / -.' }))),
  },
  strict,
)

const own = 'Organization'
const onBehalf = 'On behalf of a customer'
const customerOf = ({ id }: { id: string }) => canonicalId(id)!

export const organizationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/organization',
    summary: 'Read one’s own organization as its administrators see it',
    tag: own,
    useCase: readOrganization,
    answer: OrganizationView,
    input: () => undefined,
    present,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/organization',
    summary: 'Change contact and language of one’s own organization',
    tag: own,
    useCase: updateOrganization,
    body: OrganizationWish,
    answer: OrganizationView,
    ifMatch: true,
    input: ({ body, version }) => ({ ...body, version }),
    present,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/customers/:id/organization',
    summary: 'Read a customer’s organization under admin privileges',
    tag: onBehalf,
    useCase: readCustomerOrganization,
    params: IdParams,
    answer: OrganizationView,
    input: ({ params }) => ({ customerId: customerOf(params) }),
    present,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/customers/:id/organization',
    summary: 'Change contact and language of a customer’s organization under admin privileges',
    tag: onBehalf,
    useCase: updateCustomerOrganization,
    params: IdParams,
    body: OrganizationWish,
    answer: OrganizationView,
    ifMatch: true,
    input: ({ params, body, version }) => ({ ...body, version, customerId: customerOf(params) }),
    present,
    version: ({ version }) => version,
  }),
]

function present({ domains, can, ...organization }: ShownOrganization): OrganizationView {
  return { ...organization, domains: [...domains], can: [...can] }
}
