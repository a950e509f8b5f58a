import { describe, expect, it } from 'vitest'
import { chooseLanguage, localeOf } from './languages.ts'

describe('the language of a page', () => {
  it('is that of the signed-in person', () => {
    expect(chooseLanguage({ profile: 'es', saved: 'en', browser: ['en-GB'] })).toBe('es')
  })

  it('is the saved choice while nobody is signed in', () => {
    expect(chooseLanguage({ saved: 'es', browser: ['en-GB'] })).toBe('es')
  })

  it('is the first one of the browser that we speak', () => {
    expect(chooseLanguage({ browser: ['eu-ES', 'es-ES', 'en'] })).toBe('es')
  })

  it('is English where nothing fits', () => {
    expect(chooseLanguage({ profile: 'tlh', saved: null, browser: ['eu'] })).toBe('en')
  })
})

it("dates follow the browser's region of the same language", () => {
  expect(localeOf('es', ['en-US', 'es-MX'])).toBe('es-MX')
  expect(localeOf('es', ['en-US'])).toBe('es')
})
