import { type DeviceColumn, deviceColumns } from '../../domain/devices/device.ts'
import { DomainError } from '../../domain/errors.ts'
import { CsvError, csvRows } from '../../text/csv.ts'

export interface StatedRow {
  /** in the file, from 1, the head row included */
  readonly row: number
  readonly cells: Readonly<Record<DeviceColumn, string>>
}

/** Bounds one batch: each row is judged in one transaction with all the others. */
export const mostDevices = 500

/** Every row of the file, or none. A file that is no such file is refused with the place where it stops being one. */
export function rowsOfDeviceFile(text: string): StatedRow[] {
  const rows: StatedRow[] = []
  let row = 0
  try {
    for (const cells of csvRows(text)) {
      row++
      if (row === 1 && !isHead(cells)) throw unreadable('deviceFileHead', 1)
      if (cells.length !== deviceColumns.length) throw unreadable('deviceFileCells', row)
      if (row > mostDevices + 1) throw unreadable('deviceFileTooLong', row)
      if (row > 1) rows.push({ row, cells: Object.fromEntries(deviceColumns.map((column, place) => [column, cells[place]!])) as StatedRow['cells'] })
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable('deviceFileNoCsv', error.row)
    throw error
  }
  if (rows.length === 0) throw unreadable('deviceFileEmpty', row)
  return rows
}

/** Scripts do not agree on capitals. */
function isHead(cells: readonly string[]): boolean {
  return cells.map((cell) => cell.trim().toLowerCase()).join('\n') === deviceColumns.join('\n').toLowerCase()
}

function unreadable(reason: string, row: number): DomainError {
  return new DomainError('invalidInput', `Not a file of devices: ${reason}, row ${row}.`, { reason, field: 'text', row })
}
