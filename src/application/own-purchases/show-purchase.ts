import { decimalOf } from '../../domain/money/money.ts'
import { afterwards, type OwnPurchase } from '../../domain/own-purchases/own-purchase.ts'
import type { Action } from '../../domain/permissions.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { subscriptionsOfOrders } from '../../store/own-purchase-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import type { Work } from '../use-case.ts'

export type ShownPurchase = Awaited<ReturnType<typeof showPurchases>>[number]

/** As either side reads it: what, at which price, where it stands, and what may be done. */
export async function showPurchases(work: Work, all: readonly OwnPurchase[], reader: Language) {
  const { trx, person } = work
  const people = await namesOfPeople(trx, all.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy].filter((id) => id !== null)))
  const names = await namesOfTenants(trx, all.flatMap(({ partnerId, customerId }) => [partnerId, customerId]))
  const bought = await subscriptionsOfOrders(trx, all.flatMap(({ orderId }) => orderId ?? []))
  return all.map((purchase) => {
    const isOwn = purchase.customerId === person.tenantId
    const subscription = purchase.orderId === null ? undefined : bought.get(purchase.orderId)
    return {
      ...shared(purchase, reader),
      ...amounts(purchase, isOwn || verdictOn(work, purchase.customerId, 'price.see').allowed),
      partnerName: names.get(purchase.partnerId) ?? null,
      askedByName: people.get(purchase.askedBy)?.displayName ?? null,
      answeredByName: (purchase.answeredBy && people.get(purchase.answeredBy)?.displayName) ?? null,
      subscriptionId: subscription?.id ?? null,
      subscriptionStatus: subscription?.status ?? null,
      can: openTo(work, purchase, isOwn),
      // What only the partner can do with it from here on [S4.L8.4].
      afterwards: isOwn && subscription && ['active', 'suspended'].includes(subscription.status) ? [...afterwards] : [],
    }
  })
}

export async function showPurchase(work: Work, purchase: OwnPurchase, reader: Language): Promise<ShownPurchase> {
  return (await showPurchases(work, [purchase], reader))[0]!
}

function shared(purchase: OwnPurchase, reader: Language) {
  const { productId, skuId, availabilityId } = purchase
  return {
    ...{ purchaseId: purchase.id, partnerId: purchase.partnerId, customerId: purchase.customerId, kind: purchase.kind, status: purchase.status },
    ...{ catalogItemId: `${productId}:${skuId}:${availabilityId}`, offerName: purchase.offerName[reader], friendlyName: purchase.friendlyName },
    ...{ term: purchase.term, billingCycle: purchase.billingCycle, quantity: purchase.quantity, currency: purchase.currency },
    ...{ askedAt: purchase.askedAt.toISOString(), answeredAt: purchase.answeredAt?.toISOString() ?? null, note: purchase.note, orderId: purchase.orderId, version: purchase.version },
  }
}

function amounts({ unitPrice, total, committed, currency }: OwnPurchase, seesPrices: boolean) {
  const shown = (amount: bigint) => (seesPrices ? decimalOf(amount, currency) : null)
  return { unitPrice: shown(unitPrice), total: shown(total), committed: shown(committed) }
}

function openTo(work: Work, { status, customerId }: OwnPurchase, isOwn: boolean): ('approve' | 'decline' | 'withdraw')[] {
  if (status !== 'awaitingApproval') return []
  if (isOwn) return roleAllows(work.person.roles, 'ownPurchase.withdraw') ? ['withdraw'] : []
  const may = (action: Action) => verdictOn(work, customerId, action).allowed
  return [...(may('ownPurchase.approve') ? (['approve'] as const) : []), ...(may('ownPurchase.decline') ? (['decline'] as const) : [])]
}
