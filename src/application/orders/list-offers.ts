import { isAddOn } from '../../domain/catalogue/catalogue.ts'
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

/** What this customer can have in its cloud, market and segment, at which price; add-ons only where it has a base of this partner. */
export const listOffers: UseCase<OfferAsk, OfferList> = {
  action: 'offer.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, search, reader }) {
    const parties = await gatherParties(work, customerId)
    const market = marketOf(work.manifest, parties.buyer.country)
    const place = { cloud: work.manifest.id, market: market?.id ?? '', segment: parties.buyer.segment }
    const entries = await entriesAt(work.trx, place, search === undefined ? undefined : searchKey(search), mostOffers + 1)
    const bases = (await livingSubscriptionsBetween(work.trx, work.person.tenantId, customerId)).filter((one) => one.partnerId === work.person.tenantId && effectiveStatus(one, work.now) === 'active')
    const refusal = orderRefusal(parties)
    const items = entries
      .slice(0, mostOffers)
      .filter(({ availability }) => isOfferedTo(parties, availability))
      .map((entry) => offerOf(work, entry, { parties, bases, reader }))
      .filter(({ plans, isAddOn: needsBase, bases: fitting }) => plans.length > 0 && (!needsBase || fitting.length > 0))
    const resellers = work.person.partnerKinds.includes('indirectProvider') ? await resellersOf(work.trx, work.person.tenantId, customerId) : []
    return { items, isCut: entries.length > mostOffers, resellers, refusal: refusal && explain(reader, refusal) }
  },
}

interface OfferSeen {
  readonly parties: OrderParties
  /** active ones of this partner, on which an add-on could stand */
  readonly bases: readonly Subscription[]
  readonly reader: Language
}

function offerOf(work: Work, { product, sku, availability, prices }: CatalogueEntry, { parties, bases, reader }: OfferSeen) {
  const seesPrices = verdictOn(work, parties.buyer.id, 'price.see').allowed
  const number = `${sku.productId}:${sku.id}`
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
    bases: bases.filter((one) => sku.baseIds.includes(`${one.productId}:${one.skuId}`)).map((one) => ({ subscriptionId: one.id, name: one.friendlyName ?? one.offerName[reader] })),
    plans: pricesFor(parties, prices).map(({ term, billingCycle, currency, unitPrice }) => ({ term, billingCycle, currency, unitPrice: seesPrices ? decimalOf(unitPrice, currency) : null })),
  }
}
