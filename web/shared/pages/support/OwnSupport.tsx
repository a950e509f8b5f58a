import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { AskOperatorDrawer } from './AskOperatorDrawer.tsx'
import { SupportCases } from './SupportCases.tsx'

/** Where people of either portal ask the operator for help and read the answers. */
export function OwnSupport({ asksOfRequests, requests }: { asksOfRequests: boolean; /** the page for what does not work, for whoever may file there */ requests: string | null }) {
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
      {requests && (
        <Panel>
          <TextLink href={requests}>{t('serviceRequests.helpLink')}</TextLink>
        </Panel>
      )}
      <SupportCases base="/support-cases" acts={ask} />
      {isAsking && <AskOperatorDrawer asksOfRequests={asksOfRequests} onClose={() => setAsking(false)} />}
    </>
  )
}
