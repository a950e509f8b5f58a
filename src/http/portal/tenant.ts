import { type Static, Type } from 'typebox'
import { readTenant, type ShownTenant } from '../../application/tenants/read-tenant.ts'
import { updateTenant } from '../../application/tenants/update-tenant.ts'
import { customerLanguages } from '../../domain/countries.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Instant, Maybe, strict, Text } from '../schemas.ts'

const Partner = Type.Object({
  kinds: Type.Array(Type.String()),
  programmeId: Maybe(Type.String()),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended')]),
  inDebt: Type.Boolean(),
  verifiedAt: Maybe(Instant),
  verificationMethod: Maybe(Type.String()),
  agreementSignedAt: Maybe(Instant),
  enrolledAt: Instant,
})

export const TenantView = Type.Object({
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
  partner: Type.Optional(Partner),
  can: Type.Array(Type.String()),
})
export type TenantView = Static<typeof TenantView>

const Phone = Type.String({ pattern: '^[+]?[0-9 ()./-]{3,40}$', description: 'Digits, spaces and + ( ) . / -.' })

export const tenantRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/tenant',
    summary: 'Read one’s own organization',
    tag: 'Organization',
    useCase: readTenant,
    answer: TenantView,
    input: () => undefined,
    present: presentTenant,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/tenant',
    summary: 'Change language, time zone and contact of one’s own organization',
    tag: 'Organization',
    useCase: updateTenant,
    body: Type.Object(
      {
        language: Type.Optional(Type.Union(customerLanguages.map((language) => Type.Literal(language)))),
        timeZone: Type.Optional(Text(64)),
        contactName: Type.Optional(Maybe(Text(400))),
        contactMail: Type.Optional(Maybe(Text(320))),
        contactPhone: Type.Optional(Maybe(Phone)),
      },
      strict,
    ),
    answer: TenantView,
    ifMatch: true,
    input: ({ body, version }) => ({ ...body, version }),
    present: presentTenant,
    version: ({ version }) => version,
  }),
]

function presentTenant({ partner, can, domains, ...tenant }: ShownTenant): TenantView {
  const { id, name, cloud, country, primaryDomain, language, timeZone, contactName, contactMail, contactPhone, version } = tenant
  return {
    ...{ id, name, cloud, country, primaryDomain, language, timeZone, contactName, contactMail, contactPhone, version },
    domains: [...domains],
    ...(partner && {
      partner: {
        kinds: [...partner.kinds],
        programmeId: partner.programmeId,
        status: partner.status,
        inDebt: partner.inDebt,
        verifiedAt: partner.verifiedAt?.toISOString() ?? null,
        verificationMethod: partner.verificationMethod,
        agreementSignedAt: partner.agreementSignedAt?.toISOString() ?? null,
        enrolledAt: partner.enrolledAt.toISOString(),
      },
    }),
    can: [...can],
  }
}
