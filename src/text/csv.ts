/**
 * Comma-separated values by RFC 4180: CRLF after every row, quotes where they are needed, UTF-8 with a byte order mark, so that
 * spreadsheets do not take it for another encoding. A cell that a spreadsheet would run as a formula gets a leading apostrophe
 * (rule R20); `csvRows` takes exactly that apostrophe away again, so that what was written is read back letter by letter.
 */
export const byteOrderMark = '\uFEFF'

/** Where a formula may begin: at the start of a cell and, since half of Europe splits at it, after a semicolon. */
const formulaStart = /(^|;)(?='*[=+\-@\t\r])/g
const guardedStart = /(^|;)'(?='*[=+\-@\t\r])/g

/** One row with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(text: string): string {
  const safe = text.replace(formulaStart, "$1'")
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What `csvRow` guarded, as it was. Other apostrophes stay. */
export function unguarded(text: string): string {
  return text.replace(guardedStart, '$1')
}

/** Where a file is not what RFC 4180 says. Rows count from 1, the head row included; columns from 1. */
export class CsvError extends Error {
  readonly row: number
  readonly column: number
  readonly problem: 'quoteOpen' | 'quoteInside' | 'textAfterQuote' | 'nul'

  constructor(problem: CsvError['problem'], row: number, column: number) {
    super(`${problem} in row ${row}, column ${column}`)
    this.name = 'CsvError'
    this.problem = problem
    this.row = row
    this.column = column
  }
}

const quoted = /"((?:[^"]|"")*)"/y
const bare = /[^",\r\n]*/y

/** Every row as its cells, one after the other; LF alone ends a row, too. Throws `CsvError` where a cell is broken. */
export function* csvRows(text: string): Generator<string[]> {
  let at = text.startsWith(byteOrderMark) ? 1 : 0
  for (let row = 1; at < text.length; row++) {
    const cells: string[] = []
    for (;;) {
      const cell = cellAt(text, at, { row, column: cells.length + 1 })
      cells.push(unguarded(cell.text))
      at = cell.end
      if (text[at] !== ',') break
      at++
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    yield cells
  }
}

function cellAt(text: string, at: number, { row, column }: { row: number; column: number }): { text: string; end: number } {
  const isQuoted = text[at] === '"'
  const pattern = isQuoted ? quoted : bare
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) throw new CsvError('quoteOpen', row, column)
  const end = pattern.lastIndex
  if (match[0].includes('\0')) throw new CsvError('nul', row, column)
  if (end < text.length && !/[,\r\n]/.test(text[end]!)) throw new CsvError(isQuoted ? 'textAfterQuote' : 'quoteInside', row, column)
  return { text: isQuoted ? match[1]!.replaceAll('""', '"') : match[0], end }
}

/** Several texts in one cell, with `|` between them; a `|` or `\` inside one is written after a `\`. */
export function joinedList(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|')
}

/** What `joinedList` joined. An empty cell holds none; the texts themselves are never empty. */
export function splitList(cell: string): string[] {
  if (cell === '') return []
  const texts = ['']
  for (const [piece] of cell.matchAll(/\\[\\|]|[^]/g)) {
    if (piece === '|') texts.push('')
    else texts[texts.length - 1] += piece.length === 2 && piece[0] === '\\' ? piece[1]! : piece
  }
  return texts
}
