import { declineTransfer as decline, expireTransfer, openTransferActs, withdrawTransfer as withdraw } from '../../domain/transfers/decide.ts'
import { effectiveTransferStatus } from '../../domain/transfers/transfer.ts'
import type { Language } from '../../language/languages.ts'
import { lockDueTransfers } from '../../store/transfer-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedTransfer, describeTransfer } from './describe-transfer.ts'
import { lockOwnTransfer, notOpen, settleTransfer } from './own-transfer.ts'

export interface TransferNo {
  readonly id: string
  /** one's own words, read by the other partner */
  readonly note: string | null
  readonly reader: Language
}

/** A real answer (decision 6): of the seller that was asked, or of the partner to which it was offered. */
export const declineTransfer: UseCase<TransferNo, DescribedTransfer> = {
  action: 'transfer.decline',

  run: (work, no) => sayNo(work, no, { act: 'decline', decide: decline }),
}

/** Against an answer under way it waits for the row: one of them wins. */
export const withdrawTransfer: UseCase<TransferNo, DescribedTransfer> = {
  action: 'transfer.withdraw',

  run: (work, no) => sayNo(work, no, { act: 'withdraw', decide: withdraw }),
}

async function sayNo(work: Work, { id, note, reader }: TransferNo, { act, decide }: { act: 'decline' | 'withdraw'; decide: typeof decline }): Promise<DescribedTransfer> {
  const transfer = await lockOwnTransfer(work, id)
  const { person, now } = work
  if (!openTransferActs(transfer, person.tenantId, now).includes(act)) throw notOpen(act, effectiveTransferStatus(transfer, now))
  return describeTransfer(work, await settleTransfer(work, decide(transfer, person, { note, now })), reader)
}

const batch = 100

/** Makes the record agree with the truth, a batch at a time; gives back how many. The caller repeats until none is left. */
export const expireDueTransfers: UseCase<void, number> = {
  action: 'transfer.expire',

  async run(work) {
    const due = await lockDueTransfers(work.trx, work.now, batch)
    for (const transfer of due) await settleTransfer(work, expireTransfer(transfer, work.now))
    return due.length
  },
}
