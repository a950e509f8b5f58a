import { Type } from 'typebox'
import { checkOutCart, previewCart } from '../../application/carts/check-out-cart.ts'
import type { DescribedCart } from '../../application/carts/describe-cart.ts'
import { discardCart } from '../../application/carts/end-cart.ts'
import { listCarts, readCart } from '../../application/carts/list-carts.ts'
import { changeCart, createCart } from '../../application/carts/write-cart.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { IdParams, NoBody, Nothing, strict } from '../schemas.ts'
import { CartListView, CartParams, CartPreviewView, CartView } from './cart-schemas.ts'
import { lineOf, presentPlacedOrder } from './orders.ts'
import { Amount, OrderLines, PlacedOrderView } from './subscription-schemas.ts'

const tag = 'Orders'
const path = '/customers/:id/carts/:cartId'
const customerOf = ({ id }: { id: string }) => canonicalId(id)!
const named = ({ id, cartId }: { id: string; cartId: string }) => ({ customerId: canonicalId(id)!, id: canonicalId(cartId)! })
const shown = { tag, answer: CartView, present: (cart: DescribedCart) => cart as never, version: ({ version }: DescribedCart) => version }
const Lines = Type.Object({ lines: OrderLines }, strict)

export const cartRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/carts',
    summary: 'List what this partner has open to be ordered for a customer, whoever began it',
    tag,
    useCase: listCarts,
    params: IdParams,
    answer: CartListView,
    input: ({ params, request }) => ({ customerId: customerOf(params), reader: readerLanguage(request) }),
    present: (items) => ({ items: [...items] as never }),
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/customers/:id/carts',
    summary: 'Keep lines that are to be ordered for a customer, possible or not; they expire',
    useCase: createCart,
    params: IdParams,
    body: Lines,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ customerId: customerOf(params), lines: body.lines.map(lineOf), reader: readerLanguage(request) }),
  }),
  route({ ...shown, method: 'GET', path, summary: 'Read a cart, each line with what is offered now', useCase: readCart, params: CartParams, input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }) }),
  route({
    ...shown,
    method: 'PUT',
    path,
    summary: 'Change a cart: all its lines anew',
    useCase: changeCart,
    params: CartParams,
    body: Lines,
    ifMatch: true,
    input: ({ params, body, version, request }) => ({ ...named(params), version, lines: body.lines.map(lineOf), reader: readerLanguage(request) }),
  }),
  route({
    method: 'DELETE',
    path,
    summary: 'Throw a cart away',
    tag,
    useCase: discardCart,
    params: CartParams,
    answer: Nothing,
    status: 204,
    ifMatch: true,
    input: ({ params, version }) => ({ ...named(params), version }),
    present: () => null,
  }),
  route({
    method: 'POST',
    path: `${path}/preview`,
    summary: 'See what a cart would cost today, what of that changed since, and whether each line is possible; changes nothing',
    tag,
    useCase: previewCart,
    params: CartParams,
    body: NoBody,
    answer: CartPreviewView,
    input: ({ params, request }) => ({ ...named(params), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    method: 'POST',
    path: `${path}/checkout`,
    summary: 'Order a cart, once: every line or none; a refused one keeps why at its lines',
    tag,
    useCase: checkOutCart,
    params: CartParams,
    body: Type.Object({ expectedTotal: Type.Optional(Type.String({ ...Amount, description: 'The total that the preview showed; another one is refused. Without it the prices of the cart count as shown.' })) }, strict),
    answer: PlacedOrderView,
    status: 201,
    ifMatch: true,
    keyKeptForDays: 30,
    input: ({ params, body, version, request }) => ({ ...named(params), version, expectedTotal: body.expectedTotal ?? null, reader: readerLanguage(request) }),
    present: presentPlacedOrder,
  }),
]
