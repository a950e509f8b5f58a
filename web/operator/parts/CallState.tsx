import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClockRegular, ErrorCircleRegular, HandRightRegular, PersonRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { Waiting } from './catalogue-api.ts'

const looks = {
  queued: { tone: 'waiting', icon: ClockRegular },
  accepted: { tone: 'waiting', icon: HandRightRegular },
  failed: { tone: 'bad', icon: ErrorCircleRegular },
  givenUp: { tone: 'neutral', icon: PersonRegular },
  settled: { tone: 'good', icon: CheckmarkCircleRegular },
} as const

const useStyles = makeStyles({
  more: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
})

/** How it stands with the connector: where it went, how often, what was answered last and when it is tried next. */
export function CallState({ waiting: { call, can } }: { waiting: Waiting }) {
  const { t } = useText()
  const styles = useStyles()
  if (!call) return <>{t(can.includes('retry') ? 'connectors.notSent' : 'connectors.byHand')}</>
  const { host, status, attempts, lastStatus, lastAnswer, nextTryAt } = call
  const answer = [lastStatus === null ? null : `HTTP ${lastStatus}`, lastAnswer || null].filter((part) => part !== null).join(': ')
  return (
    <>
      <StatusBadge {...looks[status]}>{t(`connectors.status.${status}`)}</StatusBadge>
      <span className={styles.more}>{host === null ? t('connectors.attempts', { count: attempts }) : t('connectors.attemptsAt', { count: attempts, host })}</span>
      {answer !== '' && <span className={styles.more}>{t('connectors.lastAnswer', { answer })}</span>}
      {nextTryAt !== null && (
        <span className={styles.more}>
          {t('connectors.nextTry')} <DateText at={nextTryAt} as="dateTime" />
        </span>
      )}
    </>
  )
}
