import { Type } from 'typebox'
import { listOffers } from '../../application/orders/list-offers.ts'
import type { LineInput } from '../../application/orders/gather-order.ts'
import { shownAmount } from '../../application/orders/judge-lines.ts'
import { type PlacedOrder, placeOrder } from '../../application/orders/place-order.ts'
import { previewOrder } from '../../application/orders/preview-order.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, SearchText, strict } from '../schemas.ts'
import { Amount, OfferListView, type OrderLine, OrderLines, OrderPreviewView, PlacedOrderView } from './subscription-schemas.ts'

const tag = 'Orders'
const customerOf = ({ id }: { id: string }) => canonicalId(id)!

export function lineOf({ friendlyName, baseSubscriptionId, baseLine, replacesSubscriptionId, resellerId, ...line }: OrderLine): LineInput {
  const named = (id: string | undefined) => (id === undefined ? null : canonicalId(id)!)
  return { ...line, friendlyName: friendlyName ?? null, baseSubscriptionId: named(baseSubscriptionId), baseLine: baseLine ?? null, replacesSubscriptionId: named(replacesSubscriptionId), resellerId: named(resellerId) } as LineInput
}

export function presentPlacedOrder({ order, subscriptions, seesPrices }: PlacedOrder): PlacedOrderView {
  return {
    orderId: order.id,
    status: order.status,
    currency: order.currency,
    total: seesPrices ? shownAmount(order.total, order.currency) : null,
    subscriptions: subscriptions.map(({ id, lineNumber, status }) => ({ subscriptionId: id, lineNumber, status })),
  }
}

export const orderRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/offers',
    summary: 'List what this customer can have in its cloud, market and segment, with the price for one unit',
    tag,
    useCase: listOffers,
    params: IdParams,
    query: Type.Object({ search: Type.Optional(SearchText) }, strict),
    answer: OfferListView,
    input: ({ params, query, request }) => ({ customerId: customerOf(params), search: query.search, reader: readerLanguage(request) }),
    present: (offers) => offers as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/order-preview',
    summary: 'See what an order would cost and whether each line is possible; changes nothing',
    tag,
    useCase: previewOrder,
    params: IdParams,
    body: Type.Object({ lines: OrderLines }, strict),
    answer: OrderPreviewView,
    input: ({ params, body, request }) => ({ customerId: customerOf(params), lines: body.lines.map(lineOf), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/orders',
    summary: 'Buy for a customer: every line or none; each becomes a subscription that waits for its provisioning',
    tag,
    useCase: placeOrder,
    params: IdParams,
    body: Type.Object({ lines: OrderLines, expectedTotal: Type.Optional(Type.String({ ...Amount, description: 'The total that the preview showed; another one is refused.' })) }, strict),
    answer: PlacedOrderView,
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ customerId: customerOf(params), lines: body.lines.map(lineOf), expectedTotal: body.expectedTotal ?? null, reader: readerLanguage(request) }),
    present: presentPlacedOrder,
  }),
]
