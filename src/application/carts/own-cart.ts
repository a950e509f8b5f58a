import { type Cart, isOver } from '../../domain/carts/cart.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import { findCart, lockCart } from '../../store/cart-store.ts'
import type { Work } from '../use-case.ts'

export interface CartNamed {
  readonly customerId: string
  readonly id: string
}

/** One that expired answers as if it were not there. */
export async function findOwnCart(work: Work, { customerId, id }: CartNamed): Promise<Cart> {
  return known(work, await findCart(work.trx, { partnerId: work.person.tenantId, customerId }, id))
}

/** Held for the act, in the version that was read; one that was ordered changes no more. */
export async function lockOwnCart(work: Work, { customerId, id }: CartNamed, version: number): Promise<Cart> {
  const cart = known(work, await lockCart(work.trx, { partnerId: work.person.tenantId, customerId }, id))
  if (cart.status === 'ordered') throw new DomainError('invalidTransition', 'The cart was ordered already.', { status: cart.status, orderId: cart.orderId })
  if (cart.version !== version) throw new DomainError('changedMeanwhile', 'The cart changed meanwhile.')
  return cart
}

/** For the partner alone: the customer learns of an order. */
export function recordCart(work: Work, type: EventType, { partnerId, customerId, id }: Cart, data: Readonly<Record<string, unknown>>): Promise<void> {
  return work.record({ type, resource: { type: 'cart', id }, readers: [{ tenantId: partnerId, counterpartId: customerId }], data, ...(work.held && { through: 'relationship' }) })
}

function known({ now }: Work, cart: Cart | undefined): Cart {
  if (!cart || isOver(cart, now)) throw new DomainError('notFound', 'No such cart.')
  return cart
}
