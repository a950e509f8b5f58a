const day = /^(\d{4})-(\d{2})-(\d{2})$/
const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

/** A day that a calendar has, from 1900 to 9999 (rule R13). */
export function isDay(text: string): boolean {
  const [, year, month, date] = day.exec(text)?.map(Number) ?? []
  if (!year || year < 1900 || !month || !date) return false
  const made = new Date(Date.UTC(year, month - 1, date))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date
}

/** RFC 3339 in its one spelling: capital T and Z, a zone always, no leap second, at most nine decimals. */
export function isInstant(text: string): boolean {
  return text.length <= 40 && text[10] === 'T' && isDay(text.slice(0, 10)) && time.test(text.slice(11))
}
