import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixBound, searchKey } from './search-key.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const letter = fc.string({ unit: 'grapheme', maxLength: 30 })

describe('the search key', () => {
  it.each([
    ['Contoso España', 'contoso espana'],
    ['ÉCOLE', 'ecole'],
    ['  Café\u00a0\t del  Mar ', 'cafe del mar'],
    ['ﬁnance Ａｚｕｒｅ ①', 'finance azure 1'],
    ['Ёлка', 'елка'],
    ['می\u200cخواهم', 'میخواهم'],
  ])('of %j is %j', (text, key) => {
    expect(searchKey(text)).toBe(key.normalize('NFKD'))
  })

  it('folds Turkish letters without a locale: I, i and İ are one, ı is another', () => {
    expect(['I', 'i', 'İ', 'i\u0307'].map(searchKey)).toEqual(['i', 'i', 'i', 'i'])
    expect(searchKey('ısı')).toBe('ısı')
    expect(searchKey('İSTANBUL')).toBe(searchKey('istanbul'))
  })

  it('writes German ß and ẞ as ss, and umlauts as plain letters', () => {
    expect(searchKey('STRAẞE')).toBe('strasse')
    expect(searchKey('Straße')).toBe('strasse')
    expect(searchKey('MÜLLER')).toBe('muller')
  })

  it('has one Greek sigma', () => {
    expect(searchKey('ΟΔΟΣ')).toBe('οδοσ')
    expect(searchKey('οδός')).toBe('οδοσ')
    expect(searchKey('οδόσ')).toBe('οδοσ')
  })

  it('keeps what is a letter in all but name: vowel signs, ø, ł', () => {
    expect(searchKey('कंपनी')).toBe('कंपनी')
    expect(searchKey('กำไร')).not.toBe(searchKey('กไร'))
    expect(searchKey('Ørsted Łódź')).toBe('ørsted łodz')
  })

  it('of a key is the key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('is the same however the text was composed', () => {
    fc.assert(
      fc.property(letter, (text) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(searchKey(text.normalize(form))).toBe(searchKey(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('of ordinary text does not depend on letter case', () => {
    const ordinary = fc.string({ unit: fc.constantFrom(...'abcxyzéñüçßøŁİσςΣжЙ 0&.'), maxLength: 20 })
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(searchKey(text.toUpperCase())).toBe(searchKey(text))
      }),
    )
  })

  it('of every single character is stable', () => {
    const unstable: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const key = searchKey(String.fromCodePoint(point))
      if (searchKey(key) !== key) unstable.push(point.toString(16))
    }
    expect(unstable).toEqual([])
  })
})

describe('the bound of a prefix', () => {
  const byCodePoint = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

  it('takes in exactly the keys that begin with it, in the order of COLLATE "C"', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 }).filter((candidate) => !/\p{Cs}/u.test(candidate))
    fc.assert(
      fc.property(text, text, fc.boolean(), (prefix, other, joined) => {
        const key = joined ? prefix + other : other
        const bound = prefixBound(prefix)
        const within = byCodePoint(key, prefix) >= 0 && (bound === undefined || byCodePoint(key, bound) < 0)
        expect(within).toBe(key.startsWith(prefix))
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['con', 'coo'],
    ['a\u{10ffff}', 'b'],
    ['\ud7ff', '\ue000'],
  ])('%j is %j', (prefix, bound) => {
    expect(prefixBound(prefix)).toBe(bound)
  })

  it('is open for the empty prefix', () => {
    expect(prefixBound('')).toBe(undefined)
    expect(prefixBound('\u{10ffff}')).toBe(undefined)
  })
})
