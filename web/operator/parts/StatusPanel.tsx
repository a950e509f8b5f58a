import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { statusQuery, type InstallationStatus } from './operator-api.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '16px' },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '12px 40px', margin: 0 },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  about: { display: 'flex', flexWrap: 'wrap', gap: '2px 20px', margin: '16px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

/** Whether mails leave, whether it is a demo, and how much there is. */
export function StatusPanel() {
  const { t } = useText()
  const status = useQuery(statusQuery)
  return (
    <Panel title={t('operator.status')}>
      <Loaded isPart query={status}>
        {(value) => <Standing status={value} />}
      </Loaded>
    </Panel>
  )
}

function Standing({ status }: { status: InstallationStatus }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const { counts } = status
  const shown = [
    [t('operator.count.partners'), counts.partners],
    [t('operator.count.suspended'), counts.suspendedPartners],
    [t('operator.count.customers'), counts.customers],
    [t('operator.count.people'), counts.people],
    [t('operator.count.waitingMails'), counts.mailsQueued + counts.mailsHeld],
    [t('operator.count.failedMails'), counts.mailsFailed],
  ] as const
  return (
    <>
      <MailNotice status={status} />
      <dl className={styles.counts}>
        {shown.map(([name, count]) => (
          <div key={name} className={styles.count}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.number}>{formats.number(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.about}>
        <span>{t('operator.version', { version: status.version })}</span>
        <span>{status.publicUrl}</span>
        {status.mailLeaves && !status.isDemo && <span>{t('operator.mailLeaves')}</span>}
      </p>
    </>
  )
}

function MailNotice({ status: { mailLeaves, isDemo, isQuarantined, counts } }: { status: InstallationStatus }) {
  const styles = useStyles()
  const { t } = useText()
  const notice = noticeOf()
  if (!notice) return null
  return (
    <MessageBar intent={notice.intent} className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{notice.title}</MessageBarTitle>
        {notice.text}
      </MessageBarBody>
      <MessageBarActions>
        <ButtonLink size="small" href={paths.operator.mail}>
          {t('operator.openMailbox')}
        </ButtonLink>
      </MessageBarActions>
    </MessageBar>
  )

  function noticeOf() {
    if (isQuarantined) return { intent: 'warning', title: t('operator.quarantinedTitle'), text: t('operator.quarantined') } as const
    if (counts.mailsFailed > 0) return { intent: 'warning', title: t('operator.mailsFailedTitle'), text: t('operator.mailsFailed', { count: counts.mailsFailed }) } as const
    if (isDemo) return { intent: 'info', title: t('operator.demoTitle'), text: t('operator.demoText') } as const
    return mailLeaves ? null : ({ intent: 'warning', title: t('operator.mailStaysTitle'), text: t('operator.mailStays') } as const)
  }
}
