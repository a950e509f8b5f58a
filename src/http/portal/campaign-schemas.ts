import { type Static, Type } from 'typebox'
import { campaignStatuses, deliveries } from '../../domain/campaigns/campaign.ts'
import { requestStatuses } from '../../domain/relationship-requests/relationship-request.ts'
import { Cursor, Id, Instant, Language, Maybe, strict, Text } from '../schemas.ts'

export const Delivery = Type.Enum([...deliveries], { description: 'self: the partner sends the letters. mails: Vinculo mails them, at the given pace.' })

export const CampaignWish = Type.Object(
  {
    name: Text(800),
    delivery: Delivery,
    askPrivileges: Type.Optional(Type.Boolean({ description: 'Left out: as the cloud’s untouched box stands.' })),
    validityDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, description: 'Days of 24 hours from the moment of each request.' })),
    language: Type.Optional(Language),
    words: Type.Optional(Type.String({ maxLength: 2_000, description: 'The partner’s own words in the mails, up to 500 characters; plain text.' })),
    mailsADay: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, description: '200 unless said otherwise; 1 000 at most, unless the operator widened it.' })),
    reminders: Type.Optional(Type.Integer({ minimum: 0, maximum: 3, description: 'How often an unanswered request is reminded of; none unless said otherwise.' })),
    daysBetween: Type.Optional(Type.Integer({ minimum: 2, maximum: 60, description: 'Between a letter and its reminder; 7 unless said otherwise.' })),
  },
  strict,
)

const Cell = Type.Optional(Type.String({ maxLength: 1_000 }))

/** A customer as a row; every member may be missing, and each row is answered for. */
const ListRow = Type.Object({ tenantId: Cell, companyName: Cell, domain: Cell, country: Cell, cloud: Cell, mail: Cell, language: Cell }, strict)

const Read = Type.Optional(Maybe(Type.String({ maxLength: 1_000 })))
/** Documented members that a list does not need. */
const passedOver = (names: readonly string[]) => Object.fromEntries(['links', 'attributes', ...names].map((name) => [name, Type.Optional(Type.Unknown())]))
const OrNull = <Schema extends ReturnType<typeof Type.Object>>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]))

const Address = Type.Object({ country: Read, ...passedOver(['region', 'city', 'state', 'addressLine1', 'addressLine2', 'postalCode', 'firstName', 'middleName', 'lastName', 'phoneNumber']) }, strict)

/** A Customer of the documented Partner Center JSON, every member of it. */
const CustomerItem = Type.Object(
  {
    id: Read,
    companyProfile: OrNull(Type.Object({ tenantId: Read, domain: Read, companyName: Read, email: Read, ...passedOver(['organizationRegistrationNumber', 'address']) }, strict)),
    billingProfile: OrNull(Type.Object({ email: Read, language: Read, companyName: Read, defaultAddress: OrNull(Address), ...passedOver(['id', 'firstName', 'lastName', 'culture']) }, strict)),
    ...passedOver(['commerceId', 'relationshipToPartner', 'allowDelegatedAccess', 'userCredentials', 'customDomains', 'associatedPartnerId']),
  },
  strict,
)

/** Rows, or the documented collection of customers as it was given out elsewhere. As text/csv the columns of docs/campaigns.md. */
export const CustomerList = Type.Union([
  Type.Object({ rows: Type.Array(ListRow, { minItems: 1, maxItems: 10_000 }) }, strict),
  Type.Object({ items: Type.Array(CustomerItem, { minItems: 1, maxItems: 10_000 }), ...passedOver(['totalCount', 'continuationToken']) }, strict),
])
export type CustomerList = Static<typeof CustomerList>

const Reason = Type.Object({ reasonCode: Type.String(), reasonText: Type.String() })
const ReasonCount = Type.Object({ reasonCode: Type.String(), reasonText: Type.String(), rows: Type.Integer() })

