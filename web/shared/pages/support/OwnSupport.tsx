import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AskOperatorDrawer } from './AskOperatorDrawer.tsx'
import { SupportCases } from './SupportCases.tsx'

/** Where people of either portal ask the operator for help and read the answers. */
export function OwnSupport({ asksOfRequests }: { asksOfRequests: boolean }) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const ask = (
    <Button appearance="primary" onClick={() => setAsking(true)}>
      {t('support.ask')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('support.title')} intro={t('support.intro')} acts={ask} />
      <SupportCases base="/support-cases" acts={ask} />
      {isAsking && <AskOperatorDrawer asksOfRequests={asksOfRequests} onClose={() => setAsking(false)} />}
    </>
  )
}
