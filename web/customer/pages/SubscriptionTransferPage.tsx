import { TransferView } from '../../shared/pages/transfers/TransferView.tsx'
import { paths } from '../../shared/paths.ts'

/** One transfer as the customer reads it: who sells from now on, and that nothing changes for its users. */
export function SubscriptionTransferPage() {
  return <TransferView listHref={paths.customer.subscriptionTransfers} />
}
