import { nearestConnector } from '../../domain/provisioning/connector.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { bodyHash, signCall } from '../../security/call-signature.ts'
import { open } from '../../security/seal.ts'
import { listConnectors, type StoredConnector } from '../../store/connector-store.ts'
import { readSetting } from '../../store/installation-store.ts'
import { countCall, lockCall, partiesOfCall } from '../../store/provisioning-call-store.ts'
import { lockAnySubscription } from '../../store/subscription-store.ts'
import type { UseCase, Work } from '../use-case.ts'

/** One attempt as it leaves: signed, its secret left behind. */
export interface LeavingCall {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** this one included */
  readonly attempts: number
}

/**
 * Takes an ordered subscription for one attempt. Undefined where there is nothing to do: it no longer waits, no connector
 * is for it, the operator took it in hand, its base is not there yet, or nothing may leave this installation (rule R33).
 */
export const takeCall: UseCase<{ readonly subscriptionId: string }, LeavingCall | undefined> = {
  action: 'installation.run',

  async run(work, { subscriptionId }) {
    const { trx } = work
    const subscription = await lockAnySubscription(trx, subscriptionId)
    if (subscription?.status !== 'pending') return undefined
    const call = await lockCall(trx, subscriptionId)
    if (call && call.status !== 'queued') return undefined
    const connector = nearestConnector(await listConnectors(trx), subscription)
    if (!connector || (await waitsForBase(work, subscription)) || (await readSetting(trx, 'quarantine')) !== undefined) return undefined
    const attempts = await countCall(trx, subscription, { connectorId: connector.id, now: work.now })
    return { ...(await signed(work, subscription, connector)), attempts }
  },
}

/** An add-on goes out when what it stands on is there. */
async function waitsForBase({ trx }: Work, { parentId }: Subscription): Promise<boolean> {
  return parentId !== null && (await lockAnySubscription(trx, parentId))?.status === 'pending'
}

async function signed({ trx, env }: Work, subscription: Subscription, connector: StoredConnector): Promise<Omit<LeavingCall, 'attempts'>> {
  const parties = await partiesOfCall(trx, [subscription.customerId, subscription.partnerId])
  const body = JSON.stringify(bodyOf(subscription, { parties, callback: `${env.publicUrl}/api/v1/provisioning-calls/${subscription.id}/answer` }))
  // The real clock: the other side knows no other.
  const timestamp = String(Math.floor(env.clock().getTime() / 1_000))
  const signature = signCall(open(env.keyRing, 'connectorSecret', connector.id, connector.sealedSecret), { id: subscription.id, timestamp, bodySha256: bodyHash(body) })
  return {
    url: connector.url,
    headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': subscription.id, 'vinculo-timestamp': timestamp, 'vinculo-signature': signature },
    body,
  }
}

/** The contract with connectors (docs/provisioning-connector.md): members are added, never taken away. */
function bodyOf(subscription: Subscription, { parties, callback }: { parties: Awaited<ReturnType<typeof partiesOfCall>>; callback: string }) {
  const party = (id: string) => ({ id, name: parties.get(id)?.name ?? '', country: parties.get(id)?.country ?? '' })
  return {
    type: 'subscription.ordered',
    ...{ subscriptionId: subscription.id, orderId: subscription.orderId, orderedAt: subscription.createdAt.toISOString() },
    ...{ cloud: subscription.cloud, catalogItemId: `${subscription.productId}:${subscription.skuId}:${subscription.availabilityId}`, offerName: subscription.offerName.en, serviceId: subscription.serviceId },
    ...{ quantity: subscription.quantity, term: subscription.term, billingCycle: subscription.billingCycle, isTrial: subscription.isTrial, baseSubscriptionId: subscription.parentId, replacesSubscriptionId: subscription.replacesId },
    customer: party(subscription.customerId),
    partner: party(subscription.partnerId),
    resellerId: subscription.resellerId,
    answerUrl: callback,
  }
}