export const RowStandings = ['unchecked', 'ready', 'refused', ...requestStatuses] as const
export const RowStanding = Type.Enum([...RowStandings], { description: 'unchecked, ready and refused as the list left it; else the status of the row’s request.' })

const plain = { id: Id, name: Type.String(), delivery: Delivery, status: Type.Enum([...campaignStatuses]), rowCount: Type.Integer(), createdAt: Instant }

export const Campaign = Type.Object({
  ...plain,
  askPrivileges: Type.Union([Type.Boolean(), Type.Null()]),
  validityDays: Type.Union([Type.Integer(), Type.Null()]),
  language: Maybe(Language),
  words: Maybe(Type.String()),
  mailsADay: Type.Integer(),
  reminders: Type.Integer(),
  daysBetween: Type.Integer(),
  checkedCount: Type.Integer({ description: 'Rows judged so far, while it is checked.' }),
  startedAt: Maybe(Instant),
  endedAt: Maybe(Instant),
  createdBy: Type.Object({ id: Id, displayName: Maybe(Type.String()) }),
  pausedBecause: Type.Union([Reason, Type.Null()], { description: 'Why it pauses by itself, or a list could not be checked; null where a person paused it.' }),
  rows: Type.Object(Object.fromEntries(RowStandings.map((name) => [name, Type.Integer()])), { description: 'How many rows stand where; each word is a filter of the rows.' }),
  funnel: Type.Object({ asked: Type.Integer(), sent: Type.Integer(), opened: Type.Integer(), accepted: Type.Integer(), declined: Type.Integer() }),
  blocked: Type.Array(ReasonCount, { description: 'Open requests whose latest visitor could not go on, by reason.' }),
  refusals: Type.Array(ReasonCount, { description: 'Rows that are not asked, by reason.' }),
  countries: Type.Array(
    Type.Object({
      country: Maybe(Type.String()),
      rows: Type.Integer(),
      language: Type.String({ description: 'Of the letters as they are written.' }),
      languageMissing: Type.Union([Type.String(), Type.Null()], { description: 'The language that was wished for, or that of the country, where there are no letters in it; BCP 47.' }),
      agreementVersion: Type.Union([Type.Integer(), Type.Null()]),
      agreementLanguage: Type.Union([Type.String(), Type.Null()], { description: 'Of the text that is shown first; it may be read and signed in any other that was published.' }),
    }),
    { description: 'Rows that can be or were asked: the language of their letters, and the customer agreement they are asked to accept.' },
  ),
  version: Type.Integer(),
  can: Type.Array(Type.String()),
})
export type Campaign = Static<typeof Campaign>

export const CampaignLine = Type.Object({ ...plain, ready: Type.Integer(), refused: Type.Integer(), asked: Type.Integer(), accepted: Type.Integer() })
export type CampaignLine = Static<typeof CampaignLine>
export const CampaignPage = Type.Object({ items: Type.Array(CampaignLine), next: Maybe(Cursor), previous: Maybe(Cursor) })

export const CampaignRow = Type.Object({
  line: Type.Integer({ description: 'As a spreadsheet numbers it: the head row is 1. In JSON the first row is 1.' }),
  state: RowStanding,
  companyName: Maybe(Type.String()),
  domain: Maybe(Type.String()),
  customerId: Maybe(Type.String()),
  country: Maybe(Type.String()),
  language: Maybe(Type.String()),
  mail: Maybe(Type.String()),
  requestId: Maybe(Id),
  isBlocked: Type.Boolean({ description: 'Somebody opened the link and could not go on.' }),
  why: Type.Union([Reason, Type.Null()]),
  mails: Type.Integer(),
  mailedAt: Maybe(Instant),
})
export type CampaignRow = Static<typeof CampaignRow>
export const CampaignRowPage = Type.Object({ items: Type.Array(CampaignRow), next: Maybe(Cursor), previous: Maybe(Cursor) })
