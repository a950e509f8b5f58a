import { DomainError } from '../../domain/errors.ts'
import { answerPurchase, type OwnPurchase } from '../../domain/own-purchases/own-purchase.ts'
import { ownPurchaseTransitions } from '../../domain/own-purchases/transitions.ts'
import { transition } from '../../domain/transition.ts'
import type { Language } from '../../language/languages.ts'
import { findPurchase, lockPurchase, savePurchase } from '../../store/own-purchase-store.ts'
import { lockPermission } from '../../store/purchase-permission-store.ts'
import { plainNote } from '../operator/plain-note.ts'
import { writeOrder } from '../orders/place-order.ts'
import type { UseCase, Work } from '../use-case.ts'
import { recordPurchase } from './buy.ts'
import { judgePurchase, lineOfPurchase, purchaseRefusal } from './judge-purchase.ts'
import { type ShownPurchase, showPurchase } from './show-purchase.ts'

export interface PurchaseNamed {
  readonly customerId: string
  readonly purchaseId: string
  readonly reader: Language
}

/**
 * The partner's yes. All is judged anew, but the limits: they were asked when the customer asked, and the partner may go beyond its
 * own. At another price than the customer saw it is refused; the customer asks again.
 */
export const approvePurchase: UseCase<PurchaseNamed, ShownPurchase> = {
  action: 'ownPurchase.approve',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, purchaseId, reader }) {
    const waiting = await lockWaiting(work, customerId, purchaseId)
    const permission = { ...(await lockPermission(work.trx, customerId, waiting.permissionId)), mostEach: null, mostMonthly: null, currency: null }
    transition(ownPurchaseTransitions, waiting.status, 'approve')
    const judged = await judgePurchase(work, permission, lineOfPurchase(waiting))
    if (judged.refusal !== null) throw purchaseRefusal(judged.refusal)
    if (judged.order.currency !== waiting.currency || judged.order.total !== waiting.total) throw purchaseRefusal('purchasePriceMoved')
    const { order } = await writeOrder(work, customerId, judged.order, { by: waiting.askedBy, through: 'relationship' })
    const saved = await savePurchase(work.trx, answerPurchase(waiting, 'approve', { personId: work.person.personId, now: work.now, orderId: order.id }))
    await recordPurchase(work, 'ownPurchase.approved', saved)
    return showPurchase(work, saved, reader)
  },
}

/** The partner's no, with its words. */
export const declinePurchase: UseCase<PurchaseNamed & { readonly note: string }, ShownPurchase> = {
  action: 'ownPurchase.decline',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, purchaseId, note, reader }) {
    const words = plainNote(note)
    if (words === null) throw new DomainError('invalidInput', 'The customer is told why.', { reason: 'noteForm', field: 'note' })
    const waiting = await lockWaiting(work, customerId, purchaseId)
    const saved = await savePurchase(work.trx, answerPurchase(waiting, 'decline', { personId: work.person.personId, now: work.now, note: words }))
    await recordPurchase(work, 'ownPurchase.declined', saved)
    return showPurchase(work, saved, reader)
  },
}

/** The customer takes back what its partner has not answered. */
export const withdrawPurchase: UseCase<Omit<PurchaseNamed, 'customerId'>, ShownPurchase> = {
  action: 'ownPurchase.withdraw',

  async run(work, { purchaseId, reader }) {
    const waiting = await lockPurchase(work.trx, work.person.tenantId, purchaseId)
    const saved = await savePurchase(work.trx, answerPurchase(waiting, 'withdraw', { personId: work.person.personId, now: work.now }))
    await recordPurchase(work, 'ownPurchase.withdrawn', saved)
    return showPurchase(work, saved, reader)
  },
}

/** In the order of every act: first the permission, then what stands on it. */
async function lockWaiting({ trx, person }: Work, customerId: string, purchaseId: string): Promise<OwnPurchase> {
  const seen = await findPurchase(trx, customerId, purchaseId)
  if (seen.partnerId !== person.tenantId) throw new DomainError('notFound', 'No such purchase.')
  await lockPermission(trx, customerId, seen.permissionId)
  return lockPurchase(trx, customerId, purchaseId)
}
