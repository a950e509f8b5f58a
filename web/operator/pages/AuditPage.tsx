import { ShieldTaskRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { FileExportProgress } from '../../shared/export/FileExportProgress.tsx'
import { useFileExport } from '../../shared/export/use-file-export.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { EventTypeFilter } from '../../shared/pages/activity/EventTypeFilter.tsx'
import { PeriodFilter } from '../../shared/pages/activity/PeriodFilter.tsx'
import { SelectFilter } from '../../shared/pages/activity/SelectFilter.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { FilterBar } from '../../shared/table/FilterBar.tsx'
import { FilterChips, type Chip } from '../../shared/table/FilterChips.tsx'
import { useTableState, type TableState } from '../../shared/table/use-table-state.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { auditQuery, type AuditRow } from '../parts/audit-api.ts'
import { AuditDetails, Organizations, What, Who } from '../parts/AuditDetails.tsx'
import { ExportAuditMenu } from '../forms/ExportAuditMenu.tsx'

const defaults = { sort: '', filters: ['tenant', 'person', 'type', 'outcome', 'from', 'to'] } as const
const outcomes = ['done', 'refused'] as const

/** Everything that happened in the installation, whoever's it is. Looking is recorded, too. */
export function AuditPage() {
  const { t } = useText()
  const state = useTableState(defaults)
  const file = useFileExport()
  const page = useQuery(auditQuery({ ...state.filters, cursor: state.cursor }))
  return (
    <>
      <PageHeader title={t('audit.title')} intro={t('audit.intro')} acts={<ExportAuditMenu shown={state.filters} state={file} />} />
      <FileExportProgress state={file} onCancel={file.cancel} />
      <Panel isFlush>
        <FilterBar state={state}>
          <EventTypeFilter isEveryKind chosen={state.filters.type ?? ''} onChoose={(value) => state.setFilter('type', value)} />
          <PeriodFilter state={state} />
          <SelectFilter label={t('audit.outcome')} value={state.filters.outcome ?? ''} onChoose={(value) => state.setFilter('outcome', value)}>
            <option value="">{`${t('audit.outcome')}: ${t('table.allOf')}`}</option>
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {t(`audit.outcome.${one}`)}
              </option>
            ))}
          </SelectFilter>
          <FilterChips state={state} chips={useChips(state, page.data?.items ?? [])} />
        </FilterBar>
        <DataTable
          label={t('audit.title')}
          columns={useColumns()}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ text }) => text}
          details={(entry) => <AuditDetails entry={entry} onOnly={(name, id) => state.setFilter(name, id)} />}
          empty={
            <EmptyState icon={ShieldTaskRegular} title={t('audit.empty')}>
              {t('audit.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

/** Whom the list is narrowed to, by the name that stands in it. */
function useChips({ filters }: TableState, shown: readonly AuditRow[]): readonly Chip[] {
  const { t } = useText()
  const { tenant, person } = filters
  const tenantName = shown.flatMap(({ tenants }) => tenants).find(({ id }) => id === tenant)?.name
  const personName = shown.find(({ personId }) => personId === person)?.actor.displayName
  return [
    ...(tenant ? [{ name: 'tenant', label: t('audit.organization'), value: tenantName ?? tenant }] : []),
    ...(person ? [{ name: 'person', label: t('audit.person'), value: personName ?? person }] : []),
  ]
}

function useColumns(): readonly Column<AuditRow>[] {
  const { t } = useText()
  const formats = useFormats()
  return [
    { id: 'at', header: t('activity.when'), width: '176px', cell: ({ at }) => <DateText at={at} as="dateTime" /> },
    { id: 'what', header: t('activity.what'), isTitle: true, width: '32%', cell: (entry) => <What entry={entry} /> },
    { id: 'who', header: t('activity.who'), width: '20%', cell: (entry) => <Who entry={entry} /> },
    { id: 'organizations', header: t('audit.organizations'), cell: (entry) => <Organizations entry={entry} list={formats.list} /> },
  ]
}
