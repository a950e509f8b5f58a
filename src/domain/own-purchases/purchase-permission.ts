import { DomainError } from '../errors.ts'
import { type Minor, priceOf } from '../money/money.ts'

/** What a customer may be allowed to buy itself, by the product's type in the catalogue [S4.L8, S4.L8.7]. */
export const purchaseKinds = ['reservation', 'savingsPlan'] as const
export type PurchaseKind = (typeof purchaseKinds)[number]

/** What a partner may bind it to. Amounts are over the whole term: that is what the partner has to pay. */
export interface PurchaseLimits {
  /** of the amounts; null where there is none */
  readonly currency: string | null
  readonly mostEach: Minor | null
  /** of all that was bought and asked for in a month, UTC */
  readonly mostMonthly: Minor | null
  readonly needsApproval: boolean
  /** the partner is told of each purchase; as a rule it is not [S4.L8.4] */
  readonly alerts: boolean
}

/** A kind of purchase switched on for a customer. Off by default: there is no row [S4.L8.1]. */
export interface PurchasePermission extends PurchaseLimits {
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  readonly kind: PurchaseKind
  readonly createdBy: string
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endedBecause: PermissionEnd | null
  readonly version: number
}

export const permissionEnds = ['deleted', 'relationshipEnded'] as const
export type PermissionEnd = (typeof permissionEnds)[number]

export interface AskedLimits {
  /** decimals with at most the digits of the currency; null without limit */
  readonly mostEach: string | null
  readonly mostMonthly: string | null
  readonly needsApproval: boolean
  readonly alerts: boolean
}

/** Reads what a partner typed. Where no source names the currency of the customer's country, amounts cannot be compared and are refused. */
export function readLimits({ mostEach, mostMonthly, ...choices }: AskedLimits, currency: string | undefined): PurchaseLimits {
  const limits = { mostEach: readAmount(mostEach, currency, 'mostEach'), mostMonthly: readAmount(mostMonthly, currency, 'mostMonthly') }
  if (limits.mostEach !== null && limits.mostMonthly !== null && limits.mostEach > limits.mostMonthly) throw invalid('purchaseLimitsCrossed', 'mostEach')
  return { ...choices, ...limits, currency: limits.mostEach === null && limits.mostMonthly === null ? null : currency! }
}

function readAmount(text: string | null, currency: string | undefined, field: string): Minor | null {
  if (text === null) return null
  if (currency === undefined) throw invalid('purchaseLimitWithoutCurrency', field)
  const amount = read(text, currency, field)
  if (amount <= 0n) throw invalid('purchaseLimitUnreadable', field)
  return amount
}

function read(text: string, currency: string, field: string): Minor {
  try {
    return priceOf(text, currency)
  } catch {
    throw invalid('purchaseLimitUnreadable', field)
  }
}

function invalid(reason: string, field: string): DomainError {
  return new DomainError('invalidInput', 'This is no limit for purchases.', { reason, field })
}
