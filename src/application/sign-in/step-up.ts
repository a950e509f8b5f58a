import { DomainError } from '../../domain/errors.ts'
import { stepUpMinutes } from '../../domain/rights.ts'
import { verifyPassword } from '../../security/password-hashes.ts'
import { hashSecret, newSecret, type Secret } from '../../security/secret.ts'
import { type Credentials, credentialsOf, lockCredentialsOf } from '../../store/credential-store.ts'
import { rotateSession } from '../../store/session-store.ts'
import type { Environment } from '../environment.ts'
import type { Actor } from '../../domain/actor.ts'
import type { UseCase, Work } from '../use-case.ts'
import { hasSecondFactor, spendSecondFactor } from './second-factor.ts'

export interface ProvenPassword {
  readonly credentials: Credentials | undefined
  readonly isRight: boolean
}

export interface StepUpInput {
  readonly password: string
  readonly code?: string | undefined
  readonly proven?: ProvenPassword
}

export interface SteppedUp {
  readonly steppedUpUntil: Date
  readonly secret: Secret<'session'>
}

/** Signing in again without leaving: password, and code where a second factor is enrolled. Holds for 15 minutes (rule R21). */
export const stepUp: UseCase<StepUpInput, SteppedUp> = {
  action: 'self.read',

  async prepare(env, actor, input) {
    return { ...input, proven: await provePassword(env, actor, input.password) }
  },

  async run(work, { code, proven }) {
    const credentials = await requireProven(work, proven)
    if (hasSecondFactor(credentials)) {
      if (!code) throw new DomainError('wrongCode', 'The code is missing.', { field: 'code' })
      await spendSecondFactor(work, credentials, code)
    }
    const { person } = work
    const methods = hasSecondFactor(credentials) ? ['pwd', 'otp', 'mfa'] : ['pwd']
    const secret = await rotateOwnSession(work, [...new Set([...person.authenticatedBy, ...methods])])
    return { secret, steppedUpUntil: new Date(work.env.clock().getTime() + stepUpMinutes * 60_000) }
  },

  async onRefusal(work, _input, refusal) {
    const because = refusal.code === 'wrongCode' ? 'codeWrong' : refusal.code === 'signInFailed' ? 'passwordWrong' : undefined
    if (!because) return
    const { personId, tenantId } = work.person
    await work.record({ type: 'session.refused', resource: { type: 'person', id: personId }, readers: [{ tenantId }], refused: because })
  },
}

/** Whether it is the password of who acts; costly, so before any transaction. */
export async function provePassword(env: Environment, actor: Actor, password: string): Promise<ProvenPassword> {
  if (actor.kind !== 'person') return { credentials: undefined, isRight: false }
  const { tenantId, personId } = actor
  const credentials = await env.database.transaction({ tenant: tenantId, scope: 'tenant' }, (trx) => credentialsOf(trx, tenantId, personId))
  return { credentials, isRight: await verifyPassword(credentials?.passwordHash, password) }
}

/** The credentials, held, if the password that was proved is still theirs. */
export async function requireProven(work: Work, proven: ProvenPassword | undefined): Promise<Credentials> {
  const { tenantId, personId } = work.person
  const held = await lockCredentialsOf(work.trx, tenantId, personId)
  const isStill = proven?.isRight && held?.status === 'active' && held.passwordHash === proven.credentials?.passwordHash
  if (!held || !isStill) throw new DomainError('signInFailed', 'The password is not right.', { reason: 'passwordWrong', field: 'password' })
  return held
}

/** A fresh secret for the session that acts, stepped up now (V43). A bearer token has no session to raise. */
export async function rotateOwnSession(work: Work, authenticatedBy: readonly string[]): Promise<Secret<'session'>> {
  const { person } = work
  if (!person.sessionId) throw new DomainError('invalidInput', 'A bearer token has no session.', { reason: 'noSession' })
  const secret = newSecret('session', work.env.random)
  const now = work.env.clock()
  const isRotated = await rotateSession(work.trx, { tenantId: person.tenantId, sessionId: person.sessionId }, {
    whileAwaiting: null,
    secretHash: hashSecret(secret),
    authenticatedBy,
    steppedUpAt: now,
    now,
  })
  if (!isRotated) throw new DomainError('sessionEnded', 'The session has ended.')
  return secret
}

