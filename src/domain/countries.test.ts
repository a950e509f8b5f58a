import { describe, expect, it } from 'vitest'
import { countryCode, countryCodes, defaultLanguage, isCountryCode, mainLanguageOf } from './countries.ts'
import { DomainError } from './errors.ts'

describe('country codes', () => {
  it('are the 249 of ISO 3166-1 and XK, each once and in order', () => {
    expect(countryCodes).toHaveLength(250)
    expect([...new Set(countryCodes)].sort()).toEqual(countryCodes)
    expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
  })

  it('all have a name in the languages we show', () => {
    for (const language of ['en', 'es', 'de', 'zh-Hans']) {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
      expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([])
    }
  })

  it('are read in either letter case and kept in upper case', () => {
    expect(countryCode('es')).toBe('ES')
    expect(countryCode('XK')).toBe('XK')
  })

  it.each(['', 'E', 'EU', 'UK', 'AN', 'ESP', 'e\u0073\u0301', 'ß', '__', 'constructor'])('that do not exist are refused: %j', (text) => {
    expect(isCountryCode(text)).toBe(false)
    expect(() => countryCode(text)).toThrow(DomainError)
  })
})

describe('the language of a first letter', () => {
  it.each([
    ['ES', 'es'],
    ['MX', 'es'],
    ['AR', 'es'],
    ['PR', 'es'],
    ['DE', 'de'],
    ['AT', 'de'],
    ['CH', 'de'],
    ['CN', 'zh-Hans'],
    ['TW', 'en'],
    ['US', 'en'],
    ['BR', 'en'],
    ['FR', 'en'],
  ])('to %s is %s', (country, language) => {
    expect(defaultLanguage(country)).toBe(language)
  })
})

describe('the main language of a country', () => {
  it('is named also where there are no letters in it', () => {
    expect(['ES', 'AT', 'CN', 'FR', 'TW', 'IE', 'PT', 'XK'].map(mainLanguageOf)).toEqual(['es', 'de', 'zh-Hans', 'fr', 'zh-Hant', 'en', 'pt', 'sq'])
  })
})
