import type { Cart, CartLine } from '../../domain/carts/cart.ts'
import type { Language } from '../../language/languages.ts'
import { findEntry } from '../../store/catalogue-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { shownAmount } from '../orders/judge-lines.ts'
import { type Offer, type OfferSeen, offersSeen, shownOffers } from '../orders/list-offers.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'

export type DescribedCart = Awaited<ReturnType<typeof describeCart>>

/** The cart as this reader sees it, each line with what is offered under its number now. */
export async function describeCart(work: Work, cart: Cart, reader: Language) {
  const seen = await offersSeen(work, cart.customerId, reader)
  const names = await namesOfPeople(work.trx, [cart.createdBy, cart.changedBy])
  const lines = []
  for (const line of cart.lines) lines.push(await describeLine(work, line, seen))
  return {
    ...{ cartId: cart.id, status: cart.status, orderId: cart.orderId, lines, createdAt: cart.createdAt.toISOString(), changedAt: cart.changedAt.toISOString(), expiresAt: cart.expiresAt.toISOString() },
    createdByName: names.get(cart.createdBy)?.displayName ?? null,
    changedByName: names.get(cart.changedBy)?.displayName ?? null,
    version: cart.version,
  }
}

async function describeLine(work: Work, { priceThen, refusal, ...wish }: CartLine, seen: OfferSeen) {
  const [productId = '', skuId = '', id = ''] = wish.catalogItemId.split(':')
  const entry = await findEntry(work.trx, { cloud: work.manifest.id, productId, skuId, id })
  const offer: Offer | null = (entry && shownOffers(work, [entry], seen)[0]) ?? null
  return {
    ...wish,
    title: entry?.sku.title[seen.reader] ?? null,
    unitPriceThen: seen.seesPrices ? amountThen(priceThen) : null,
    currencyThen: seen.seesPrices ? (priceThen?.currency ?? null) : null,
    error: refusal && explain(seen.reader, refusal),
    offer,
  }
}

export function amountThen(price: CartLine['priceThen']): string | null {
  return price && shownAmount(BigInt(price.unitPrice), price.currency)
}
