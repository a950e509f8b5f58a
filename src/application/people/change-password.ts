import { eventOf } from '../../domain/people/decide.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { checkPassword } from '../../security/password-rules.ts'
import type { Secret } from '../../security/secret.ts'
import { savePassword } from '../../store/credential-store.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { provePassword, type ProvenPassword, requireProven, rotateOwnSession } from '../sign-in/step-up.ts'
import type { UseCase } from '../use-case.ts'
import { passwordCircumstances } from './one-time-key.ts'

export interface ChangePasswordInput {
  readonly currentPassword: string
  readonly password: string
  readonly proven?: ProvenPassword
  readonly passwordHash?: string | undefined
}

/** One's own, by whoever knows the present one. Every other session ends, and this one gets a fresh secret. */
export const changePassword: UseCase<ChangePasswordInput, { readonly secret: Secret<'session'> | undefined }> = {
  action: 'self.update',

  async prepare(env, actor, input) {
    const proven = await provePassword(env, actor, input.currentPassword)
    return { ...input, proven, passwordHash: proven.isRight ? await hashPassword(input.password) : undefined }
  },

  async run(work, { proven, password, passwordHash }) {
    await requireProven(work, proven)
    const { tenantId, personId, sessionId, authenticatedBy } = work.person
    const person = await findPersonOf(work.trx, tenantId, personId)
    checkPassword(password, passwordCircumstances(work.env, person, await findOwnTenant(work.trx, tenantId)))
    const now = work.env.clock()
    await savePassword(work.trx, person, passwordHash!, now)
    await endOneTimeSecretsOf(work.trx, { tenantId, personId }, now)
    await endSessionsOf(work.trx, tenantId, personId, { allBut: sessionId, now })
    await work.record(eventOf(person, 'person.passwordChanged', { by: 'self' }))
    return { secret: sessionId ? await rotateOwnSession(work, authenticatedBy) : undefined }
  },
}
