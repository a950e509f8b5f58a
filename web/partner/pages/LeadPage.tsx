import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { FireRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { AcceptLeadDrawer } from '../forms/AcceptLeadDrawer.tsx'
import { DeclineLeadDrawer } from '../forms/DeclineLeadDrawer.tsx'
import { FavouriteButton } from '../parts/FavouriteButton.tsx'
import { LeadBadge } from '../parts/LeadBadge.tsx'
import { LeadFacts } from '../parts/LeadFacts.tsx'
import { LeadNextSteps } from '../parts/LeadNextSteps.tsx'
import { LeadNotes } from '../parts/LeadNotes.tsx'
import { type Lead, leadKey, leadQuery, leadsKey } from '../parts/referral-api.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.7fr) minmax(280px, 1fr)',
    columnGap: '20px',
    alignItems: 'start',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { marginBottom: '20px', paddingBlock: '8px' },
  message: { margin: 0, maxWidth: '76ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

/** One lead: what was asked, how to answer, and what comes after (S4.L3). */
export function LeadPage() {
  return <Loaded query={useQuery(leadQuery(usePathId('leadId')))}>{(lead) => <Described lead={lead} />}</Loaded>
}

function Described({ lead }: { lead: Lead }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <>
      <PageHeader
        title={lead.company.name}
        tabTitle={`${t('referrals.lead')} · ${lead.company.name}`}
        above={<TextLink href={lead.kind === 'customerEnquiry' ? paths.partner.leads : paths.partner.qualifiedLeads}>{t('referrals.leads')}</TextLink>}
        beside={
          <>
            <LeadBadge status={lead.status} />
            <FavouriteButton lead={lead} />
          </>
        }
        acts={<LeadActs lead={lead} />}
      />
      <CallBar lead={lead} />
      <div className={styles.columns}>
        <div>
          <Panel title={t('referrals.message')}>{lead.message === null ? <QuietText>{t('referrals.messageForgotten')}</QuietText> : <p className={styles.message}>{lead.message}</p>}</Panel>
          {(lead.status === 'accepted' || lead.status === 'won') && <LeadNextSteps lead={lead} />}
          <LeadNotes lead={lead} />
        </div>
        <div>
          <LeadFacts lead={lead} />
        </div>
      </div>
    </>
  )
}

/** S4.L3.5: the banner of the flame, and what becomes of it after 72 hours. */
function CallBar({ lead: { call, callDueAt, expiresAt } }: { lead: Lead }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  if (call === null) return null
  return (
    <MessageBar intent={call === 'now' ? 'warning' : 'info'} layout="multiline" icon={<FireRegular />} className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t(call === 'now' ? 'referrals.callNowTitle' : 'referrals.callLateTitle')}</MessageBarTitle>
        {call === 'now' ? t('referrals.callNowText', { at: formats.deadline(callDueAt) }) : t('referrals.callLateText', { at: formats.deadline(expiresAt) })}
      </MessageBarBody>
    </MessageBar>
  )
}

function LeadActs({ lead }: { lead: Lead }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [opened, setOpened] = useState<'accept' | 'decline' | null>(null)
  const close = useAct({
    send: (outcome: 'won' | 'lost', idempotencyKey) => api.post(`/leads/${lead.id}/closure`, { body: { outcome }, idempotencyKey }),
    changes: [leadKey(lead.id), leadsKey],
    onDone: (_, outcome) => notify.done(t(`referrals.${outcome}`)),
  })
  return (
    <>
      <ProblemBanner problem={close.error && !close.isPending ? describeProblem(close.error, texts) : null} />
      {lead.can.includes('decline') && <Button onClick={() => setOpened('decline')}>{t('referrals.decline')}</Button>}
      {lead.can.includes('accept') && (
        <Button appearance="primary" onClick={() => setOpened('accept')}>
          {t('referrals.accept')}
        </Button>
      )}
      {lead.can.includes('lose') && (
        <Button disabledFocusable={close.isPending} onClick={() => close.mutate('lost')}>
          {t('referrals.lose')}
        </Button>
      )}
      {lead.can.includes('win') && (
        <Button disabledFocusable={close.isPending} onClick={() => close.mutate('won')}>
          {t('referrals.win')}
        </Button>
      )}
      {opened === 'accept' && <AcceptLeadDrawer lead={lead} onClose={() => setOpened(null)} />}
      {opened === 'decline' && <DeclineLeadDrawer lead={lead} onClose={() => setOpened(null)} />}
    </>
  )
}
