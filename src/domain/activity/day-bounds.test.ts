import { describe, expect, it } from 'vitest'
import { addDays, dayOf, lastMinuteAfter, startOfDay } from './day-bounds.ts'

describe('a day', () => {
  it.each([
    ['2026-11-21', 'UTC', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21', 'Europe/Madrid', '2026-11-20T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Madrid', '2026-06-30T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Madrid', '2026-03-29T22:00:00.000Z'],
    ['2026-11-21', 'Asia/Shanghai', '2026-11-20T16:00:00.000Z'],
    ['2026-11-21', 'America/St_Johns', '2026-11-21T03:30:00.000Z'],
  ])('%s begins in %s at %s', (day, zone, begins) => {
    expect(startOfDay(day, zone).toISOString()).toBe(begins)
  })

  it('begins at the first moment there is where midnight is jumped over', () => {
    expect(dayOf(startOfDay('2026-09-06', 'America/Santiago'), 'America/Santiago')).toBe('2026-09-06')
  })

  it.each(['2026-02-30', '2026-13-01', 'today', '2026-1-1', ''])('that does not exist is refused: %j', (day) => {
    expect(() => startOfDay(day, 'UTC')).toThrow(expect.objectContaining({ code: 'invalidInput' }))
  })

  it('of a deadline ends where the customer is', () => {
    expect(lastMinuteAfter(new Date('2026-11-21T23:30:00Z'), 30, 'Europe/Madrid').toISOString()).toBe('2026-12-22T22:59:00.000Z')
    expect(lastMinuteAfter(new Date('2026-11-21T10:00:00Z'), 1, 'Asia/Shanghai').toISOString()).toBe('2026-11-22T15:59:00.000Z')
  })

  it('is counted on over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})
