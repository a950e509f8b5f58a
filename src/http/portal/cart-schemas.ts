import { type Static, Type } from 'typebox'
import { cartStatuses } from '../../domain/carts/cart.ts'
import { Id, Instant, Maybe, strict } from '../schemas.ts'
import { Amount, BillingCycleCode, Explained, OfferView, OrderPreviewView, TermCode } from './subscription-schemas.ts'

export const CartParams = Type.Object({ id: Id, cartId: Id }, strict)

export const CartRowView = Type.Object({
  cartId: Id,
  changedAt: Instant,
  changedByName: Maybe(Type.String()),
  expiresAt: Instant,
  lineCount: Type.Integer(),
  titles: Type.Array(Type.String(), { description: 'What the first three lines are called.' }),
  version: Type.Integer(),
})
export const CartListView = Type.Object({ items: Type.Array(CartRowView, { description: 'The one changed last first.' }) })
export type CartListView = Static<typeof CartListView>

export const CartLineView = Type.Object({
  catalogItemId: Type.String(),
  term: TermCode,
  billingCycle: BillingCycleCode,
  quantity: Type.Integer(),
  friendlyName: Maybe(Type.String()),
  baseSubscriptionId: Maybe(Id),
  baseLine: Type.Union([Type.Integer(), Type.Null()], { description: 'An earlier line, counted from 1.' }),
  replacesSubscriptionId: Maybe(Id),
  resellerId: Maybe(Id),
  title: Maybe(Type.String()),
  unitPriceThen: Type.Union([Amount, Type.Null()], { description: 'For one unit, when the line came into the cart.' }),
  currencyThen: Maybe(Type.String()),
  error: Type.Union([Explained, Type.Null()], { description: 'Why the last attempt to order was refused because of this line; a change of the cart takes it away.' }),
  offer: Type.Union([OfferView, Type.Null()], { description: 'As it is offered to the customer now; null where it is not any more.' }),
})
export const CartView = Type.Object({
  cartId: Id,
  status: Type.Enum([...cartStatuses]),
  orderId: Type.Union([Id, Type.Null()], { description: 'What it became.' }),
  lines: Type.Array(CartLineView),
  createdAt: Instant,
  createdByName: Maybe(Type.String()),
  changedAt: Instant,
  changedByName: Maybe(Type.String()),
  expiresAt: Type.String({ format: 'date-time', description: 'Of an active one: seven days after it was changed last.' }),
  version: Type.Integer(),
})
export type CartView = Static<typeof CartView>

export const CartPreviewView = Type.Object({
  ...OrderPreviewView.properties,
  lines: Type.Array(
    Type.Object({
      ...OrderPreviewView.properties.lines.items.properties,
      unitPriceThen: Maybe(Amount),
      hasNewPrice: Type.Boolean({ description: 'One unit costs something else than when the line came into the cart.' }),
    }),
  ),
  version: Type.Integer({ description: 'Of the cart that was judged; goes along with the order as If-Match.' }),
})
export type CartPreviewView = Static<typeof CartPreviewView>
