import { DomainError } from '../../domain/errors.ts'
import { committedOf, type OwnPurchase } from '../../domain/own-purchases/own-purchase.ts'
import type { PurchasePermission } from '../../domain/own-purchases/purchase-permission.ts'
import { limitRefusal, standingRefusal } from '../../domain/own-purchases/verdict.ts'
import { monthOf, monthPeriod } from '../../domain/subscriptions/statement-month.ts'
import { productTypeOf } from '../../store/catalogue-store.ts'
import { spentIn } from '../../store/own-purchase-store.ts'
import { purchaseGrounds } from '../../store/purchase-permission-store.ts'
import type { LineInput } from '../orders/gather-order.ts'
import { type JudgedOrder, judgeOrder } from '../orders/judge-lines.ts'
import type { Work } from '../use-case.ts'

/** What a customer asks for: one offer, by what its partner permitted. */
export type PurchaseLine = Pick<LineInput, 'catalogItemId' | 'term' | 'billingCycle' | 'quantity' | 'friendlyName'>

export interface JudgedPurchase {
  readonly order: JudgedOrder
  /** over the whole term; null without a price */
  readonly committed: bigint | null
  readonly refusal: string | null
}

/** The one judgement behind preview, purchase and approval: standing and grounds, then every guard of an order, then what was permitted. As the seller. */
export async function judgePurchase(seller: Work, permission: PurchasePermission, line: PurchaseLine): Promise<JudgedPurchase> {
  const barred = await whyNothing(seller, permission)
  // The seller of once knows nothing of the customer any more: there is nothing to be judged.
  if (barred === 'purchaseNotPermitted' || barred === 'purchaseNoRelationship') throw purchaseRefusal(barred)
  const order = await judgeOrder(seller, permission.customerId, [{ ...line, baseSubscriptionId: null, resellerId: null }])
  const [judged] = order.lines
  const committed = judged?.amount == null ? null : committedOf(judged.amount, line.term, line.billingCycle)
  const refusal = barred ?? order.refusal ?? judged!.refusal ?? (await beyondLimits(seller, permission, { line, committed, currency: order.currency }))
  return { order, committed, refusal }
}

/** Why nothing at all can be bought on it now; null where something can. */
export async function whyNothing(seller: Work, permission: PurchasePermission): Promise<string | null> {
  if (permission.endedAt !== null) return 'purchaseNotPermitted'
  return standingRefusal(standingOf(seller), await purchaseGrounds(seller.trx, permission.partnerId, permission.customerId, seller.now))
}

/** As `decide` asks it of the seller's own people. */
function standingOf({ held, manifest }: Work) {
  return { isRelated: held?.relationship === 'active', maySell: held?.partnerStatus === 'active' && held.hasSigned && !(held.inDebt && manifest.debtBlocksRequests) }
}

/** Bought and asked for this month; exact while the permission is held. */
export async function spentThisMonth(seller: Work, permission: PurchasePermission): Promise<bigint> {
  return spentIn(seller.trx, permission, monthPeriod(monthOf(seller.now)))
}

interface Committed {
  readonly line: PurchaseLine
  readonly committed: bigint | null
  readonly currency: string | null
}

async function beyondLimits(seller: Work, permission: PurchasePermission, { line, committed, currency }: Committed): Promise<string | null> {
  if (committed === null || currency === null) return 'offerNotPriced'
  const productType = await productTypeOf(seller.trx, seller.manifest.id, line.catalogItemId.split(':')[0]!)
  return limitRefusal(permission, { kind: permission.kind, productType, currency, committed, spent: await spentThisMonth(seller, permission) })
}

/** What was asked for, to be judged anew when the partner approves. */
export function lineOfPurchase({ productId, skuId, availabilityId, term, billingCycle, quantity, friendlyName }: OwnPurchase): PurchaseLine {
  return { catalogItemId: `${productId}:${skuId}:${availabilityId}`, term, billingCycle, quantity, friendlyName }
}

export function purchaseRefusal(reason: string): DomainError {
  return new DomainError('purchaseNotPossible', `The purchase is refused: ${reason}.`, { reason })
}
