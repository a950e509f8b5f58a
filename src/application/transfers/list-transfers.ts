import { sideOfTransfer, knowsOther, type Transfer } from '../../domain/transfers/transfer.ts'
import type { TransferStatus } from '../../domain/transfers/transitions.ts'
import type { Language } from '../../language/languages.ts'
import { itemsOfTransfer } from '../../store/transfer-item-store.ts'
import { listTransfersOf } from '../../store/transfer-list-store.ts'
import { acrossPartners, customerOfTransfer, partiesOf } from '../../store/transfer-standing-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedTransfer, describeTransfer, type DescribedTransferRow, describeTransferRow } from './describe-transfer.ts'
import { findOwnTransfer } from './own-transfer.ts'

export interface TransferListInput extends PageAsk {
  readonly status: TransferStatus | undefined
}

/** The transfers in which this organization takes part, sent, received and of its own subscriptions. */
export const listTransfers: UseCase<TransferListInput, Page<DescribedTransferRow>> = {
  action: 'transfer.list',

  async run(work, { size, cursor, status }) {
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /transfers',
      filter: { status },
      read: (start, most) => listTransfersOf(work.trx, work.person.tenantId, { status, now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    const items: DescribedTransferRow[] = []
    for (const { transfer } of page.items) items.push(describeTransferRow(work, transfer, await partiesKnownTo(work, transfer)))
    return { ...page, items }
  },
}

export const readTransfer: UseCase<{ readonly id: string; readonly reader: Language }, DescribedTransfer> = {
  action: 'transfer.list',

  run: async (work, { id, reader }) => describeTransfer(work, await findOwnTransfer(work, id), reader),
}

async function partiesKnownTo({ trx, person }: Work, transfer: Transfer) {
  const side = sideOfTransfer(transfer, person.tenantId)!
  const knows = knowsOther(transfer, side)
  const { parties, customer } = await acrossPartners(trx, async () => ({
    parties: await partiesOf(trx, [transfer.fromPartnerId, transfer.toPartnerId].filter((id) => id !== null), transfer.customerId, { hold: false }),
    customer: await customerOfTransfer(trx, transfer.customerId),
  }))
  const party = (id: string | null, isSeen: boolean) => (isSeen ? (parties.find((one) => one.id === id) ?? null) : null)
  const stored = await itemsOfTransfer(trx, transfer.id)
  return { side, customer, stored, from: party(transfer.fromPartnerId, side === 'from' || knows), to: party(transfer.toPartnerId, side === 'to' || knows) }
}
