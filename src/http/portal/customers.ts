import { type Static, Type } from 'typebox'
import { type CustomerOnList, listCustomers } from '../../application/customers/list-customers.ts'
import { listRemovedCustomers } from '../../application/customers/list-removed-customers.ts'
import { readCustomerRecord } from '../../application/customers/read-customer-record.ts'
import { readCustomer } from '../../application/customers/read-customer.ts'
import { updateAccount } from '../../application/customers/update-account.ts'
import { usualPageSize } from '../../application/page.ts'
import { type CustomerAccount, relationshipWith } from '../../domain/customers/customer-account.ts'
import { canonicalId } from '../../domain/ids.ts'
import { tieKinds } from '../../domain/known-ties/known-tie.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Cursor, Id, IdParams, Instant, Maybe, PageSize, strict, Text } from '../schemas.ts'
import { listAskOf, narrowing } from './customer-list-schemas.ts'
import { OwnResponsibilities } from './responsibility-schemas.ts'
import { Standing } from './service-health-schemas.ts'

export const KnownTie = Type.Object({
  kind: Type.Enum([...tieKinds]),
  service: Maybe(Type.String({ description: 'Of the cloud; they worked together in its admin portal.' })),
  since: Maybe(Type.String({ description: 'A day, YYYY-MM-DD.' })),
})
export type KnownTie = Static<typeof KnownTie>

export const CustomerRow = Type.Object({
  customerId: Id,
  companyName: Type.String(),
  primaryDomain: Type.String(),
  country: Country,
  relationship: Type.Enum(['reseller', 'none'], { description: '`none`: only known from elsewhere, without any right; ask for a relationship.' }),
  channels: Type.Array(Type.Enum(['direct', 'indirectReseller', 'indirectProvider'])),
  privilegedServices: Type.Array(Type.String()),
  tags: Type.Array(Type.String()),
  relatedSince: Instant,
  knownTies: Type.Array(KnownTie, { description: 'What the operator recorded of the two from before the enrolment, where there is no relationship.' }),
})
export type CustomerRow = Static<typeof CustomerRow>

export const RemovedCustomer = Type.Object({
  customerId: Id,
  companyName: Type.String(),
  primaryDomain: Type.String(),
  country: Country,
  removedAt: Instant,
  hadServices: Type.Array(Type.String()),
  privilegesRemain: Type.Array(Type.String(), { description: 'Services on which admin privileges are still in force.' }),
  prefill: Type.Object({
    kind: Type.Literal('establish'),
    customer: Type.Object({ customerId: Id, domain: Type.String(), country: Country, companyName: Type.String() }),
    askPrivileges: Type.Boolean(),
  }),
})
export type RemovedCustomer = Static<typeof RemovedCustomer>

