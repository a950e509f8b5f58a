import type { TieCells } from '../../domain/known-ties/read-tie.ts'
import { CsvError, csvRows } from '../../text/csv.ts'

/** The columns in their order; docs/known-customers-file.md says what stands in them. */
export const tieColumns = ['Cloud', 'Partner domain', 'Customer tenant ID', 'Customer domain', 'Tie', 'Service', 'Since'] as const

export interface TieLine extends TieCells {
  /** in the file, from 1, the head row included */
  readonly row: number
}

/** Why a text is no such file: a sentence with its row. */
export class KnownTiesFileError extends Error {
  readonly row: number

  constructor(message: string, row: number) {
    super(message)
    this.name = 'KnownTiesFileError'
    this.row = row
  }
}

/** The lines of the file, one after the other, so that many are not held at once. Throws `KnownTiesFileError`. */
export function* linesOfKnownTies(text: string): Generator<TieLine> {
  let row = 0
  try {
    for (const cells of csvRows(text)) {
      row++
      if (row === 1 && cells.join('\n') !== tieColumns.join('\n')) throw new KnownTiesFileError(`The head row has to be: ${tieColumns.join(',')}`, row)
      if (cells.length !== tieColumns.length) throw new KnownTiesFileError(`Row ${row} has ${cells.length} cells instead of ${tieColumns.length}.`, row)
      if (row > 1) yield lineOf(cells, row)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new KnownTiesFileError(`Row ${error.row}, column ${error.column} is no CSV (${error.problem}).`, error.row)
    throw error
  }
  if (row === 0) throw new KnownTiesFileError('The file is empty.', 1)
}

function lineOf(cells: readonly string[], row: number): TieLine {
  const [cloud, partnerDomain, customerId, customerDomain, kind, service, since] = cells.map((cell) => cell.trim()) as [string, string, string, string, string, string, string]
  return { row, cloud, partnerDomain, customerId, customerDomain, kind, service, since }
}
