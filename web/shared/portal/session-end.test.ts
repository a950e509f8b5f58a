import { expect, it } from 'vitest'
import { sessionEnd } from './session-end.ts'

const minute = 60_000

it('an idle session ends as long after the last answer as the server grants', () => {
  expect(sessionEnd({ expiresAt: 30 * minute, answeredAt: 0, lastAnswerAt: 0 })).toBe(30 * minute)
  expect(sessionEnd({ expiresAt: 30 * minute, answeredAt: 0, lastAnswerAt: 10 * minute })).toBe(40 * minute)
})

it('nothing is said where the clock of the device is far from that of the server', () => {
  expect(sessionEnd({ expiresAt: 0, answeredAt: 60 * minute, lastAnswerAt: 60 * minute })).toBeNull()
})
