import { DomainError } from '../../domain/errors.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { insertOrder, type Order } from '../../store/order-store.ts'
import { enqueueCall } from '../../store/provisioning-call-store.ts'
import { insertSubscription } from '../../store/subscription-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import { friendlyNameOf } from '../subscriptions/friendly-name.ts'
import { sidesOf } from '../subscriptions/settle-subscription.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type JudgedLine, type JudgedOrder, judgeOrder, shownAmount } from './judge-lines.ts'
import type { OrderAsk } from './preview-order.ts'

export interface OrderInput extends OrderAsk {
  /** the total that the buyer saw; null where it sees no prices. Another one is refused: nobody pays what they did not see */
  readonly expectedTotal: string | null
}

export interface PlacedOrder {
  readonly order: Order
  readonly subscriptions: readonly Subscription[]
  readonly seesPrices: boolean
}

/**
 * Buys for a customer: every line or none. Each line becomes a subscription that waits for its provisioning; nothing is charged
 * before. Judged in this transaction, while relationship, partnership and bases are held.
 */
export const placeOrder: UseCase<OrderInput, PlacedOrder> = {
  action: 'order.place',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, lines, expectedTotal, reader }) {
    const judged = await judgeOrder(work, customerId, lines)
    requirePossible(judged, { expectedTotal, reader })
    const placed = await writeOrder(work, customerId, judged, { by: work.person.personId, through: 'relationship' })
    return { ...placed, seesPrices: verdictOn(work, customerId, 'price.see').allowed }
  },
}

/** Writes what was judged possible, in the rows of the seller: the order, its subscriptions and their way to be provisioned. */
export async function writeOrder(work: Work, customerId: string, judged: JudgedOrder, { by, through }: { readonly by: string; readonly through: 'relationship' | 'role' }): Promise<Pick<PlacedOrder, 'order' | 'subscriptions'>> {
  const { trx, person, now } = work
  const order: Order = { partnerId: person.tenantId, customerId, id: work.newId(), status: 'pending', currency: judged.currency!, total: judged.total!, createdBy: by, createdAt: now }
  await insertOrder(trx, order)
  const ids = judged.lines.map(() => work.newId())
  const subscriptions = judged.lines.map((line, place) => subscriptionOf(work, order, line, { ids, place }))
  for (const subscription of subscriptions) {
    await insertSubscription(trx, subscription)
    await enqueueCall(trx, subscription.id, work.env.telemetry?.tracer?.current())
  }
  await work.record({
    type: 'order.placed',
    resource: { type: 'order', id: order.id },
    readers: readersOf(subscriptions),
    // Its price is between seller and operator and stands in the order; the customer reads this too.
    data: { lines: subscriptions.map(({ id, productId, skuId, quantity }) => ({ subscriptionId: id, sku: `${productId}:${skuId}`, quantity })) },
    through,
  })
  return { order, subscriptions }
}

function requirePossible(judged: JudgedOrder, { expectedTotal, reader }: Pick<OrderInput, 'expectedTotal' | 'reader'>): void {
  const place = judged.lines.findIndex(({ refusal }) => refusal !== null)
  const reason = judged.refusal ?? (place < 0 ? null : judged.lines[place]!.refusal)
  if (reason) {
    const lines = judged.lines.flatMap(({ refusal }, index) => (refusal ? [{ line: index, ...explain(reader, refusal) }] : []))
    throw new DomainError('orderNotPossible', `The order is refused: ${reason}.`, { reason, lines })
  }
  if (expectedTotal !== null && expectedTotal !== shownAmount(judged.total, judged.currency)) {
    throw new DomainError('orderNotPossible', 'The total is another one than was shown.', { reason: 'priceChanged' })
  }
}

function subscriptionOf({ now, manifest }: Work, order: Order, { input, facts, unitPrice, currency }: JudgedLine, { ids, place }: { readonly ids: readonly string[]; readonly place: number }): Subscription {
  const { sku, availability } = facts.offer!
  return {
    ...{ partnerId: order.partnerId, customerId: order.customerId, id: ids[place]!, orderId: order.id, lineNumber: place + 1 },
    ...{ parentId: input.baseLine == null ? input.baseSubscriptionId : ids[input.baseLine - 1]!, replacesId: input.replacesSubscriptionId ?? null, resellerId: input.resellerId, cloud: manifest.id },
    ...{ productId: sku.productId, skuId: sku.id, availabilityId: availability.id, term: input.term, billingCycle: input.billingCycle },
    ...{ generation: sku.generation, serviceId: sku.serviceId, isTrial: sku.isTrial, offerName: sku.title },
    friendlyName: friendlyNameOf(input.friendlyName),
    ...{ quantity: input.quantity, minQuantity: sku.minQuantity, maxQuantity: sku.maxQuantity, currency: currency!, unitPrice: unitPrice! },
    ...{ status: 'pending', autoRenew: !sku.isTrial, createdBy: order.createdBy, createdAt: now },
    ...{ startedAt: null, billedUntil: null, endsAt: null, suspendedAt: null, suspendedBecause: null, deletesAt: null, endedAt: null, endedBecause: null, endNote: null },
    version: 1,
  }
}

/** Both sides, and each reseller named. */
function readersOf(subscriptions: readonly Subscription[]) {
  const all = subscriptions.flatMap(sidesOf)
  return all.filter(({ tenantId }, place) => all.findIndex((one) => one.tenantId === tenantId) === place)
}
