import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import type { AssignableRole } from '../roles.ts'
import { openTransitions, transition } from '../transition.ts'
import { type Person, restorableDays } from './person.ts'
import { administratorRoles, isAdministrator, refuseEscalation } from './role-rules.ts'
import { personTransitions } from './transitions.ts'

/** Who changes somebody: of the same tenant, or on its behalf, with these roles at this moment. */
export interface Changer {
  readonly personId: string
  readonly roles: readonly string[]
  /** acts on behalf of a customer, in a directory role that its privileges give */
  readonly isOnBehalf?: boolean
}

export interface Decided {
  readonly next: Person
  readonly events: readonly EventDraft[]
}

/** What is said of a person beside roles. */
export type PersonFacts = Pick<Person, 'displayName' | 'firstName' | 'lastName' | 'usageLocation' | 'mail'>
const facts = ['displayName', 'firstName', 'lastName', 'usageLocation', 'mail'] as const satisfies readonly (keyof PersonFacts)[]

export type PersonChange = Partial<PersonFacts> & { readonly roles?: readonly AssignableRole[] }

/** New facts, new roles or both. An address that somebody else writes is not confirmed. The caller checks before that another administrator remains (`rolesLost`). */
export function update(person: Person, change: PersonChange, by: Changer): Decided {
  const roles = change.roles ?? person.roles
  refuseErased(person)
  refuseEscalation(by, person.roles, roles)
  const added = roles.filter((role) => !person.roles.includes(role))
  const removed = person.roles.filter((role) => !roles.includes(role))
  if (by.personId === person.id) refuseOwnRoles(by, added, removed)
  const changed = facts.filter((fact) => change[fact] !== undefined && change[fact] !== person[fact])
  const next = { ...person, ...Object.fromEntries(changed.map((fact) => [fact, change[fact]])), roles, ...(changed.includes('mail') && { mailConfirmedAt: null }) }
  const events: EventDraft[] = []
  if (changed.length > 0) events.push(eventOf(person, 'person.updated', { changed }))
  if (added.length + removed.length > 0) events.push(eventOf(person, 'person.rolesChanged', { added, removed }))
  return { next, events }
}

export function disable(person: Person, by: Changer): Decided {
  refuseEscalation(by, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'Nobody disables their own account.', { reason: 'ownAccount', action: 'disable', current: person.status })
  const status = transition(personTransitions, person.status, 'disable')
  return { next: { ...person, status }, events: [eventOf(person, 'person.disabled')] }
}

export function enable(person: Person, by: Changer): Decided {
  refuseEscalation(by, person.roles)
  const status = transition(personTransitions, person.status, person.hasPassword ? 'enable' : 'reopen')
  return { next: { ...person, status }, events: [eventOf(person, 'person.enabled')] }
}

/**
 * Nothing opens any more with what was theirs. Name and address stay for 30 days, in which they can come back, without the
 * roles and the credentials they had: both are given anew by somebody who may.
 */
export function remove(person: Person, by: Changer, now: Date): Decided {
  refuseEscalation(by, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'Nobody removes their own account.', { reason: 'ownAccount', action: 'remove', current: person.status })
  const status = transition(personTransitions, person.status, 'remove')
  return { next: { ...person, status, roles: [], removedAt: now }, events: [eventOf(person, 'person.removed', { roles: person.roles })] }
}

/** Comes back as somebody who has not joined yet, under the same user name or, where somebody else took it meanwhile, another. */
export function restore(person: Person, by: Changer, to: { readonly userPrincipalName: string; readonly now: Date }): Decided {
  refuseEscalation(by, person.roles)
  const status = transition(personTransitions, person.status, 'restore')
  if (!isRestorable(person, to.now)) throw new DomainError('invalidTransition', 'The days for restoring are over.', { reason: 'restoreOver', days: restorableDays })
  return { next: { ...person, userPrincipalName: to.userPrincipalName, status, removedAt: null, hasPassword: false, hasTotp: false, hasPasskey: false }, events: [eventOf(person, 'person.restored')] }
}

