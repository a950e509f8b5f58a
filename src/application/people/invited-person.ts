import { DomainError } from '../../domain/errors.ts'
import type { Person } from '../../domain/people/person.ts'
import { mightAllow } from '../../domain/rights.ts'
import { standingOfPerson } from '../../store/actor-store.ts'
import type { OneTimeSecret } from '../../store/one-time-secret-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import type { Work } from '../use-case.ts'

/**
 * Whom the invitation names, if it still holds: the person was not taken back, and whoever invited may still invite
 * (rule R7; an administrator who was sent away leaves no open doors behind).
 */
export async function invitedPerson({ trx }: Work, tenantId: string, { personId, createdBy }: OneTimeSecret): Promise<Person> {
  const person = await lockPersonOf(trx, tenantId, personId)
  const inviter = createdBy === null ? undefined : await standingOfPerson(trx, createdBy)
  const isWithdrawn = createdBy !== null && !(inviter?.isUsable && (mightAllow(inviter.roles, 'person.invite') || inviter.roles.includes('operator')))
  if (person.status !== 'invited' || isWithdrawn) throw new DomainError('notFound', 'The invitation no longer holds.', { reason: 'linkNotValid' })
  return person
}
