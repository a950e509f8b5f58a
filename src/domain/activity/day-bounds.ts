import { DomainError } from '../errors.ts'
import { dateFormat } from '../formats.ts'

/**
 * The first moment of a calendar day in a time zone. A day is a day where the reader works, not in UTC (product.md).
 * Where the clock jumps over midnight, the first moment there is.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
    throw new DomainError('invalidInput', 'There is no such day.', { field: 'day' })
  }
  return firstMoment(day, 0, timeZone)
}

/** When clocks of the zone show this full hour of a day: for the first time where it comes twice, after the jump where it is left out. */
export function firstMoment(day: string, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const candidates = [wanted - 86_400_000, wanted + 86_400_000].map((around) => new Date(wanted - offsetAt(around, timeZone)))
  candidates.sort((one, other) => one.getTime() - other.getTime())
  const shows = (moment: Date) => moment.getTime() + offsetAt(moment.getTime(), timeZone) === wanted
  return candidates.find(shows) ?? candidates[1]!
}

/** 23:59 of the day that lies so many days after this instant's: a deadline ends with its day, and reads as that day. */
export function lastMinuteAfter(from: Date, days: number, timeZone: string): Date {
  return new Date(startOfDay(addDays(dayOf(from, timeZone), days + 1), timeZone).getTime() - 60_000)
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone: string): string {
  const { year, month, day } = partsOf(instant.getTime(), timeZone)
  return `${year}-${month}-${day}`
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Milliseconds that clocks of the zone are ahead of UTC at that moment. */
function offsetAt(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(instant, timeZone)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return shown - Math.floor(instant / 1000) * 1000
}

function partsOf(instant: number, timeZone: string): Record<string, string> {
  const format = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}
