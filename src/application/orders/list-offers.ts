import { isAddOn, type ProductType, skuNumber } from '../../domain/catalogue/catalogue.ts'
import { decimalOf } from '../../domain/money/money.ts'
import { marketOf } from '../../domain/markets/markets.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { isOfferedTo, orderRefusal, type OrderParties, pricesFor } from '../../domain/subscriptions/judge-order.ts'
import { effectiveStatus, type Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { type CatalogueEntry, entriesAt } from '../../store/catalogue-store.ts'
import { resellersOf } from '../../store/order-store.ts'
import { livingSubscriptionsBetween } from '../../store/subscription-list-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import { serviceName } from '../service-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { gatherParties } from './gather-order.ts'

export interface OfferAsk {
  readonly customerId: string
  readonly search: string | undefined
  readonly reader: Language
}

export type Offer = ReturnType<typeof offerOf>
export type OfferList = { readonly items: readonly Offer[]; readonly isCut: boolean; readonly resellers: readonly { readonly id: string; readonly name: string }[]; readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null }

const mostOffers = 200

/** What this customer can have in its cloud, market and segment, at which price; an add-on with the bases that this partner sold. */
export const listOffers: UseCase<OfferAsk, OfferList> = {
  action: 'offer.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, search, reader }) {
    const seen = await offersSeen(work, customerId, reader)
    const { parties } = seen
    const resellers = work.person.partnerKinds.includes('indirectProvider') ? await resellersOf(work.trx, work.person.tenantId, customerId) : []
    const refusal = orderRefusal(parties)
    const offers = await offersFor(work, seen, search)
    return { ...offers, resellers, refusal: refusal && explain(reader, refusal) }
  },
}

export interface OfferSeen {
  readonly parties: OrderParties
  /** active ones of this partner, on which an add-on could stand */
  readonly bases: readonly Subscription[]
  readonly seesPrices: boolean
  readonly reader: Language
  /** products of this kind alone */
  readonly productType?: ProductType
}

/** With whose eyes: who sells to whom, what add-ons could stand on, and whether prices are shown. */
export async function offersSeen(work: Work, customerId: string, reader: Language): Promise<OfferSeen> {
  const parties = await gatherParties(work, customerId)
  const living = await livingSubscriptionsBetween(work.trx, work.person.tenantId, customerId)
  const bases = living.filter((one) => one.partnerId === work.person.tenantId && effectiveStatus(one, work.now) === 'active')
  return { parties, bases, reader, seesPrices: verdictOn(work, customerId, 'price.see').allowed }
}

/** The offers of a customer that is there, or of one that is about to be. */
export async function offersFor(work: Work, seen: OfferSeen, search: string | undefined): Promise<Pick<OfferList, 'items' | 'isCut'>> {
  const market = marketOf(work.manifest, seen.parties.buyer.country)
  const place = { cloud: work.manifest.id, market: market?.id ?? '', segment: seen.parties.buyer.segment, productType: seen.productType }
  const entries = await entriesAt(work.trx, place, search === undefined ? undefined : searchKey(search), mostOffers + 1)
  return { items: shownOffers(work, entries.slice(0, mostOffers), seen), isCut: entries.length > mostOffers }
}

/** Those that are on sale to this customer now and have a price for it. */
export function shownOffers(work: Work, entries: readonly CatalogueEntry[], seen: OfferSeen): Offer[] {
  return entries
    .filter(({ availability }) => isOfferedTo(seen.parties, availability))
    .map((entry) => offerOf(work, entry, seen))
    .filter(({ plans }) => plans.length > 0)
}

function offerOf(work: Work, { product, sku, availability, prices }: CatalogueEntry, { parties, bases, seesPrices, reader }: OfferSeen) {
  const number = skuNumber(sku)
  return {
    catalogItemId: `${number}:${availability.id}`,
    title: sku.title[reader],
    productTitle: product.title[reader],
    publisher: product.publisher,
    productType: product.productType,
    generation: sku.generation,
    serviceName: sku.serviceId === null ? null : serviceName(work.manifest, sku.serviceId, reader),
    minQuantity: sku.minQuantity,
    maxQuantity: sku.maxQuantity,
    isTrial: sku.isTrial,
    isOwned: parties.buyer.owns.includes(number),
    isAddOn: isAddOn(sku),
    baseSkus: [...sku.baseIds],
    bases: bases.filter((one) => sku.baseIds.includes(`${one.productId}:${one.skuId}`)).map((one) => ({ subscriptionId: one.id, name: one.friendlyName ?? one.offerName[reader] })),
    plans: pricesFor(parties, prices).map(({ term, billingCycle, currency, unitPrice }) => ({ term, billingCycle, currency, unitPrice: seesPrices ? decimalOf(unitPrice, currency) : null })),
  }
}
