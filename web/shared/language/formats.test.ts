import { describe, expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('formats', () => {
  const madrid = createFormats('es', 'Europe/Madrid')
  const newYork = createFormats('en', 'America/New_York')
  const lateEvening = '2025-11-21T23:30:00Z'

  it("a day is the day in the tenant's time zone", () => {
    expect(madrid.date(lateEvening)).toBe('22 nov 2025')
    expect(newYork.date(lateEvening)).toBe('Nov 21, 2025')
  })

  it('a deadline is shown with its time zone', () => {
    expect(plain(madrid.deadline(lateEvening))).toMatch(/^22 de noviembre de 2025.* 0:30 CET$/)
    expect(plain(newYork.deadline(lateEvening))).toMatch(/^November 21, 2025.* 6:30 PM EST$/)
  })

  it.each([
    [-30, 'hace 30 segundos'],
    [-59 * 60, 'hace 59 minutos'],
    [-86_400, 'ayer'],
    [3 * 86_400, 'dentro de 3 días'],
    [90 * 86_400, 'dentro de 3 meses'],
    [800 * 86_400, 'dentro de 2 años'],
  ])('%i seconds from now reads as "%s"', (seconds, words) => {
    const now = Date.parse(lateEvening)
    expect(madrid.relative(now + seconds * 1_000, now)).toBe(words)
  })

  it("countries and languages have names in the reader's language", () => {
    expect(madrid.country('DE')).toBe('Alemania')
    expect(newYork.language('es')).toBe('Spanish')
    expect(newYork.country('?')).toBe('?')
  })
})
