import { mergeClasses } from '@fluentui/react-components'
import { ArrowSortDownRegular, ArrowSortRegular, ArrowSortUpRegular } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import { Hidden } from '../ui/announce.tsx'
import type { Column } from './columns.ts'
import { sortOf, toggledSort } from './table-search.ts'
import { useTableStyles } from './table-styles.ts'
import type { TableState } from './use-table-state.ts'

type TableHeadProps<Row> = { columns: readonly Column<Row>[]; state: TableState; hasDetails: boolean; hasActs: boolean }

/** Roles are written out: as cards the elements lose the ones that tables have by themselves. */
export function TableHead<Row>({ columns, state, hasDetails, hasActs }: TableHeadProps<Row>) {
  const styles = useTableStyles()
  const { t } = useText()
  return (
    <thead role="rowgroup" className={styles.head}>
      <tr role="row">
        {hasDetails && (
          <th role="columnheader" scope="col" className={mergeClasses(styles.headCell, styles.arrow)}>
            <Hidden>{t('table.details')}</Hidden>
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} state={state} />
        ))}
        {hasActs && (
          <th role="columnheader" scope="col" className={styles.headCell}>
            <Hidden>{t('shell.more')}</Hidden>
          </th>
        )}
      </tr>
    </thead>
  )
}

function HeadCell<Row>({ column, state }: { column: Column<Row>; state: TableState }) {
  const styles = useTableStyles()
  const { column: sorted, direction } = sortOf(state.sort)
  const isSorted = column.sort !== undefined && column.sort === sorted
  const Arrow = isSorted ? (direction === 'ascending' ? ArrowSortUpRegular : ArrowSortDownRegular) : ArrowSortRegular
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={isSorted ? direction : column.sort ? 'none' : undefined}
      className={mergeClasses(styles.headCell, column.align === 'end' && styles.end)}
      style={column.width ? { width: column.width } : undefined}
    >
      {column.sort ? (
        <button
          type="button"
          className={mergeClasses(styles.sort, isSorted && styles.sorted)}
          onClick={() => state.setSort(toggledSort(state.sort, column.sort!))}
        >
          {column.header}
          <Arrow aria-hidden="true" />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}
