/** A day of the calendar, as the API takes it: it means the whole day where the reader's organization is. */
export type Day = string

export type Period = { from: Day | undefined; to: Day | undefined }

/** Today in that time zone. `en-CA` writes days as the API reads them. */
export function dayIn(timeZone: string, now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

export function daysBefore(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - count)
  return date.toISOString().slice(0, 10)
}

/** The named periods of the filter, in days counted with today. */
export const namedPeriods = { today: 1, week: 7, month: 30, quarter: 90 } as const

export type NamedPeriod = keyof typeof namedPeriods

export function periodOf(name: NamedPeriod, today: Day): Period {
  return { from: daysBefore(today, namedPeriods[name] - 1), to: undefined }
}

/** Which named period these days are; `days` where they are somebody's own, nothing where there are none. */
export function nameOf({ from, to }: Period, today: Day): NamedPeriod | 'days' | '' {
  if (!from && !to) return ''
  const name = (Object.keys(namedPeriods) as NamedPeriod[]).find((one) => periodOf(one, today).from === from)
  return name && !to ? name : 'days'
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
