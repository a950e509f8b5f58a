import { byteOrderMark, unguarded } from './csv.ts'

/** One row of a file that somebody else wrote: its cells, or why there are none. */
export interface StreamedRow {
  /** as a spreadsheet numbers it, the head row is 1 */
  readonly line: number
  /** null where the row is broken or longer than any row of use */
  readonly cells: readonly string[] | null
  readonly problem: 'broken' | 'tooLong' | null
}

/** No row is gathered any further; the rest of it is passed over. */
const longestRow = 20_000

const separators = [',', ';', '\t'] as const

/**
 * Rows of a file as its pieces come in; no more than one row is held. Reads what spreadsheets of all countries write: commas,
 * semicolons or tabs, as the head row has them; CRLF, LF or CR; with or without byte order mark. A broken row does not keep
 * the next from being read. What guards a formula is taken away again, as `csvRows` does. Empty rows are passed over.
 */
export async function* streamedCsvRows(pieces: AsyncIterable<string>): AsyncGenerator<StreamedRow> {
  let separator: string | undefined
  let line = 0
  for await (const row of rowTexts(pieces)) {
    line++
    if (row === '') continue
    if (row === null) yield { line, cells: null, problem: 'tooLong' }
    else {
      separator ??= separatorOf(row)
      const cells = cellsOf(row, separator)
      if (cells?.every((cell) => cell === '')) continue
      yield { line, cells: cells ?? null, problem: cells ? null : 'broken' }
    }
  }
}

/** Row after row without its end; null for one that is too long. A quote counts only where a cell begins with it. */
async function* rowTexts(pieces: AsyncIterable<string>): AsyncGenerator<string | null> {
  let held = ''
  let at = 0
  let [isQuoted, startsCell, isTooLong, closedAt] = [false, true, false, -2]
  let isFirst = true
  const take = (end: number, next: number) => {
    const row = isTooLong ? null : held.slice(0, end)
    held = held.slice(next)
    at = 0
    ;[isQuoted, startsCell, isTooLong, closedAt] = [false, true, false, -2]
    return row
  }
  for await (const piece of pieces) {
    held += piece
    if (isFirst && held.startsWith(byteOrderMark)) held = held.slice(1)
    isFirst &&= held === ''
    for (; at < held.length; at++) {
      const sign = held[at]!
      if (sign === '"' && isQuoted) [isQuoted, closedAt] = [false, at]
      else if (sign === '"') isQuoted = startsCell || closedAt === at - 1
      else if (!isQuoted && (sign === '\n' || sign === '\r')) {
        if (sign === '\r' && at + 1 === held.length) break
        yield take(at, at + (held.startsWith('\r\n', at) ? 2 : 1))
        at = -1
        continue
      }
      startsCell = !isQuoted && (separators as readonly string[]).includes(sign)
      if (at >= longestRow) {
        // A quote that never closes would swallow all that follows: the next line end is a row's end again.
        ;[isTooLong, isQuoted] = [true, false]
        held = held.slice(at)
        at = 0
      }
    }
  }
  if (held.endsWith('\r')) held = held.slice(0, -1)
  if (held !== '' || isTooLong) yield isTooLong ? null : held
}

function separatorOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, '')
  const counts = separators.map((sign) => bare.split(sign).length)
  return separators[counts.indexOf(Math.max(...counts))]!
}

/** Undefined where a quote stands open or text follows a closing one. */
function cellsOf(row: string, separator: string): string[] | undefined {
  const cells: string[] = []
  for (let at = 0; ; at++) {
    if (row[at] === '"') {
      let text = ''
      for (;;) {
        const end = row.indexOf('"', at + 1)
        if (end < 0) return undefined
        text += row.slice(at + 1, end)
        at = end + 1
        if (row[at] !== '"') break
        text += '"'
      }
      if (at < row.length && row[at] !== separator) return undefined
      cells.push(unguarded(text))
    } else {
      const end = row.indexOf(separator, at)
      cells.push(unguarded(row.slice(at, end < 0 ? row.length : end)))
      at = end < 0 ? row.length : end
    }
    if (at >= row.length) return cells
  }
}
