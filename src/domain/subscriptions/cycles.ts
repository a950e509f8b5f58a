import { cycleAt } from '../catalogue/terms.ts'
import { type Charge, cyclePrice } from './charges.ts'
import { contractRules } from './contract-rules.ts'
import { effectiveStatus, type Subscription } from './subscription.ts'

export interface DueCycles {
  readonly billedUntil: Date | null
  readonly charges: readonly Charge[]
}

/**
 * The cycles that began until now and are not in the ledger yet, each at the price and the seats with which it began. Every act
 * books them before it changes anything, so seats and status are still those of each beginning, however late this is asked;
 * asked again it gives nothing. One that was over or is not billed while suspended has no further cycle.
 */
export function dueCycles(subscription: Subscription, now: Date): DueCycles {
  const { startedAt, billingCycle, quantity, unitPrice } = subscription
  const charges: Charge[] = []
  let billedUntil = subscription.billedUntil
  while (startedAt && billedUntil && billedUntil <= now && goesOn(subscription, billedUntil)) {
    const period = cycleAt(startedAt, billingCycle, billedUntil)
    charges.push({ kind: 'cycle', at: billedUntil, period, quantityBefore: quantity, quantityAfter: quantity, unitPrice, amount: cyclePrice(unitPrice, quantity) })
    billedUntil = period.until
  }
  return { billedUntil, charges }
}

function goesOn(subscription: Subscription, at: Date): boolean {
  const status = effectiveStatus(subscription, at)
  return status === 'active' || (status === 'suspended' && contractRules[subscription.generation].suspendedIsBilled)
}
