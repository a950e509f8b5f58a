import { expect, it } from 'vitest'
import { errorText } from './error-text.ts'

it.each([
  [1, '1 segundo'],
  [90, '90 segundos'],
  [91, '2 minutos'],
  [3_600, '60 minutos'],
  [86_396, '24 horas'],
])('%i seconds to wait are said as %s', (retryAfterSeconds, words) => {
  expect(errorText('es', 'tooManyRequests', { retryAfterSeconds }).detail).toBe(`Espere ${words} e inténtelo de nuevo.`)
})

it('an hour is one hour in English, too', () => {
  expect(errorText('en', 'tooManyRequests', { retryAfterSeconds: 5_401 }).detail).toBe('Please wait 2 hours and try again.')
})
