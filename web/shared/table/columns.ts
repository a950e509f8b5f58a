import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Name of the sort key, where the API can sort by this column. */
  sort?: string
  /** A CSS width; columns without one share what is left. */
  width?: string
  align?: 'start' | 'end'
  /** Heads the card on narrow screens and names the row for those who hear it; exactly one column. */
  isTitle?: boolean
}
