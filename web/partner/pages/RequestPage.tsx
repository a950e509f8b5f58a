import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { RequestActButtons } from '../forms/RequestActButtons.tsx'
import { RequestDraftForm } from '../forms/RequestDraftForm.tsx'
import { RequestBadge } from '../parts/RequestBadge.tsx'
import { RequestFacts } from '../parts/RequestFacts.tsx'
import { RequestTimeline } from '../parts/RequestTimeline.tsx'
import { requestQuery, type RelationshipRequest } from '../parts/request-api.ts'
import { useRequestName } from '../parts/use-request-name.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
  subject: { margin: '0 0 12px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  letter: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase400 },
  words: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

/** One tracked request: its letter, what became of it, and what can be done now. */
export function RequestPage() {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const name = useRequestName()
  const query = useQuery(requestQuery(usePathId('requestId')))
  const request = query.data?.value
  const isToBeSent = request?.status === 'draft' && request.can.includes('edit')
  return (
    <>
      <PageHeader
        title={request ? t('requests.titleOf', { name: name(request) }) : t('requests.request')}
        intro={isToBeSent ? t('requests.draft.intro') : undefined}
        above={<TextLink href={paths.partner.requests}>{t('requests.title')}</TextLink>}
        beside={request && <RequestBadge status={request.status} />}
        acts={request && <RequestActButtons request={request} />}
      />
      {request && query.data ? (
        <>
          <Notice request={request} />
          <div className={styles.columns}>
            <Panel title={t('requests.draft.title')}>
              <Letter request={request} etag={query.data.etag} />
            </Panel>
            <div>
              <RequestFacts request={request} />
              <Panel title={t('requests.timeline')}>
                <RequestTimeline request={request} />
              </Panel>
            </div>
          </div>
        </>
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState lines={8} />}</Panel>
      )}
    </>
  )
}

/** To be edited while an answer is awaited, to be read afterwards; for those who may ask, since the link stands in it. */
function Letter({ request, etag }: { request: RelationshipRequest; etag: string }) {
  const styles = useStyles()
  const { t } = useText()
  const { draft } = request
  if (!draft) return <QuietText>{t('requests.draft.notShown')}</QuietText>
  if (request.can.includes('edit')) return <RequestDraftForm request={request} draft={draft} etag={etag} />
  return (
    <>
      <h3 className={styles.subject}>{draft.subject}</h3>
      <p className={styles.letter}>{draft.text}</p>
    </>
  )
}

/** What the reader should know before anything else. */
function Notice({ request }: { request: RelationshipRequest }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { status, declineReason, freshLinkAskedAt, visits, customerId } = request
  const last = visits.at(-1)
  if (status === 'accepted' && customerId) {
    return (
      <MessageBar intent="success" className={styles.bar}>
        <MessageBarBody>
          {t('requests.acceptedNotice')} <TextLink inText href={paths.partner.customerAccount(customerId)}>{t('requests.openCustomer')}</TextLink>
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (status === 'declined') {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('requests.declinedNotice')}</MessageBarTitle>
          <span className={styles.words}>{declineReason ?? t('requests.declinedSilently')}</span>
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (freshLinkAskedAt && status !== 'withdrawn') {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>{t('requests.freshLinkNotice', { at: formats.dateTime(freshLinkAskedAt) })}</MessageBarBody>
      </MessageBar>
    )
  }
  if (last?.outcome === 'blocked') {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('requests.blockedVisit', { who: t(`requests.visitor.${last.visitor}`) })}</MessageBarTitle>
          <span className={styles.words}>{last.reasonText}</span>
        </MessageBarBody>
      </MessageBar>
    )
  }
  return null
}
