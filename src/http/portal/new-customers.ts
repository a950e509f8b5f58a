import { type Static, Type } from 'typebox'
import { checkDomain } from '../../application/new-customers/check-domain.ts'
import { checkNewCustomer } from '../../application/new-customers/check-new-customer.ts'
import { createCustomer } from '../../application/new-customers/create-customer.ts'
import { readNewCustomerRules } from '../../application/new-customers/read-new-customer-rules.ts'
import { reissueCredentials } from '../../application/new-customers/reissue-credentials.ts'
import type { IssuedCredentials } from '../../application/new-customers/found-customer-tenant.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, strict } from '../schemas.ts'
import { Credentials, CreatedCustomer, CustomerCheck, DomainAvailability, NewCustomer, NewCustomerRules, NoBody, Statement } from './new-customer-schemas.ts'

const tag = 'New customers'

const AgreementChoice = Type.Union([
  Type.Object({ choice: Type.Literal('customerIsAsked') }, strict),
  Type.Object({ choice: Type.Literal('attested'), statement: Statement }, strict),
  Type.Null(),
])

export const newCustomerRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/new-customer-rules',
    summary: 'Read what a new customer needs in each country of this partner’s market',
    tag,
    useCase: readNewCustomerRules,
    answer: NewCustomerRules,
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (rules) => rules as never,
  }),
  route({
    method: 'GET',
    path: '/domain-availability',
    summary: 'Ask whether a domain of a new customer is free; says yes or no and nothing about others',
    tag,
    useCase: checkDomain,
    query: Type.Object({ prefix: Type.Optional(Type.String({ minLength: 1, maxLength: 63, pattern: '^[^\\u0000]*$', description: 'Mandatory.' })) }, strict),
    answer: DomainAvailability,
    budget: 'domainAvailability',
    input: ({ query, request }) => ({ prefix: query.prefix ?? '', reader: readerLanguage(request) }),
    present: (availability) => availability,
  }),
  route({
    method: 'POST',
    path: '/new-customer-checks',
    summary: 'See what would stand in the way and what is worth a second look; changes nothing',
    tag,
    useCase: checkNewCustomer,
    body: NewCustomer,
    answer: CustomerCheck,
    input: ({ body, request }) => ({ input: body, reader: readerLanguage(request) }),
    present: (check) => check as Static<typeof CustomerCheck>,
  }),
  route({
    method: 'POST',
    path: '/customers',
    summary: 'Add a customer: its tenant, first administrator and relationship; the temporary password stands in this answer only',
    tag,
    useCase: createCustomer,
    body: Type.Object(
      { customer: NewCustomer, agreement: AgreementChoice, resellerId: Type.Optional(Type.String({ format: 'id', description: 'An indirect reseller in partnership with this provider; left out, the customer is the provider’s alone.' })), creationRequestId: Type.Optional(Type.String({ format: 'id', description: 'The creation request of a reseller that this completes; the customer is for that reseller.' })) },
      strict,
    ),
    answer: CreatedCustomer,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ input: body.customer, agreement: body.agreement, resellerId: body.resellerId === undefined ? undefined : canonicalId(body.resellerId), creationRequestId: body.creationRequestId === undefined ? undefined : canonicalId(body.creationRequestId), reader: readerLanguage(request) }),
    present: ({ customerId, companyName, primaryDomain, administrator, agreement, signInUrl }) => ({
      ...{ customerId, companyName, primaryDomain, agreement, signInUrl },
      administrator: presentCredentials(administrator),
    }),
  }),
  route({
    method: 'POST',
    path: '/customers/:id/administrator-credentials',
    summary: 'Issue the first administrator a new temporary password, until that person first came',
    tag,
    useCase: reissueCredentials,
    params: IdParams,
    body: NoBody,
    answer: Credentials,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params }) => ({ customerId: canonicalId(params.id)! }),
    present: ({ signInUrl, ...credentials }) => ({ ...presentCredentials(credentials), signInUrl }),
  }),
]

function presentCredentials({ userPrincipalName, temporaryPassword, validUntil }: IssuedCredentials) {
  return { userPrincipalName, temporaryPassword, validUntil: validUntil.toISOString() }
}
