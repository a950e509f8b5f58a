import { type Static, Type } from 'typebox'
import { requestKinds, requestStatuses, visitors } from '../../domain/relationship-requests/relationship-request.ts'
import { Country, Cursor, Id, Instant, Language, Maybe, strict, Text } from '../schemas.ts'

/** An act that needs nothing said: no body, or an empty one. */
export const NoBody = Type.Union([Type.Object({}, strict), Type.Null()])

export const RequestKind = Type.Enum([...requestKinds])
export const RequestStatus = Type.Enum([...requestStatuses])

/** Whom the partner names; at most one of the first two is needed, and a country alone is enough. */
export const StatedCustomer = Type.Object(
  {
    customerId: Type.Optional(Id),
    domain: Type.Optional(Text(253)),
    country: Type.Optional(Country),
    companyName: Type.Optional(Text(800)),
  },
  strict,
)

export const ReasonFinding = Type.Object({
  reasonCode: Type.String(),
  reasonText: Type.String(),
  field: Maybe(Type.String()),
  rule: Maybe(Type.String({ description: 'The line of the cloud’s manifest behind it, by its name in docs/clouds.md; null where no rule of a cloud is.' })),
})

export const RequestCheck = Type.Object({
  possible: Type.Boolean(),
  problems: Type.Array(ReasonFinding),
  warnings: Type.Array(ReasonFinding),
  linkKind: Type.Enum(['trackedRequest', 'partnerLink']),
  linkKinds: Type.Array(Type.Enum(['trackedRequest', 'partnerLink'])),
  privileges: Type.Object({
    rule: Type.Enum(['optionalOn', 'forced', 'alwaysAdded']),
    asked: Type.Boolean({ description: 'Whether privileges would be asked: as wished, else as the untouched box stands.' }),
    canChoose: Type.Boolean(),
    services: Type.Array(Type.String(), { description: 'On which services privileges are asked where they are.' }),
    explanation: Type.String(),
  }),
  languages: Type.Array(Language),
  language: Language,
  validityDays: Type.Object({ default: Type.Integer(), max: Type.Integer() }),
  countries: Type.Array(Country, { description: 'Where this partner may have customers in its cloud.' }),
  customer: Type.Union([
    Type.Object({
      customerId: Id,
      companyName: Type.String(),
      primaryDomain: Type.String(),
      country: Country,
      isRelated: Type.Boolean(),
      privilegedServices: Type.Array(Type.String()),
    }),
    Type.Null(),
  ]),
})
export type RequestCheck = Static<typeof RequestCheck>

export const DraftParagraph = Type.Object({ text: Type.String(), editable: Type.Boolean(), kind: Type.Enum(['text', 'link']) })
export const Draft = Type.Object({ subject: Type.String(), paragraphs: Type.Array(DraftParagraph), text: Type.String() })

export const Message = Type.Object({
  subject: Type.String(),
  text: Type.String(),
  mailtoUrl: Type.Union([Type.String(), Type.Null()], { description: 'Null where mail programs would cut it; take the file or copy the text.' }),
  eml: Type.String({ description: 'The letter as a message file, to be opened for sending.' }),
})
export type Message = Static<typeof Message>

export const Visit = Type.Object({
  id: Id,
  at: Instant,
  outcome: Type.Enum(['opened', 'blocked']),
  reasonCode: Maybe(Type.String()),
  reasonText: Maybe(Type.String()),
  visitor: Type.Enum([...visitors]),
})

const requestFacts = {
  id: Id,
  kind: RequestKind,
  status: RequestStatus,
  named: Type.Object({ customerId: Maybe(Id), domain: Maybe(Type.String()), country: Maybe(Country), companyName: Maybe(Type.String()) }),
  customerId: Maybe(Id),
  customerName: Maybe(Type.String()),
  services: Type.Array(Type.String()),
  serviceNames: Type.Array(Type.String()),
  askPrivileges: Type.Boolean(),
  language: Language,
  validUntil: Instant,
  createdAt: Instant,
  createdBy: Type.Object({ id: Id, displayName: Maybe(Type.String()) }),
  sharedAt: Maybe(Instant),
  openedAt: Maybe(Instant),
  answeredAt: Maybe(Instant),
  declineReason: Maybe(Type.String()),
  remindedAt: Maybe(Instant),
  freshLinkAskedAt: Maybe(Instant),
  followsId: Maybe(Id),
  provider: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()], { description: 'The indirect provider of a joint request that this reseller asked.' }),
  reseller: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()], { description: 'The indirect reseller of a joint request that this provider asked.' }),
  version: Type.Integer(),
  can: Type.Array(Type.String()),
}

export const RequestRow = Type.Object({ ...requestFacts, lastVisit: Type.Union([Visit, Type.Null()]) })
export type RequestRow = Static<typeof RequestRow>

export const RelationshipRequest = Type.Object({
  ...requestFacts,
  draft: Type.Union([Draft, Type.Null()], {
    description: 'Null in answers to acts, which are kept for repeating: the link stands in it. Who may read and not ask sees it without the secret.',
  }),
  link: Maybe(Type.String()),
  visits: Type.Array(Visit),
})
export type RelationshipRequest = Static<typeof RelationshipRequest>

export const RequestPage = Type.Object({ items: Type.Array(RequestRow), next: Maybe(Cursor), previous: Maybe(Cursor) })
