import { DomainError } from '../../domain/errors.ts'
import { sessionStatus, sessionTransitions } from '../../domain/people/session.ts'
import { isSteppedUp } from '../../domain/rights.ts'
import { transition } from '../../domain/transition.ts'
import type { KnownPerson, KnownSession } from '../../store/actor-store.ts'
import { type Credentials, lockCredentialsOf } from '../../store/credential-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { signInOver } from '../sign-in/pass-second-factor.ts'
import { hasSecondFactor } from '../sign-in/second-factor.ts'
import type { Work } from '../use-case.ts'

export interface Enrolling {
  readonly person: KnownPerson
  readonly credentials: Credentials
}

/**
 * Who may set up an authenticator: a signed-in person who proved it again lately, or a sign-in that awaits the enrolment.
 * One that awaits the code of an authenticator never may: it would let a stolen password replace it.
 */
export async function whoEnrols(work: Work, session: KnownSession | null): Promise<Enrolling> {
  const now = work.env.clock()
  const person = work.actor.kind === 'person' ? work.actor : session?.person
  if (!person) throw signInOver()
  if (session) {
    const status = sessionStatus(session, now)
    if (status === 'awaitsSecondFactor') throw new DomainError('secondFactorRequired', 'The session awaits its second factor.', { next: 'secondFactor' })
    transition(sessionTransitions, status, 'enrolSecondFactor')
  }
  if (!session?.awaits && !isSteppedUp({ ...person, address: null, userAgent: null, traceId: work.actor.traceId }, now)) {
    throw new DomainError('stepUpRequired', 'A new authenticator needs a recent sign-in.', { reason: 'stepUpMissing', action: 'self.enrolSecondFactor' })
  }
  await enterTenant(work.trx, person.tenantId)
  const credentials = await lockCredentialsOf(work.trx, person.tenantId, person.personId)
  if (credentials?.status !== 'active') throw signInOver()
  // A second factor came meanwhile: what only gave a password must not add another beside it.
  if (session?.awaits && hasSecondFactor(credentials)) throw signInOver()
  return { person, credentials }
}
