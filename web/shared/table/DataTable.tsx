import { Button } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { describeProblem } from '../api/describe-problem.ts'
import { isProblem } from '../api/problem.ts'
import type { Page } from '../api/types.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useAnnounce } from '../ui/announce.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import type { Column } from './columns.ts'
import { Pager } from './Pager.tsx'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'
import { TableSkeleton } from './TableSkeleton.tsx'
import { useTableStyles } from './table-styles.ts'
import type { TableState } from './use-table-state.ts'

export type DataTableProps<Row> = {
  /** Names the table for those who hear it: the title of the list. */
  label: string
  columns: readonly Column<Row>[]
  page: UseQueryResult<Page<Row>>
  state: TableState
  rowKey: (row: Row) => string
  /** The row in a few words, for the names of its buttons. */
  rowName: (row: Row) => string
  /** What the down arrow opens; read only then. */
  details?: (row: Row) => ReactNode
  /** Buttons at the end of each row. */
  acts?: (row: Row) => ReactNode
  /** Shown when there is nothing at all; a vain search says so by itself. */
  empty: ReactNode
}

/** A list with keyset paging. On narrow screens its rows become cards. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, page, state, rowKey } = props
  const styles = useTableStyles()
  const texts = useText()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())

  const frame = usePageTurn(props)

  // A cursor lives for a while only; an old link then shows the first page instead of an error.
  const isCursorGone = isProblem(page.error, 'invalidCursor') && state.cursor !== undefined
  const startAgain = useEffectEvent(() => state.toFirst())
  useEffect(() => {
    if (isCursorGone) startAgain()
  }, [isCursorGone])

  if (page.isError && !page.data && !isCursorGone) {
    return <ErrorState problem={describeProblem(page.error, texts)} onRetry={() => void page.refetch()} />
  }
  if (!page.data) return <TableSkeleton label={label} columns={columns.length} />
  if (page.data.items.length === 0) return state.isNarrowed ? <NothingFound state={state} /> : props.empty

  const toggle = (key: string) => setOpened((before) => toggled(before, key))
  return (
    <div ref={frame} className={styles.frame} aria-busy={page.isFetching}>
      <table role="table" aria-label={label} className={styles.table}>
        <TableHead columns={columns} state={state} hasDetails={props.details !== undefined} hasActs={props.acts !== undefined} />
        <tbody role="rowgroup" className={styles.body}>
          {page.data.items.map((row) => {
            const key = rowKey(row)
            return <TableRow key={key} {...props} row={row} isOpen={opened.has(key)} onToggle={() => toggle(key)} />
          })}
        </tbody>
      </table>
      <Pager label={label} page={page.data} state={state} />
    </div>
  )
}

/** After a step to another page the list begins at its top again, and those who hear it are told. */
function usePageTurn<Row>({ label, page, state }: DataTableProps<Row>) {
  const { t } = useText()
  const announce = useAnnounce()
  const frame = useRef<HTMLDivElement>(null)
  const shown = page.isPlaceholderData ? undefined : (state.cursor ?? 'first')
  const last = useRef(shown)

  const tell = useEffectEvent(() => {
    frame.current?.scrollIntoView({ block: 'start' })
    announce(`${label}: ${t('table.shown', { count: page.data?.items.length ?? 0 })}`)
  })
  useEffect(() => {
    if (shown === undefined || page.data === undefined) return
    if (last.current !== undefined && last.current !== shown) tell()
    last.current = shown
  }, [shown, page.data])

  return frame
}

function NothingFound({ state }: { state: TableState }) {
  const { t } = useText()
  return (
    <EmptyState title={t('table.nothingFound')} acts={<ClearButton onClear={state.clear} />}>
      {t('table.nothingFoundHint')}
    </EmptyState>
  )
}

function ClearButton({ onClear }: { onClear: () => void }) {
  const { t } = useText()
  return <Button onClick={onClear}>{t('table.clearFilters')}</Button>
}

function toggled(opened: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(opened)
  if (!next.delete(key)) next.add(key)
  return next
}
