import { type Cart, type CartLine, expiryOf, mostCarts, samePlan } from '../../domain/carts/cart.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { insertCart, lockCarts, openCarts, saveCart } from '../../store/cart-store.ts'
import { type JudgedLine, judgeOrder } from '../orders/judge-lines.ts'
import type { LineInput } from '../orders/gather-order.ts'
import { friendlyNameOf } from '../subscriptions/friendly-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedCart, describeCart } from './describe-cart.ts'
import { type CartNamed, lockOwnCart, recordCart } from './own-cart.ts'

export interface CartInput {
  readonly customerId: string
  readonly lines: readonly LineInput[]
  readonly reader: Language
}

/** Keeps what is to be ordered, possible or not: that is judged when it is looked at and when it is ordered. */
export const createCart: UseCase<CartInput, DescribedCart> = {
  action: 'cart.write',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, lines, reader }) {
    const { trx, person, now } = work
    const place = { partnerId: person.tenantId, customerId }
    await lockCarts(trx, place)
    const open = await openCarts(trx, place, { now, most: mostCarts })
    if (open.length >= mostCarts) throw new DomainError('orderNotPossible', 'There are too many open carts.', { reason: 'tooManyCarts', lines: [] })
    const cart: Cart = {
      ...{ ...place, id: work.newId(), status: 'active', lines: await priced(work, customerId, { lines, before: [] }), orderId: null },
      ...{ createdBy: person.personId, createdAt: now, changedBy: person.personId, changedAt: now, expiresAt: expiryOf(now), version: 1 },
    }
    await insertCart(trx, cart)
    await recordCart(work, 'cart.created', cart, { lines: cart.lines.length })
    return describeCart(work, cart, reader)
  },
}

/** All lines anew; what was changed while it is written is no event of its own, the order says what was bought. */
export const changeCart: UseCase<CartInput & CartNamed & { readonly version: number }, DescribedCart> = {
  action: 'cart.write',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, id, version, lines, reader }) {
    const cart = await lockOwnCart(work, { customerId, id }, version)
    const next = { ...cart, lines: await priced(work, customerId, { lines, before: cart.lines }), changedBy: work.person.personId, changedAt: work.now, expiresAt: expiryOf(work.now) }
    return describeCart(work, await saveCart(work.trx, next), reader)
  },
}

/** Each line with its price of today, or with the one that was shown when it came into the cart. */
async function priced(work: Work, customerId: string, { lines, before }: { readonly lines: readonly LineInput[]; readonly before: readonly CartLine[] }): Promise<CartLine[]> {
  const judged = await judgeOrder(work, customerId, lines)
  return judged.lines.map((line) => {
    const kept = keptLine(line)
    return { ...kept, priceThen: before.find((one) => samePlan(one, kept))?.priceThen ?? kept.priceThen }
  })
}

function keptLine({ input, unitPrice, currency }: JudgedLine): CartLine {
  const { catalogItemId, term, billingCycle, quantity, baseSubscriptionId, resellerId } = input
  return {
    ...{ catalogItemId, term, billingCycle, quantity, friendlyName: friendlyNameOf(input.friendlyName), baseSubscriptionId, resellerId },
    ...{ baseLine: input.baseLine ?? null, replacesSubscriptionId: input.replacesSubscriptionId ?? null },
    priceThen: unitPrice === null || currency === null ? null : { unitPrice: unitPrice.toString(), currency },
    refusal: null,
  }
}
