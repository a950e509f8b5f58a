import { type CallAct, type CallStatus, type ConnectorCall, openCallActs } from '../../domain/provisioning/connector-call.ts'
import { nearestConnector } from '../../domain/provisioning/connector.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Language } from '../../language/languages.ts'
import { listConnectors } from '../../store/connector-store.ts'
import { callsOf, nextTriesOf } from '../../store/provisioning-call-store.ts'
import { subscriptionsToProvision } from '../../store/subscription-list-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase } from '../use-case.ts'

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
  /** how it stands with the connector; null where the operator provisions it by hand and nothing went out */
  readonly call: WaitingCall | null
  readonly can: readonly CallAct[]
}

interface WaitingCall {
  /** host and port of the connector; null where it was taken away meanwhile */
  readonly host: string | null
  readonly status: CallStatus
  readonly attempts: number
  readonly lastAt: string | null
  readonly lastStatus: number | null
  readonly lastAnswer: string | null
  readonly nextTryAt: string | null
}

/** What was ordered and is not there yet, the oldest first, with what its connector said so far. */
export const listWaiting: UseCase<PageAsk & { readonly reader: Language }, Page<WaitingRow>> = {
  action: 'provisioning.read',

  async run(work, { size, cursor, reader }) {
    const { trx } = work
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /operator/provisioning',
      filter: {},
      read: (start, most) => subscriptionsToProvision(trx, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const waiting = page.items.map(({ subscription }) => subscription)
    const ids = waiting.map(({ id }) => id)
    const [names, connectors, calls, tries] = [await namesOfTenants(trx, waiting.flatMap(({ partnerId, customerId }) => [partnerId, customerId])), await listConnectors(trx), await callsOf(trx, ids), await nextTriesOf(trx, ids)]
    const items = waiting.map((subscription) => {
      const call = calls.get(subscription.id)
      const host = connectors.find(({ id }) => id === call?.connectorId)
      const nextTryAt = call?.status === 'queued' ? (tries.get(subscription.id) ?? null) : null
      return {
        ...rowOf(subscription, names, reader),
        call: call ? callOf(call, { host: host ? new URL(host.url).host : null, nextTryAt }) : null,
        // An add-on goes out when its base is there, and not before.
        can: openCallActs(call, nearestConnector(connectors, subscription) !== undefined && !ids.includes(subscription.parentId ?? '')),
      }
    })
    return { ...page, items }
  },
}

function callOf({ status, attempts, lastAt, lastStatus, lastAnswer }: ConnectorCall, { host, nextTryAt }: { host: string | null; nextTryAt: Date | null }): WaitingCall {
  return { host, status, attempts, lastAt: lastAt?.toISOString() ?? null, lastStatus, lastAnswer, nextTryAt: nextTryAt?.toISOString() ?? null }
}

function rowOf(subscription: Subscription, names: ReadonlyMap<string, string>, reader: Language) {
  return {
    ...{ subscriptionId: subscription.id, orderId: subscription.orderId, orderedAt: subscription.createdAt.toISOString() },
    ...{ partnerName: names.get(subscription.partnerId) ?? '', customerName: names.get(subscription.customerId) ?? '', cloud: subscription.cloud },
    offerName: subscription.offerName[reader],
    catalogItemId: `${subscription.productId}:${subscription.skuId}:${subscription.availabilityId}`,
    ...{ quantity: subscription.quantity, term: subscription.term, isTrial: subscription.isTrial, isAddOn: subscription.parentId !== null },
  }
}
