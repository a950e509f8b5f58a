import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { TransferTable } from '../../shared/pages/transfers/TransferTable.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { PartnersTabs } from '../parts/PartnersTabs.tsx'

/** Which of the customer's subscriptions passed from one partner to another, or are about to. */
export function SubscriptionTransfersPage() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return (
    <>
      <PageHeader title={localName(cloud.partnerRelationshipsPageName)} tabTitle={t('transfers.title')} intro={t('transfers.introCustomer')} />
      <PartnersTabs current="transfers" />
      <TransferTable isCustomer hrefOf={paths.customer.subscriptionTransfer} emptyText={t('transfers.noneCustomer')} />
    </>
  )
}
