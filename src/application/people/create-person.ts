import { eventOf } from '../../domain/people/decide.ts'
import { fittingRoles, refuseEscalation } from '../../domain/people/role-rules.ts'
import { DomainError } from '../../domain/errors.ts'
import { findPersonOf, insertPerson } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { type PersonWithCredentials, withCredentials } from './issued-credentials.ts'
import type { Work } from '../use-case.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct, type PeopleSide } from './people-side.ts'
import { ownUserName, type PersonWish, wishedFacts } from './person-wish.ts'
import { newTemporaryPassword, type TemporaryPassword } from './temporary-password.ts'

export interface CreatePersonInput extends PersonWish {
  readonly displayName: string
  readonly userPrincipalName: string
  readonly roles: readonly string[]
  readonly temporary?: TemporaryPassword | undefined
}

/** A person of the directory, with a temporary password that is shown once; whoever has it joins by choosing an own one. */
const creation: PeopleAct<CreatePersonInput, PersonWithCredentials> = {
  own: 'person.create',
  onBehalf: 'directoryUser.create',
  changes: true,
  prepare: async (env, input) => ({ ...input, temporary: await newTemporaryPassword(env) }),

  run: addPerson,
}

/** One new person on the side where somebody acts; also for each row of a file. */
export async function addPerson(work: Work, side: PeopleSide, input: CreatePersonInput): Promise<PersonWithCredentials> {
  const { tenantId } = side
  const tenant = await findOwnTenant(work.trx, tenantId)
  const { displayName, ...facts } = wishedFacts(input)
  const draft = { ...facts, id: work.newId(), tenantId, displayName: displayName!, mail: facts.mail ?? null, language: null, userPrincipalName: ownUserName(input.userPrincipalName, tenant), roles: fittingRoles(input.roles, tenant) }
  const changer = await side.changer()
  refuseEscalation(changer, draft.roles)
  if (draft.roles.length > 0 && !side.may.changeRoles) throw new DomainError('notAllowed', 'The roles do not allow giving roles.', { reason: 'roleMissing' })
  await insertPerson(work.trx, { ...draft, status: 'invited', createdAt: work.now })
  const person = await findPersonOf(work.trx, tenantId, draft.id)
  side.record(eventOf(person, 'person.created', { roles: person.roles }))
  side.record(eventOf(person, 'person.temporaryPasswordIssued', { because: 'creation' }))
  return withCredentials(work, side, person, input.temporary!)
}

export const createPerson = onOwnPeople(creation)
export const createCustomersPerson = onCustomersPeople(creation)
