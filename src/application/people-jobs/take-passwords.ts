import { DomainError } from '../../domain/errors.ts'
import { open } from '../../security/seal.ts'
import { takePasswords } from '../../store/issued-password-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import { lockJob } from './own-job.ts'

export interface TakenPasswords {
  readonly signInUrl: string
  readonly items: readonly { readonly displayName: string; readonly userPrincipalName: string; readonly temporaryPassword: string; readonly validUntil: Date }[]
}

/** The temporary passwords of a file's users: to whoever brought the file, once. Those of people who joined meanwhile are gone. */
const taking: PeopleAct<{ readonly id: string }, TakenPasswords> = {
  own: 'person.create',
  onBehalf: 'directoryUser.create',

  async run(work, side, { id }) {
    const job = await lockJob(work, side, id)
    if (job.createdBy !== work.person.personId) throw new DomainError('notAllowed', 'Only who brought the file takes the passwords.', { reason: 'notTheStarter' })
    const taken = await takePasswords(work.trx, job, work.env.clock())
    if (taken.length === 0) throw new DomainError('invalidTransition', 'No password is left to take.', { reason: 'passwordsTaken', action: 'takePasswords' })
    side.record({ type: 'peopleJob.passwordsTaken', resource: { type: 'peopleJob', id }, readers: [{ tenantId: side.tenantId }], data: { rows: taken.length } })
    return {
      signInUrl: `${work.env.publicUrl}/admin/sign-in`,
      items: taken.map(({ personId, sealed, expiresAt, displayName, userPrincipalName }) => ({
        ...{ displayName, userPrincipalName, validUntil: expiresAt },
        temporaryPassword: open(work.env.keyRing, 'issuedPassword', personId, sealed),
      })),
    }
  },
}

export const takeIssuedPasswords = onOwnPeople(taking)
export const takeCustomersIssuedPasswords = onCustomersPeople(taking)
