import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameWarnings } from '../domain/names/name-warnings.ts'
import { confusableKey, skeleton } from './confusables.ts'

describe('the skeleton', () => {
  it('of look-alikes is one', () => {
    expect(skeleton('Соntoso')).toBe(skeleton('Contoso'))
    expect(skeleton('Ϲontoso')).toBe(skeleton('Contoso'))
    expect(skeleton('rnicrosoft')).toBe(skeleton('microsoft'))
  })

  it('does not depend on composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(skeleton(text.normalize('NFC'))).toBe(skeleton(text.normalize('NFD')))
      }),
    )
  })
})

describe('the confusable key', () => {
  it.each([
    ['Contoso', 'Соntoso'],
    ['Contoso', 'c0ntoso'],
    ['CONTOSO', 'contoso'],
    ['Infosys', 'lnfosys'],
    ['infosys', '1nfosys'],
    ['Microsoft', 'rnicrosoft'],
    ['Adatum Ltd', 'Adatum, Ltd.'],
    ['ВANK', 'Bank'],
  ])('of %s and %s is one', (one, other) => {
    expect(confusableKey(one)).toBe(confusableKey(other))
  })

  it.each([
    ['Contoso', 'Contosa'],
    ['Müller', 'Muller'],
    ['Fabrikam', 'Fabrikant'],
  ])('of %s and %s is not', (one, other) => {
    expect(confusableKey(one)).not.toBe(confusableKey(other))
  })
})

describe('a name is accepted, and warned about', () => {
  it.each(['Соntoso', 'Ϲontoso', 'Adatum Groսp'])('where one word mixes scripts: %s', (name) => {
    expect(nameWarnings(name, { skeleton })).toContain('mixedScript')
  })

  it.each(['СОСА', 'Fabrikam СО'])('where a word of another script reads as Latin: %s', (name) => {
    expect(nameWarnings(name, { skeleton })).toEqual(['confusable'])
  })

  it('where it reads as a name somebody else has', () => {
    expect(nameWarnings('c0ntoso', { skeleton, readsAsTakenName: true })).toEqual(['confusable'])
  })

  it.each([
    'Contoso España, S.L.',
    'Łódź Logistyka',
    'Газпром',
    'Яндекс Europe AG',
    'Ελληνικά Πετρέλαια',
    '株式会社 NTTデータ',
    'LG전자',
    '上海ABC有限公司',
    'कंपनी लिमिटेड',
    'Hafen3000',
    '3M',
  ])('but not where a real firm is simply called so: %s', (name) => {
    expect(nameWarnings(name, { skeleton })).toEqual([])
  })
})
