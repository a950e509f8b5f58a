import { DomainError } from '../../domain/errors.ts'
import { passkeyMethods } from '../../domain/people/passkey.ts'
import { stepUpMinutes } from '../../domain/rights.ts'
import type { PasskeyAssertion } from '../../security/passkeys.ts'
import { lockCredentialsOf } from '../../store/credential-store.ts'
import { rotateOwnSession, type SteppedUp } from '../sign-in/step-up.ts'
import type { UseCase } from '../use-case.ts'
import type { ChallengeBinding } from './challenges.ts'
import { provePasskey, type ProvenPasskey, spendPasskey } from './prove-passkey.ts'

export interface StepUpWithPasskeyInput {
  readonly binding: ChallengeBinding
  readonly used: PasskeyAssertion
  readonly proven?: ProvenPasskey
}

/** Proving again who is signed in, with a passkey of this very person; holds for 15 minutes (rule R21). */
export const stepUpWithPasskey: UseCase<StepUpWithPasskeyInput, SteppedUp> = {
  action: 'self.read',

  async prepare(env, _actor, input) {
    return { ...input, proven: await provePasskey(env, 'stepUp', input) }
  },

  async run(work, { proven }) {
    const { tenantId, personId, authenticatedBy } = work.person
    const held = await lockCredentialsOf(work.trx, tenantId, personId)
    if (held?.status !== 'active') throw refused('accountClosed')
    if (proven?.person?.personId !== personId) throw refused(proven?.person ? 'passkeyOfSomebodyElse' : 'passkeyUnknown')
    if (!(await spendPasskey(work, proven))) throw refused(proven.because)
    const secret = await rotateOwnSession(work, [...new Set([...authenticatedBy, ...passkeyMethods])])
    return { secret, steppedUpUntil: new Date(work.env.clock().getTime() + stepUpMinutes * 60_000) }
  },

  async onRefusal(work, _input, refusal) {
    if (refusal.code !== 'signInFailed') return
    const { personId, tenantId } = work.person
    await work.record({ type: 'session.refused', resource: { type: 'person', id: personId }, readers: [{ tenantId }], refused: String(refusal.details.because) })
  },
}

function refused(because: string): DomainError {
  return new DomainError('signInFailed', 'The passkey is not this person’s, or not right.', { reason: 'passkeyRefused', because })
}
