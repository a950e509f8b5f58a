import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { MailInboxRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { MailTabs } from '../parts/MailTabs.tsx'
import { MailStatusBadge, mailStatuses } from '../parts/MailStatusBadge.tsx'
import { MailView } from '../parts/MailView.tsx'
import { mailsQuery, type OperatorMail } from '../parts/operator-api.ts'
import { useMailKind } from '../parts/use-mail-kind.ts'

const defaults = { sort: '', filters: ['status'] } as const

const useStyles = makeStyles({
  bar: { marginBottom: '16px' },
  /** The rest of it stands in the details. */
  reply: { maxWidth: '36ch', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, display: '-webkit-box', WebkitLineClamp: '3', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  about: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Every mail that Vinculo wrote and what became of it; in a demo also the place where its mails are read. */
export function MailboxPage() {
  const { t } = useText()
  const styles = useStyles()
  const { installation } = useSignedIn()
  const state = useTableState(defaults)
  const page = useQuery(mailsQuery({ status: state.filters.status, cursor: state.cursor }))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={t('mail.title')} intro={t('mail.intro')} />
      <MailTabs current="messages" />
      {(installation.isDemo || !installation.mailLeaves) && (
        <MessageBar intent="info" layout="multiline" className={styles.bar}>
          <MessageBarBody>{t(installation.isDemo ? 'mailbox.staysDemo' : 'mailbox.stays')}</MessageBarBody>
        </MessageBar>
      )}
      <Panel isFlush>
        <FilterBar state={state} filters={[{ name: 'status', label: t('mailbox.status'), choices: mailStatuses.map((value) => ({ value, label: t(`mailbox.status.${value}`) })) }]} />
        <DataTable
          label={t('mailbox.title')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ subject }) => subject}
          details={(mail) => <MailView mail={mail} />}
          empty={
            <EmptyState icon={MailInboxRegular} title={t('mailbox.empty')}>
              {t('mailbox.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

function useColumns(): readonly Column<OperatorMail>[] {
  const { t } = useText()
  const styles = useStyles()
  const kindName = useMailKind()
  return [
    {
      id: 'subject',
      header: t('mailbox.subject'),
      isTitle: true,
      cell: ({ subject, recipient }) => (
        <>
          {subject}
          <span className={styles.about}>{t('mailbox.to', { recipient })}</span>
        </>
      ),
    },
    { id: 'kind', header: t('mailbox.kind'), width: '170px', cell: ({ template }) => kindName(template) },
    {
      id: 'status',
      header: t('mailbox.status'),
      cell: ({ status, attempts, lastError }) => (
        <>
          <MailStatusBadge status={status} />
          {status !== 'sent' && attempts > 0 && <span className={styles.about}>{t('mailbox.tried', { count: attempts })}</span>}
          {lastError !== null && <span className={styles.reply}>{lastError}</span>}
        </>
      ),
    },
    { id: 'createdAt', header: t('mailbox.writtenAt'), cell: ({ createdAt }) => <DateText at={createdAt} as="dateTime" /> },
    { id: 'sentAt', header: t('mailbox.sentAt'), cell: ({ sentAt, nextTryAt }) => (sentAt ? <DateText at={sentAt} as="dateTime" /> : nextTryAt ? <NextTry at={nextTryAt} /> : t('mailbox.notSent')) },
  ]
}

function NextTry({ at }: { at: string }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <>
      {t('mailbox.notSent')}
      <span className={styles.about}>
        {t('mailbox.nextTry')}: <DateText at={at} as="dateTime" />
      </span>
    </>
  )
}
