import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { checkPassword } from '../../security/password-rules.ts'
import { credentialsOf, savePassword } from '../../store/credential-store.ts'
import { endOneTimeSecretsOf, findOneTimeSecret, spendOneTimeSecret } from '../../store/one-time-secret-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import { noteProved } from '../mail/address-book.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase } from '../use-case.ts'
import { type OneTimeKey, oneTimeKey, passwordCircumstances, requireKey } from './one-time-key.ts'

export interface CompletePasswordResetInput {
  readonly secret: string
  readonly password: string
  readonly key?: OneTimeKey | undefined
  readonly passwordHash?: string | undefined
}

/** A new password, and every session ended. It opens none: the second factor is asked at the sign-in that follows. */
export const completePasswordReset: UseCase<CompletePasswordResetInput, void> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    const key = await oneTimeKey(env, 'passwordReset', input.secret)
    return { ...input, key, passwordHash: key?.tenantId ? await hashPassword(input.password) : undefined }
  },

  async run(work, { key, password, passwordHash }) {
    const { secretHash, tenantId } = requireKey(key)
    const now = work.env.clock()
    const secret = { kind: 'passwordReset', secretHash, now } as const
    await enterTenant(work.trx, tenantId)
    const { personId, createdBy } = await findOneTimeSecret(work.trx, tenantId, secret)
    const person = await lockPersonOf(work.trx, tenantId, personId)
    if (person.status !== 'active') throw new DomainError('notFound', 'The account cannot act.', { reason: 'linkNotValid' })
    checkPassword(password, passwordCircumstances(work.env, person, await findOwnTenant(work.trx, tenantId)))
    // A link that was mailed proves the address; one that was handed out, or got for a temporary password, does not.
    const wasMailed = createdBy === null && work.env.mailLeaves && (await credentialsOf(work.trx, tenantId, personId))?.temporaryPassword === null
    await spendOneTimeSecret(work.trx, tenantId, secret)
    await endOneTimeSecretsOf(work.trx, { tenantId, personId }, now)
    await savePassword(work.trx, person, passwordHash!, now)
    if (wasMailed && !person.mailConfirmedAt) await updatePerson(work.trx, { ...person, mailConfirmedAt: now }, person.version)
    if (wasMailed && person.mail) await noteProved(work, person.mail)
    await endSessionsOf(work.trx, tenantId, personId, { now })
    await recordAs(work, { personId, tenantId }, eventOf(person, 'person.passwordChanged', { by: 'reset' }))
  },
}
