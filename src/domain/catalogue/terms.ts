/** How long one is bound: ISO 8601 durations. Thirty days are those of a trial. */
export const terms = ['P30D', 'P1M', 'P1Y', 'P3Y'] as const
export type Term = (typeof terms)[number]

/** How often one is billed. */
export const billingCycles = ['none', 'monthly', 'annual', 'triennial'] as const
export type BillingCycle = (typeof billingCycles)[number]

/** Which cycles a term may have, and how long both are. */
const lengthOf: Readonly<Record<Term, { readonly months: number; readonly cycles: readonly BillingCycle[] }>> = {
  P30D: { months: 0, cycles: ['none'] },
  P1M: { months: 1, cycles: ['monthly'] },
  P1Y: { months: 12, cycles: ['monthly', 'annual'] },
  P3Y: { months: 36, cycles: ['monthly', 'annual', 'triennial'] },
}
const monthsOfCycle: Readonly<Record<BillingCycle, number>> = { none: 0, monthly: 1, annual: 12, triennial: 36 }
const day = 86_400_000
const trialDays = 30

export function isCycleOf(term: Term, cycle: BillingCycle): boolean {
  return lengthOf[term].cycles.includes(cycle)
}

/** How many billing cycles one is bound for: all of a term's. */
export function cyclesOf(term: Term, cycle: BillingCycle): number {
  return monthsOfCycle[cycle] === 0 ? 1 : lengthOf[term].months / monthsOfCycle[cycle]
}

export interface Period {
  readonly from: Date
  readonly until: Date
}

/** The term that holds at a moment, counted from the first day, so that the 31st comes back after February. */
export function termAt(startedAt: Date, term: Term, now: Date): Period {
  return periodAt(startedAt, lengthOf[term].months, now)
}

/** The billing cycle that holds at a moment; a trial has one, its term. */
export function cycleAt(startedAt: Date, cycle: BillingCycle, now: Date): Period {
  return periodAt(startedAt, monthsOfCycle[cycle], now)
}

function periodAt(startedAt: Date, months: number, now: Date): Period {
  const end = (count: number) => (months === 0 ? new Date(startedAt.getTime() + count * trialDays * day) : addMonths(startedAt, count * months))
  let count = 0
  while (end(count + 1) <= now) count++
  return { from: end(count), until: end(count + 1) }
}

function addMonths(date: Date, months: number): Date {
  const next = new Date(date)
  next.setUTCDate(1)
  next.setUTCMonth(next.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate()
  next.setUTCDate(Math.min(date.getUTCDate(), lastDay))
  return next
}

/** Whole days of a period, and how many of them are left; a day that has begun counts. */
export function daysOf({ from, until }: Period, now: Date): { readonly whole: number; readonly left: number } {
  const whole = Math.round((until.getTime() - from.getTime()) / day)
  return { whole, left: Math.min(whole, Math.max(0, Math.ceil((until.getTime() - now.getTime()) / day))) }
}
