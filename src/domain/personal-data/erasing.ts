import { DomainError } from '../errors.ts'
import type { Decided, Changer } from '../people/decide.ts'
import { eventOf } from '../people/decide.ts'
import type { Person } from '../people/person.ts'
import { refuseEscalation } from '../people/role-rules.ts'
import { personTransitions } from '../people/transitions.ts'
import { transition } from '../transition.ts'

/**
 * How long the evidence of a contract keeps its signer's name after erasing: the longest period that commercial law in the
 * countries of the built-in clouds asks for its papers (decision 27).
 */
export const contractEvidenceYears = 10

/** Days after their end until these go by themselves. */
export const keptDays = { sessions: 90, oneTimeSecrets: 30, registrations: 7 } as const

/** After an organization closed, its people may still ask for what is theirs; then they are erased without anybody's asking. */
export const closedTenantDays = 90

export function keptUntil(now: Date): Date {
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + contractEvidenceYears)
  return until
}

/** For good: name, address and everything that opened the account go; the number stays, and leads to no name. */
export function erase(person: Person, by: Changer, how?: Readonly<Record<string, unknown>>): Decided {
  refuseEscalation(by, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'Nobody erases their own account.', { reason: 'ownAccount', action: 'erase', current: person.status })
  const status = transition(personTransitions, person.status, 'erase')
  return { next: { ...person, status, roles: [], mail: null, mailConfirmedAt: null }, events: [eventOf(person, 'person.erased', how)] }
}
