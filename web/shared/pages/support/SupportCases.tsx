import { PersonSupportRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { FilterBar } from '../../table/FilterBar.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { CaseView } from './CaseView.tsx'
import { casesQuery, type SupportBase, type SupportCaseRow } from './support-api.ts'

const defaults = { sort: '', filters: ['status'] } as const
const statuses = ['open', 'answered', 'closed'] as const
const tones = { open: 'waiting', answered: 'accent', closed: 'ended' } as const

/** The cases that the reader may see, each with its conversation behind the arrow. */
export function SupportCases({ base, acts }: { base: SupportBase; acts?: ReactNode }) {
  const { t } = useText()
  const state = useTableState(defaults)
  const page = useQuery(casesQuery(base, { status: state.filters.status, cursor: state.cursor }))
  const isOperator = base === '/operator/support-cases'
  const columns = useColumns(isOperator)
  return (
    <Panel isFlush>
      <FilterBar state={state} filters={[{ name: 'status', label: t('support.status'), choices: statuses.map((value) => ({ value, label: t(`support.status.${value}`) })) }]} />
      <DataTable
        label={t('support.title')}
        columns={columns}
        page={page}
        state={state}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        details={({ id }) => <CaseView base={base} id={id} />}
        empty={
          <EmptyState icon={PersonSupportRegular} title={t('support.empty')} acts={acts}>
            {t(isOperator ? 'support.emptyOperator' : 'support.emptyText')}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function useColumns(isOperator: boolean): readonly Column<SupportCaseRow>[] {
  const { t } = useText()
  return [
    { id: 'title', header: t('support.subject'), isTitle: true, cell: ({ title }) => title },
    ...(isOperator ? [{ id: 'tenant', header: t('support.organization'), cell: ({ tenant }: SupportCaseRow) => tenant.name ?? t('shell.unknown') }] : []),
    { id: 'openedBy', header: t('support.askedBy'), cell: ({ openedBy }) => openedBy.displayName ?? t('support.erased') },
    { id: 'status', header: t('support.status'), cell: ({ status }) => <StatusBadge tone={tones[status]}>{t(`support.status.${status}`)}</StatusBadge> },
    { id: 'changedAt', header: t('support.changedAt'), cell: ({ changedAt }) => <DateText at={changedAt} as="dateTime" /> },
  ]
}
