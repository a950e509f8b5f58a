import type { ProductType } from '../catalogue/catalogue.ts'
import type { Minor } from '../money/money.ts'
import type { PurchaseKind, PurchaseLimits } from './purchase-permission.ts'

/** What own purchases stand on, whoever asks [S4.L8.2]. */
export interface PurchaseGrounds {
  /** an active usage plan that this partner sold */
  readonly hasPlan: boolean
  /** an active usage subscription under such a plan */
  readonly hasUsage: boolean
  /** one of the customer's people owns such a usage subscription */
  readonly hasOwner: boolean
}

/** How the partner stands that is to sell. */
export interface SellerStanding {
  readonly isRelated: boolean
  /** active, signed, and not in debt where debt bars from selling */
  readonly maySell: boolean
}

/** Each precondition that is missing, with its own reason; nothing where permitted purchases are possible. */
export function missingGrounds({ hasPlan, hasUsage, hasOwner }: PurchaseGrounds): GroundReason[] {
  if (!hasPlan) return ['purchaseNeedsPlan']
  if (!hasUsage) return ['purchaseNeedsUsage']
  return hasOwner ? [] : ['purchaseNeedsOwner']
}
export const groundReasons = ['purchaseNeedsPlan', 'purchaseNeedsUsage', 'purchaseNeedsOwner'] as const
export type GroundReason = (typeof groundReasons)[number]

/** Why nothing can be bought now, whatever it is; the partner's troubles are its own, and the customer is told no more than that. */
export function standingRefusal({ isRelated, maySell }: SellerStanding, grounds: PurchaseGrounds): GroundReason | 'purchaseNoRelationship' | 'purchaseSellerBarred' | null {
  if (!isRelated) return 'purchaseNoRelationship'
  if (!maySell) return 'purchaseSellerBarred'
  return missingGrounds(grounds)[0] ?? null
}

export interface LimitFacts {
  readonly kind: PurchaseKind
  readonly productType: ProductType | undefined
  readonly currency: string
  readonly committed: Minor
  /** bought and asked for in this month before, through this partner */
  readonly spent: Minor
}

/** What the partner permitted, and how far. Asked while the permission is held, so two at once never pass the month's limit. */
export function limitRefusal(limits: PurchaseLimits, { kind, productType, currency, committed, spent }: LimitFacts): 'purchaseKindNotPermitted' | 'purchaseOtherCurrency' | 'purchaseAboveLimit' | 'purchaseAboveMonth' | null {
  if (productType !== kind) return 'purchaseKindNotPermitted'
  if (limits.currency !== null && limits.currency !== currency) return 'purchaseOtherCurrency'
  if (limits.mostEach !== null && committed > limits.mostEach) return 'purchaseAboveLimit'
  return limits.mostMonthly !== null && spent + committed > limits.mostMonthly ? 'purchaseAboveMonth' : null
}
