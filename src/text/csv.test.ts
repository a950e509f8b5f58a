import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteOrderMark, CsvError, csvRow, csvRows, joinedList, splitList } from './csv.ts'

/** Texts made of what hurts, and of anything else. */
const nasty = fc.array(fc.oneof(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', '|', '\\', 'a', ' ', 'ñ', '商'), fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('').replaceAll('\0', ''))
const table = fc.array(fc.array(nasty, { minLength: 1, maxLength: 5 }), { maxLength: 5 })

describe('a table as CSV', () => {
  it('is read back exactly as it was written, whatever the cells hold', () => {
    fc.assert(fc.property(table, (rows) => {
        expect([...csvRows(byteOrderMark + rows.map(csvRow).join(''))]).toEqual(rows)
      }), { numRuns: 2_000 })
  })

  it('has no cell, by comma or by semicolon, that a spreadsheet would run', () => {
    const starts = /^[=+\-@\t\r]/
    fc.assert(
      fc.property(nasty, (text) => {
        const cell = csvRow([text]).slice(0, -2)
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(inner.split(';').filter((piece) => starts.test(piece))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+cmd|calc', "'+cmd|calc"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['a;=1+1', `"a;'=1+1"`],
    ["O'Hara", "O'Hara"],
    ["'tis", "'tis"],
    ["'=1", "''=1"],
    ['Contoso, S.L.', '"Contoso, S.L."'],
    ['', ''],
  ])('writes %j as %j', (text, cell) => {
    expect(csvRow([text, 'b'])).toBe(`${cell},b\r\n`)
  })

  it('takes LF alone and a last row without an end', () => {
    expect([...csvRows('a,b\nc,d')]).toEqual([['a', 'b'], ['c', 'd']])
  })

  it.each([
    ['a,"b', 'quoteOpen', 1, 2],
    ['a,b\r\nc"d,e', 'quoteInside', 2, 1],
    ['"a"b', 'textAfterQuote', 1, 1],
    ['a,\0', 'nul', 1, 2],
  ])('says where %j is broken', (text, problem, row, column) => {
    const read = () => [...csvRows(text)]
    expect(read).toThrow(CsvError)
    expect(read).toThrow(expect.objectContaining({ problem, row, column }))
  })
})

it('a list in one cell is read back as it was', () => {
  const texts = fc.array(nasty.filter((text) => text !== ''))
  fc.assert(fc.property(texts, (list) => {
      expect(splitList(joinedList(list))).toEqual(list)
    }), { numRuns: 2_000 })
})
