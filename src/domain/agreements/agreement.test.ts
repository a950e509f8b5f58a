import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../clouds/built-in-clouds.ts'
import { agreementLanguage, type AgreementVersion, applicableVersion, isAgreed } from './agreement.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const version = (id: string, published: number, more: Partial<AgreementVersion> = {}): AgreementVersion => ({
  id,
  country: null,
  number: published,
  mustSignAgain: false,
  publishedAt: day(published),
  languages: ['en', 'es'],
  ...more,
})

const first = version('first', 1)
const second = version('second', 2)
const again = version('again', 3, { mustSignAgain: true })
const spanish = version('spanish', 1, { country: 'ES' })

describe('the customer agreement that applies', () => {
  it('is the newest general one where the country has none', () => {
    expect(applicableVersion([first, second, spanish], 'FR')).toBe(second)
  })

  it('is the newest of the country before any general one', () => {
    expect(applicableVersion([spanish, first, second], 'ES')).toBe(spanish)
  })

  it('is none where none was published', () => {
    expect(applicableVersion([spanish], 'FR')).toBeUndefined()
  })
})

describe('a signature', () => {
  it.each([
    ['on the newest version', ['second'], [first, second], true],
    ['on an older version', ['first'], [first, second], true],
    ['before a version that must be signed again', ['second'], [first, second, again], false],
    ['on that version itself', ['again'], [first, second, again], true],
    ['on an older version besides the newest', ['again', 'first'], [first, again], true],
    ['on something else', ['unknown'], [first], false],
    ['on nothing', [], [first], false],
  ])('%s counts: %j', (_where, signed, versions, counts) => {
    expect(isAgreed(versions, signed, 'FR')).toBe(counts)
  })

  it('on the general text counts in a country that got a text of its own later, unless that must be signed again', () => {
    const later = version('later', 5, { country: 'ES' })
    expect(isAgreed([first, later], ['first'], 'ES')).toBe(true)
    expect(isAgreed([first, { ...later, mustSignAgain: true }], ['first'], 'ES')).toBe(false)
  })

  it('is not undone by a general version where the country has its own', () => {
    expect(isAgreed([spanish, again], ['spanish'], 'ES')).toBe(true)
  })
})

describe('the language of the text', () => {
  it('is the first wished one that the cloud lets be signed and that exists, else English, else what there is', () => {
    expect(agreementLanguage(first, builtInClouds.public, ['es'])).toBe('es')
    expect(agreementLanguage(first, builtInClouds.public, ['fr', 'de'])).toBe('en')
    expect(agreementLanguage(first, builtInClouds.usGov, ['es'])).toBe('en')
    expect(agreementLanguage(version('only', 1, { languages: ['de'] }), builtInClouds.public, ['es'])).toBe('de')
    expect(agreementLanguage(version('only', 1, { languages: ['de'] }), builtInClouds.usGov, ['es'])).toBeUndefined()
  })
})
