import { Button, mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import { useId, type ReactNode } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import type { Column } from './columns.ts'
import { useTableStyles } from './table-styles.ts'

type TableRowProps<Row> = {
  row: Row
  columns: readonly Column<Row>[]
  rowName: (row: Row) => string
  details?: (row: Row) => ReactNode
  acts?: (row: Row) => ReactNode
  isOpen: boolean
  onToggle: () => void
}

export function TableRow<Row>({ row, columns, rowName, details, acts, isOpen, onToggle }: TableRowProps<Row>) {
  const styles = useTableStyles()
  const { t } = useText()
  const detailsId = useId()
  const name = rowName(row)
  const width = columns.length + (details ? 1 : 0) + (acts ? 1 : 0)

  return (
    <>
      <tr role="row" className={styles.row}>
        {details && (
          <td role="cell" className={mergeClasses(styles.cell, styles.arrow)}>
            <Button
              appearance="subtle"
              size="small"
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              aria-label={t(isOpen ? 'table.collapse' : 'table.expand', { row: name })}
              icon={<ChevronDownRegular className={mergeClasses(styles.chevron, isOpen && styles.turned)} />}
              onClick={onToggle}
            />
          </td>
        )}
        {columns.map((column) => (
          <Cell key={column.id} column={column} row={row} />
        ))}
        {acts && (
          <td role="cell" className={mergeClasses(styles.cell, styles.rowActs)}>
            {acts(row)}
          </td>
        )}
      </tr>
      {details && isOpen && (
        <tr role="row" className={styles.detailsRow}>
          <td role="cell" id={detailsId} colSpan={width} className={styles.details}>
            {details(row)}
          </td>
        </tr>
      )}
    </>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const styles = useTableStyles()
  if (column.isTitle) {
    return (
      <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.title)}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}>
      {/* On cards the head row is gone, so each value carries its name. */}
      <span className={styles.name}>{column.header}</span>
      <span>{column.cell(row)}</span>
    </td>
  )
}
