import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import type { OwnPurchase } from '../../domain/own-purchases/own-purchase.ts'
import type { PurchasePermission } from '../../domain/own-purchases/purchase-permission.ts'
import type { Language } from '../../language/languages.ts'
import { insertPurchase } from '../../store/own-purchase-store.ts'
import { findPermission, lockPermission } from '../../store/purchase-permission-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { shownAmount } from '../orders/judge-lines.ts'
import { writeOrder } from '../orders/place-order.ts'
import { explain } from '../relationship-requests/explain.ts'
import { friendlyNameOf } from '../subscriptions/friendly-name.ts'
import type { UseCase, Work } from '../use-case.ts'
import { asSeller } from './as-seller.ts'
import { type JudgedPurchase, judgePurchase, type PurchaseLine, purchaseRefusal } from './judge-purchase.ts'
import { type ShownPurchase, showPurchase } from './show-purchase.ts'

export interface PurchaseAsk extends PurchaseLine {
  readonly permissionId: string
  readonly reader: Language
}

export interface PurchaseInput extends PurchaseAsk {
  /** the total that the buyer saw: another one is refused */
  readonly expectedTotal: string
}

export interface PurchasePreview {
  readonly title: string | null
  readonly currency: string | null
  readonly unitPrice: string | null
  readonly total: string | null
  readonly committed: string | null
  readonly needsApproval: boolean
  readonly refusal: { readonly reasonCode: string; readonly reasonText: string } | null
}

/** What a purchase would cost, at the partner's price [S4.L8.6], and whether it is possible; changes nothing. */
export const previewPurchase: UseCase<PurchaseAsk, PurchasePreview> = {
  action: 'ownPurchase.buy',

  async run(work, { permissionId, reader, ...line }) {
    const { partnerId } = await permissionNamed(work, permissionId)
    return asSeller(work, partnerId, async (seller) => {
      const permission = (await findPermission(seller.trx, work.person.tenantId, permissionId))!
      const { order, committed, refusal } = await judgePurchase(seller, permission, line)
      const [judged] = order.lines
      return {
        title: judged?.facts.offer?.sku.title[reader] ?? null,
        currency: order.currency,
        unitPrice: shownAmount(judged?.unitPrice ?? null, order.currency),
        total: shownAmount(order.total, order.currency),
        committed: shownAmount(committed, order.currency),
        needsApproval: permission.needsApproval,
        refusal: refusal === null ? null : explain(reader, refusal),
      }
    })
  },
}

/**
 * The customer's own administrator buys what its partner permitted. It becomes the partner's order and subscription like any other,
 * at once or with the partner's yes; refused, nothing is left behind. Locks as in an order, then the permission.
 */
export const buyOwn: UseCase<PurchaseInput, ShownPurchase> = {
  action: 'ownPurchase.buy',

  async run(work, { permissionId, expectedTotal, reader, ...line }) {
    const { partnerId } = await permissionNamed(work, permissionId)
    const purchase = await asSeller(work, partnerId, async (seller) => {
      const permission = await lockPermission(seller.trx, work.person.tenantId, permissionId)
      const judged = await judgePurchase(seller, permission, line)
      if (judged.refusal !== null) throw purchaseRefusal(judged.refusal)
      if (expectedTotal !== shownAmount(judged.order.total, judged.order.currency)) throw purchaseRefusal('priceChanged')
      return buy(seller, permission, judged)
    })
    return showPurchase(work, purchase, reader)
  },
}

async function buy(seller: Work, permission: PurchasePermission, judged: JudgedPurchase): Promise<OwnPurchase> {
  const written = permission.needsApproval ? null : await writeOrder(seller, permission.customerId, judged.order, { by: seller.person.personId, through: 'role' })
  const purchase = purchaseOf(seller, permission, { judged, orderId: written?.order.id ?? null })
  await insertPurchase(seller.trx, purchase)
  // Told to the partner's people only where it wants to be, or has to say yes [S4.L8.4].
  const type = permission.needsApproval ? 'ownPurchase.asked' : permission.alerts ? 'ownPurchase.boughtWithAlert' : 'ownPurchase.bought'
  await recordPurchase(seller, type, purchase)
  return purchase
}

function purchaseOf(seller: Work, { partnerId, customerId, id, kind }: PurchasePermission, { judged, orderId }: { readonly judged: JudgedPurchase; readonly orderId: string | null }): OwnPurchase {
  const line = judged.order.lines[0]!
  const { sku, availability } = line.facts.offer!
  return {
    ...{ partnerId, customerId, id: seller.newId(), permissionId: id, kind, cloud: seller.manifest.id },
    ...{ productId: sku.productId, skuId: sku.id, availabilityId: availability.id, term: line.input.term, billingCycle: line.input.billingCycle },
    ...{ offerName: sku.title, friendlyName: friendlyNameOf(line.input.friendlyName), quantity: line.input.quantity },
    ...{ currency: line.currency!, unitPrice: line.unitPrice!, total: line.amount!, committed: judged.committed! },
    ...{ status: orderId === null ? 'awaitingApproval' : 'ordered', askedBy: seller.person.personId, askedAt: seller.now, answeredBy: null, answeredAt: null, note: null, orderId, version: 1 },
  }
}

/** Read by both; its price stands in the purchase and in the order. */
export async function recordPurchase(work: Work, type: EventType, purchase: OwnPurchase): Promise<void> {
  const { id, partnerId, customerId, productId, skuId, quantity, kind } = purchase
  await work.record({ type, resource: { type: 'ownPurchase', id }, readers: bothSides(partnerId, customerId), data: { kind, sku: `${productId}:${skuId}`, quantity } })
}

async function permissionNamed({ trx, person }: Work, id: string): Promise<PurchasePermission> {
  const permission = await findPermission(trx, person.tenantId, id)
  if (!permission) throw new DomainError('notFound', 'No such permission.')
  return permission
}
