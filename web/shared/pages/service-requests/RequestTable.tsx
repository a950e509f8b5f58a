import { makeStyles, tokens } from '@fluentui/react-components'
import { TicketDiagonalRegular } from '@fluentui/react-icons'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '../../api/types.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { FilterBar } from '../../table/FilterBar.tsx'
import { useTableState, type TableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { RequestBadge, SeverityBadge } from './RequestBadges.tsx'
import { type RequestRow, requestsQuery, requestStatuses, severities, sides, type Side } from './request-api.ts'

const useStyles = makeStyles({
  name: { display: 'block', minWidth: '130px', overflowWrap: 'anywhere' },
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const filters = ['status', 'severity', 'overdue'] as const

/** The requests that one side sees, with search and filters. */
export function RequestTable({ side, acts }: { side: Side; acts?: ReactNode }) {
  const { t } = useText()
  const state = useTableState({ sort: '', filters })
  const { sort: _unsorted, ...query } = state.query
  const page = useQuery(requestsQuery(side, query))
  return (
    <Panel isFlush>
      <FilterBar
        state={state}
        searchLabel={t('serviceRequests.searchLabel')}
        filters={[
          { name: 'status', label: t('serviceRequests.state'), choices: requestStatuses.map((value) => ({ value, label: t(`serviceRequests.status.${value}`) })) },
          { name: 'severity', label: t('serviceRequests.severity'), choices: severities.map((value) => ({ value, label: t(`serviceRequests.severity.${value}`) })) },
          { name: 'overdue', label: t('serviceRequests.answer'), choices: [{ value: 'true', label: t('serviceRequests.overdue') }] },
        ]}
      />
      <RequestRows side={side} page={page} state={state} acts={acts} />
    </Panel>
  )
}

/** The rows alone, wherever they come from; `isOneCustomer` where the page already says whose they are. */
export function RequestRows({ side, page, state, acts, isOneCustomer = false }: { side: Side; page: UseQueryResult<Page<RequestRow>>; state: TableState; acts?: ReactNode; isOneCustomer?: boolean }) {
  const { t } = useText()
  return (
    <DataTable
      label={t('serviceRequests.title')}
      columns={useColumns(side, isOneCustomer)}
      page={page}
      state={state}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      empty={
        <EmptyState icon={TicketDiagonalRegular} title={t('serviceRequests.empty')} acts={acts}>
          {t(`serviceRequests.emptyText.${side}`)}
        </EmptyState>
      }
    />
  )
}

function useColumns(side: Side, isOneCustomer: boolean): readonly Column<RequestRow>[] {
  const { t } = useText()
  const styles = useStyles()
  const other = ({ customer, partner, desk }: RequestRow) => (side === 'customer' ? (desk === 'operator' ? t('serviceRequests.operator') : (partner?.name ?? t('serviceRequests.operator'))) : (customer.name ?? t('shell.unknown')))
  return [
    {
      id: 'title',
      header: t('serviceRequests.subject'),
      isTitle: true,
      width: '30%',
      cell: ({ id, title, serviceName }) => (
        <span className={styles.name}>
          <TextLink href={sides[side].one(id)}>{title}</TextLink>
          {serviceName && <span className={styles.quiet}>{serviceName}</span>}
        </span>
      ),
    },
    ...(isOneCustomer ? [] : [{ id: 'other', header: t(side === 'customer' ? 'serviceRequests.with' : 'serviceRequests.customer'), cell: (row: RequestRow) => <span className={styles.name}>{other(row)}</span> }]),
    { id: 'severity', header: t('serviceRequests.severity'), cell: (row) => <SeverityBadge {...row} /> },
    { id: 'status', header: t('serviceRequests.state'), width: '150px', cell: (row) => <RequestBadge {...row} /> },
    { id: 'due', header: t('serviceRequests.dueAt'), cell: ({ answerDueAt }) => (answerDueAt ? <DateText at={answerDueAt} as="dateTime" /> : '–') },
    { id: 'changed', header: t('serviceRequests.changedAt'), cell: ({ changedAt }) => <DateText at={changedAt} as="dateTime" /> },
  ]
}
