import { Type } from 'typebox'
import { checkRelationshipRequest } from '../../application/relationship-requests/check-relationship-request.ts'
import { createRelationshipRequest } from '../../application/relationship-requests/create-relationship-request.ts'
import { editRequestDraft } from '../../application/relationship-requests/edit-draft.ts'
import { listRelationshipRequests } from '../../application/relationship-requests/list-relationship-requests.ts'
import { readRelationshipRequest } from '../../application/relationship-requests/read-relationship-request.ts'
import { readRequestMessage } from '../../application/relationship-requests/read-request-message.ts'
import { remindRelationshipRequest } from '../../application/relationship-requests/remind-relationship-request.ts'
import { resendRelationshipRequest } from '../../application/relationship-requests/resend-relationship-request.ts'
import { shareRelationshipRequest } from '../../application/relationship-requests/share-relationship-request.ts'
import { withdrawRelationshipRequest } from '../../application/relationship-requests/withdraw-relationship-request.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Language, PageSize, SearchText, strict } from '../schemas.ts'
import { Message, NoBody, RelationshipRequest, RequestCheck, RequestKind, RequestPage, RequestStatus, StatedCustomer } from './relationship-request-schemas.ts'

const Wish = {
  kind: RequestKind,
  customer: Type.Union([StatedCustomer, Type.Null()]),
  askPrivileges: Type.Optional(Type.Boolean()),
  secondPartnerId: Type.Optional(Type.String({ format: 'id', description: 'The indirect provider of a joint request.' })),
  resellerId: Type.Optional(Type.String({ format: 'id', description: 'The indirect reseller for whom this provider asks jointly; not with secondPartnerId.' })),
}
const ValidityDays = Type.Integer({ minimum: 1, maximum: 365, description: 'Days of 24 hours; the cloud says how many at most.' })

const tag = 'Relationship requests'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const relationshipRequestRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/relationship-request-checks',
    summary: 'See what would happen if the request were made; changes nothing',
    tag,
    useCase: checkRelationshipRequest,
    body: Type.Object({ ...Wish, validityDays: Type.Optional(ValidityDays), language: Type.Optional(Language) }, strict),
    answer: RequestCheck,
    input: ({ body, request }) => ({ wish: body, reader: readerLanguage(request) }),
    present: (check) => check as never,
  }),
  route({
    method: 'POST',
    path: '/relationship-requests',
    summary: 'Make a tracked request with a link of its own',
    tag,
    useCase: createRelationshipRequest,
    body: Type.Object({ ...Wish, language: Language, validityDays: Type.Optional(ValidityDays), followsId: Type.Optional(Id) }, strict),
    answer: RelationshipRequest,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body: { followsId, ...wish }, request }) => ({
      wish,
      followsId: followsId === undefined ? null : canonicalId(followsId)!,
      reader: readerLanguage(request),
    }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/relationship-requests',
    summary: 'List the requests of this partner, latest first',
    tag,
    useCase: listRelationshipRequests,
    query: Type.Object(
      {
        status: Type.Optional(RequestStatus),
        kind: Type.Optional(RequestKind),
        search: Type.Optional(SearchText),
        size: Type.Optional(PageSize),
        cursor: Type.Optional(Cursor),
      },
      strict,
    ),
    answer: RequestPage,
    input: ({ query: { status, kind, search, size, cursor }, request }) => ({
      status,
      kind,
      search,
      size: Number(size ?? usualPageSize),
      cursor,
      reader: readerLanguage(request),
    }),
    present: (page) => page as never,
  }),
  route({
    method: 'GET',
    path: '/relationship-requests/:id',
    summary: 'Read a request; with link=shown also its link, for those who may ask',
    tag,
    useCase: readRelationshipRequest,
    params: IdParams,
    query: Type.Object({ link: Type.Optional(Type.Literal('shown')) }, strict),
    answer: RelationshipRequest,
    input: ({ params, query, request }) => ({ id: idOf(params), withLink: query.link === 'shown', reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/relationship-requests/:id/draft',
    summary: 'Change the words of the letter around its link',
    tag,
    useCase: editRequestDraft,
    params: IdParams,
    body: Type.Object({ subject: Type.String({ maxLength: 1_000 }), text: Type.String({ maxLength: 40_000 }) }, strict),
    answer: RelationshipRequest,
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ id: idOf(params), version, ...body, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/relationship-requests/:id/sharing',
    summary: 'Note that the partner took the letter along',
    tag,
    useCase: shareRelationshipRequest,
    params: IdParams,
    body: Type.Object({ by: Type.Union([Type.Literal('mail'), Type.Literal('eml'), Type.Literal('copy'), Type.Literal('done')]) }, strict),
    answer: RelationshipRequest,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), by: body.by, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/relationship-requests/:id/message',
    summary: 'Read the letter as text, as an address for the mail program and as a message file',
    tag,
    useCase: readRequestMessage,
    params: IdParams,
    answer: Message,
    input: ({ params }) => ({ id: idOf(params) }),
    present: (message) => message,
  }),
  route({
    method: 'POST',
    path: '/relationship-requests/:id/reminder',
    summary: 'Write a reminder around the same link; the partner sends it',
    tag,
    // Its answer carries the link, so it is not kept for repeating; a reminder written twice is the same reminder.
    useCase: remindRelationshipRequest,
    params: IdParams,
    body: NoBody,
    answer: Type.Object({ request: RelationshipRequest, message: Message }),
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: (reminder) => reminder as never,
    version: ({ request }) => request.version,
  }),
  route({
    method: 'POST',
    path: '/relationship-requests/:id/withdrawal',
    summary: 'Withdraw a request; its link ends at once',
    tag,
    useCase: withdrawRelationshipRequest,
    params: IdParams,
    body: NoBody,
    answer: RelationshipRequest,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/relationship-requests/:id/resending',
    summary: 'Ask the same anew with a new link; the old one ends',
    tag,
    useCase: resendRelationshipRequest,
    params: IdParams,
    body: Type.Union([Type.Object({ validityDays: Type.Optional(ValidityDays) }, strict), Type.Null()]),
    answer: RelationshipRequest,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), validityDays: body?.validityDays, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
]
