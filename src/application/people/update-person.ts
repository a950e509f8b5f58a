import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { update } from '../../domain/people/decide.ts'
import { fittingRoles } from '../../domain/people/role-rules.ts'
import { lockPersonOf, updatePerson as savePerson } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { changerOf, keepAnAdministrator } from './changer.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'

export interface UpdatePersonInput {
  readonly id: string
  readonly version: number
  readonly displayName?: string | undefined
  readonly roles?: readonly string[] | undefined
}

/** Name and roles of a colleague. New roles hold from the next request on: no right sits in a session. */
export const updatePerson: UseCase<UpdatePersonInput, ShownPerson> = {
  action: 'person.update',
  changesPeople: true,

  async run(work, input) {
    const { tenantId } = work.person
    const changer = await changerOf(work, 'person.update', input.id)
    const person = await lockPersonOf(work.trx, tenantId, input.id)
    if (person.version !== input.version) throw new DomainError('changedMeanwhile', 'The person was changed meanwhile.')
    const roles = input.roles && fittingRoles(input.roles, await findOwnTenant(work.trx, tenantId))
    const name = input.displayName === undefined ? undefined : displayName(input.displayName)
    const decided = update(person, { ...(name !== undefined && { displayName: name }), ...(roles && { roles }) }, changer)
    if (decided.events.length === 0) return showPerson(work, person)
    await keepAnAdministrator(work, person, decided)
    const saved = await savePerson(work.trx, decided.next, person.version)
    for (const event of decided.events) await work.record(event)
    return showPerson(work, saved)
  },
}
