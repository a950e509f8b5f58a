import type { Cart } from '../../domain/carts/cart.ts'
import { cyclePrice } from '../../domain/subscriptions/charges.ts'
import { type OrderReason, orderReasons } from '../../domain/subscriptions/order-reasons.ts'
import type { Language } from '../../language/languages.ts'
import { findCart, noteRefusals, saveCart } from '../../store/cart-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { judgeOrder, shownAmount } from '../orders/judge-lines.ts'
import { type PlacedOrder, placeOrder } from '../orders/place-order.ts'
import { type OrderPreview, shownPreview } from '../orders/preview-order.ts'
import type { UseCase } from '../use-case.ts'
import { amountThen } from './describe-cart.ts'
import { type CartNamed, findOwnCart, lockOwnCart, recordCart } from './own-cart.ts'

export interface CartPreview extends OrderPreview {
  readonly lines: readonly (OrderPreview['lines'][number] & { readonly unitPriceThen: string | null; readonly hasNewPrice: boolean })[]
  readonly version: number
}

/** What the cart would cost today, and what of that is another price than the one that was shown; changes nothing. */
export const previewCart: UseCase<CartNamed & { readonly reader: Language }, CartPreview> = {
  action: 'order.place',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, id, reader }) {
    const cart = await findOwnCart(work, { customerId, id })
    const judged = await judgeOrder(work, customerId, cart.lines)
    const seesPrices = verdictOn(work, customerId, 'price.see').allowed
    const preview = shownPreview(judged, { seesPrices, reader })
    const lines = preview.lines.map((line, place) => {
      const then = amountThen(cart.lines[place]!.priceThen)
      const isNew = then !== null && (then !== shownAmount(judged.lines[place]!.unitPrice, judged.lines[place]!.currency))
      return { ...line, unitPriceThen: seesPrices ? then : null, hasNewPrice: isNew }
    })
    return { ...preview, lines, version: cart.version }
  },
}

export interface CheckOut extends CartNamed {
  readonly version: number
  /** the total that the preview showed; without it that of the prices then */
  readonly expectedTotal: string | null
  readonly reader: Language
}

/** Orders the cart, once: as any order is judged and placed, in this transaction, and the cart names it from then on. */
export const checkOutCart: UseCase<CheckOut, PlacedOrder> = {
  action: 'order.place',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, id, version, expectedTotal, reader }) {
    const cart = await lockOwnCart(work, { customerId, id }, version)
    const seesPrices = verdictOn(work, customerId, 'price.see').allowed
    const placed = await placeOrder.run(work, { customerId, lines: cart.lines, reader, expectedTotal: expectedTotal ?? (seesPrices ? totalThen(cart) : null) })
    await saveCart(work.trx, { ...cart, lines: cart.lines.map((line) => ({ ...line, refusal: null })), status: 'ordered', orderId: placed.order.id, changedBy: work.person.personId, changedAt: work.now })
    await recordCart(work, 'cart.ordered', cart, { orderId: placed.order.id, lines: cart.lines.length })
    return placed
  },

  /** The lines keep why they were refused, for whoever opens the cart next. */
  async onRefusal(work, { customerId, id, version }, refusal) {
    if (refusal.code !== 'orderNotPossible') return
    const cart = await findCart(work.trx, { partnerId: work.person.tenantId, customerId }, id)
    const refused = (refusal.details.lines ?? []) as readonly { readonly line: number; readonly reasonCode: string }[]
    if (cart?.version === version) await noteRefusals(work.trx, { ...cart, lines: cart.lines.map((line, place) => ({ ...line, refusal: reasonOf(refused.find((one) => one.line === place)) })) })
  },
}

function reasonOf(refused: { readonly reasonCode: string } | undefined): OrderReason | null {
  return refused && refused.reasonCode in orderReasons ? (refused.reasonCode as OrderReason) : null
}

function totalThen({ lines }: Cart): string | null {
  const prices = lines.flatMap(({ priceThen }) => priceThen ?? [])
  const currencies = new Set(prices.map(({ currency }) => currency))
  if (prices.length < lines.length || currencies.size !== 1) return null
  return shownAmount(lines.reduce((total, line) => total + cyclePrice(BigInt(line.priceThen!.unitPrice), line.quantity), 0n), prices[0]!.currency)
}
