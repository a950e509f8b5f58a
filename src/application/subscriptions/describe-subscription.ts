import { cycleAt, termAt } from '../../domain/catalogue/terms.ts'
import { decimalOf } from '../../domain/money/money.ts'
import { cyclePrice } from '../../domain/subscriptions/charges.ts'
import { cancellableUntil, isCancellable, maySeatsGoDown } from '../../domain/subscriptions/contract-rules.ts'
import { openActs } from '../../domain/subscriptions/decide.ts'
import { sellerRefusal } from '../../domain/subscriptions/seller.ts'
import { settled, type Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { skusNumbered } from '../../store/catalogue-store.ts'
import { chargesOf, ownOrder } from '../../store/order-store.ts'
import { isOwnPurchase } from '../../store/own-purchase-store.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

export type SubscriptionRow = ReturnType<typeof rowOf>
export type ShownSubscription = Awaited<ReturnType<typeof shownSubscription>>
const mostCharges = 50

/** One line of the list. What it costs is the seller's alone [S2.7]. */
function rowOf({ person, manifest, now }: Work, stored: Subscription, names: ReadonlyMap<string, string>, reader: Language) {
  const subscription = settled(stored, now)
  const isOwn = subscription.partnerId === person.tenantId
  const isMine = isOwn || subscription.resellerId === person.tenantId
  return {
    subscriptionId: subscription.id,
    offerName: subscription.offerName[reader],
    friendlyName: isMine ? subscription.friendlyName : null,
    catalogItemId: `${subscription.productId}:${subscription.skuId}:${subscription.availabilityId}`,
    serviceName: subscription.serviceId === null ? null : serviceName(manifest, subscription.serviceId, reader),
    parentSubscriptionId: subscription.parentId,
    replacesSubscriptionId: isMine ? subscription.replacesId : null,
    quantity: subscription.quantity,
    status: subscription.status,
    endedBecause: subscription.endedBecause,
    createdAt: subscription.createdAt.toISOString(),
    endsAt: subscription.endsAt?.toISOString() ?? null,
    deletesAt: subscription.deletesAt?.toISOString() ?? null,
    isTrial: subscription.isTrial,
    isSoldByThisPartner: isOwn,
    resellerId: isMine ? subscription.resellerId : null,
    resellerName: isMine && subscription.resellerId !== null ? (names.get(subscription.resellerId) ?? null) : null,
  }
}

export async function subscriptionRows(work: Work, subscriptions: readonly Subscription[], reader: Language): Promise<SubscriptionRow[]> {
  const names = await resellerNames(work, subscriptions)
  return subscriptions.map((subscription) => rowOf(work, subscription, names, reader))
}

/** The whole of one, with what may be done now and why not. */
export async function shownSubscription(work: Work, stored: Subscription, reader: Language) {
  const { person, now } = work
  const subscription = settled(stored, now)
  const row = rowOf(work, subscription, await resellerNames(work, [subscription]), reader)
  const { startedAt, term, billingCycle, customerId } = subscription
  const refusal = sellerRefusal(subscription, person.tenantId, 'rename')
  const may = (action: 'order.place' | 'subscription.change' | 'subscription.changeSeats' | 'subscription.changeReseller') => refusal === null && verdictOn(work, customerId, action).allowed
  const seesPrices = row.isSoldByThisPartner && verdictOn(work, customerId, 'price.see').allowed
  const open = openActs(subscription, now)
  const isLiving = subscription.status !== 'deleted'
  return {
    ...row,
    // Of one that was taken over, the order is its first seller's.
    orderId: row.isSoldByThisPartner ? await ownOrder(work.trx, person.tenantId, subscription.orderId) : null,
    isBoughtByCustomer: row.isSoldByThisPartner && (await isOwnPurchase(work.trx, person.tenantId, customerId, subscription.orderId)),
    ...{ term, billingCycle, generation: subscription.generation, autoRenew: subscription.autoRenew },
    ...{ minQuantity: subscription.minQuantity, maxQuantity: subscription.maxQuantity },
    startedAt: startedAt?.toISOString() ?? null,
    termEndsAt: startedAt && isLiving ? termAt(startedAt, term, now).until.toISOString() : null,
    cycleEndsAt: startedAt && isLiving ? cycleAt(startedAt, billingCycle, now).until.toISOString() : null,
    cancellableUntil: isCancellable(subscription, now) && isLiving ? (cancellableUntil(subscription, now)?.toISOString() ?? null) : null,
    seatsMayGoDown: isLiving && startedAt !== null && maySeatsGoDown(subscription, now),
    ...{ suspendedBecause: subscription.suspendedBecause, endedAt: subscription.endedAt?.toISOString() ?? null, endNote: row.isSoldByThisPartner ? subscription.endNote : null },
    price: seesPrices ? { currency: subscription.currency, unitPrice: decimalOf(subscription.unitPrice, subscription.currency), perCycle: decimalOf(cyclePrice(subscription.unitPrice, subscription.quantity), subscription.currency) } : null,
    charges: seesPrices ? (await chargesOf(work.trx, person.tenantId, subscription.id, mostCharges)).map((charge) => ({ ...charge, at: charge.at.toISOString(), from: charge.from.toISOString(), until: charge.until.toISOString(), amount: decimalOf(charge.amount, subscription.currency) })) : [],
    foreign: refusal === null ? null : explain(reader, refusal),
    can: {
      changeSeats: subscription.status === 'active' && !subscription.isTrial && may('subscription.changeSeats'),
      suspend: open.includes('suspend') && may('subscription.change'),
      reactivate: open.includes('reactivate') && may('subscription.change'),
      cancel: (open.includes('cancel') || open.includes('withdraw')) && may('subscription.change'),
      rename: isLiving && may('subscription.change'),
      autoRenew: isLiving && subscription.status !== 'pending' && !subscription.isTrial && may('subscription.change'),
      convert: subscription.status === 'active' && may('order.place') && (await hasConversions(work.trx, subscription)),
      changeReseller: isLiving && person.partnerKinds.includes('indirectProvider') && may('subscription.changeReseller'),
    },
    version: stored.version,
  }
}

async function resellerNames({ trx }: Work, subscriptions: readonly Subscription[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(subscriptions.flatMap(({ resellerId }) => resellerId ?? []))]
  return new Map((await partnerFacts(trx, ids)).map(({ id, name }) => [id, name]))
}

/** Whether the catalogue knows anything that it may become. */
async function hasConversions(trx: Work['trx'], { cloud, productId, skuId }: Subscription): Promise<boolean> {
  const number = `${productId}:${skuId}`
  return ((await skusNumbered(trx, cloud, [number])).get(number)?.conversionIds.length ?? 0) > 0
}
