import { useText } from '../../shared/language/LanguageProvider.tsx'
import { RequestTable } from '../../shared/pages/service-requests/RequestTable.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'

/** The partner's desk: what its customers file, and what it follows at the operator. */
export function ServiceRequestsPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('serviceRequests.title')} intro={t('serviceRequests.intro.partner')} />
      <RequestTable side="partner" />
    </>
  )
}
