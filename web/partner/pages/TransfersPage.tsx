import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TransferTable } from '../../shared/pages/transfers/TransferTable.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'

/** Subscriptions that change their seller: those one lets go, and those one takes over (F.1 transfer requests). */
export function TransfersPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('transfers.title')} intro={t('transfers.introPartner')} />
      <TransferTable isCustomer={false} hrefOf={paths.partner.transfer} emptyText={t('transfers.nonePartner')} />
    </>
  )
}
