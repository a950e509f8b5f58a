import { type Charge, chargeFor } from '../subscriptions/charges.ts'
import type { Subscription } from '../subscriptions/subscription.ts'

/**
 * The bill is split at the day of the transfer (D.11): what is left of the cycle, that day included, is given back to the old
 * seller and charged to the new one. It is one number, rounded once, so the two always add up to nothing.
 */
export function splitAt(subscription: Subscription, now: Date): { readonly credit: Charge; readonly debit: Charge } {
  const credit = chargeFor('transferOut', subscription, 0, now)
  return { credit, debit: { ...credit, kind: 'transferIn', quantityBefore: 0, quantityAfter: subscription.quantity, amount: -credit.amount } }
}

/** The seller is another one from now on; term, price, seats, renewal and what it is called stay as they are. */
export function soldBy(subscription: Subscription, partnerId: string, resellerId: string | null): Subscription {
  return { ...subscription, partnerId, resellerId }
}

/** A number of everything that the new partner was shown; another one means that it changed meanwhile. FNV-1a, 31 bits. */
export function versionOfTransfer({ version }: { readonly version: number }, lines: readonly unknown[]): number {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([version, lines])) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  return ((hash >>> 1) % 0x7fffffff) + 1
}
