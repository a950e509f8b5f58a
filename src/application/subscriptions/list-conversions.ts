import { conversionRefusal } from '../../domain/subscriptions/judge-conversion.ts'
import { orderRefusal } from '../../domain/subscriptions/judge-order.ts'
import { sellerRefusal } from '../../domain/subscriptions/seller.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { entriesNumbered } from '../../store/catalogue-store.ts'
import { marketOf } from '../../domain/markets/markets.ts'
import { findSubscription } from '../../store/subscription-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { gatherConversion } from '../orders/gather-conversion.ts'
import { gatherParties } from '../orders/gather-order.ts'
import { type Offer, shownOffers } from '../orders/list-offers.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'
import type { SubscriptionNamed } from './settle-subscription.ts'

type Explained = { readonly reasonCode: string; readonly reasonText: string } | null

export interface ConversionList {
  /** why it can become nothing at all */
  readonly refusal: Explained
  readonly items: readonly (Offer & { readonly refusal: Explained })[]
}

/** What a subscription may become: the paid offer of a trial, a larger one; each with why not, where that is so [S2.L4.3]. */
export const listConversions: UseCase<SubscriptionNamed & { readonly reader: Language }, ConversionList> = {
  action: 'offer.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, subscriptionId, reader }) {
    const seen = await findSubscription(work.trx, customerId, subscriptionId)
    if (!seen) throw new DomainError('notFound', 'No such subscription.')
    const foreign = sellerRefusal(seen, work.person.tenantId, 'convert')
    if (foreign) return { refusal: explain(reader, foreign), items: [] }
    const conversion = await gatherConversion(work, customerId, subscriptionId)
    const parties = await gatherParties(work, customerId)
    const place = { cloud: work.manifest.id, market: marketOf(work.manifest, parties.buyer.country)?.id ?? '', segment: parties.buyer.segment }
    const entries = await entriesNumbered(work.trx, place, conversion.sku?.conversionIds ?? [])
    const offers = shownOffers(work, entries, { parties, bases: [], reader, seesPrices: verdictOn(work, customerId, 'price.see').allowed })
    const refusal = orderRefusal(parties)
    const items = offers.map((offer) => {
      const target = entries.find(({ sku, availability }) => `${sku.productId}:${sku.id}:${availability.id}` === offer.catalogItemId)!.sku
      const reason = conversionRefusal(conversion, { sellerId: work.person.tenantId, owns: parties.buyer.owns, target, quantity: seen.quantity, now: work.now })
      return { ...offer, refusal: reason && explain(reader, reason) }
    })
    return { refusal: refusal && explain(reader, refusal), items }
  },
}
