import type { Period } from '../catalogue/terms.ts'

/** "2027-03". */
export const monthPattern = '^20[0-9]{2}-(0[1-9]|1[0-2])$'

/** Statements run from the first moment of a month to that of the next, UTC, as terms and cycles are counted (D.7). */
export function monthPeriod(month: string): Period {
  const [year, number] = month.split('-').map(Number)
  return { from: new Date(Date.UTC(year!, number! - 1, 1)), until: new Date(Date.UTC(year!, number!, 1)) }
}

export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}
