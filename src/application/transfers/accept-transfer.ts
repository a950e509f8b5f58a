import { DomainError } from '../../domain/errors.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { acceptTransfer as accept, type MovedLine, openTransferActs } from '../../domain/transfers/decide.ts'
import { soldBy, splitAt } from '../../domain/transfers/split.ts'
import { effectiveTransferStatus, type Transfer } from '../../domain/transfers/transfer.ts'
import type { Language } from '../../language/languages.ts'
import { insertCharge } from '../../store/order-store.ts'
import { saveSeller } from '../../store/subscription-store.ts'
import { keepMoved } from '../../store/transfer-item-store.ts'
import { acrossPartners } from '../../store/transfer-standing-store.ts'
import { bookDueCycles } from '../subscriptions/settle-subscription.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedTransfer, describeTransfer } from './describe-transfer.ts'
import { gatherTransfer } from './gather-transfer.ts'
import { lockOwnTransfer, notOpen, requireTransfer, settleTransfer } from './own-transfer.ts'

export interface TransferAcceptance {
  readonly customerId: string
  readonly id: string
  /** of what the page showed: what moves, and what it costs */
  readonly versionShown: number
  readonly reader: Language
}

/**
 * The new partner's yes. One transaction changes the seller of each and splits its bill. Order of the locks: the new partner's
 * relationship, the transfer, both partners and whoever offered, the subscriptions. Removing a relationship waits for one of
 * these or finds what moved; a change or cancellation of the old seller comes before, or finds nothing of its own any more.
 */
export const acceptTransfer: UseCase<TransferAcceptance, DescribedTransfer> = {
  action: 'transfer.accept',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, id, versionShown, reader }) {
    const { person, now } = work
    const transfer = await lockOwnTransfer(work, id, customerId)
    if (!openTransferActs(transfer, person.tenantId, now).includes('accept')) throw notOpen('accept', effectiveTransferStatus(transfer, now))
    const known = await gatherTransfer(work, transfer, { hold: true })
    requireTransfer(known.facts)
    if (known.versionShown !== versionShown) throw new DomainError('changedMeanwhile', 'What would move is something else by now.', { reason: 'askChanged' })
    const moved = await move(work, transfer, known.facts.items.flatMap(({ base, addOns }) => [base, ...addOns]))
    return describeTransfer(work, await settleTransfer(work, accept(transfer, person, { moved, now })), reader)
  },
}

/** Rows of two partners and a customer: written as the product itself, which has just judged them. */
async function move(work: Work, transfer: Transfer, subscriptions: readonly Subscription[]): Promise<MovedLine[]> {
  const resellerId = transfer.staysAsReseller ? transfer.fromPartnerId : null
  await acrossPartners(work.trx, async () => {
    for (const subscription of subscriptions) await moveOne(work, transfer, { subscription, resellerId })
  })
  return subscriptions.map(({ id: subscriptionId, quantity }) => ({ subscriptionId, quantity }))
}

async function moveOne(work: Work, { id, toPartnerId }: Transfer, { subscription, resellerId }: { readonly subscription: Subscription; readonly resellerId: string | null }): Promise<void> {
  const { trx, now, person } = work
  // The cycles that began before are the old seller's, and so is what it is given back.
  await bookDueCycles(work, subscription)
  const { credit, debit } = splitAt(subscription, now)
  const next = soldBy(subscription, toPartnerId!, resellerId)
  await insertCharge(trx, subscription, credit, person.personId)
  await saveSeller(trx, next)
  await insertCharge(trx, next, debit, person.personId)
  await keepMoved(trx, id, next, debit.amount)
}
