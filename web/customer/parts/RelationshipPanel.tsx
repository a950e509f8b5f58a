import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AskForEnd } from '../forms/AskForEnd.tsx'
import type { EndRequest, PartnerRelationship } from './partner-api.ts'

const useStyles = makeStyles({ bar: { paddingBlock: '8px' }, words: { display: 'block' } })

/** The reseller relationship, and asking for its end (decision 15). */
export function RelationshipPanel({ partner }: { partner: PartnerRelationship }) {
  const { t, has } = useText()
  const [isAsking, setAsking] = useState(false)
  const { relationship, endRequest } = partner
  const isActive = relationship?.status === 'active'
  const blocked = blockedBecause(partner)
  const channel = `partners.channel.${relationship?.channel ?? ''}`
  const act = isActive && (
    <GuardedButton blockedBecause={blocked && t(blocked)} onClick={() => setAsking(true)}>
      {t('partners.askEnd')}
    </GuardedButton>
  )
  return (
    <Panel title={t('partners.relationshipTitle')} acts={act}>
      <Stack>
        <QuietText>{t(isActive ? 'partners.relationshipText' : 'partners.relationshipNone')}</QuietText>
        {endRequest && <EndState endRequest={endRequest} />}
        {relationship && (
          <KeyValueList
            items={[
              { key: t('partners.startedAt'), value: <DateText at={relationship.since} /> },
              relationship.endedAt ? { key: t('partners.endedAt'), value: <DateText at={relationship.endedAt} /> } : { key: t('partners.ends'), value: t('shell.noEnd') },
              isActive && has(channel) && { key: t('partners.channel'), value: t(channel as 'partners.channel.direct') },
            ]}
          />
        )}
      </Stack>
      {isAsking && <AskForEnd partner={partner} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

function blockedBecause({ endRequest, can }: PartnerRelationship): 'partners.alreadyAsked' | 'partners.mayNotAskEnd' | undefined {
  if (endRequest?.status === 'asked') return 'partners.alreadyAsked'
  return can.includes('askEnd') ? undefined : 'partners.mayNotAskEnd'
}

function EndState({ endRequest }: { endRequest: EndRequest }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const { status, askedAt, answerDueAt, reason, answerNote } = endRequest
  const [now] = useState(() => Date.now())
  const state = status === 'asked' && Date.parse(answerDueAt) < now ? 'overdue' : status
  return (
    <MessageBar intent={state === 'agreed' ? 'success' : state === 'asked' ? 'info' : 'warning'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <span className={styles.words}>{rich(`partners.end.${state}`, { asked: <DateText at={askedAt} />, due: <DateText at={answerDueAt} as="deadline" /> })}</span>
        {reason && <span className={styles.words}>{`${t('partners.endReason')}: ${reason}`}</span>}
        {answerNote && <span className={styles.words}>{`${t('partners.endNote')}: ${answerNote}`}</span>}
      </MessageBarBody>
    </MessageBar>
  )
}
