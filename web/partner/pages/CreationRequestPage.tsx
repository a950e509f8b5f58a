import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { CreationRequestActs } from '../forms/CreationRequestActs.tsx'
import { type CreationRequest, creationRequestQuery } from '../parts/creation-request-api.ts'
import { CreationRequestBadge } from '../parts/CreationRequestBadge.tsx'
import { CreationRequestFacts } from '../parts/CreationRequestFacts.tsx'

const useStyles = makeStyles({ bar: { marginBottom: '20px', paddingBlock: '8px', overflowWrap: 'anywhere' } })

/** One request, from either side: what the reseller filled in, and what the provider made of it. */
export function CreationRequestPage() {
  const texts = useText()
  const { t } = texts
  const query = useQuery(creationRequestQuery(usePathId('creationRequestId')))
  const request = query.data
  return (
    <>
      <PageHeader
        title={request?.companyName ?? t('creationRequests.one')}
        intro={request?.status === 'waiting' ? t(`creationRequests.waitingText.${request.side}`) : undefined}
        above={<TextLink href={paths.partner.creationRequests}>{t('creationRequests.title')}</TextLink>}
        beside={request && <CreationRequestBadge status={request.status} />}
        acts={request && <CreationRequestActs request={request} />}
      />
      {request ? (
        <>
          <WhatCameOfIt request={request} />
          <CreationRequestFacts request={request} />
        </>
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

function WhatCameOfIt({ request: { status, declineReason, customerId, companyName } }: { request: CreationRequest }) {
  const styles = useStyles()
  const { t } = useText()
  if (status === 'declined' && declineReason !== null) {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('creationRequests.declinedBecause')}</MessageBarTitle>
          {declineReason}
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (customerId === null) return null
  return (
    <MessageBar intent="success" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {t('creationRequests.completedText')} <TextLink href={paths.partner.customerAccount(customerId)}>{companyName}</TextLink>
      </MessageBarBody>
    </MessageBar>
  )
}
