import type { CatalogueEntry } from '../../store/catalogue-store.ts'
import { type Price } from '../../domain/catalogue/catalogue.ts'
import { decimalOf } from '../../domain/money/money.ts'
import { byteOrderMark, CsvError, csvRow, csvRows, joinedList } from '../../text/csv.ts'
import { DomainError } from '../../domain/errors.ts'

/** The columns in their order, the same in every language; docs/catalogue-file.md says what stands in them. One row for each price. */
export const catalogueColumns = [
  ...(['Cloud', 'Product ID', 'Product', 'Product (es)', 'Publisher', 'Product type'] as const),
  ...(['SKU ID', 'SKU', 'SKU (es)', 'Generation', 'Service', 'Service plans', 'Minimum', 'Maximum', 'Trial', 'Add-on to', 'Converts to'] as const),
  ...(['Availability ID', 'Market', 'Segment', 'Available from', 'Available until'] as const),
  ...(['Term', 'Billing cycle', 'Currency', 'Valid from', 'Unit price'] as const),
] as const
export type CatalogueColumn = (typeof catalogueColumns)[number]

/** What stands in a row, by column, as it stands; read and judged row by row. */
export type StatedEntry = Readonly<Record<CatalogueColumn, string>>

export interface StatedRow {
  /** in the file, from 1, the head row included */
  readonly row: number
  readonly stated: StatedEntry
}

/** Bounds one import: each row is judged in one transaction with all the others. */
export const mostCatalogueRows = 2_000

/** Every row of the file, or none. A file that is no such file is refused with the place where it stops being one. */
export function rowsOfCatalogueFile(text: string): StatedRow[] {
  const rows: StatedRow[] = []
  let row = 0
  try {
    for (const cells of csvRows(text)) {
      row++
      if (row === 1 && cells.join('\n') !== catalogueColumns.join('\n')) throw unreadable('catalogueHead', 1)
      if (cells.length !== catalogueColumns.length) throw unreadable('catalogueCells', row)
      if (row > mostCatalogueRows + 1) throw unreadable('catalogueTooLong', row)
      if (row > 1) rows.push({ row, stated: Object.fromEntries(catalogueColumns.map((column, place) => [column, cells[place]!])) as StatedEntry })
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable('catalogueNoCsv', error.row)
    throw error
  }
  if (rows.length === 0) throw unreadable('catalogueEmpty', row)
  return rows
}

function unreadable(reason: string, row: number): DomainError {
  return new DomainError('catalogueFileUnreadable', `Not a catalogue file: ${reason}, row ${row}.`, { reason, row })
}

/** The whole file: what import reads back without changing anything. */
export function catalogueFile(entries: readonly CatalogueEntry[]): string {
  const rows = entries.flatMap((entry) => entry.prices.map((price) => csvRow(cellsOf(entry, price))))
  return byteOrderMark + csvRow(catalogueColumns) + rows.join('')
}

function cellsOf({ product, sku, availability }: CatalogueEntry, price: Price): string[] {
  return [
    ...[product.cloud, product.id, product.title.en, product.title.es, product.publisher, product.productType],
    ...[sku.id, sku.title.en, sku.title.es, sku.generation, sku.serviceId ?? '', joinedList(sku.servicePlans)],
    ...[String(sku.minQuantity), String(sku.maxQuantity), sku.isTrial ? 'yes' : 'no', joinedList(sku.baseIds), joinedList(sku.conversionIds)],
    ...[availability.id, availability.market, availability.segment, availability.from.toISOString(), availability.until?.toISOString() ?? ''],
    ...[price.term, price.billingCycle, price.currency, price.validFrom.toISOString(), price.unitPrice === null ? '' : decimalOf(price.unitPrice, price.currency)],
  ]
}
