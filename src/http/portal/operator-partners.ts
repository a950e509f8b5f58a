import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { enrolPartner } from '../../application/operator/enrol-partner.ts'
import { createCustomer, importCustomer } from '../../application/operator/import-customer.ts'
import { listAllPartners, standingFilters } from '../../application/operator/list-all-partners.ts'
import { listAllTenants } from '../../application/operator/list-all-tenants.ts'
import { markPartnerDebt } from '../../application/operator/mark-partner-debt.ts'
import { reinstatePartner } from '../../application/operator/reinstate-partner.ts'
import { suspendPartner } from '../../application/operator/suspend-partner.ts'
import { verifyPartner } from '../../application/operator/verify-partner.ts'
import { partnerKinds, verificationMethods } from '../../domain/partners/partner.ts'
import { partnerTransitions } from '../../domain/partners/transitions.ts'
import { openTransitions } from '../../domain/transition.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Cursor, Id, IdParams, Instant, Language, Maybe, NoBody, PageSize, SearchText, strict, Text } from '../schemas.ts'

const Cloud = Text(40)
const PartnerKind = Type.Union(partnerKinds.map((kind) => Type.Literal(kind)))

const partnerFields = {
  id: Id,
  name: Type.String(),
  cloud: Type.String(),
  country: Type.String(),
  primaryDomain: Type.String(),
  kinds: Type.Array(Type.String()),
  programmeId: Maybe(Type.String()),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended')]),
  statusReason: Maybe(Type.String()),
  inDebt: Type.Boolean(),
  verifiedAt: Maybe(Instant),
  verificationMethod: Maybe(Type.String()),
  verificationNote: Maybe(Type.String()),
  agreementSignedAt: Maybe(Instant),
  enrolledAt: Instant,
  version: Type.Integer(),
  can: Type.Array(Type.String(), { description: 'verify, recordAgreement, suspend, reinstate, markInDebt, clearDebt.' }),
}

export const OperatorPartner = Type.Object(partnerFields)
export type OperatorPartner = Static<typeof OperatorPartner>

export const OperatorPartnerList = Type.Object({ items: Type.Array(OperatorPartner), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type OperatorPartnerList = Static<typeof OperatorPartnerList>

export const EnrolledPartner = Type.Object({ ...partnerFields, adminId: Id })
export type EnrolledPartner = Static<typeof EnrolledPartner>

export const OperatorTenant = Type.Object({
  id: Id,
  name: Type.String(),
  cloud: Type.String(),
  country: Type.String(),
  primaryDomain: Type.String(),
  kinds: Type.Array(Type.String()),
  origin: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('closed')]),
  segment: Type.Union([Type.String(), Type.Null()], { description: 'Of a customer, for the offers it gets; null as its cloud usually has it.' }),
  createdAt: Instant,
  can: Type.Array(Type.String(), { description: 'close, setSegment.' }),
})
export type OperatorTenant = Static<typeof OperatorTenant>

