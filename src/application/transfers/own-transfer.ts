import { DomainError } from '../../domain/errors.ts'
import type { DecidedTransfer } from '../../domain/transfers/decide.ts'
import { isOfferedUnasked, isOpenTransfer, type Transfer } from '../../domain/transfers/transfer.ts'
import { transferProblems, type TransferFacts, type TransferReason } from '../../domain/transfers/verdict.ts'
import { closeItems } from '../../store/transfer-item-store.ts'
import { acrossPartners, partiesOf } from '../../store/transfer-standing-store.ts'
import { findTransferOf, lockTransferOf, saveTransfer } from '../../store/transfer-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's answers like an absent one (decision 11); so does one of another customer than the address names. */
export async function findOwnTransfer({ trx, person }: Work, id: string, customerId?: string): Promise<Transfer> {
  return ofCustomer(await findTransferOf(trx, person.tenantId, id), customerId)
}

export async function lockOwnTransfer({ trx, person }: Work, id: string, customerId?: string): Promise<Transfer> {
  return ofCustomer(await lockTransferOf(trx, person.tenantId, id), customerId)
}

function ofCustomer(transfer: Transfer | undefined, customerId: string | undefined): Transfer {
  if (!transfer || (customerId !== undefined && transfer.customerId !== customerId)) throw new DomainError('notFound', 'No such transfer.')
  return transfer
}

/** State and fact together; what was offered is free again as soon as it is answered. */
export async function settleTransfer(work: Work, decided: DecidedTransfer): Promise<Transfer> {
  const saved = await saveTransfer(work.trx, decided.next)
  if (!isOpenTransfer(saved.status)) await closeItems(work.trx, saved.id)
  await recordTransfer(work, decided)
  return saved
}

/** A partner that was only named, and that the customer does not have, learns nothing of it, not even by an event. */
export async function recordTransfer(work: Work, { next, event }: DecidedTransfer): Promise<void> {
  const { trx } = work
  const named = isOfferedUnasked(next) && next.status !== 'completed' ? next.toPartnerId : null
  const [party] = named === null ? [] : await acrossPartners(trx, () => partiesOf(trx, [named], next.customerId, { hold: false }))
  const readers = party && !party.isRelated ? event.readers.filter(({ tenantId }) => tenantId !== named) : event.readers
  await work.record({ ...event, readers, ...(work.held && { through: 'relationship' }) })
}

/** Throws the first thing in the way with its reason; the page shows them all before. */
export function requireTransfer(facts: TransferFacts): void {
  const [first] = transferProblems(facts)
  if (first) throw transferRefusal(first)
}

export function transferRefusal(reason: TransferReason | 'transferSamePartner' | 'transferTooMany' | 'transferNothing'): DomainError {
  return new DomainError('transferNotPossible', `The transfer is not possible: ${reason}.`, { reason })
}

export function notOpen(act: string, current: string): DomainError {
  return new DomainError('invalidTransition', `Cannot ${act} while ${current}.`, { action: act, current, allowedFrom: ['asked', 'offered'] })
}
