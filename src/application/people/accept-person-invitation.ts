import { eventOf } from '../../domain/people/decide.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { personTransitions } from '../../domain/people/transitions.ts'
import { transition } from '../../domain/transition.ts'
import type { Language } from '../../language/languages.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { checkPassword } from '../../security/password-rules.ts'
import { savePassword } from '../../store/credential-store.ts'
import { findOneTimeSecret, spendOneTimeSecret } from '../../store/one-time-secret-store.ts'
import { updatePerson } from '../../store/person-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { invitationProvesMail } from './invitation-proves-mail.ts'
import { invitedPerson } from './invited-person.ts'
import { type OneTimeKey, oneTimeKey, passwordCircumstances, requireKey } from './one-time-key.ts'
import { portalOfPerson } from './person-link.ts'
import { recordAs } from '../sign-in/record-as.ts'

export interface AcceptPersonInvitationInput {
  readonly secret: string
  readonly password: string
  readonly language?: Language | undefined
  readonly key?: OneTimeKey | undefined
  readonly passwordHash?: string | undefined
}

/**
 * The colleague chooses a password and joins. It ends at the sign-in page like everybody's way in: an invitation is
 * never a session, so it skips no second factor (V19, V25).
 */
export const acceptPersonInvitation: UseCase<AcceptPersonInvitationInput, { readonly portal: Portal }> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    const key = await oneTimeKey(env, 'personInvitation', input.secret)
    return { ...input, key, passwordHash: key?.tenantId ? await hashPassword(input.password) : undefined }
  },

  async run(work, { key, password, passwordHash, language }) {
    const { secretHash, tenantId } = requireKey(key)
    const now = work.env.clock()
    const secret = { kind: 'personInvitation', secretHash, now } as const
    await enterTenant(work.trx, tenantId)
    const person = await invitedPerson(work, tenantId, await findOneTimeSecret(work.trx, tenantId, secret))
    const tenant = await findOwnTenant(work.trx, tenantId)
    checkPassword(password, passwordCircumstances(work.env, person, tenant))
    await spendOneTimeSecret(work.trx, tenantId, secret)
    const isProved = await invitationProvesMail(work, person)
    const status = transition(personTransitions, person.status, 'join')
    await updatePerson(work.trx, { ...person, status, mailConfirmedAt: isProved ? now : null, language: language ?? person.language }, person.version)
    await savePassword(work.trx, person, passwordHash!, now)
    await recordAs(work, { personId: person.id, tenantId }, eventOf(person, 'person.joined'))
    return { portal: portalOfPerson(person.roles, tenant) }
  },
}
