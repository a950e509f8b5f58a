import type { Title } from '../catalogue/catalogue.ts'

/** What an incident does to a service, the least first. */
export const impacts = ['advisory', 'degraded', 'interrupted'] as const
export type Impact = (typeof impacts)[number]

/** How a service stands. notStated: nobody said anything of it lately, which is no good news (issue 5: no constant green). */
export const healths = ['working', ...impacts, 'notStated'] as const
export type Health = (typeof healths)[number]

export const statedBy = ['operator', 'feed'] as const
export type StatedBy = (typeof statedBy)[number]

/** How long a statement that everything works holds. */
export const statementHoldsHours = 24
/** How long an incident that is over stays on the page. */
export const shownAfterEndDays = 30

export interface Incident {
  readonly cloud: string
  readonly id: string
  readonly serviceId: string
  /** its number in the feed that states it; null where the operator does */
  readonly feedId: string | null
  readonly impact: Impact
  readonly title: Title
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly version: number
}

export interface Statement {
  readonly checkedAt: Date
  readonly checkedBy: StatedBy
}

/** The worst that is going on; else that it works, for as long as somebody's word on it holds; else nothing. */
export function healthOf(incidents: readonly Pick<Incident, 'impact' | 'startedAt' | 'endedAt'>[], statement: Pick<Statement, 'checkedAt'> | undefined, now: Date): Health {
  const worst = Math.max(-1, ...incidents.filter((incident) => isOpen(incident, now)).map(({ impact }) => impacts.indexOf(impact)))
  if (worst >= 0) return impacts[worst]!
  const holds = statement !== undefined && statement.checkedAt <= now && now.getTime() - statement.checkedAt.getTime() < statementHoldsHours * 3_600_000
  return holds ? 'working' : 'notStated'
}

export function isOpen({ startedAt, endedAt }: Pick<Incident, 'startedAt' | 'endedAt'>, now: Date): boolean {
  return startedAt <= now && (endedAt === null || endedAt > now)
}

/** From when on incidents that are over are no longer shown. */
export function shownSince(now: Date): Date {
  return new Date(now.getTime() - shownAfterEndDays * 86_400_000)
}
