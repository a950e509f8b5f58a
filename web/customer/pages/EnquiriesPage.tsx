import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChatRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import { WithdrawEnquiryDialog } from '../forms/WithdrawEnquiryDialog.tsx'
import { enquiriesQuery, type SentLead } from '../parts/finder-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  message: { margin: 0, maxWidth: '76ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
})

const tones: Record<SentLead['status'], BadgeTone> = { received: 'waiting', accepted: 'good', declined: 'bad', expired: 'ended', withdrawn: 'ended' }

/** What the organization sent to partners, and how each stands. */
export function EnquiriesPage() {
  const { t } = useText()
  const styles = useStyles()
  const state = useTableState({ sort: '' })
  const page = useQuery(enquiriesQuery({ cursor: state.cursor }))
  const [leaving, setLeaving] = useState<SentLead | null>(null)
  const find = <ButtonLink href={paths.customer.findPartner}>{t('finder.title')}</ButtonLink>
  return (
    <>
      <PageHeader title={t('finder.enquiries')} intro={t('finder.enquiriesIntro')} acts={find} />
      <Panel isFlush>
        <DataTable
          label={t('finder.enquiries')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ partnerName }) => partnerName}
          details={({ message }) => <p className={styles.message}>{message ?? t('referrals.messageForgotten')}</p>}
          acts={(lead) =>
            lead.can.includes('withdraw') && (
              <Button size="small" onClick={() => setLeaving(lead)}>
                {t('finder.withdraw')}
              </Button>
            )
          }
          empty={
            <EmptyState icon={ChatRegular} title={t('finder.noEnquiries')} acts={find}>
              {t('finder.noEnquiriesText')}
            </EmptyState>
          }
        />
      </Panel>
      {leaving && <WithdrawEnquiryDialog lead={leaving} onClose={() => setLeaving(null)} />}
    </>
  )
}

function useColumns(): readonly Column<SentLead>[] {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return [
    { id: 'partner', header: t('finder.partner'), isTitle: true, width: '26%', cell: ({ partnerName }) => partnerName },
    {
      id: 'state',
      header: t('finder.state'),
      width: '40%',
      cell: ({ status, expiresAt, declineReason, declineNote }) => (
        <>
          <StatusBadge tone={tones[status]}>{t(`finder.status.${status}`)}</StatusBadge>
          <span className={styles.quiet}>{t(`finder.tells.${status}`, { at: formats.deadline(expiresAt) })}</span>
          {declineReason !== null && <span className={styles.quiet}>{[t(`referrals.reason.${declineReason as 'other'}`), declineNote].filter(Boolean).join(': ')}</span>}
        </>
      ),
    },
    { id: 'sentAt', header: t('finder.sentAt'), cell: ({ receivedAt }) => <DateText at={receivedAt} /> },
    { id: 'sentBy', header: t('finder.sentBy'), cell: ({ sentByName }) => sentByName ?? t('finder.erased') },
  ]
}
