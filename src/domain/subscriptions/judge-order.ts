import { isAddOn, isOnSale, type Availability, type Price, type Segment, type Sku, pricesAt, skuNumber } from '../catalogue/catalogue.ts'
import type { BillingCycle, Term } from '../catalogue/terms.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import { currencyOf, marketOf, mayBeRelated } from '../markets/markets.ts'
import type { Minor } from '../money/money.ts'
import { type Conversion, conversionRefusal } from './judge-conversion.ts'
import type { OrderReason } from './order-reasons.ts'
import { sellerRefusal } from './seller.ts'
import { effectiveStatus, type Subscription } from './subscription.ts'

/** The customer as the guards see it. */
export interface Buyer {
  readonly id: string
  readonly country: string
  readonly segment: Segment
  readonly isClosed: boolean
  readonly hasAgreed: boolean
  /** "product:sku", through whichever partner */
  readonly owns: readonly string[]
  readonly hadTrials: readonly string[]
}

export interface Seller {
  readonly id: string
  readonly country: string
  readonly kinds: readonly string[]
}

/** The indirect reseller named for a line; null where there is no such partner in partnership. */
export interface NamedReseller {
  readonly id: string
  readonly isInPartnership: boolean
  readonly isActive: boolean
  readonly hasSigned: boolean
  /** it has a relationship with this customer of its own */
  readonly isRelated: boolean
}

export interface AskedLine {
  readonly quantity: number
  readonly term: Term
  readonly billingCycle: BillingCycle
}

export interface LineFacts {
  readonly asked: AskedLine
  readonly offer: { readonly sku: Sku; readonly availability: Availability; readonly prices: readonly Price[] } | undefined
  /** named as base of an add-on: the subscription, undefined where there is none to be seen, null where none is named */
  readonly base: Subscription | undefined | null
  /** named as base by its place in this very order: what that line buys, undefined where no earlier line is there, null where none is named */
  readonly baseLine: Sku | undefined | null
  readonly reseller: NamedReseller | null
  /** what the line comes in the place of; null where it is something more */
  readonly conversion: Conversion | null
}

export interface OrderParties {
  readonly seller: Seller
  readonly buyer: Buyer
  readonly manifest: CapabilityManifest
  readonly now: Date
}

/** Why nothing can be sold to this customer; null where something can. */
export function orderRefusal({ seller, buyer, manifest }: OrderParties): OrderReason | null {
  if (!seller.kinds.some((kind) => kind !== 'indirectReseller')) return 'resellerMayNotOrder'
  if (buyer.isClosed) return 'customerClosed'
  if (!mayBeRelated(manifest, seller.country, buyer.country)) return 'outsideMarket'
  return buyer.hasAgreed ? null : 'agreementMissing'
}

/** Why one line is not possible; null where it is. */
export function lineRefusal(parties: OrderParties, line: LineFacts): OrderReason | null {
  const { offer, asked } = line
  if (!offer || !isOfferedTo(parties, offer.availability)) return 'offerNotAvailable'
  if (!linePrice(parties, line)) return 'offerNotPriced'
  if (asked.quantity < offer.sku.minQuantity) return 'quantityBelowMinimum'
  if (asked.quantity > offer.sku.maxQuantity) return 'quantityAboveMaximum'
  const { seller, buyer, now } = parties
  const conversion = line.conversion && conversionRefusal(line.conversion, { sellerId: seller.id, owns: buyer.owns, target: offer.sku, quantity: asked.quantity, now })
  return conversion ?? trialRefusal(buyer, offer.sku) ?? baseRefusal(parties, line, offer.sku) ?? resellerRefusal(parties.seller, line.reseller)
}

/** In the customer's market and segment, now. */
export function isOfferedTo({ buyer, manifest, now }: Pick<OrderParties, 'buyer' | 'manifest' | 'now'>, availability: Availability): boolean {
  return availability.market === marketOf(manifest, buyer.country)?.id && availability.segment === buyer.segment && isOnSale(availability, now)
}

/** The prices in force in the customer's currency; where no source names one for its country, in the only one there is. */
export function pricesFor({ buyer, manifest, now }: Pick<OrderParties, 'buyer' | 'manifest' | 'now'>, prices: readonly Price[]): (Price & { readonly unitPrice: Minor })[] {
  const inForce = pricesAt(prices, now)
  const wanted = currencyOf(manifest, buyer.country)
  if (wanted !== undefined) return inForce.filter(({ currency }) => currency === wanted)
  return new Set(inForce.map(({ currency }) => currency)).size === 1 ? inForce : []
}

export function linePrice(parties: OrderParties, { offer, asked }: Pick<LineFacts, 'offer' | 'asked'>): (Price & { readonly unitPrice: Minor }) | undefined {
  return offer && pricesFor(parties, offer.prices).find(({ term, billingCycle }) => term === asked.term && billingCycle === asked.billingCycle)
}

function trialRefusal(buyer: Buyer, sku: Sku): OrderReason | null {
  if (!sku.isTrial) return null
  if (buyer.hadTrials.includes(skuNumber(sku))) return 'trialUsed'
  return sku.conversionIds.some((id) => buyer.owns.includes(id)) ? 'trialOwned' : null
}

function baseRefusal({ seller, now }: OrderParties, { base, baseLine }: LineFacts, sku: Sku): OrderReason | null {
  if (!isAddOn(sku)) return base === null && baseLine === null ? null : 'notAnAddOn'
  // One of the two: what is there, or what comes with the same order.
  if (baseLine && base === null) return sku.baseIds.includes(skuNumber(baseLine)) ? null : 'baseNotFitting'
  if (!base || baseLine !== null) return 'baseMissing'
  const refusal = sellerRefusal(base, seller.id, 'addOn')
  if (refusal) return refusal as OrderReason
  if (!sku.baseIds.includes(`${base.productId}:${base.skuId}`)) return 'baseNotFitting'
  return effectiveStatus(base, now) === 'active' ? null : 'baseNotActive'
}

export function resellerRefusal(seller: Seller, reseller: NamedReseller | null): OrderReason | null {
  if (!reseller) return null
  if (!seller.kinds.includes('indirectProvider')) return 'onlyProvidersNameResellers'
  if (reseller.id === seller.id) return 'providerAsReseller'
  if (!reseller.isInPartnership) return 'namedResellerNotPartner'
  if (!reseller.isRelated) return 'resellerWithoutCustomer'
  if (!reseller.isActive) return 'namedResellerSuspended'
  return reseller.hasSigned ? null : 'namedResellerUnsigned'
}
