import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { TransitionTable } from '../transition.ts'
import type { TenantKinds } from './portals.ts'

/** Idle after 30 minutes, over after 12 hours whatever happens (rule R21). */
export const sessionIdleMinutes = 30
export const sessionHours = 12
/** How long somebody has between the password and the second factor, enrolling included. */
export const unfinishedMinutes = 15

/** What the person still owes before the session opens anything; null once complete. */
export type Awaits = 'secondFactor' | 'secondFactorEnrolment' | null

export type SessionStatus = 'awaitsSecondFactor' | 'awaitsEnrolment' | 'complete' | 'ended'

/** Each of these but `end` gives the session a fresh secret: what somebody planted or saw before is worth nothing after (V43, B98). */
export const sessionTransitions = {
  passSecondFactor: { from: ['awaitsSecondFactor'], to: 'complete' },
  enrolSecondFactor: { from: ['awaitsEnrolment', 'complete'], to: 'complete' },
  stepUp: { from: ['complete'], to: 'complete' },
  changePassword: { from: ['complete'], to: 'complete' },
  end: { from: ['awaitsSecondFactor', 'awaitsEnrolment', 'complete'], to: 'ended' },
} as const satisfies TransitionTable<SessionStatus>

export interface SessionFacts {
  readonly awaits: Awaits
  readonly endedAt: Date | null
  readonly expiresAt: Date
  readonly lastSeenAt: Date
}

/** From facts and clock, never from a stored status: a session is over when its time is, whether or not anybody wrote it down. */
export function sessionStatus({ awaits, endedAt, expiresAt, lastSeenAt }: SessionFacts, now: Date): SessionStatus {
  const idleUntil = lastSeenAt.getTime() + sessionIdleMinutes * 60_000
  if (endedAt || now >= expiresAt || now.getTime() >= idleUntil) return 'ended'
  if (awaits === 'secondFactor') return 'awaitsSecondFactor'
  return awaits === 'secondFactorEnrolment' ? 'awaitsEnrolment' : 'complete'
}

export function sessionExpiry(awaits: Awaits, now: Date): Date {
  return new Date(now.getTime() + (awaits ? unfinishedMinutes : sessionHours * 60) * 60_000)
}

/** Operators always, partners where their cloud asks for it (decision 10, rule R24). */
export function mustHaveSecondFactor(tenant: TenantKinds, manifest: Pick<CapabilityManifest, 'partnerMfa'>): boolean {
  return tenant.isOperator || (tenant.partnerKinds.length > 0 && manifest.partnerMfa === 'mandatory')
}

/**
 * What is asked after a right password. A password that is too short to stand alone needs a second factor beside it,
 * also when the person once had one and gave it up.
 */
export function awaitedAfterPassword(person: { readonly hasSecondFactor: boolean; readonly mustHaveSecondFactor: boolean; readonly isShortPassword: boolean }): Awaits {
  if (person.hasSecondFactor) return 'secondFactor'
  return person.mustHaveSecondFactor || person.isShortPassword ? 'secondFactorEnrolment' : null
}
