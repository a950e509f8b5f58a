import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { askPartnership } from '../../application/partnerships/ask-partnership.ts'
import { editPartnership } from '../../application/partnerships/edit-partnership.ts'
import { listPartnerships } from '../../application/partnerships/list-partnerships.ts'
import { readPartnership } from '../../application/partnerships/read-partnership.ts'
import { previewPartnershipRemoval, removePartnership, removeProviderAccess } from '../../application/partnerships/remove-partnership.ts'
import { readPartnershipMessage, sharePartnership } from '../../application/partnerships/share-partnership.ts'
import { withdrawPartnership } from '../../application/partnerships/withdraw-partnership.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, IdParams, NoBody, PageSize, SearchText, strict, Text } from '../schemas.ts'
import { Partnership, PartnershipLanguage, PartnershipPage, PartnershipRemovalPreview, PartnershipSide, PartnershipStatus } from './partnership-schemas.ts'
import { Message } from './relationship-request-schemas.ts'

const tag = 'Partnerships'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const partnershipRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/partnerships',
    summary: 'Ask an indirect reseller for a partnership: a letter with a link of its own',
    tag,
    useCase: askPartnership,
    body: Type.Object({ companyName: Type.Optional(Text(800)), language: PartnershipLanguage }, strict),
    answer: Partnership,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ companyName: body.companyName ?? null, language: body.language, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/partnerships',
    summary: 'List the partnerships of this partner, as provider unless side says reseller, latest first',
    tag,
    useCase: listPartnerships,
    query: Type.Object(
      { side: Type.Optional(PartnershipSide), status: Type.Optional(PartnershipStatus), search: Type.Optional(SearchText), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) },
      strict,
    ),
    answer: PartnershipPage,
    input: ({ query: { side, status, search, size, cursor }, request }) => ({ side: side ?? 'provider', status, search, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    method: 'GET',
    path: '/partnerships/:id',
    summary: 'Read a partnership; the provider also its letter and link while they wait for an answer',
    tag,
    useCase: readPartnership,
    params: IdParams,
    answer: Partnership,
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/partnerships/:id/draft',
    summary: 'Change the words of the letter to the reseller around its link',
    tag,
    useCase: editPartnership,
    params: IdParams,
    body: Type.Object({ subject: Type.String({ maxLength: 1_000 }), text: Type.String({ maxLength: 40_000 }) }, strict),
    answer: Partnership,
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ id: idOf(params), version, ...body, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/partnerships/:id/sharing',
    summary: 'Note that the provider took the letter along',
    tag,
    useCase: sharePartnership,
    params: IdParams,
    body: Type.Object({ by: Type.Union([Type.Literal('mail'), Type.Literal('eml'), Type.Literal('copy'), Type.Literal('done')]) }, strict),
    answer: Partnership,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), by: body.by, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/partnerships/:id/message',
    summary: 'Read the letter to the reseller as text, as an address for the mail program and as a message file',
    tag,
    useCase: readPartnershipMessage,
    params: IdParams,
    answer: Message,
    input: ({ params }) => ({ id: idOf(params) }),
    present: (message) => message,
  }),
  route({
    method: 'POST',
    path: '/partnerships/:id/withdrawal',
    summary: 'Withdraw a request for a partnership; its link ends at once',
    tag,
    useCase: withdrawPartnership,
    params: IdParams,
    body: NoBody,
    answer: Partnership,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/partnerships/:id/removal',
    summary: 'See what removing a partnership would end and keep; changes nothing',
    tag,
    useCase: previewPartnershipRemoval,
    params: IdParams,
    answer: PartnershipRemovalPreview,
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: ({ statement, noticeNote, whatStops }) => ({ statement: { ...statement }, noticeNote, whatStops: [...whatStops] }),
  }),
  route({
    method: 'POST',
    path: '/partnerships/:id/removal',
    summary: 'End a partnership, from either side; customers and their privileges stay as they are',
    tag,
    useCase: removePartnership,
    params: IdParams,
    body: Type.Object({ statementSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), endAccess: Type.Boolean(), reason: Type.Optional(Text(2_000)) }, strict),
    answer: Partnership,
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({ id: idOf(params), ...body, reason: body.reason ?? null, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/partnerships/:id/access-removal',
    summary: "End the provider's administrative access to the reseller's own organization",
    tag,
    useCase: removeProviderAccess,
    params: IdParams,
    body: NoBody,
    answer: Partnership,
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
]
