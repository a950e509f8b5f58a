import { makeStyles, tokens } from '@fluentui/react-components'
import { HistoryRegular, ProhibitedRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import { useTableState, type TableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { activityQuery, type ActivityEntry } from './activity-api.ts'
import { ActivityDetails } from './ActivityDetails.tsx'
import { ActivityFilters } from './ActivityFilters.tsx'
import type { Counterparts } from './counterparts.ts'
import { useActorNames } from './use-actor-names.ts'

const defaults = { sort: '', filters: ['counterpart', 'type', 'from', 'to', 'person'] } as const

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px', fontWeight: tokens.fontWeightRegular },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  organization: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export type ActivityLogProps = {
  /** The other side, by which the log can be filtered; null for the operator, who has none. */
  counterparts: Counterparts | null
}

/** What happened in and with the organization. Both sides of a relationship read the same facts. */
export function ActivityLog({ counterparts }: ActivityLogProps) {
  const { t } = useText()
  const formats = useFormats()
  const state = useTableState(defaults)
  const page = useQuery(activityQuery({ ...state.filters, cursor: state.cursor }))
  const columns = useColumns(counterparts)
  return (
    <>
      <PageHeader title={t('activity.title')} intro={t(counterparts ? 'activity.intro' : 'activity.introOperator', { zone: formats.timeZone })} />
      <Panel isFlush>
        <ActivityFilters state={state} counterparts={counterparts} />
        <DataTable
          label={t('activity.title')}
          columns={columns}
          page={page}
          state={state}
          rowKey={({ id }) => id}
          rowName={({ text }) => text}
          details={(entry) => <ActivityDetails entry={entry} counterparts={counterparts} onOnly={onlyCounterpart(state)} />}
          empty={
            <EmptyState icon={HistoryRegular} title={t('activity.empty')}>
              {t('activity.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
    </>
  )
}

const onlyCounterpart = (state: TableState) => (id: string) => state.setFilter('counterpart', id)

function useColumns(counterparts: Counterparts | null): readonly Column<ActivityEntry>[] {
  const { t } = useText()
  const columns: Column<ActivityEntry>[] = [
    { id: 'at', header: t('activity.when'), width: '176px', cell: ({ at }) => <DateText at={at} as="dateTime" /> },
    { id: 'what', header: t('activity.what'), isTitle: true, width: '42%', cell: (entry) => <What entry={entry} /> },
    { id: 'who', header: t('activity.who'), width: '22%', cell: (entry) => <Who entry={entry} /> },
  ]
  if (counterparts) columns.push({ id: 'counterpart', header: counterparts.label, width: '20%', cell: ({ counterpart }) => counterpart?.name ?? '—' })
  return columns
}

function What({ entry }: { entry: ActivityEntry }) {
  const styles = useStyles()
  const { t } = useText()
  if (entry.outcome === 'done') return <span className={styles.what}>{entry.text}</span>
  return (
    <span className={styles.what}>
      {entry.text}
      <StatusBadge tone="bad" icon={ProhibitedRegular}>
        {t('activity.refused')}
      </StatusBadge>
      {entry.reasonText && <span className={styles.reason}>{entry.reasonText}</span>}
    </span>
  )
}

function Who({ entry }: { entry: ActivityEntry }) {
  const styles = useStyles()
  const { nameOf, organizationOf } = useActorNames()
  const organization = organizationOf(entry)
  return (
    <>
      {nameOf(entry)}
      {organization && <span className={styles.organization}>{organization}</span>}
    </>
  )
}
