import { type Static, Type } from 'typebox'
import { NoBody } from './relationship-request-schemas.ts'
import { Country, Id, Instant, Maybe, strict } from '../schemas.ts'

export { NoBody }

const Line = (maxLength: number, description?: string) => Type.String({ maxLength, ...(description && { description }) })

/** The form of a new customer, as it is typed; empty texts are the same as none, so that it can be checked while it is filled in. */
export const NewCustomer = Type.Object(
  {
    companyName: Line(1_000, 'The legal name. On the tenant, on this partner’s list and on its bills.'),
    domainPrefix: Line(63, 'What stands before the domain of the cloud: 3 to 27 letters, digits and single hyphens.'),
    country: Line(2, 'ISO 3166-1 alpha-2, of this partner’s market.'),
    language: Line(10, 'Two letters; of bills and letters.'),
    culture: Line(20, 'Such as es-ES: how dates and amounts are written.'),
    firstName: Line(200, 'Of the primary contact, who is the first administrator.'),
    lastName: Line(200),
    mail: Line(320, 'Of the primary contact and of bills.'),
    phone: Line(100, 'Mandatory in the countries of /new-customer-rules.'),
    addressLine1: Line(400),
    addressLine2: Line(400),
    city: Line(200),
    state: Line(200, 'ISO 3166-2 without the country where /new-customer-rules lists states.'),
    postalCode: Line(50),
    registrationNumber: Line(60, 'Of the organization; mandatory in some countries and refused in all others.'),
  },
  strict,
)
export type NewCustomer = Static<typeof NewCustomer>

export const Statement = Type.Object(
  {
    firstName: Line(200, 'Of who accepted the agreement at the customer.'),
    lastName: Line(200),
    mail: Line(320),
    phone: Type.Optional(Maybe(Type.String({ maxLength: 100 }))),
    agreedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day, in this partner’s time zone; never in the future.' }),
  },
  strict,
)
export type Statement = Static<typeof Statement>

const Reasoned = { reasonCode: Maybe(Type.String()), reasonText: Maybe(Type.String()) }
const Remark = Type.Object({ field: Type.String(), reasonCode: Type.String(), reasonText: Type.String() })

export const CustomerCheck = Type.Object({
  problems: Type.Array(Remark, { description: 'What refuses the creation.' }),
  hints: Type.Array(Remark, { description: 'What a verifier may stumble over; refuses nothing.' }),
})
export type CustomerCheck = Static<typeof CustomerCheck>

export const DomainAvailability = Type.Object({ prefix: Type.String(), domain: Type.String(), isAvailable: Type.Boolean(), ...Reasoned })
export type DomainAvailability = Static<typeof DomainAvailability>

export const NewCustomerRules = Type.Object({
  domain: Type.Object({ ending: Type.String(), shortest: Type.Integer(), longest: Type.Integer() }),
  countries: Type.Array(
    Type.Object({
      country: Country,
      language: Type.String(),
      registrationNumber: Type.Enum(['required', 'refused']),
      phone: Type.Enum(['required', 'optional']),
      postalCode: Type.Enum(['required', 'optional', 'none']),
      postalCodeExample: Maybe(Type.String()),
      state: Type.Enum(['required', 'optional']),
      states: Type.Array(Type.String()),
    }),
  ),
  agreement: Type.Object({ isRequired: Type.Boolean(), canAttest: Type.Boolean(), ...Reasoned }),
  blocked: Type.Union([Type.Object({ reasonCode: Type.String(), reasonText: Type.String() }), Type.Null()]),
})
export type NewCustomerRules = Static<typeof NewCustomerRules>

const credentials = {
  userPrincipalName: Type.String(),
  temporaryPassword: Type.String({ description: 'Shown once. It opens no session, only the choice of an own password.' }),
  validUntil: Instant,
}

export const CreatedCustomer = Type.Object({
  customerId: Id,
  companyName: Type.String(),
  primaryDomain: Type.String(),
  administrator: Type.Object(credentials),
  agreement: Type.Enum(['attested', 'customerIsAsked', 'notRequired']),
  signInUrl: Type.String(),
})
export type CreatedCustomer = Static<typeof CreatedCustomer>

export const Credentials = Type.Object({ ...credentials, signInUrl: Type.String() })
export type Credentials = Static<typeof Credentials>
