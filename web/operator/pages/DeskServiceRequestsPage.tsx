import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { RequestTable } from '../../shared/pages/service-requests/RequestTable.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { FileByPhoneDrawer } from '../forms/FileByPhoneDrawer.tsx'

/** What has come to the operator's desk, and where it files for whoever calls [S0.27]. */
export function DeskServiceRequestsPage() {
  const { t } = useText()
  const [isFiling, setFiling] = useState(false)
  const file = (
    <Button appearance="primary" onClick={() => setFiling(true)}>
      {t('serviceRequests.byPhone')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('serviceRequests.title')} intro={t('serviceRequests.intro.operator')} acts={file} />
      <RequestTable side="operator" />
      {isFiling && <FileByPhoneDrawer onClose={() => setFiling(false)} />}
    </>
  )
}
