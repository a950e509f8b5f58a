import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { RequestTable } from '../../shared/pages/service-requests/RequestTable.tsx'
import { ownSupportQuery } from '../../shared/pages/service-requests/request-api.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { FileOwnRequestDrawer } from '../forms/FileOwnRequestDrawer.tsx'
import { WhomToCall } from '../parts/WhomToCall.tsx'

/** Whom the organization calls for which product [S0.L2.1], and what it asked for so far. */
export function OwnServiceRequestsPage() {
  const { t } = useText()
  const support = useQuery(ownSupportQuery)
  const [filing, setFiling] = useState<string | null>(null)
  const file = (
    <Button appearance="primary" onClick={() => setFiling('')}>
      {t('serviceRequests.file.title')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('serviceRequests.title')} intro={t('serviceRequests.intro.customer')} acts={file} />
      <RequestTable side="customer" acts={file} />
      <WhomToCall query={support} onAsk={(subscriptionId) => setFiling(subscriptionId)} />
      {filing !== null && support.data && <FileOwnRequestDrawer support={support.data} about={filing} onClose={() => setFiling(null)} />}
    </>
  )
}
