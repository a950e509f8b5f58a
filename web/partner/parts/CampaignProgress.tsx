import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { Campaign } from './campaign-api.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '20px', paddingBlock: '8px' },
  words: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
})

/** Where it is while it works by itself, and why it does not where it does not. */
export function CampaignProgress({ campaign }: { campaign: Campaign }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { status, delivery, rowCount, checkedCount, rows, funnel, pausedBecause } = campaign
  if (status === 'checking' || status === 'running') {
    const [done, all] = status === 'checking' ? [checkedCount, rowCount] : [funnel.asked, funnel.asked + rows.ready]
    const words = t(status === 'checking' ? 'campaigns.checking' : delivery === 'mails' ? 'campaigns.mailing' : 'campaigns.asking', { done: formats.number(done), all: formats.number(all) })
    return (
      <Panel>
        <p className={styles.words} role="status">
          {words}
        </p>
        <ProgressBar value={done} max={Math.max(all, 1)} aria-label={words} />
        <p className={styles.quiet}>{t(status === 'running' && rows.ready === 0 ? 'campaigns.mailingDone' : 'campaigns.goesOn')}</p>
      </Panel>
    )
  }
  if (pausedBecause) {
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t(status === 'draft' ? 'campaigns.brokenOff' : 'campaigns.pausedByItself')}</MessageBarTitle>
          {pausedBecause.reasonText}
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (status !== 'paused' && status !== 'cancelled') return null
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>{t(status === 'paused' ? 'campaigns.pausedByPerson' : 'campaigns.cancelledNotice')}</MessageBarBody>
    </MessageBar>
  )
}
