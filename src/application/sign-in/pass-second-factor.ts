import { DomainError } from '../../domain/errors.ts'
import { sessionExpiry, sessionTransitions, sessionStatus } from '../../domain/people/session.ts'
import { transition } from '../../domain/transition.ts'
import { hashSecret, newSecret } from '../../security/secret.ts'
import type { KnownSession } from '../../store/actor-store.ts'
import { lockCredentialsOf } from '../../store/credential-store.ts'
import { rotateSession } from '../../store/session-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import type { UseCase } from '../use-case.ts'
import { noteSessionStart, type OpenedSession } from './open-session.ts'
import { spendSecondFactor } from './second-factor.ts'

export interface PassSecondFactorInput {
  /** the session of the cookie */
  readonly session: KnownSession | null
  readonly code: string
}

/** The second step of signing in, by authenticator or recovery code; the session gets a fresh secret. */
export const passSecondFactor: UseCase<PassSecondFactorInput, OpenedSession> = {
  action: 'session.start',

  async run(work, { session, code }) {
    if (!session) throw signInOver()
    const now = work.env.clock()
    transition(sessionTransitions, sessionStatus(session, now), 'passSecondFactor')
    const { person, portal } = session
    await enterTenant(work.trx, person.tenantId)
    const credentials = await lockCredentialsOf(work.trx, person.tenantId, person.personId)
    if (credentials?.status !== 'active') throw signInOver()
    const secondFactor = await spendSecondFactor(work, credentials, code)
    const secret = newSecret('session', work.env.random)
    const isRotated = await rotateSession(work.trx, { tenantId: person.tenantId, sessionId: person.sessionId! }, {
      whileAwaiting: 'secondFactor',
      secretHash: hashSecret(secret),
      authenticatedBy: [...new Set([...person.authenticatedBy, 'otp', 'mfa'])],
      steppedUpAt: now,
      expiresAt: sessionExpiry(null, now),
      now,
    })
    if (!isRotated) throw signInOver()
    await noteSessionStart(work, person, { portal, secondFactor })
    return { next: 'signedIn', portal, secret }
  },

  async onRefusal(work, { session }, refusal) {
    if (refusal.code !== 'wrongCode' || !session) return
    const { person, portal } = session
    await work.record({ type: 'session.refused', resource: { type: 'person', id: person.personId }, readers: [{ tenantId: person.tenantId }], data: { portal }, refused: 'codeWrong' })
  },
}

/** No sign-in is under way, or no longer: the form begins again with name and password. */
export function signInOver(): DomainError {
  return new DomainError('signInFailed', 'No sign-in is under way.', { reason: 'signInOver' })
}
