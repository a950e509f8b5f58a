import { type Static, Type } from 'typebox'
import { partnershipLanguages, partnershipSides, partnershipStatuses } from '../../domain/partnerships/partnership.ts'
import { partnershipNextSteps, type PartnershipReason, partnershipReasons } from '../../domain/partnerships/verdict.ts'
import { Country, Cursor, Id, Instant, Maybe } from '../schemas.ts'
import { Draft } from './relationship-request-schemas.ts'

export const PartnershipStatus = Type.Enum([...partnershipStatuses])
export const PartnershipSide = Type.Enum([...partnershipSides])
export const PartnershipLanguage = Type.Enum([...partnershipLanguages])
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const NamedService = Type.Object({ id: Type.String(), name: Type.String() })
const By = Type.Union([Type.Object({ displayName: Maybe(Type.String()) }), Type.Null()])

const facts = {
  id: Id,
  side: PartnershipSide,
  status: PartnershipStatus,
  partner: Type.Union(
    [
      Type.Object({ id: Id, name: Type.String(), country: Country, domain: Type.String(), programmeId: Maybe(Type.String()), isVerified: Type.Boolean(), isSuspended: Type.Boolean() }),
      Type.Null(),
    ],
    { description: 'The other side; null while no reseller has answered.' },
  ),
  namedCompany: Type.Union([Type.String(), Type.Null()], { description: 'How the provider calls whom it asks; null to the reseller.' }),
  access: Type.Array(NamedService, { description: "Services on which the provider may administer the reseller's own organization now." }),
  language: PartnershipLanguage,
  createdAt: Instant,
  createdBy: By,
  sharedAt: Maybe(Instant),
  validUntil: Instant,
  answeredAt: Maybe(Instant),
  answeredBy: By,
  blockedAt: Maybe(Instant),
  blockedReason: Maybe(Type.String()),
  blockedText: Maybe(Type.String()),
  endedAt: Maybe(Instant),
  endedBySide: Type.Union([PartnershipSide, Type.Null()]),
  endReason: Type.Union([Type.String(), Type.Null()], { description: 'Shown to the side that wrote it.' }),
  version: Type.Integer(),
  can: Type.Array(Type.String()),
}

export const PartnershipRow = Type.Object(facts)
export type PartnershipRow = Static<typeof PartnershipRow>

export const Partnership = Type.Object({
  ...facts,
  link: Type.Union([Type.String(), Type.Null()], { description: 'Only when read, to those of the provider who may send it, while it waits for an answer.' }),
  draft: Type.Union([Draft, Type.Null()]),
})
export type Partnership = Static<typeof Partnership>

export const PartnershipPage = Type.Object({ items: Type.Array(PartnershipRow), next: Maybe(Cursor), previous: Maybe(Cursor) })

export const PartnershipRemovalPreview = Type.Object({
  statement: Type.Object({ text: Type.String(), sha256: Sha256 }),
  noticeNote: Type.String(),
  whatStops: Type.Array(Type.String()),
})
export type PartnershipRemovalPreview = Static<typeof PartnershipRemovalPreview>

export const ProviderInvitation = Type.Object({
  status: PartnershipStatus,
  verdict: Type.Object({
    canAuthorize: Type.Boolean(),
    reasonCode: Type.Union([Type.Unsafe<PartnershipReason>(Type.String({ enum: Object.keys(partnershipReasons) })), Type.Null()]),
    reasonText: Maybe(Type.String()),
    next: Type.Unsafe<(typeof partnershipNextSteps)[number]>(Type.String({ enum: [...partnershipNextSteps] })),
  }),
  can: Type.Array(Type.String()),
  provider: Type.Object({ id: Id, name: Type.String(), country: Country, domain: Type.String(), programmeId: Maybe(Type.String()), isVerified: Type.Boolean(), since: Instant }),
  access: Type.Array(NamedService),
  validUntil: Instant,
  timeZone: Type.String(),
  viewer: Type.Union([Type.Object({ tenantName: Type.String(), displayName: Type.String(), userPrincipalName: Type.String() }), Type.Null()]),
})
export type ProviderInvitation = Static<typeof ProviderInvitation>

export const AuthorizedProvider = Type.Object({
  partnershipId: Id,
  provider: Type.Object({ id: Id, name: Type.String() }),
  authorizedAt: Instant,
  services: Type.Array(Type.String()),
})
export type AuthorizedProvider = Static<typeof AuthorizedProvider>
