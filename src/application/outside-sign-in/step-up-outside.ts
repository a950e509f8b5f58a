import { DomainError } from '../../domain/errors.ts'
import { isFreshProof, isMultiFactor } from '../../domain/people/outside-identity.ts'
import { lockCredentialsOf } from '../../store/credential-store.ts'
import { identityOfPerson, noteIdentityUse, type OutsideSignIn, personOfIdentity } from '../../store/outside-identity-store.ts'
import { hasSecondFactor } from '../sign-in/second-factor.ts'
import { rotateOwnSession, type SteppedUp } from '../sign-in/step-up.ts'
import type { UseCase, Work } from '../use-case.ts'
import { stepUpMinutes } from '../../domain/rights.ts'
import { leaveFor } from './away.ts'
import type { LinkInput } from './begin-outside-sign-in.ts'
import type { Back } from './come-back.ts'

/** The way out for somebody who is signed in and has to prove it again; the provider is told to ask anew. */
export const beginOutsideStepUp: UseCase<LinkInput, { readonly location: string }> = {
  action: 'self.read',

  async prepare(env, actor, input) {
    if (actor.kind !== 'person') throw new DomainError('notSignedIn', 'This needs somebody who is signed in.')
    const { portal, binding } = input
    if (!portal || !actor.sessionId) throw new DomainError('invalidInput', 'A bearer token has no session.', { reason: 'noSession' })
    const { tenantId, personId } = actor
    return { ...input, location: await leaveFor(env, { tenantId, personId, purpose: 'stepUp', portal, binding }) }
  },

  async run({ trx, person }, { location }) {
    if (!(await identityOfPerson(trx, person.tenantId, person.personId))) throw new DomainError('notFound', 'No identity is linked.', { reason: 'identityNotLinked' })
    return { location: location! }
  },
}

/**
 * Back from there, in the very session that went. The identity must be the one of this person, proved after they left
 * (`auth_time`, OpenID Connect Core 2), and by two factors where the account has two. Holds for 15 minutes (rule R21).
 */
export async function stepUpWithIdentity(work: Work, away: OutsideSignIn, { identity, luggage }: Pick<Back, 'identity' | 'luggage'>): Promise<SteppedUp> {
  const { actor, trx } = work
  if (actor.kind !== 'person' || actor.personId !== away.personId || actor.tenantId !== away.tenantId) throw refused('somebodyElse')
  const { tenantId, personId } = actor
  const held = await lockCredentialsOf(trx, tenantId, personId)
  if (held?.status !== 'active') throw refused('accountClosed')
  if ((await personOfIdentity(trx, tenantId, identity!)) !== personId) throw refused('somebodyElse')
  if (!isFreshProof(identity!.authenticatedAt, luggage!.leftAt)) throw refused('notProvedAnew')
  const isTwofold = isMultiFactor(identity!.methods)
  if (hasSecondFactor(held) && !isTwofold) throw new DomainError('signInFailed', 'The provider asked for one factor only.', { reason: 'providerOneFactor', because: 'providerOneFactor' })
  const methods = [...identity!.methods.slice(0, 10), ...(isTwofold ? ['mfa'] : [])]
  const secret = await rotateOwnSession(work, [...new Set([...actor.authenticatedBy, ...methods])])
  await noteIdentityUse(trx, tenantId, personId, work.now)
  return { secret, steppedUpUntil: new Date(work.env.clock().getTime() + stepUpMinutes * 60_000) }
}

function refused(because: string): DomainError {
  return new DomainError('signInFailed', 'The sign-in at the provider does not count here.', { reason: 'outsideSignInFailed', because })
}
