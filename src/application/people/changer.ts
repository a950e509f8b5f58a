import { DomainError } from '../../domain/errors.ts'
import type { Changer } from '../../domain/people/decide.ts'
import { claimPerson, countHolders, findPersonOf, lockAdministration } from '../../store/person-store.ts'
import { type Decided, refuseLastAdministrator, rolesLost } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Action } from '../../domain/permissions.ts'
import { mightAllow } from '../../domain/rights.ts'
import type { Work } from '../use-case.ts'

/**
 * Like `currentChanger`, for acts that end rights of somebody: what this person is doing right now ends first, and what
 * they do next sees the change. Before the lock on the administration, which acts under way may need.
 */
export async function changerOf(work: Work, action: Action, whom: string): Promise<Changer> {
  await claimPerson(work.trx, whom)
  return currentChanger(work, action)
}

/**
 * Takes the lock on the tenant's administration and reads again who acts: whoever lost the role, or the account, while
 * this request was under way changes nobody any more (rule R10).
 */
export async function currentChanger(work: Work, action: Action): Promise<Changer> {
  const { tenantId, personId } = work.person
  await lockAdministration(work.trx, tenantId)
  const { roles, status } = await findPersonOf(work.trx, tenantId, personId)
  if (status !== 'active' || !mightAllow(roles, action)) {
    throw new DomainError('notAllowed', 'The role was taken meanwhile.', { reason: 'roleMissing', action })
  }
  return { personId, roles }
}

/** Asked under the lock that `currentChanger` took. */
export async function keepAnAdministrator(work: Work, before: Person, { next }: Decided): Promise<void> {
  const lost = rolesLost(before, next)
  if (lost.length > 0) refuseLastAdministrator(lost, await countHolders(work.trx, before.tenantId, lost))
}
