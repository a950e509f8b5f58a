import { Type } from 'typebox'
import { usualPageSize } from '../../application/page.ts'
import { withdrawPurchase } from '../../application/own-purchases/answer-purchase.ts'
import { buyOwn, previewPurchase, type PurchaseAsk } from '../../application/own-purchases/buy.ts'
import { listOwnPermissions } from '../../application/own-purchases/list-permissions.ts'
import { listPermittedOffers } from '../../application/own-purchases/list-permitted-offers.ts'
import { listOwnPurchases, readOwnPurchase } from '../../application/own-purchases/list-purchases.ts'
import type { ShownPurchase } from '../../application/own-purchases/show-purchase.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, NoBody, PageSize, SearchText, strict } from '../schemas.ts'
import { OwnPermissionsView, OwnPurchasePageView, OwnPurchaseView, PermittedOffersView, PurchaseBody, type PurchaseLineBody, PurchasePreviewBody, PurchasePreviewView } from './own-purchase-schemas.ts'

const tag = 'Own purchases'
const purchaseOf = ({ purchaseId }: { purchaseId: string }) => ({ purchaseId: canonicalId(purchaseId)! })
const lineOf = ({ permissionId, friendlyName, ...line }: PurchaseLineBody) => ({ ...line, permissionId: canonicalId(permissionId)!, friendlyName: friendlyName ?? null }) as Omit<PurchaseAsk, 'reader'>

const purchase = { tag, answer: OwnPurchaseView, present: (shown: ShownPurchase) => shown as never, version: ({ version }: ShownPurchase) => version }
const named = { ...purchase, params: Type.Object({ purchaseId: Id }, strict) }

export const ownPurchaseRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/purchase-permissions',
    summary: 'List what one’s own organization may buy itself, with what stands in the way',
    tag,
    useCase: listOwnPermissions,
    answer: OwnPermissionsView,
    input: ({ request }) => ({ reader: readerLanguage(request) }),
    present: (list) => list as never,
  }),
  route({
    method: 'GET',
    path: '/purchase-permissions/:permissionId/offers',
    summary: 'List the offers of the permitted kind, at the price of the partner',
    tag,
    useCase: listPermittedOffers,
    params: Type.Object({ permissionId: Id }, strict),
    query: Type.Object({ search: Type.Optional(SearchText) }, strict),
    answer: PermittedOffersView,
    input: ({ params, query, request }) => ({ permissionId: canonicalId(params.permissionId)!, search: query.search, reader: readerLanguage(request) }),
    present: (offers) => offers as never,
  }),
  route({
    method: 'POST',
    path: '/own-purchase-preview',
    summary: 'See what a purchase would cost and whether it is possible; changes nothing',
    tag,
    useCase: previewPurchase,
    body: PurchasePreviewBody,
    answer: PurchasePreviewView,
    input: ({ body, request }) => ({ ...lineOf(body), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    ...purchase,
    method: 'POST',
    path: '/own-purchases',
    summary: 'Buy what a partner permits, at its price and on its bill; at once or once it has approved',
    useCase: buyOwn,
    body: PurchaseBody,
    status: 201,
    keyKeptForDays: 30,
    input: ({ body: { expectedTotal, ...line }, request }) => ({ ...lineOf(line), expectedTotal, reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/own-purchases',
    summary: 'List what one’s own organization bought or asked for itself, latest first',
    tag,
    useCase: listOwnPurchases,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: OwnPurchasePageView,
    input: ({ query: { size, cursor }, request }) => ({ size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({ ...named, method: 'GET', path: '/own-purchases/:purchaseId', summary: 'Read one own purchase', useCase: readOwnPurchase, input: ({ params, request }) => ({ ...purchaseOf(params), reader: readerLanguage(request) }) }),
  route({
    ...named,
    method: 'POST',
    path: '/own-purchases/:purchaseId/withdrawal',
    summary: 'Take back a purchase that the partner has not answered',
    useCase: withdrawPurchase,
    body: NoBody,
    keyKeptForDays: 1,
    input: ({ params, request }) => ({ ...purchaseOf(params), reader: readerLanguage(request) }),
  }),
]
