import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { usePathId } from '../../portal/use-path-id.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { NextNote } from './NextNote.tsx'
import { RequestActs } from './RequestActs.tsx'
import { RequestBadge, SeverityBadge } from './RequestBadges.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestFiles } from './RequestFiles.tsx'
import { RequestNotes } from './RequestNotes.tsx'
import { requestQuery, type ServiceRequest, type Side, sides } from './request-api.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
})

/** One request as its side reads it: the thread, the next word, and what else may be done. */
export function RequestPage({ side }: { side: Side }) {
  return <Loaded query={useQuery(requestQuery(side, usePathId('requestId')))}>{(request) => <Described side={side} request={request} />}</Loaded>
}

function Described({ side, request }: { side: Side; request: ServiceRequest }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <>
      <PageHeader
        title={request.title}
        tabTitle={`${t('serviceRequests.one')} · ${request.title}`}
        above={<TextLink href={sides[side].list}>{t('serviceRequests.title')}</TextLink>}
        beside={
          <>
            <RequestBadge {...request} />
            <SeverityBadge {...request} />
          </>
        }
        acts={<RequestActs side={side} request={request} />}
      />
      {request.movedBecause === 'relationshipEnded' && (
        <MessageBar layout="multiline" className={styles.bar}>
          <MessageBarBody>{t('serviceRequests.movedText')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <Panel title={t('serviceRequests.thread')}>
          <Stack>
            <RequestNotes notes={request.notes} />
            <NextNote key={request.notes.length} side={side} request={request} />
          </Stack>
        </Panel>
        <div>
          <RequestFacts side={side} request={request} />
          <RequestFiles side={side} request={request} />
        </div>
      </div>
    </>
  )
}
