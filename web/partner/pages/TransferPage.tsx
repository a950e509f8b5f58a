import { TransferView } from '../../shared/pages/transfers/TransferView.tsx'
import { paths } from '../../shared/paths.ts'
import { AnswerTransfer } from '../forms/AnswerTransfer.tsx'

/** One transfer, as the present seller or the new one reads it. */
export function TransferPage() {
  return <TransferView listHref={paths.partner.transfers} answer={(transfer) => <AnswerTransfer key={transfer.version} transfer={transfer} />} />
}
