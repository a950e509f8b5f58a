import { DomainError } from './errors.ts'

/** By its IANA name, in its canonical form. Offsets are refused: a day of a deadline follows summer time. */
export function knownTimeZone(name: string): string {
  try {
    if (/^[A-Za-z]/.test(name)) return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    // Intl refuses what it does not know by throwing a RangeError; the answer below is ours.
  }
  throw new DomainError('invalidInput', 'There is no such time zone.', { reason: 'timeZoneUnknown', field: 'timeZone' })
}
