import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { displayName, longestName, nameProblem } from './name.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('a name of a real firm', () => {
  it.each([
    'Contoso España, S.L.',
    'Müller & Söhne GmbH',
    "L'Oréal",
    'H&M',
    '3M',
    'Łódź Logistyka sp. z o.o.',
    'Газпром',
    'Ελληνικά Πετρέλαια Α.Ε.',
    '株式会社日立製作所',
    '上海世纪互联信息系统有限公司',
    '삼성전자',
    'شرکت نفت',
    'می\u200cخواهم',
    'ক্\u200cষ',
    'कंपनी लिमिटेड',
    'บริษัท ปตท.',
    'မြွှေ့',
    '辻\u{e0100}商店',
    'I ❤\ufe0f Madrid',
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x","y")',
    'null',
    'undefined',
    'NaN',
    'Соntoso',
    'c0ntoso',
  ])('is accepted as it is: %s', (name) => {
    expect(nameProblem(name)).toBe(undefined)
    expect(displayName(name)).toBe(name.normalize('NFC'))
  })

  it('is kept in one spelling: composed, with single plain spaces and none at the ends', () => {
    expect(displayName('  Cafe\u0301\u00a0\u2003del   Mar\t')).toBe('Café del Mar')
    expect(displayName('\t=1+1')).toBe('=1+1')
  })
})

describe('a name that would lie is refused', () => {
  it.each([
    ['', 'nameEmpty'],
    ['   ', 'nameEmpty'],
    ['...', 'nameEmpty'],
    ['Contoso\u0000', 'nameControl'],
    ['Contoso\r\nBcc: x', 'nameControl'],
    ['Contoso\u2028', 'nameControl'],
    ['Contoso\u202egnp.exe', 'nameBidi'],
    ['Con\u2066toso\u2069', 'nameBidi'],
    ['Contoso\u200f', 'nameBidi'],
    ['Con\u200btoso', 'nameInvisible'],
    ['Con\ufefftoso', 'nameInvisible'],
    ['Con\u00adtoso', 'nameInvisible'],
    ['Con\u2060toso', 'nameInvisible'],
    ['Con\u200dtoso', 'nameInvisible'],
    ['Con\u200ctoso', 'nameInvisible'],
    ['Contoso\u3164', 'nameInvisible'],
    ['Contoso\u2800', 'nameInvisible'],
    ['Contoso\ufe0f', 'nameInvisible'],
    ['Contoso\u{e0041}', 'nameInvisible'],
    ['Contoso\ue000', 'nameUnassigned'],
    ['Contoso\u{10fffd}', 'nameUnassigned'],
    ['Contoso\u0378', 'nameUnassigned'],
    ['Contoso\uffff', 'nameUnassigned'],
    ['Contoso\ud800', 'nameIllFormed'],
    [`Z${'\u0301\u0302\u0303\u0304\u0305'}algo`, 'nameMarks'],
    ['Ze\u0301\u0301ta', 'nameMarks'],
    ['\u0301abc', 'nameMarks'],
    ['A\u20dd', 'nameMarks'],
    [`a${'\u0301\u0302'.repeat(500)}`, 'nameTooLong'],
    ['👨‍👩‍👧'.repeat(1000), 'nameTooLong'],
    ['a'.repeat(1_000_000), 'nameTooLong'],
  ] as const)('%j: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem)
    expect(() => displayName(name)).toThrow(expect.objectContaining({ code: 'invalidName', details: { reason: problem } }))
  })

  it('when it is longer than a hundred characters as readers count them', () => {
    expect(nameProblem('é'.normalize('NFD').repeat(longestName))).toBe(undefined)
    expect(nameProblem('क्षि'.repeat(50))).toBe(undefined)
    expect(nameProblem('a'.repeat(longestName + 1))).toBe('nameTooLong')
    expect(nameProblem('a\u0301\u0302\u0303'.repeat(80))).toBe('nameTooLong')
  })
})

describe('any text at all', () => {
  it('is either refused with a reason or kept in a form that is accepted unchanged', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          const name = displayName(text)
          expect(displayName(name)).toBe(name)
          expect(name).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Bidi_Control}\u200b\ufeff]/u)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
