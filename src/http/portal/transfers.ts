import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { acceptTransfer } from '../../application/transfers/accept-transfer.ts'
import { declineTransfer, withdrawTransfer } from '../../application/transfers/end-transfer.ts'
import { listTransfers, readTransfer } from '../../application/transfers/list-transfers.ts'
import { previewTransfer } from '../../application/transfers/preview-transfer.ts'
import { offerTransfer, proposeTransfer } from '../../application/transfers/propose-transfer.ts'
import { canonicalId } from '../../domain/ids.ts'
import { freeText } from '../../domain/invitations/free-text.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, IdParams, PageSize, strict, Text } from '../schemas.ts'
import { Chosen, Transfer, TransferPage, TransferParams, TransferPreviewView, TransferStatus } from './transfer-schemas.ts'

const tag = 'Transfers'
const idOf = ({ id }: { id: string }) => canonicalId(id)!
const placeOf = ({ id, transferId }: { id: string; transferId: string }) => ({ customerId: canonicalId(id)!, id: canonicalId(transferId)! })
const idsOf = (ids: readonly string[]) => ids.map((id) => canonicalId(id)!)
const No = Type.Object({ note: Type.Optional(Text(2_000)) }, strict)
const Stays = Type.Optional(Type.Boolean({ description: 'The seller goes on as the indirect reseller on record.' }))
const shown = { answer: Transfer, tag, present: (described: unknown) => described as never, version: ({ version }: { version: number }) => version }

export const transferRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/transfer-preview',
    summary: 'See which subscriptions this partner could let go, and what that gives back; changes nothing',
    tag,
    useCase: previewTransfer,
    params: IdParams,
    answer: TransferPreviewView,
    input: ({ params, request }) => ({ customerId: idOf(params), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/customers/:id/transfers',
    summary: 'Offer subscriptions of a customer to another partner, or, without subscriptionIds, ask their seller for them',
    useCase: proposeTransfer,
    params: IdParams,
    // Whether there is a partner of that domain, and whether it has to do with the customer, is told by its answer alone.
    body: Type.Object({ partnerDomain: Text(300), subscriptionIds: Type.Optional(Chosen), staysAsReseller: Stays }, strict),
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body: { partnerDomain, subscriptionIds, staysAsReseller }, request }) => ({
      ...{ customerId: idOf(params), partnerDomain, reader: readerLanguage(request) },
      choice: subscriptionIds ? { subscriptionIds: idsOf(subscriptionIds), staysAsReseller: staysAsReseller ?? false } : null,
    }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/customers/:id/transfers/:transferId/offer',
    summary: 'Offer what a partner asked for: the seller’s consent',
    useCase: offerTransfer,
    params: TransferParams,
    body: Type.Object({ subscriptionIds: Chosen, staysAsReseller: Stays }, strict),
    keyKeptForDays: 30,
    input: ({ params, body: { subscriptionIds, staysAsReseller }, request }) => ({ ...placeOf(params), subscriptionIds: idsOf(subscriptionIds), staysAsReseller: staysAsReseller ?? false, reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/customers/:id/transfers/:transferId/acceptance',
    summary: 'Accept, as the new partner: the seller changes and the bill is split in the same step',
    useCase: acceptTransfer,
    params: TransferParams,
    body: Type.Object({ versionShown: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }, strict),
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ ...placeOf(params), versionShown: body.versionShown, reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/transfers',
    summary: 'List the transfers in which this organization takes part, latest first',
    tag,
    useCase: listTransfers,
    query: Type.Object({ status: Type.Optional(TransferStatus), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: TransferPage,
    input: ({ query: { status, size, cursor } }) => ({ status, size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    ...shown,
    method: 'GET',
    path: '/transfers/:id',
    summary: 'Read a transfer: what moves, what it costs or gives back, and what stands in the way',
    useCase: readTransfer,
    params: IdParams,
    input: ({ params, request }) => ({ id: idOf(params), reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/transfers/:id/decline',
    summary: 'Decline, as the partner that was asked; everything stays as it is',
    useCase: declineTransfer,
    params: IdParams,
    body: No,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), note: freeText(body.note, 'note'), reader: readerLanguage(request) }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/transfers/:id/withdrawal',
    summary: 'Withdraw a transfer that still waits for an answer',
    useCase: withdrawTransfer,
    params: IdParams,
    body: No,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({ id: idOf(params), note: freeText(body.note, 'note'), reader: readerLanguage(request) }),
  }),
]