export const OperatorTenantList = Type.Object({ items: Type.Array(OperatorTenant), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type OperatorTenantList = Static<typeof OperatorTenantList>

export const ImportedCustomer = Type.Object({ id: Id, name: Type.String(), cloud: Type.String(), country: Type.String(), primaryDomain: Type.String(), adminId: Id })
export type ImportedCustomer = Static<typeof ImportedCustomer>

const Admin = Type.Object({ displayName: Text(400), userPrincipalName: Text(320), mail: Text(320) }, strict)
const tenantFields = { name: Text(800), cloud: Cloud, country: Country, primaryDomain: Text(253), language: Language, timeZone: Text(64), admin: Admin }
const PageQuery = Type.Object({ search: Type.Optional(SearchText), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict)
const PartnersQuery = Type.Object({ ...PageQuery.properties, standing: Type.Optional(Type.Union(standingFilters.map((standing) => Type.Literal(standing)))) }, strict)
const pageAsk = ({ query }: { query: Static<typeof PageQuery> }) => ({ search: query.search, size: Number(query.size ?? usualPageSize), cursor: query.cursor })

type Listed = Parameters<typeof presentPartner>[0]

/** What stands on one partner; every act answers with it. */
const standing = { params: IdParams, answer: OperatorPartner, status: 200, keyKeptForDays: 1, tag: 'Operator', present: presentPartner, version: ({ version }: Listed) => version } as const

export const operatorPartnerRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/partners',
    summary: 'List every partner of the programme',
    tag: 'Operator',
    useCase: listAllPartners,
    query: PartnersQuery,
    answer: OperatorPartnerList,
    input: ({ query: { standing, ...query } }) => ({ ...pageAsk({ query }), standing }),
    present: ({ items, next, previous }) => ({ items: items.map(presentPartner), next, previous }),
  }),
  route({
    method: 'POST',
    path: '/operator/partners',
    summary: 'Enrol a partner and invite its first Global admin',
    tag: 'Operator',
    useCase: enrolPartner,
    body: Type.Object(
      {
        ...tenantFields,
        kinds: Type.Array(PartnerKind, { minItems: 1, maxItems: 3, uniqueItems: true }),
        programmeId: Type.Optional(Type.String({ minLength: 1, maxLength: 10, description: 'May come later; signing the partner agreement waits for it.' })),
        programmeCountry: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'Of the location with that programme id; the country of the partner where nothing is said.' })),
        agreement: Type.Optional(Type.Union([Type.Literal('outside'), Type.Literal('portal')], { description: 'outside: the partner agreement was signed before; portal: a Global admin signs it in the partner portal.' })),
      },
      strict,
    ),
    answer: EnrolledPartner,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: (partner) => ({ ...presentPartner(partner), adminId: partner.adminId }),
  }),
  route({
    ...standing,
    method: 'POST',
    path: '/operator/partners/:id/verification',
    summary: 'Record that a partner was verified',
    useCase: verifyPartner,
    body: Type.Object({ method: Type.Union(verificationMethods.map((method) => Type.Literal(method))), note: Type.Optional(Maybe(Text(2_000, 0))) }, strict),
    input: ({ params, body }) => ({ which: params.id, method: body.method, note: body.note ?? null }),
  }),
  route({
    ...standing,
    method: 'POST',
    path: '/operator/partners/:id/suspension',
    summary: 'Suspend a partner',
    useCase: suspendPartner,
    body: Type.Object({ reason: Type.Optional(Maybe(Text(2_000, 0))) }, strict),
    input: ({ params, body }) => ({ which: params.id, reason: body.reason ?? null }),
  }),
  route({
    ...standing,
    method: 'POST',
    path: '/operator/partners/:id/reinstatement',
    summary: 'Reinstate a suspended partner',
    useCase: reinstatePartner,
    body: NoBody,
    input: ({ params }) => ({ which: params.id }),
  }),
  route({
    ...standing,
    method: 'POST',
    path: '/operator/partners/:id/debt',
    summary: 'Mark a partner as in debt, or take the mark away',
    useCase: markPartnerDebt,
    body: Type.Object({ inDebt: Type.Boolean() }, strict),
    input: ({ params, body }) => ({ which: params.id, inDebt: body.inDebt }),
  }),
  route({
    method: 'GET',
    path: '/operator/tenants',
    summary: 'List every organization',
    tag: 'Operator',
    useCase: listAllTenants,
    query: PageQuery,
    answer: OperatorTenantList,
    input: pageAsk,
    present: ({ items, next, previous }) => ({
      items: items.map((tenant) => ({
        id: tenant.id,
        name: tenant.name,
        cloud: tenant.cloud,
        country: tenant.country,
        primaryDomain: tenant.primaryDomain,
        kinds: [...tenant.kinds],
        origin: tenant.origin,
        status: tenant.status,
        segment: tenant.segment,
        can: actsOn(tenant),
        createdAt: tenant.createdAt.toISOString(),
      })),
      next,
      previous,
    }),
  }),
  route({
    method: 'POST',
    path: '/operator/new-customers',
    summary: 'Create a customer’s organization and invite its first Global administrator',
    tag: 'Operator',
    useCase: createCustomer,
    body: Type.Object(tenantFields, strict),
    answer: ImportedCustomer,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentImported,
  }),
  route({
    method: 'POST',
    path: '/operator/customers',
    summary: 'Import a customer’s organization and invite its first Global administrator',
    tag: 'Operator',
    useCase: importCustomer,
    body: Type.Object(tenantFields, strict),
    answer: ImportedCustomer,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentImported,
  }),
]

function presentImported({ tenant: { id, name, cloud, country, primaryDomain }, adminId }: Awaited<ReturnType<typeof importCustomer.run>>): ImportedCustomer {
  return { id, name, cloud, country, primaryDomain, adminId }
}

export function presentPartner(partner: Awaited<ReturnType<typeof verifyPartner.run>>): OperatorPartner {
  return {
    id: partner.id,
    name: partner.name,
    cloud: partner.cloud,
    country: partner.country,
    primaryDomain: partner.primaryDomain,
    kinds: [...partner.kinds],
    programmeId: partner.programmeId,
    status: partner.status,
    statusReason: partner.statusReason,
    inDebt: partner.inDebt,
    verifiedAt: partner.verifiedAt?.toISOString() ?? null,
    verificationMethod: partner.verificationMethod,
    verificationNote: partner.verificationNote,
    agreementSignedAt: partner.agreementSignedAt?.toISOString() ?? null,
    enrolledAt: partner.enrolledAt.toISOString(),
    version: partner.version,
    can: ['verify', ...(partner.agreementSignedAt ? [] : ['recordAgreement']), ...openTransitions(partnerTransitions, partner.status), partner.inDebt ? 'clearDebt' : 'markInDebt'],
  }
}

function actsOn({ status, kinds }: { readonly status: string; readonly kinds: readonly string[] }): string[] {
  if (status !== 'active' || !kinds.includes('customer')) return []
  return kinds.every((kind) => kind === 'customer') ? ['close', 'setSegment'] : ['setSegment']
}
