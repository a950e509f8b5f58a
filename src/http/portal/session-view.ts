import { type Static, Type } from 'typebox'
import type { SessionView } from '../../application/sign-in/read-session.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { languages } from '../../language/languages.ts'
import { product } from '../../product.ts'
import { Id, Instant, Maybe } from '../schemas.ts'
import { presentBranding, ShownBranding } from './operator-branding.ts'

const Installation = Type.Object({
  name: Type.String(),
  isDemo: Type.Boolean(),
  isQuarantined: Type.Boolean({ description: 'True after a restore until the operator releases it: nothing is sent.' }),
  isSetUp: Type.Boolean(),
  mailLeaves: Type.Boolean({ description: 'False where mails stay here and the operator hands out codes instead.' }),
  languages: Type.Array(Type.String()),
  branding: ShownBranding,
})

const Person = Type.Object({
  id: Id,
  displayName: Type.String(),
  userPrincipalName: Type.String(),
  mail: Maybe(Type.String()),
  language: Maybe(Type.String()),
  roles: Type.Array(Type.String()),
  hasTotp: Type.Boolean(),
  hasPasskey: Type.Boolean({ description: 'Whether a passkey can prove who this is.' }),
  hasPassword: Type.Boolean(),
  hasOutsideIdentity: Type.Boolean({ description: 'Whether the provider of the organization can prove who this is.' }),
})

const Tenant = Type.Object({
  id: Id,
  name: Type.String(),
  cloud: Type.String(),
  country: Type.String(),
  timeZone: Type.String(),
  isPartner: Type.Boolean(),
  isCustomer: Type.Boolean(),
  isOperator: Type.Boolean(),
  partnerKinds: Type.Array(Type.String()),
  partnerStatus: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('suspended')])),
  inDebt: Type.Optional(Type.Boolean()),
  agreementSigned: Type.Optional(Type.Boolean({ description: 'Whether the partner agreement is signed; until then the partner asks for nothing.' })),
})

const Visitor = Type.Object({ signedIn: Type.Literal(false), csrfToken: Type.String(), installation: Installation })

const SignedIn = Type.Object({
  signedIn: Type.Literal(true),
  awaits: Type.Union([Type.Null(), Type.Literal('secondFactor'), Type.Literal('secondFactorEnrolment')]),
  csrfToken: Type.String(),
  installation: Installation,
  person: Person,
  tenant: Tenant,
  cloud: Type.Unsafe<CapabilityManifest>(Type.Object({ id: Type.String() }, { additionalProperties: true, description: 'The capability manifest of the tenant’s cloud, every line.' })),
  can: Type.Array(Type.String({ description: 'Actions that the roles of the person may open.' })),
  steppedUpUntil: Maybe(Instant),
  expiresAt: Maybe(Instant),
})

export const Session = Type.Union([Visitor, SignedIn])
export type Session = Static<typeof Session>

export function presentSession({ installation, csrfToken, signedIn }: SessionView): Session {
  const about = { csrfToken, installation: { name: product.name, languages: [...languages], ...installation, branding: presentBranding(installation.branding) } }
  if (!signedIn) return { signedIn: false, ...about }
  const { awaits, person, tenant, manifest, can, steppedUpUntil, expiresAt, hasPasskey, hasPassword, hasOutsideIdentity } = signedIn
  return {
    signedIn: true,
    ...about,
    awaits,
    person: {
      id: person.personId,
      displayName: person.displayName,
      userPrincipalName: person.userPrincipalName,
      mail: person.mail,
      language: person.language,
      roles: [...person.roles],
      hasTotp: person.hasTotp,
      hasPasskey,
      hasPassword,
      hasOutsideIdentity,
    },
    tenant: {
      id: tenant.id,
      name: tenant.name,
      cloud: tenant.cloud,
      country: tenant.country,
      timeZone: tenant.timeZone,
      isPartner: tenant.partner !== null,
      isCustomer: tenant.isCustomer,
      isOperator: tenant.isOperator,
      partnerKinds: [...tenant.partnerKinds],
      ...(tenant.partner && { partnerStatus: tenant.partner.status, inDebt: tenant.partner.inDebt, agreementSigned: tenant.partner.agreementSignedAt !== null }),
    },
    cloud: manifest,
    can: [...can],
    steppedUpUntil: steppedUpUntil?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}
