import type { BillingCycle, Term } from '../catalogue/terms.ts'
import { cyclesOf } from '../catalogue/terms.ts'
import type { Minor } from '../money/money.ts'
import { transition } from '../transition.ts'
import type { PurchaseKind } from './purchase-permission.ts'
import { type OwnPurchaseAct, type OwnPurchaseStatus, ownPurchaseTransitions } from './transitions.ts'

/** What a customer bought or asked for itself, at its partner's price and on its partner's bill [S4.L8.4, S4.L8.6]. */
export interface OwnPurchase {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly permissionId: string
  readonly kind: PurchaseKind
  readonly cloud: string
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  readonly term: Term
  readonly billingCycle: BillingCycle
  readonly offerName: { readonly en: string; readonly es: string }
  readonly friendlyName: string | null
  readonly quantity: number
  readonly currency: string
  readonly unitPrice: Minor
  /** of the first billing cycle */
  readonly total: Minor
  /** of all cycles of the term */
  readonly committed: Minor
  readonly status: OwnPurchaseStatus
  readonly askedBy: string
  readonly askedAt: Date
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  /** the partner's words where it declined */
  readonly note: string | null
  /** once it is sold */
  readonly orderId: string | null
  readonly version: number
}

/** What somebody binds the partner to pay, exactly: the first cycle's total as often as the term has cycles. */
export function committedOf(total: Minor, term: Term, cycle: BillingCycle): Minor {
  return total * BigInt(cyclesOf(term, cycle))
}

export interface PurchaseAnswer {
  readonly personId: string
  readonly now: Date
  readonly note?: string
  readonly orderId?: string
}

/** The next state of one that waits; refused from every other. */
export function answerPurchase(purchase: OwnPurchase, act: OwnPurchaseAct, { personId, now, note, orderId }: PurchaseAnswer): OwnPurchase {
  return { ...purchase, status: transition(ownPurchaseTransitions, purchase.status, act), answeredBy: personId, answeredAt: now, note: note ?? null, orderId: orderId ?? null }
}

/** What its buyer cannot do with it afterwards [S4.L8.4]; each is a request to the partner. */
export const afterwards = ['exchange', 'cancel', 'renew', 'rescope'] as const
export type Afterwards = (typeof afterwards)[number]
