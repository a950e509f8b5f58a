import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import type { AssignableRole } from '../roles.ts'
import { openTransitions, transition } from '../transition.ts'
import type { Person } from './person.ts'
import { administratorRoles, isAdministrator, refuseEscalation } from './role-rules.ts'
import { personTransitions } from './transitions.ts'

/** Who changes somebody: of the same tenant, with these roles at this moment. */
export interface Changer {
  readonly personId: string
  readonly roles: readonly string[]
}

export interface Decided {
  readonly next: Person
  readonly events: readonly EventDraft[]
}

export interface PersonChange {
  readonly displayName?: string
  readonly roles?: readonly AssignableRole[]
}

/** A new name, new roles or both. The caller checks before that another administrator remains (`rolesLost`). */
export function update(person: Person, change: PersonChange, by: Changer): Decided {
  const roles = change.roles ?? person.roles
  refuseErased(person)
  refuseEscalation(by.roles, person.roles, roles)
  const added = roles.filter((role) => !person.roles.includes(role))
  const removed = person.roles.filter((role) => !roles.includes(role))
  if (by.personId === person.id) refuseOwnRoles(by, added, removed)
  const next = { ...person, roles, displayName: change.displayName ?? person.displayName }
  const events: EventDraft[] = []
  if (next.displayName !== person.displayName) events.push(eventOf(person, 'person.updated', { changed: ['displayName'] }))
  if (added.length + removed.length > 0) events.push(eventOf(person, 'person.rolesChanged', { added, removed }))
  return { next, events }
}

export function disable(person: Person, by: Changer): Decided {
  refuseEscalation(by.roles, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'Nobody disables their own account.', { reason: 'ownAccount', action: 'disable', current: person.status })
  const status = transition(personTransitions, person.status, 'disable')
  return { next: { ...person, status }, events: [eventOf(person, 'person.disabled')] }
}

export function enable(person: Person, by: Changer): Decided {
  refuseEscalation(by.roles, person.roles)
  const status = transition(personTransitions, person.status, person.hasPassword ? 'enable' : 'reopen')
  return { next: { ...person, status }, events: [eventOf(person, 'person.enabled')] }
}

/** For good: nothing opens with what was theirs. The row stays, because the history names it. */
export function remove(person: Person, by: Changer): Decided {
  refuseEscalation(by.roles, person.roles)
  if (by.personId === person.id) throw new DomainError('invalidTransition', 'Nobody removes their own account.', { reason: 'ownAccount', action: 'remove', current: person.status })
  const status = transition(personTransitions, person.status, 'remove')
  return { next: { ...person, status, roles: [], mail: null, mailConfirmedAt: null }, events: [eventOf(person, 'person.removed', { roles: person.roles })] }
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

/** What the changer may do with this person now; the portals' buttons follow it. */
export function personCan(person: Person, by: Changer, may: { readonly invite: boolean; readonly update: boolean }): string[] {
  const isBeyond = isAdministrator(person.roles) && !isAdministrator(by.roles)
  const isSelf = person.id === by.personId
  if (isBeyond || person.status === 'removed' || person.status === 'erased') return []
  const open = openTransitions(personTransitions, person.status)
  const can = open.flatMap((action) => {
    if (action === 'resendInvitation') return may.invite ? ['resendInvitation'] : []
    if (action === 'disable') return may.update && !isSelf ? ['disable'] : []
    if (action === 'enable') return may.update ? ['enable'] : []
    if (action === 'remove') return may.update && !isSelf ? ['remove'] : []
    return []
  })
  const update = may.update ? ['update', ...(isSelf && !isAdministrator(by.roles) ? [] : ['changeRoles'])] : []
  const second = may.update && (person.hasTotp || person.hasPasskey) && !isSelf ? ['removeSecondFactor'] : []
  return [...update, ...can, ...second]
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
