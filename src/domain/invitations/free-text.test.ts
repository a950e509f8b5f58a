import { describe, expect, it } from 'vitest'
import { freeText } from './free-text.ts'

describe('an answer in one’s own words', () => {
  it.each([
    ['  Ya tenemos partner.\r\nGracias ', 'Ya tenemos partner.\nGracias'],
    ['<b>no</b>', '<b>no</b>'],
    ['', null],
    [' \n ', null],
    [undefined, null],
    [null, null],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['😀'.repeat(500), '😀'.repeat(500)],
    ['e\u0301', 'é'],
  ])('%j is kept as %j', (given, kept) => {
    expect(freeText(given, 'reason')).toBe(kept)
  })

  it.each([
    ['a\u0000b', 'controlCharacters'],
    ['a\u001bb', 'controlCharacters'],
    ['a\u202eb', 'controlCharacters'],
    ['a\u200bb', 'controlCharacters'],
    ['a\u2028b', 'controlCharacters'],
    ['a\ud800b', 'controlCharacters'],
    ['x'.repeat(501), 'tooLong'],
  ])('%j is refused: %s', (given, reason) => {
    expect(() => freeText(given, 'reason')).toThrow(expect.objectContaining({ code: 'invalidInput', details: { reason, field: 'reason' } }))
  })
})
