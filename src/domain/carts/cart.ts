import type { BillingCycle, Term } from '../catalogue/terms.ts'
import type { OrderReason } from '../subscriptions/order-reasons.ts'

/** What a line asks for, and comes to the order. */
export interface CartWish {
  /** "product:sku:availability" */
  readonly catalogItemId: string
  readonly term: Term
  readonly billingCycle: BillingCycle
  readonly quantity: number
  readonly friendlyName: string | null
  readonly baseSubscriptionId: string | null
  /** an earlier line of the cart, counted from 1 */
  readonly baseLine: number | null
  readonly replacesSubscriptionId: string | null
  readonly resellerId: string | null
}

/** The price of one unit, exactly, as it was when the line came into the cart. */
export interface PriceThen {
  /** of the currency's smallest unit, as digits */
  readonly unitPrice: string
  readonly currency: string
}

export interface CartLine extends CartWish {
  /** null where it had none */
  readonly priceThen: PriceThen | null
  /** why the last attempt to order was refused because of it */
  readonly refusal: OrderReason | null
}

export const cartStatuses = ['active', 'ordered'] as const
export type CartStatus = (typeof cartStatuses)[number]

/** What a partner is about to order for a customer (D.8). */
export interface Cart {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly status: CartStatus
  readonly lines: readonly CartLine[]
  readonly orderId: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly changedBy: string
  readonly changedAt: Date
  readonly expiresAt: Date
  readonly version: number
}

/** A cart lives so long after it was changed last: a weekend and a question to the customer. */
const livesFor = 7 * 86_400_000

/** Open carts of one partner for one customer. */
export const mostCarts = 20

export function expiryOf(changedAt: Date): Date {
  return new Date(changedAt.getTime() + livesFor)
}

/** By the clock, whether or not the schedule has come by. */
export function isOver({ status, expiresAt }: Pick<Cart, 'status' | 'expiresAt'>, now: Date): boolean {
  return status === 'active' && expiresAt <= now
}

/** What a line is sold by: as long as this stays, so does the price that was shown first. */
export function samePlan(one: CartWish, other: CartWish): boolean {
  return one.catalogItemId === other.catalogItemId && one.term === other.term && one.billingCycle === other.billingCycle
}
