import { changeQuantity, changeReseller, rename, setAutoRenew } from '../../domain/subscriptions/decide.ts'
import { orderReasons } from '../../domain/subscriptions/order-reasons.ts'
import { resellerRefusal } from '../../domain/subscriptions/judge-order.ts'
import { DomainError } from '../../domain/errors.ts'
import { decimalOf } from '../../domain/money/money.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { findSubscription } from '../../store/subscription-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { resellerNamed } from '../orders/gather-order.ts'
import { offeredNow } from '../../store/transfer-item-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type ShownSubscription, shownSubscription } from './describe-subscription.ts'
import { friendlyNameOf } from './friendly-name.ts'
import { refuseSeatsInUse } from './seats-in-use.ts'
import { lockOwnSubscription, settleSubscription, type SubscriptionNamed } from './settle-subscription.ts'

export interface SubscriptionChange extends SubscriptionNamed {
  readonly version: number
  readonly reader: Language
}

const customer = ({ customerId }: SubscriptionNamed) => customerId

/** More or fewer seats, with what that costs or gives back for the days that are left [S2.8, S2.L5.2]. */
export const changeSeats: UseCase<SubscriptionChange & { readonly quantity: number }, ShownSubscription> = {
  action: 'subscription.changeSeats',
  customer,

  async run(work, { quantity, ...input }) {
    const subscription = await lockOwnSubscription(work, input, 'changeSeats', input.version)
    await requireNotOffered(work, subscription)
    if (quantity === subscription.quantity) return shownSubscription(work, subscription, input.reader)
    const decided = changeQuantity(subscription, quantity, work.now)
    await refuseSeatsInUse(work, subscription, quantity)
    const saved = await settleSubscription(work, decided, 'subscription.quantityChanged', { from: subscription.quantity, to: quantity })
    return shownSubscription(work, saved, input.reader)
  },
}

/** What that would cost, by the same decision; changes nothing. */
export const previewSeats: UseCase<SubscriptionNamed & { readonly quantity: number }, { readonly currency: string; readonly amount: string | null; readonly nextCycle: string | null }> = {
  action: 'subscription.changeSeats',
  customer,

  async run(work, { quantity, ...input }) {
    const subscription = await lockOwnSubscription(work, input, 'changeSeats')
    await requireNotOffered(work, subscription)
    const { charge, next } = changeQuantity(subscription, quantity, work.now)
    await refuseSeatsInUse(work, subscription, quantity)
    const { currency } = subscription
    const shown = (amount: bigint) => (verdictOn(work, input.customerId, 'price.see').allowed ? decimalOf(amount, currency) : null)
    return { currency, amount: shown(charge?.amount ?? 0n), nextCycle: shown(next.unitPrice * BigInt(quantity)) }
  },
}

/** What is offered to another partner is offered with its seats (D.11); the offer holds the same row. */
async function requireNotOffered({ trx, now }: Work, { id, parentId }: Subscription): Promise<void> {
  const offered = await offeredNow(trx, [id, ...(parentId === null ? [] : [parentId])], now)
  if (offered.size > 0) throw new DomainError('subscriptionNotPossible', 'It is offered to another partner.', { reason: 'seatsWhileOffered', action: 'changeSeats' })
}

export const renameSubscription: UseCase<SubscriptionChange & { readonly friendlyName: string | null }, ShownSubscription> = {
  action: 'subscription.change',
  customer,

  async run(work, { friendlyName, ...input }) {
    const subscription = await lockOwnSubscription(work, input, 'rename', input.version)
    return shownSubscription(work, await settleSubscription(work, rename(subscription, friendlyNameOf(friendlyName), work.now), 'subscription.renamed'), input.reader)
  },
}

export const switchAutoRenew: UseCase<SubscriptionChange & { readonly autoRenew: boolean }, ShownSubscription> = {
  action: 'subscription.change',
  customer,

  async run(work, { autoRenew, ...input }) {
    const subscription = await lockOwnSubscription(work, input, 'autoRenew', input.version)
    return shownSubscription(work, await settleSubscription(work, setAutoRenew(subscription, autoRenew, work.now), 'subscription.autoRenewChanged', { autoRenew }), input.reader)
  },
}

/** The partner of record: the provider's alone to say, and only a reseller that may be named on an order [S2.11]. */
export const changeSubscriptionReseller: UseCase<SubscriptionChange & { readonly resellerId: string | null }, ShownSubscription> = {
  action: 'subscription.changeReseller',
  customer,

  async run(work, { resellerId, ...input }) {
    const { person, now } = work
    const subscription = await lockOwnSubscription(work, input, 'changeReseller', input.version)
    const named = resellerId === null ? null : await resellerNamed(work, input.customerId, resellerId)
    const refusal = resellerRefusal({ id: person.tenantId, country: person.country, kinds: person.partnerKinds }, named)
    if (refusal) throw new DomainError('subscriptionNotPossible', `The reseller cannot be named: ${refusal}.`, { reason: refusal, fieldCode: orderReasons[refusal].field })
    const before = subscription.resellerId
    const saved = await settleSubscription(work, changeReseller(subscription, resellerId, now), 'subscription.resellerChanged', { from: before, to: resellerId })
    return shownSubscription(work, saved, input.reader)
  },
}

/** One subscription, as far as this partner may see it. */
export const readSubscription: UseCase<SubscriptionNamed & { readonly reader: Language }, ShownSubscription> = {
  action: 'subscription.list',
  customer,

  async run(work, { customerId, subscriptionId, reader }) {
    const subscription = await findSubscription(work.trx, customerId, subscriptionId)
    if (!subscription) throw new DomainError('notFound', 'No such subscription.')
    return shownSubscription(work, subscription, reader)
  },
}
