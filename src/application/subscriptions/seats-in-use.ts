import { DomainError } from '../../domain/errors.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { holdPools } from '../../store/license-store.ts'
import type { Work } from '../use-case.ts'

/**
 * Nobody's license is taken by buying fewer: the customer's administrators say first who goes without (decision 41). The pool of
 * the SKU is held, so that the last seat is either assigned or given back. Says how many may go, and nothing of other sellers.
 */
export async function refuseSeatsInUse({ trx, now }: Work, { customerId, productId, skuId, quantity, status }: Subscription, wanted: number): Promise<void> {
  if (wanted >= quantity || status !== 'active') return
  const sku = `${productId}:${skuId}`
  const free = Math.max(0, (await holdPools(trx, customerId, [sku], now)).get(sku) ?? 0)
  if (quantity - wanted <= free) return
  throw new DomainError('subscriptionNotPossible', 'Seats are assigned to users.', { reason: 'seatsAssigned', action: 'changeSeats', minimum: quantity - free })
}
