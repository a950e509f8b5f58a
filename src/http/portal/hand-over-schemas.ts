import { type Static, Type } from 'typebox'
import { handOverEnds, handOverSides, handOverStatuses } from '../../domain/hand-overs/hand-over.ts'
import { handOverReasons } from '../../domain/hand-overs/verdict.ts'
import { Country, Cursor, Id, Instant, Maybe } from '../schemas.ts'

export const HandOverStatus = Type.Enum([...handOverStatuses])
const Lines = Type.Array(Type.String())
const NamedService = Type.Object({ id: Type.String(), name: Type.String() })
const By = Type.Union([Type.Object({ displayName: Maybe(Type.String()) }), Type.Null()])
const Party = Type.Union(
  [
    Type.Object({ id: Id, name: Type.String(), country: Country, domain: Type.String(), kinds: Type.Array(Type.String()), programmeId: Maybe(Type.String()), isVerified: Type.Boolean() }),
    Type.Null(),
  ],
  { description: 'Null to whoever proposed, until that partner has answered.' },
)

const facts = {
  id: Id,
  side: Type.Enum([...handOverSides], { description: 'The place of the reader: the present partner, the new one, or the customer.' }),
  isGiven: Type.Boolean({ description: 'The present partner proposed it; else the new one did.' }),
  status: HandOverStatus,
  from: Party,
  to: Party,
  namedPartnerDomain: Type.Union([Type.String(), Type.Null()], { description: 'The other partner, as the proposer named it; null to the customer.' }),
  customer: Type.Object({ id: Maybe(Id), name: Maybe(Type.String()), domain: Type.String(), country: Maybe(Type.String()) }),
  createdAt: Instant,
  validUntil: Instant,
  agreedAt: Maybe(Instant),
  answeredAt: Maybe(Instant),
  version: Type.Integer(),
}

export const HandOverRow = Type.Object(facts)
export type HandOverRow = Static<typeof HandOverRow>
export const HandOverPage = Type.Object({ items: Type.Array(HandOverRow), next: Maybe(Cursor), previous: Maybe(Cursor) })

const Problem = Type.Object({
  reasonCode: Type.Unsafe<(typeof handOverReasons)[number]>(Type.String({ enum: [...handOverReasons] })),
  reasonText: Type.String(),
  rule: Type.Union([Type.String(), Type.Null()], { description: 'The line of the cloud’s manifest behind it; null where none is.' }),
})

const Preview = Type.Object({
  moment: Type.String({ description: 'That nothing is left open in between, and nothing doubled.' }),
  ends: Lines,
  begins: Lines,
  stays: Lines,
  liable: Type.String({ description: 'Who answers to the customer for bills and support afterwards.' }),
  services: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), ends: Type.Boolean(), begins: Type.Boolean() }), { description: 'Admin privileges service by service, as far as the reader may know them.' }),
})
export type HandOverPreview = Static<typeof Preview>

export const HandOver = Type.Object({
  ...facts,
  createdBy: By,
  agreedBy: By,
  answeredBy: By,
  note: Type.Union([Type.String(), Type.Null()], { description: 'The words of whoever declined or withdrew.' }),
  endedBecause: Type.Union([Type.Enum([...handOverEnds]), Type.Null()]),
  problems: Type.Array(Problem, { description: 'What stands in the way now, worst first.' }),
  preview: Type.Union([Preview, Type.Null()], { description: 'What the customer’s yes would change for the reader; null once it is answered or over.' }),
  asks: Type.Object({ services: Type.Array(NamedService), privileges: Type.String({ description: 'Whether the new partner may go without admin privileges here: optionalOn, forced or alwaysAdded.' }) }),
  versionShown: Type.Integer({ description: 'Of all that is shown to the customer; accepting sends it back.' }),
  can: Type.Array(Type.String()),
})
export type HandOver = Static<typeof HandOver>

export const GivingPreview = Type.Object({
  customer: Type.Object({ id: Id, name: Type.String(), domain: Type.String(), country: Country }),
  problems: Type.Array(Problem),
  preview: Preview,
})
export type GivingPreview = Static<typeof GivingPreview>
