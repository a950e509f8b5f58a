import { describe, expect, it } from 'vitest'
import { builtInClouds } from '../../clouds/built-in-clouds.ts'
import { samplePartnerAgreements } from './partner-agreements.ts'
import { sampleAgreements } from './sample-agreements.ts'

describe('the sample agreements', () => {
  it('exist for every cloud that asks for one, in each language in which it may be signed, and for no other', () => {
    const wanted = Object.values(builtInClouds).flatMap((cloud) =>
      cloud.customerAgreement === 'required' ? cloud.agreementLanguages.map((language) => `${cloud.id} ${language}`) : [],
    )
    expect(sampleAgreements.map(({ cloud, language }) => `${cloud} ${language}`).sort()).toEqual(wanted.sort())
  })

  it.each(sampleAgreements.map((sample) => [sample.cloud, sample.language, sample] as const))('%s %s says that it is a sample, in numbered clauses', (_cloud, language, { title, body }) => {
    const sampleWord = { en: 'SAMPLE', es: 'MUESTRA', de: 'MUSTER', 'zh-Hans': '示例' }[language]
    expect(title).toContain(sampleWord)
    expect(body.split('\n')[0]).toContain(sampleWord)
    const numbers = body.split('\n\n').slice(1).map((clause) => Number.parseInt(clause, 10))
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
    expect(numbers.length).toBeGreaterThanOrEqual(9)
    expect(body).toBe(body.normalize('NFC'))
    expect(body).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]+(\n\n[^\p{Cc}\p{Cf}\p{Cs}]+)+\n$/u)
  })

  it('have between 150 and 300 words', () => {
    for (const { language, body } of sampleAgreements) {
      const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(body)].filter(({ isWordLike }) => isWordLike)
      expect(words.length).toBeGreaterThanOrEqual(150)
      expect(words.length).toBeLessThanOrEqual(300)
    }
  })

  it('say what is particular to a cloud', () => {
    const body = (cloud: string, language: string) => sampleAgreements.find((sample) => sample.cloud === cloud && sample.language === language)!.body
    expect(body('usGov', 'en')).toContain('10. Government use.')
    expect(body('germany', 'de')).toContain('10. Datentreuhänder.')
    expect(body('public', 'en')).not.toContain('10.')
  })
})

describe('the sample partner agreements', () => {
  it('exist for every built-in cloud in both languages of our screens', () => {
    const wanted = Object.keys(builtInClouds).flatMap((cloud) => [`${cloud} en`, `${cloud} es`])
    expect(samplePartnerAgreements.map(({ cloud, language }) => `${cloud} ${language}`).sort()).toEqual(wanted.sort())
  })

  it.each(samplePartnerAgreements.slice(0, 2).map((sample) => [sample.language, sample] as const))('in %s say that they are samples, in numbered clauses of plain text', (language, { title, body }) => {
    const word = { en: 'SAMPLE', es: 'MUESTRA' }[language]
    expect(title).toContain(word)
    expect(body.split('\n')[0]).toContain(word)
    expect(body.split('\n\n').slice(1).map((clause) => Number.parseInt(clause, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(body).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]+(\n\n[^\p{Cc}\p{Cf}\p{Cs}]+)+\n$/u)
  })
})
