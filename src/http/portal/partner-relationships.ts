import { type Static, Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { askEnd } from '../../application/partner-relationships/ask-end.ts'
import { listPartnerRelationships } from '../../application/partner-relationships/list-partner-relationships.ts'
import { previewPrivilegesRemoval } from '../../application/partner-relationships/preview-privileges-removal.ts'
import { readPartnerRelationship } from '../../application/partner-relationships/read-partner-relationship.ts'
import { readResponsibilityMap } from '../../application/partner-relationships/read-responsibility-map.ts'
import { removePrivileges } from '../../application/partner-relationships/remove-privileges.ts'
import { canonicalId } from '../../domain/ids.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, Instant, Maybe, PageSize, strict } from '../schemas.ts'
import { ActivityEntry } from './activity-schemas.ts'
import { ServiceResponsibilities } from './responsibility-schemas.ts'

const ServiceId = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9]+$' })

export const HeldPrivilege = Type.Object({
  service: Type.String(),
  serviceName: Type.String(),
  grantedAt: Instant,
  lastUsedAt: Maybe(Instant),
  lastUsedBy: Maybe(Type.String()),
})

export const EndRequestOfCustomer = Type.Object({
  id: Id,
  status: Type.Union([Type.Literal('asked'), Type.Literal('agreed'), Type.Literal('refused')]),
  reason: Maybe(Type.String()),
  askedAt: Instant,
  answerDueAt: Instant,
  answeredAt: Maybe(Instant),
  answerNote: Maybe(Type.String()),
})

export const PartnerRelationship = Type.Object({
  partnerId: Id,
  name: Type.String(),
  country: Type.String(),
  domain: Type.String(),
  programmeId: Maybe(Type.String()),
  isVerified: Type.Boolean(),
  kinds: Type.Array(Type.String()),
  relationship: Type.Union([Type.Object({ id: Id, status: Type.String(), since: Instant, endedAt: Maybe(Instant), channel: Type.String() }), Type.Null()]),
  privileges: Type.Array(HeldPrivilege),
  privilegesWithoutRelationship: Type.Boolean(),
  recent: Type.Array(ActivityEntry),
  endRequest: Type.Union([EndRequestOfCustomer, Type.Null()]),
  can: Type.Array(Type.String()),
})
export type PartnerRelationship = Static<typeof PartnerRelationship>

export const PrivilegesRemovalPreview = Type.Object({
  services: Type.Array(Type.Object({ service: Type.String(), serviceName: Type.String() })),
  stops: Type.Array(Type.String()),
  stays: Type.Array(Type.String()),
  warning: Type.String(),
})
export type PrivilegesRemovalPreview = Static<typeof PrivilegesRemovalPreview>

const tag = 'Partner relationships'
const PartnerParams = Type.Object({ partnerId: Id }, strict)
const partnerOf = ({ partnerId }: { partnerId: string }) => canonicalId(partnerId)!

export const partnerRelationshipRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/partner-relationships',
    summary: 'List the partners of one’s organization and what they may do in it',
    tag,
    useCase: listPartnerRelationships,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Type.Object({ items: Type.Array(PartnerRelationship), next: Maybe(Type.String()), previous: Maybe(Type.String()) }),
    input: ({ query, request }) => ({ page: { size: Number(query.size ?? usualPageSize), cursor: query.cursor }, language: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    method: 'GET',
    path: '/responsibility-map',
    summary: 'Read who bills, administers and supports each service of one’s organization, with gaps and overlaps',
    tag,
    useCase: readResponsibilityMap,
    answer: Type.Object({ items: Type.Array(ServiceResponsibilities) }),
    input: ({ request }) => ({ language: readerLanguage(request) }),
    present: (items) => ({ items }) as never,
  }),
  route({
    method: 'GET',
    path: '/partner-relationships/:partnerId',
    summary: 'Read one partner of one’s organization, past ones too',
    tag,
    useCase: readPartnerRelationship,
    params: PartnerParams,
    answer: PartnerRelationship,
    input: ({ params, request }) => ({ partnerId: partnerOf(params), language: readerLanguage(request) }),
    present: (partner) => partner as never,
  }),
  route({
    method: 'GET',
    path: '/partner-relationships/:partnerId/privileges-removal',
    summary: 'See what stops and what stays if admin privileges were removed; changes nothing',
    tag,
    useCase: previewPrivilegesRemoval,
    params: PartnerParams,
    query: Type.Object({ service: Type.Optional(ServiceId) }, strict),
    answer: PrivilegesRemovalPreview,
    input: ({ params, query, request }) => ({ partnerId: partnerOf(params), service: query.service ?? null, language: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    method: 'POST',
    path: '/partner-relationships/:partnerId/privileges-removal',
    summary: 'Remove admin privileges of a partner, at once',
    tag,
    useCase: removePrivileges,
    params: PartnerParams,
    body: Type.Object({ services: Type.Array(ServiceId, { minItems: 1, maxItems: 50, uniqueItems: true }) }, strict),
    answer: Type.Object({ services: Type.Array(Type.String()), removedAt: Instant }),
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body }) => ({ partnerId: partnerOf(params), services: body.services }),
    present: ({ services, removedAt }) => ({ services: [...services], removedAt: removedAt.toISOString() }),
  }),
  route({
    method: 'POST',
    path: '/partner-relationships/:partnerId/end-requests',
    summary: 'Ask a partner to end the reseller relationship; its rights end at once',
    tag,
    useCase: askEnd,
    params: PartnerParams,
    body: Type.Object({ reason: Type.Optional(Type.Union([Type.String({ maxLength: 1_000 }), Type.Null()])) }, strict),
    answer: Type.Object({ endRequest: EndRequestOfCustomer, privilegesEnded: Type.Array(Type.String()) }),
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body }) => ({ partnerId: partnerOf(params), reason: freeText(body.reason, 'reason') }),
    present: ({ endRequest, privilegesEnded }) => ({
      endRequest: {
        id: endRequest.id,
        status: endRequest.status,
        reason: endRequest.reason,
        askedAt: endRequest.askedAt.toISOString(),
        answerDueAt: endRequest.answerDueAt.toISOString(),
        answeredAt: null,
        answerNote: null,
      },
      privilegesEnded: [...privilegesEnded],
    }),
  }),
]
