import { addDays, dayOf, firstMoment } from '../activity/day-bounds.ts'
import type { Portal } from '../people/portals.ts'
import { roleAllows } from '../rights.ts'
import type { MailChoice, NotificationKind, NotificationRule, NotificationSource } from './notification-kinds.ts'
import { notificationKinds, sources } from './notification-kinds.ts'

export interface Choice {
  readonly portal: boolean
  readonly mail: MailChoice
}

export const digestFrequencies = ['daily', 'weekly'] as const

export interface DigestTime {
  readonly frequency: (typeof digestFrequencies)[number]
  /** 0 to 23, on the clock of the time zone */
  readonly hour: number
}

export interface Preferences {
  readonly choices: Readonly<Partial<Record<NotificationKind, Choice>>>
  readonly digest: DigestTime
  /** null: the organization's */
  readonly timeZone: string | null
  readonly version: number
}

/** Of somebody who never chose; the first choice makes it version 2. */
export const usualPreferences: Preferences = { choices: {}, digest: { frequency: 'daily', hour: 8 }, timeZone: null, version: 1 }

/** How this person is told of this kind on this side; what is always told cannot be chosen away. */
export function choiceOf(preferences: Preferences, kind: NotificationKind, side: Portal): Choice {
  const rule = (notificationKinds[kind] as Partial<Record<Portal, NotificationRule>>)[side]
  if (!rule || rule.isKept) return { portal: true, mail: 'now' }
  return preferences.choices[kind] ?? { portal: true, mail: rule.mail }
}

/** The lines of the table that concern somebody with these roles: who may not see a thing is not told of it. */
export function sourcesFor(roles: readonly string[]): NotificationSource[] {
  return sources.filter(({ rule, side }) => roleAllows(roles, rule.seenBy) && roles.some((role) => worksIn(role, side)))
}

/** Those of them that this person is told of, now or where they asked themselves: what there is to choose. */
export function choosable({ roles, partnerKinds }: { readonly roles: readonly string[]; readonly partnerKinds: readonly string[] }): NotificationSource[] {
  return sourcesFor(roles)
    .filter(({ rule }) => rule.isAskerFirst || rule.told.some((role) => roles.includes(role)))
    .filter(({ rule }) => !rule.partnerKinds || rule.partnerKinds.some((kind) => partnerKinds.includes(kind)))
}

/** Weekly digests come on Mondays. */
const monday = 1

/**
 * The first moment after this one at which a digest leaves: at its hour on the clock of the zone. An hour that the clock
 * skips is the moment after the jump; one that comes twice is the first of the two.
 */
export function nextDigestAt(after: Date, { frequency, hour }: DigestTime, timeZone: string): Date {
  const today = dayOf(after, timeZone)
  for (let ahead = 0; ; ahead++) {
    const day = addDays(today, ahead)
    if (frequency === 'weekly' && new Date(`${day}T00:00:00Z`).getUTCDay() !== monday) continue
    const moment = firstMoment(day, hour, timeZone)
    if (moment > after) return moment
  }
}

const customerSide: readonly string[] = ['globalAdministrator', 'billingAdministrator']

function worksIn(role: string, side: Portal): boolean {
  if (role === 'operator') return side === 'operator'
  return side === (customerSide.includes(role) ? 'customer' : 'partner')
}
