import { DomainError } from '../../domain/errors.ts'
import { dropPending, fulfil } from '../../domain/subscriptions/decide.ts'
import { effectiveStatus, type Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { lockOrder, settleOrder } from '../../store/order-store.ts'
import { subscriptionsToProvision } from '../../store/subscription-list-store.ts'
import { lockAnySubscription } from '../../store/subscription-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { settleSubscription } from '../subscriptions/settle-subscription.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import { plainNote } from '../operator/plain-note.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface WaitingRow {
  readonly subscriptionId: string
  readonly orderId: string
  readonly orderedAt: string
  readonly partnerName: string
  readonly customerName: string
  readonly cloud: string
  readonly offerName: string
  readonly catalogItemId: string
  readonly quantity: number
  readonly term: string
  readonly isTrial: boolean
  readonly isAddOn: boolean
}

/** What was ordered and is not there yet, the oldest first. */
export const listWaiting: UseCase<PageAsk & { readonly reader: Language }, Page<WaitingRow>> = {
  action: 'provisioning.read',

  async run(work, { size, cursor, reader }) {
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /operator/provisioning',
      filter: {},
      read: (start, most) => subscriptionsToProvision(work.trx, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const waiting = page.items.map(({ subscription }) => subscription)
    const names = await namesOfTenants(work.trx, waiting.flatMap(({ partnerId, customerId }) => [partnerId, customerId]))
    return { ...page, items: waiting.map((subscription) => rowOf(subscription, names, reader)) }
  },
}

function rowOf(subscription: Subscription, names: ReadonlyMap<string, string>, reader: Language): WaitingRow {
  return {
    ...{ subscriptionId: subscription.id, orderId: subscription.orderId, orderedAt: subscription.createdAt.toISOString() },
    ...{ partnerName: names.get(subscription.partnerId) ?? '', customerName: names.get(subscription.customerId) ?? '', cloud: subscription.cloud },
    offerName: subscription.offerName[reader],
    catalogItemId: `${subscription.productId}:${subscription.skuId}:${subscription.availabilityId}`,
    ...{ quantity: subscription.quantity, term: subscription.term, isTrial: subscription.isTrial, isAddOn: subscription.parentId !== null },
  }
}

/** It is there: the operator's click, never a timer (decision 28). From here on it is active and paid for. */
export const fulfilSubscription: UseCase<{ readonly subscriptionId: string }, Subscription> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId }) {
    const waiting = await lockWaiting(work, subscriptionId)
    await requireBase(work, waiting)
    const saved = await settleSubscription(work, fulfil(waiting, { autoRenews: !waiting.isTrial }, work.now), 'subscription.activated', { quantity: waiting.quantity })
    await settleOrder(work.trx, waiting.orderId)
    return saved
  },
}

/** It cannot be had: told to the partner with the operator's words; nothing was charged. */
export const refuseSubscription: UseCase<{ readonly subscriptionId: string; readonly note: string }, Subscription> = {
  action: 'provisioning.settle',

  async run(work, { subscriptionId, note }) {
    const words = plainNote(note)
    if (words === null) throw new DomainError('invalidInput', 'The partner is told why.', { reason: 'noteForm', field: 'note' })
    const waiting = await lockWaiting(work, subscriptionId)
    const saved = await settleSubscription(work, dropPending(waiting, 'refuse', words, work.now), 'subscription.notProvisioned')
    await settleOrder(work.trx, waiting.orderId)
    return saved
  },
}

async function lockWaiting({ trx }: Work, id: string): Promise<Subscription> {
  const subscription = await lockAnySubscription(trx, id)
  if (!subscription) throw new DomainError('notFound', 'No such subscription.')
  await lockOrder(trx, subscription.orderId)
  return subscription
}

/** Its base may have been suspended while it waited. */
async function requireBase({ trx, now }: Work, { parentId }: Subscription): Promise<void> {
  const base = parentId === null ? undefined : await lockAnySubscription(trx, parentId)
  if (base && effectiveStatus(base, now) !== 'active') throw new DomainError('subscriptionNotPossible', 'The base is not active.', { reason: 'baseNotActive' })
}