export function isRestorable({ status, removedAt }: Pick<Person, 'status' | 'removedAt'>, now: Date): boolean {
  return status === 'removed' && removedAt !== null && now < restorableUntil(removedAt)
}

export function restorableUntil(removedAt: Date): Date {
  return new Date(removedAt.getTime() + restorableDays * 86_400_000)
}

/** The password that was there ends; a temporary one takes its place. A second factor stays, so that no password alone opens the account. */
export function resetPassword(person: Person, by: Changer): Decided {
  refuseEscalation(by, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'One’s own password is changed elsewhere.', { reason: 'ownAccount', action: 'resetPassword', current: person.status })
  transition(personTransitions, person.status, person.status === 'invited' ? 'reissuePassword' : 'resetPassword')
  return { next: { ...person, hasPassword: false }, events: [eventOf(person, 'person.temporaryPasswordIssued', { because: 'reset' })] }
}

/** The administrator's roles that a change takes from somebody who can use them now. */
export function rolesLost(before: Person, next: Person): AssignableRole[] {
  if (before.status !== 'active') return []
  return administratorRoles.filter((role) => before.roles.includes(role) && !(next.status === 'active' && next.roles.includes(role)))
}

/** Every tenant keeps an active person for each administrator's role it had one for (B110). */
export function refuseLastAdministrator(lost: readonly AssignableRole[], holders: Readonly<Partial<Record<AssignableRole, number>>>): void {
  const last = lost.find((role) => (holders[role] ?? 0) <= 1)
  if (last) throw new DomainError('lastAdministrator', `Nobody else is ${last}.`)
}

export interface MayDo {
  readonly invite: boolean
  readonly update: boolean
  readonly changeRoles: boolean
  readonly resetPassword: boolean
  readonly endSessions: boolean
}

/** What the changer may do with this person now; the portals' buttons follow it. */
export function personCan(person: Person, by: Changer, may: MayDo): string[] {
  const isSelf = person.id === by.personId
  if (person.status === 'removed' || person.status === 'erased' || !isWithin(by, person.roles)) return []
  const open = openTransitions(personTransitions, person.status)
  const acts: Readonly<Record<string, boolean>> = {
    update: may.update,
    changeRoles: may.update && may.changeRoles && (!isSelf || isAdministrator(by.roles)),
    resendInvitation: may.invite && !by.isOnBehalf && person.mail !== null && open.includes('resendInvitation'),
    disable: may.update && !isSelf && open.includes('disable'),
    enable: may.update && (open.includes('enable') || open.includes('reopen')),
    remove: may.update && !isSelf && open.includes('remove'),
    resetPassword: may.resetPassword && !isSelf && (open.includes('resetPassword') || open.includes('reissuePassword')),
    endSessions: may.endSessions && !isSelf && person.status === 'active',
    removeSecondFactor: may.update && !by.isOnBehalf && (person.hasTotp || person.hasPasskey) && !isSelf,
  }
  return Object.keys(acts).filter((act) => acts[act])
}

/** Whether the person is nobody whom the changer may not touch. */
function isWithin(by: Changer, roles: readonly string[]): boolean {
  try {
    refuseEscalation(by, roles)
    return true
  } catch {
    return false
  }
}

export function eventOf(person: Pick<Person, 'id' | 'tenantId'>, type: EventType, data?: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'person', id: person.id }, readers: [{ tenantId: person.tenantId }], ...(data && { data }) }
}

/** An administrator's own role is somebody else's to take; anybody else cannot raise themselves (B110). */
function refuseOwnRoles(by: Changer, added: readonly string[], removed: readonly string[]): void {
  if (administratorRoles.some((role) => removed.includes(role))) {
    throw new DomainError('lastAdministrator', 'Another administrator takes this role.', { reason: 'ownAdministratorRole' })
  }
  if (added.length > 0 && !isAdministrator(by.roles)) {
    throw new DomainError('notAllowed', 'Nobody gives roles to themselves.', { reason: 'ownRoles' })
  }
}

function refuseErased(person: Person): void {
  if (person.status === 'erased') throw new DomainError('notFound', 'No such person.')
}
