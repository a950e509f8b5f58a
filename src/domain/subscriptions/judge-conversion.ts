import { type Sku, skuNumber } from '../catalogue/catalogue.ts'
import { maySeatsGoDown } from './contract-rules.ts'
import type { OrderReason } from './order-reasons.ts'
import { sellerRefusal } from './seller.ts'
import { effectiveStatus, type Subscription } from './subscription.ts'

/** What a line would come in the place of, with everything that the guards of D.7 ask [S2.L4.3]. */
export interface Conversion {
  /** undefined where there is none to be seen */
  readonly from: Subscription | undefined
  /** what it was bought as, as the catalogue has it now */
  readonly sku: Sku | undefined
  /** service plans of everything else that the customer has, through whichever partner */
  readonly plansElsewhere: readonly string[]
  /** another order is on its way to take its place */
  readonly isWaiting: boolean
  /** of its living add-ons */
  readonly addOnSkus: readonly Sku[]
  /** on which this partner holds admin privileges at the customer */
  readonly privilegedServices: readonly string[]
}

interface Wish {
  readonly sellerId: string
  readonly owns: readonly string[]
  readonly target: Sku
  readonly quantity: number
  readonly now: Date
}

/** Why this cannot come in its place; null where it can. Whoever did not sell it hears so first [S2.10]. */
export function conversionRefusal(conversion: Conversion, wish: Wish): OrderReason | null {
  const { from, sku } = conversion
  if (!from) return 'replacedMissing'
  const refusal = sellerRefusal(from, wish.sellerId, 'convert')
  if (refusal) return refusal as OrderReason
  if (effectiveStatus(from, wish.now) !== 'active') return 'upgradeNotActive'
  if (conversion.isWaiting) return 'upgradeWaiting'
  const target = skuNumber(wish.target)
  if (!sku?.conversionIds.includes(target) || wish.target.isTrial) return 'notAConversion'
  return ownedRefusal(conversion, sku, wish) ?? (from.isTrial ? null : upgradeRefusal(conversion, from, wish)) ?? addOnRefusal(conversion, target)
}

/** What the customer would have twice. */
function ownedRefusal({ plansElsewhere }: Conversion, sku: Sku, { owns, target }: Wish): OrderReason | null {
  if (owns.includes(skuNumber(target))) return 'targetOwned'
  const additional = target.servicePlans.filter((plan) => !sku.servicePlans.includes(plan))
  return additional.some((plan) => plansElsewhere.includes(plan)) ? 'additionalServicesOwned' : null
}

/** A trial was never paid for and has fixed seats; what was paid for keeps its privileges and its seats. */
function upgradeRefusal({ privilegedServices }: Conversion, from: Subscription, { target, quantity, now }: Wish): OrderReason | null {
  const services = [from.serviceId, target.serviceId].filter((service) => service !== null)
  if (!services.every((service) => privilegedServices.includes(service))) return 'upgradeNeedsPrivileges'
  return quantity < from.quantity && !maySeatsGoDown(from, now) ? 'upgradeSeatsFewer' : null
}

function addOnRefusal({ addOnSkus }: Conversion, target: string): OrderReason | null {
  return addOnSkus.every(({ baseIds }) => baseIds.includes(target)) ? null : 'upgradeAddOns'
}
