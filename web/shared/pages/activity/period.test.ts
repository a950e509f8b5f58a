import { describe, expect, it } from 'vitest'
import { dayIn, daysBefore, isDay, nameOf, periodOf } from './period.ts'

describe('a period of the activity log', () => {
  it("begins and ends with the days of the organization's time zone", () => {
    const lateEvening = new Date('2026-11-20T23:30:00Z')
    expect(dayIn('Europe/Madrid', lateEvening)).toBe('2026-11-21')
    expect(dayIn('America/New_York', lateEvening)).toBe('2026-11-20')
  })

  it('counts today', () => {
    expect(periodOf('today', '2026-11-21')).toEqual({ from: '2026-11-21', to: undefined })
    expect(periodOf('week', '2026-11-21').from).toBe('2026-11-15')
  })

  it('crosses months and leap days', () => {
    expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29')
    expect(daysBefore('2026-01-05', 10)).toBe('2025-12-26')
  })

  it('is recognized by its days, so that an address says what its reader sees', () => {
    expect(nameOf({ from: '2026-11-15', to: undefined }, '2026-11-21')).toBe('week')
    expect(nameOf({ from: '2026-11-15', to: '2026-11-16' }, '2026-11-21')).toBe('days')
    expect(nameOf({ from: undefined, to: undefined }, '2026-11-21')).toBe('')
  })

  it('takes no day that does not exist', () => {
    expect(isDay('2026-11-21')).toBe(true)
    expect(isDay('2026-13-01')).toBe(false)
    expect(isDay('yesterday')).toBe(false)
  })
})
