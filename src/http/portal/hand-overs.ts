import { Type } from 'typebox'
import { acceptHandOver } from '../../application/hand-overs/accept-hand-over.ts'
import { agreeHandOver } from '../../application/hand-overs/agree-hand-over.ts'
import { declineHandOver, withdrawHandOver } from '../../application/hand-overs/end-hand-over.ts'
import { listHandOvers } from '../../application/hand-overs/list-hand-overs.ts'
import { previewGiving } from '../../application/hand-overs/preview-giving.ts'
import { proposeHandOver } from '../../application/hand-overs/propose-hand-over.ts'
import { readHandOver } from '../../application/hand-overs/read-hand-over.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, PageSize, strict, Text } from '../schemas.ts'
import { GivingPreview, HandOver, HandOverPage, HandOverStatus } from './hand-over-schemas.ts'

const tag = 'Hand-overs'
const idOf = ({ id }: { id: string }) => canonicalId(id)!
const No = Type.Object({ note: Type.Optional(Text(2_000)) }, strict)
const shown = { params: IdParams, answer: HandOver, tag, present: (described: unknown) => described as never, version: ({ version }: { version: number }) => version }

export const handOverRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/hand-overs',
    summary: 'Propose that a customer moves from one partner to another: one’s own customer to a partner, or to oneself',
    tag,
    useCase: proposeHandOver,
    // Whether there is a partner of that domain is told by its answer alone. Without customerId one would take over the customer of customerDomain.
    body: Type.Object(
      {
        partnerDomain: Text(300),
        customerId: Type.Optional(Id),
        customerDomain: Type.Optional(Text(300)),
        askPrivileges: Type.Optional(Type.Boolean({ description: 'Of whoever would take the customer over.' })),
      },
      strict,
    ),
    answer: HandOver,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: (described) => described as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/hand-overs',
    summary: 'List the hand-overs in which this organization takes part, latest first',
    tag,
    useCase: listHandOvers,
    query: Type.Object({ status: Type.Optional(HandOverStatus), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: HandOverPage,
    input: ({ query: { status, size, cursor } }) => ({ status, size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    ...shown,
    method: 'GET',
    path: '/hand-overs/:id',
    summary: 'Read a hand-over: what it changes for the reader, and what stands in the way',
    useCase: readHandOver,
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/hand-overs/:id/agreement',
    summary: 'Agree to a hand-over that the other partner proposed; the customer is asked then',
    useCase: agreeHandOver,
    body: Type.Object({ askPrivileges: Type.Optional(Type.Boolean({ description: 'Of the new partner; the present one says nothing.' })) }, strict),
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ id: idOf(params), ...body, reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/hand-overs/:id/acceptance',
    summary: 'Accept, as the customer: one partner’s rights end and the other’s begin in the same step',
    useCase: acceptHandOver,
    body: Type.Object({ versionShown: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }, strict),
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ id: idOf(params), versionShown: body.versionShown, reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/hand-overs/:id/decline',
    summary: 'Decline, as the partner that was asked or as the customer; everything stays as it is',
    useCase: declineHandOver,
    body: No,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), note: freeText(body.note, 'note'), reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/hand-overs/:id/withdrawal',
    summary: 'Withdraw a hand-over that the customer has not answered',
    useCase: withdrawHandOver,
    body: No,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({ id: idOf(params), note: freeText(body.note, 'note'), reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/customers/:id/hand-over',
    summary: 'See what handing this customer over would end and what stands in the way; changes nothing',
    tag,
    useCase: previewGiving,
    params: IdParams,
    answer: GivingPreview,
    input: ({ params, request }) => ({ customerId: idOf(params), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
]
