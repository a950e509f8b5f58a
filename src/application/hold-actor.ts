import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { type Action, permissionOf } from '../domain/permissions.ts'
import { mightAllow } from '../domain/rights.ts'
import type { Transaction } from '../store/database.ts'
import { holdStandingOfPerson } from '../store/actor-store.ts'

/**
 * Reads inside the transaction whether who acts still may, and holds it until the end: whoever takes the account or its
 * roles waits for this act, or this act sees it (rule R10). Gives the actor with the roles of this moment. Acts that change
 * people read it under the lock on the administration instead, so that two who end each other's rights queue up.
 */
export async function holdActor(trx: Transaction, actor: Actor, { action, changesPeople }: { readonly action: Action; readonly changesPeople?: true }): Promise<Actor> {
  const forEverybody: readonly string[] = permissionOf(action).roles
  if (actor.kind !== 'person' || changesPeople || forEverybody.includes('visitor')) return actor
  const standing = await holdStandingOfPerson(trx, actor)
  if (standing?.status !== 'active') throw new DomainError('sessionEnded', 'The account can no longer act.')
  if (!mightAllow(standing.roles, action)) {
    throw new DomainError('notAllowed', 'The role was taken meanwhile.', { reason: 'roleMissing', action, allowedRoles: forEverybody })
  }
  return { ...actor, roles: standing.roles }
}
