export type Instant = string | number | Date

export type Formats = {
  /** Day, month and year in the tenant's time zone. */
  date(at: Instant): string
  dateTime(at: Instant): string
  /** A calendar day, `YYYY-MM-DD`: the same day wherever it is read. */
  day(day: string): string
  time(at: Instant): string
  /** For deadlines: with the time zone, so that nobody misses one by an hour. */
  deadline(at: Instant): string
  /** The same where there is little room. */
  shortDeadline(at: Instant): string
  relative(at: Instant, now?: Instant): string
  number(value: number): string
  percent(share: number): string
  /** "March 2027" for 2027-03, a month of UTC; as it is where it is none. */
  month(month: string): string
  /** An exact decimal text of the API with its currency; all its digits are kept. */
  money(amount: string, currency: string): string
  /** Name of an ISO 3166 country. */
  country(code: string): string
  /** Name of a language tag. */
  language(tag: string): string
  list(items: readonly string[]): string
  timeZone: string
}

/** Dates, numbers and names as this reader writes them. */
export function createFormats(locale: string, timeZone: string): Formats {
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const dateTime = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' })
  const deadlineIn = (month: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month, year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })
  const [deadline, shortDeadline] = [deadlineIn('long'), deadlineIn('short')]
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const monthName = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const country = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const language = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })

  return {
    date: (at) => date.format(new Date(at)),
    dateTime: (at) => dateTime.format(new Date(at)),
    day: (text) => (Number.isNaN(Date.parse(text)) ? text : day.format(new Date(text))),
    time: (at) => time.format(new Date(at)),
    deadline: (at) => deadline.format(new Date(at)),
    shortDeadline: (at) => shortDeadline.format(new Date(at)),
    relative: (at, now = Date.now()) => relative.format(...distance(new Date(at).getTime() - new Date(now).getTime())),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    month: (text) => (/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text) ? monthName.format(new Date(`${text}-01T00:00:00Z`)) : text),
    money: (amount, currency) => {
      const digits = amount.split('.')[1]?.length ?? 0
      // A text is formatted digit by digit, without the detour over a number.
      return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount as `${number}`)
    },
    country: (code) => nameOr(code, () => country.of(code)),
    language: (tag) => nameOr(tag, () => language.of(tag)),
    list: (items) => list.format(items),
    timeZone,
  }
}

const second = 1_000
const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['second', second, 60],
  ['minute', 60 * second, 60],
  ['hour', 3_600 * second, 24],
  ['day', 86_400 * second, 30],
  ['month', 30 * 86_400 * second, 12],
]

function distance(milliseconds: number): [number, Intl.RelativeTimeFormatUnit] {
  for (const [unit, length, limit] of steps) {
    const count = Math.round(milliseconds / length)
    if (Math.abs(count) < limit) return [count, unit]
  }
  return [Math.round(milliseconds / (365 * 86_400 * second)), 'year']
}

/** Intl throws on a code that is not well formed; such a code is shown as it is. */
function nameOr(code: string, name: () => string | undefined): string {
  try {
    return name() ?? code
  } catch {
    return code
  }
}
