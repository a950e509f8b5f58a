import type { Conversion } from '../../domain/subscriptions/judge-conversion.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { skusNumbered } from '../../store/catalogue-store.ts'
import { ownedBy } from '../../store/order-store.ts'
import { findSubscription, hasWaitingConversion, livingAddOns, lockSubscription } from '../../store/subscription-store.ts'
import type { Work } from '../use-case.ts'

/** What a line comes in the place of. This partner's own is held, so that its end or change waits for the order, or is seen by it. */
export async function gatherConversion(work: Work, customerId: string, subscriptionId: string): Promise<Conversion> {
  const { trx, person, held } = work
  const privilegedServices = held?.privilegedServices ?? []
  const seen = await findSubscription(trx, customerId, subscriptionId)
  const from = seen?.partnerId === person.tenantId ? await lockSubscription(trx, customerId, subscriptionId) : seen
  if (!from || from.partnerId !== person.tenantId) return { from, sku: undefined, plansElsewhere: [], isWaiting: false, addOnSkus: [], privilegedServices }
  const own = numberOf(from)
  const owned = (await ownedBy(trx, customerId)).owns
  const elsewhere = owned.filter((_, place) => place !== owned.indexOf(own))
  const addOns = await livingAddOns(trx, from.id)
  const skus = await skusNumbered(trx, from.cloud, [own, ...elsewhere, ...addOns.map(numberOf)])
  return {
    from,
    sku: skus.get(own),
    plansElsewhere: elsewhere.flatMap((number) => skus.get(number)?.servicePlans ?? []),
    isWaiting: await hasWaitingConversion(trx, from.id),
    addOnSkus: addOns.flatMap((addOn) => skus.get(numberOf(addOn)) ?? []),
    privilegedServices,
  }
}

const numberOf = ({ productId, skuId }: Pick<Subscription, 'productId' | 'skuId'>) => `${productId}:${skuId}`
