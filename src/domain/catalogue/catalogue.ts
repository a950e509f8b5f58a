import type { Minor } from '../money/money.ts'
import type { BillingCycle, Term } from './terms.ts'

/** How a contract behaves: when it may be cancelled, and what suspending stops (subscriptions/contract-rules.ts). */
export const generations = ['legacy', 'newCommerce', 'marketplace'] as const
export type Generation = (typeof generations)[number]

export const segments = ['commercial', 'education', 'government', 'nonprofit'] as const
export type Segment = (typeof segments)[number]

/** Reservations and savings plans are what a customer may be allowed to buy itself (domain/own-purchases). */
export const productTypes = ['onlineServices', 'usage', 'software', 'marketplace', 'reservation', 'savingsPlan'] as const
export type ProductType = (typeof productTypes)[number]

/** What the operator calls something, in the languages of the portals. */
export interface Title {
  readonly en: string
  readonly es: string
}

export interface Product {
  readonly cloud: string
  readonly id: string
  readonly title: Title
  readonly publisher: string
  readonly productType: ProductType
}

/** A form in which a product is sold. Its full number is "product:sku". */
export interface Sku {
  readonly cloud: string
  readonly productId: string
  readonly id: string
  readonly title: Title
  readonly generation: Generation
  /** a service of the cloud's manifest; null where it belongs to none */
  readonly serviceId: string | null
  readonly servicePlans: readonly string[]
  readonly minQuantity: number
  readonly maxQuantity: number
  readonly isTrial: boolean
  /** "product:sku" each; an add-on needs one of them */
  readonly baseIds: readonly string[]
  /** "product:sku" each; what a subscription to this may become */
  readonly conversionIds: readonly string[]
}

/** To whom a SKU is sold: one market of the cloud and one segment, from one moment until another. */
export interface Availability {
  readonly cloud: string
  readonly productId: string
  readonly skuId: string
  readonly id: string
  readonly market: string
  readonly segment: Segment
  readonly from: Date
  /** null: as long as nobody ends it */
  readonly until: Date | null
}

/** For one unit and one billing cycle; from its moment until the next price of the same term, cycle and currency. */
export interface Price {
  readonly term: Term
  readonly billingCycle: BillingCycle
  readonly currency: string
  readonly validFrom: Date
  /** null: from then on not sold so */
  readonly unitPrice: Minor | null
}

export const skuNumber = ({ productId, id }: Pick<Sku, 'productId' | 'id'>) => `${productId}:${id}`

/** As the compatible interface numbers what goes into a cart. */
export const catalogItemId = ({ productId, skuId, id }: Pick<Availability, 'productId' | 'skuId' | 'id'>) => `${productId}:${skuId}:${id}`

export const isAddOn = ({ baseIds }: Pick<Sku, 'baseIds'>) => baseIds.length > 0

export function isOnSale({ from, until }: Pick<Availability, 'from' | 'until'>, now: Date): boolean {
  return from <= now && (until === null || now < until)
}

/** Whose programme the customer belongs to, where nobody said otherwise: in a government cloud, government. */
export function segmentOf(stated: string | null, eligibleCustomers: string): Segment {
  return (stated as Segment | null) ?? (eligibleCustomers === 'governmentAndRegulated' ? 'government' : 'commercial')
}

/** The prices that hold at a moment, one for each term, cycle and currency: the latest that has begun. */
export function pricesAt(prices: readonly Price[], now: Date): (Price & { readonly unitPrice: Minor })[] {
  const latest = new Map<string, Price>()
  for (const price of prices) {
    const key = `${price.term} ${price.billingCycle} ${price.currency}`
    const known = latest.get(key)
    if (price.validFrom <= now && (!known || known.validFrom < price.validFrom)) latest.set(key, price)
  }
  return [...latest.values()].flatMap((price) => (price.unitPrice === null ? [] : [{ ...price, unitPrice: price.unitPrice }]))
}
