import { type Static, Type } from 'typebox'
import { type InvitationReason, invitationReasons, nextSteps } from '../../domain/invitations/reasons.ts'
import { Country, Id, Instant, Maybe, Text } from '../schemas.ts'

const Said = Type.Optional(Type.String({ maxLength: 200 }))

/** What the names in the address said, as they stood there; left out where a program does not carry them along. */
export const LinkNames = Type.Object(
  { invType: Said, partnerId: Said, msppId: Said, indirectCSPId: Said, dap: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Boolean()])) },
  { additionalProperties: false, description: 'The query of the link. Meaning comes from the secret alone; names that disagree with it are refused.' },
)
export type LinkNames = Static<typeof LinkNames>

export const ReasonCode = Type.Unsafe<InvitationReason>(Type.String({ enum: Object.keys(invitationReasons) }))
export const Next = Type.Unsafe<(typeof nextSteps)[number]>(Type.String({ enum: [...nextSteps] }))

export const AgreementShown = Type.Object(
  { versionId: Id, language: Text(10), sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the exact bytes of the body that was shown, UTF-8.' }) },
  { additionalProperties: false },
)

const AskingPartner = Type.Object({
  id: Id,
  name: Type.String(),
  country: Country,
  programmeId: Maybe(Type.String()),
  kinds: Type.Array(Type.String()),
  isVerified: Type.Boolean(),
  verifiedHow: Maybe(Type.String()),
  domain: Type.String(),
  since: Instant,
  warnings: Type.Array(Type.String()),
})

export const AgreementToSign = Type.Object({
  required: Type.Boolean(),
  alreadyAccepted: Type.Boolean(),
  versionId: Id,
  versionNumber: Type.Integer(),
  language: Type.String(),
  languages: Type.Array(Type.String()),
  title: Type.String(),
  body: Type.String(),
  sha256: Type.String(),
})

const NamedService = Type.Object({ id: Type.String(), name: Type.String() })

export const InvitationView = Type.Object({
  kind: Type.Union([Type.Literal('relationshipRequest'), Type.Literal('partnerLink')]),
  requestKind: Type.Union([Type.Literal('establish'), Type.Literal('restorePrivileges')]),
  state: Type.String(),
  verdict: Type.Object({
    canAccept: Type.Boolean(),
    reasonCode: Type.Union([ReasonCode, Type.Null()]),
    reasonText: Maybe(Type.String()),
    next: Next,
    rule: Maybe(Type.String({ description: 'The line of the cloud’s manifest that says no, by its name in docs/clouds.md; null where no rule of a cloud does.' })),
    ruleTitle: Maybe(Type.String()),
    heldBy: Type.Array(
      Type.Object({ partnerId: Id, partnerName: Type.String(), service: Maybe(Type.String()), serviceName: Maybe(Type.String()) }),
      { description: 'The customer’s own partners that stand in the way, with the service of which the cloud allows one holder.' },
    ),
  }),
  can: Type.Array(Type.String()),
  partners: Type.Array(AskingPartner),
  asks: Type.Object({ relationship: Type.Boolean(), services: Type.Array(NamedService), plainWords: Type.Array(Type.String()) }),
  changes: Type.Array(Type.String()),
  agreement: Type.Union([AgreementToSign, Type.Null()]),
  cloud: Type.Object({ id: Type.String(), portalName: Type.String() }),
  viewer: Type.Union([
    Type.Object({ signedIn: Type.Literal(true), tenantName: Type.String(), displayName: Type.String(), userPrincipalName: Type.String(), roles: Type.Array(Type.String()) }),
    Type.Null(),
  ]),
  validUntil: Maybe(Instant),
  timeZone: Type.String(),
  maskedFor: Maybe(Type.String()),
  version: Type.Integer(),
})
export type InvitationView = Static<typeof InvitationView>

export const AcceptedInvitationView = Type.Object({
  relationshipId: Type.Union([Id, Type.Null()]),
  partner: Type.Object({ id: Id, name: Type.String() }),
  privileges: Type.Array(Type.Object({ service: Type.String(), serviceName: Type.String() })),
  signature: Type.Union([Type.Object({ id: Id, versionNumber: Type.Integer(), language: Type.String(), signedAt: Instant }), Type.Null()]),
})
export type AcceptedInvitationView = Static<typeof AcceptedInvitationView>