const billingLines = ['mail', 'language', 'culture', 'firstName', 'lastName', 'phone', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const
const Line = Type.Union([Text(1_000), Type.Null()])
const Billing = Type.Object(Object.fromEntries(billingLines.map((line) => [line, Maybe(Type.String())])) as Record<(typeof billingLines)[number], typeof Line>)

export const Customer = Type.Object({
  customerId: Id,
  companyName: Type.String(),
  primaryDomain: Type.String(),
  country: Country,
  registrationNumber: Maybe(Type.String({ description: 'In the register of the country, where this partner created the customer and the country asks for it.' })),
  cloud: Type.String(),
  relatedSince: Instant,
  channels: Type.Array(Type.String()),
  tags: Type.Array(Type.String()),
  billing: Billing,
  agreement: Type.Object({
    status: Type.Enum(['accepted', 'attested', 'missing', 'notRequired', 'unknown']),
    signedAt: Maybe(Instant),
    signerName: Maybe(Type.String()),
    versionNumber: Type.Union([Type.Integer(), Type.Null()]),
    language: Maybe(Type.String()),
    attestation: Type.Union([
      Type.Object({
        ...{ id: Id, firstName: Type.String(), lastName: Type.String(), mail: Type.String(), phone: Maybe(Type.String()) },
        agreedOn: Type.String({ description: 'A day in this partner’s time zone.' }),
        attestedAt: Instant,
        attestedBy: Maybe(Type.String()),
        versionNumber: Type.Integer(),
      }),
      Type.Null(),
    ]),
    attestBlocked: Type.Union([Type.Object({ reasonCode: Type.String(), reasonText: Type.String() }), Type.Null()]),
  }),
  administrator: Type.Union([
    Type.Object({ userPrincipalName: Type.String(), hasJoined: Type.Boolean(), temporaryPasswordUntil: Maybe(Instant) }),
    Type.Null(),
  ]),
  privileges: Type.Array(
    Type.Object({ service: Type.String(), serviceName: Type.String(), grantedAt: Instant, lastUsedAt: Maybe(Instant), adminPortalName: Type.String() }),
  ),
  responsibilities: Type.Array(OwnResponsibilities, { description: 'This partner’s own part: who bills, administers and supports each service, as far as it is this one.' }),
  endRequest: Type.Union([
    Type.Object({ id: Id, status: Type.String(), reason: Maybe(Type.String()), askedAt: Instant, answerDueAt: Instant }),
    Type.Null(),
  ]),
  removed: Type.Union([Type.Object({ at: Instant }), Type.Null()]),
  version: Type.Integer(),
  can: Type.Array(Type.String()),
})
export type Customer = Static<typeof Customer>

const MaybeReason = { reasonCode: Maybe(Type.String()), reasonText: Maybe(Type.String()) }

export const ServiceOfCustomer = Type.Object({
  service: Type.String(),
  name: Type.String(),
  grantedAt: Type.Union([Instant, Type.Null()], { description: 'Since when this partner holds admin privileges on it.' }),
  lastUsedAt: Maybe(Instant),
  subscriptions: Type.Object(
    {
      own: Type.Integer({ description: 'Sold by this partner, or with it as reseller on record.' }),
      ownSeats: Type.Integer({ description: 'Of the own ones that are no add-ons.' }),
      others: Type.Union([Type.Integer(), Type.Null()], { description: 'Sold by others; null without admin privileges.' }),
    },
    { description: 'In force: provisioned and not over.' },
  ),
  standing: Standing,
})
export type ServiceOfCustomer = Static<typeof ServiceOfCustomer>

export const CustomerRecord = Type.Object({
  account: Type.Object({ tenantId: Id, primaryDomain: Type.String(), country: Country, relatedSince: Instant, agreementStatus: Type.String() }),
  services: Type.Array(ServiceOfCustomer),
  users: Type.Object({ known: Type.Union([Type.Integer(), Type.Null()]), ...MaybeReason }),
  licenses: Type.Object({ known: Type.Union([Type.Integer({ description: 'Assigned to users, of whatever is owned.' }), Type.Null()]), ...MaybeReason }),
  adminPortals: Type.Array(Type.Object({ service: Type.String(), name: Type.String(), canOpen: Type.Boolean(), ...MaybeReason })),
})
export type CustomerRecord = Static<typeof CustomerRecord>

const tag = 'Customers'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const customerRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers',
    summary: 'List the customers of this partner',
    tag,
    useCase: listCustomers,
    query: Type.Object({ ...narrowing, size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Type.Object({ items: Type.Array(CustomerRow), next: Maybe(Cursor), previous: Maybe(Cursor), total: Type.Null() }),
    input: ({ query: { size, cursor, ...asked } }) => ({ size: Number(size ?? usualPageSize), cursor, ...listAskOf(asked) }),
    present: ({ items, next, previous }) => ({ items: items.map(presentRow), next, previous, total: null }),
  }),
  route({
    method: 'GET',
    path: '/removed-customers',
    summary: 'List former customers, for reinstating',
    tag,
    useCase: listRemovedCustomers,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Type.Object({ items: Type.Array(RemovedCustomer), next: Maybe(Cursor), previous: Maybe(Cursor) }),
    input: ({ query: { size, cursor } }) => ({ size: Number(size ?? usualPageSize), cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(({ account, hadServices }) => presentRemoved(account, hadServices)), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/customers/:id',
    summary: 'Read the account of a customer, also of a former one',
    tag,
    useCase: readCustomer,
    params: IdParams,
    answer: Customer,
    input: ({ params, request }) => ({ customerId: idOf(params), reader: readerLanguage(request) }),
    present: (customer) => customer as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/customers/:id/record',
    summary: 'Read what is known of account, services, users, licenses and admin portals',
    tag,
    useCase: readCustomerRecord,
    params: IdParams,
    answer: CustomerRecord,
    input: ({ params, request }) => ({ customerId: idOf(params), reader: readerLanguage(request) }),
    present: (record) => record as never,
  }),
  route({
    method: 'PATCH',
    path: '/customers/:id',
    summary: "Change name, tags and billing data on this partner's own list",
    tag,
    useCase: updateAccount,
    params: IdParams,
    body: Type.Object(
      {
        companyName: Type.Optional(Type.String({ maxLength: 1_000 })),
        tags: Type.Optional(Type.Array(Text(200), { maxItems: 100 })),
        billing: Type.Optional(
          Type.Object(Object.fromEntries(billingLines.map((line) => [line, Type.Optional(Line)])) as Record<(typeof billingLines)[number], ReturnType<typeof Type.Optional<typeof Line>>>, strict),
        ),
      },
      strict,
    ),
    answer: Customer,
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ customerId: idOf(params), version, change: body, reader: readerLanguage(request) }),
    present: (customer) => customer as never,
    version: ({ version }) => version,
  }),
]

function presentRow(account: CustomerOnList): CustomerRow {
  const { customerId, companyName, primaryDomain, country, channels, privilegedServices, tags, relatedSince, knownTies } = account
  const isRelated = relationshipWith({ endedAt: null, channels }) === 'active'
  return {
    customerId,
    companyName,
    primaryDomain,
    country,
    relationship: isRelated ? 'reseller' : 'none',
    channels: [...channels],
    privilegedServices: [...privilegedServices],
    tags: [...tags],
    relatedSince: relatedSince.toISOString(),
    // Once they are related the relationship says it all.
    knownTies: isRelated ? [] : knownTies.map((tie) => ({ ...tie })),
  }
}

function presentRemoved(account: CustomerAccount, hadServices: readonly string[]): RemovedCustomer {
  const { customerId, companyName, primaryDomain, country } = account
  return {
    customerId,
    companyName,
    primaryDomain,
    country,
    removedAt: account.endedAt!.toISOString(),
    hadServices: [...hadServices],
    privilegesRemain: [...account.privilegedServices],
    prefill: { kind: 'establish', customer: { customerId, domain: primaryDomain, country, companyName }, askPrivileges: hadServices.length > 0 },
  }
}
