import { DomainError } from '../../domain/errors.ts'
import { update } from '../../domain/people/decide.ts'
import { fittingRoles } from '../../domain/people/role-rules.ts'
import { lockPersonOf, updatePerson as savePerson } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { keepAnAdministrator } from './changer.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { type PersonWish, wishedFacts } from './person-wish.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

export interface UpdatePersonInput extends PersonWish {
  readonly id: string
  readonly version: number
  readonly roles?: readonly string[] | undefined
}

/** Names, address and roles of a person. New roles hold from the next request on: no right sits in a session. */
const change: PeopleAct<UpdatePersonInput, ShownPerson> = {
  own: 'person.update',
  onBehalf: 'directoryUser.update',
  changes: true,

  async run(work, side, input) {
    const changer = await side.changer(input.id)
    const person = await lockPersonOf(work.trx, side.tenantId, input.id)
    if (person.version !== input.version) throw new DomainError('changedMeanwhile', 'The person was changed meanwhile.')
    const roles = input.roles && fittingRoles(input.roles, await findOwnTenant(work.trx, side.tenantId))
    const decided = update(person, { ...wishedFacts(input), ...(roles && { roles }) }, changer)
    if (decided.events.some(({ type }) => type === 'person.rolesChanged') && !side.may.changeRoles) {
      throw new DomainError('notAllowed', 'The roles do not allow giving roles.', { reason: 'roleMissing' })
    }
    if (decided.events.length === 0) return showPerson(work, side, person)
    await keepAnAdministrator(work, person, decided)
    const saved = await savePerson(work.trx, decided.next, person.version)
    for (const event of decided.events) side.record(event)
    return showPerson(work, side, saved)
  },
}

export const updatePerson = onOwnPeople(change)
export const updateCustomersPerson = onCustomersPeople(change)
