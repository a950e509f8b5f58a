import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { isMultiFactor } from '../../domain/people/outside-identity.ts'
import { type Portal, portalFits } from '../../domain/people/portals.ts'
import { type Awaits, mustHaveSecondFactor } from '../../domain/people/session.ts'
import type { OutsideIdentity } from '../../security/openid.ts'
import { findPerson } from '../../store/actor-store.ts'
import { lockCredentialsOf } from '../../store/credential-store.ts'
import { noteIdentityUse, personOfIdentity } from '../../store/outside-identity-store.ts'
import { findSignInProvider } from '../../store/sign-in-provider-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { endReplacedSession, type ReplacedSession } from '../sign-in/end-session.ts'
import { type OpenedSession, openSession } from '../sign-in/open-session.ts'
import { hasSecondFactor } from '../sign-in/second-factor.ts'
import type { SteppedUp } from '../sign-in/step-up.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type Back, comeBack } from './come-back.ts'
import { joinWith, linkTo } from './link-identity.ts'
import { stepUpWithIdentity } from './step-up-outside.ts'

export interface FinishInput {
  readonly binding: string
  /** the query that the provider sent the browser back with */
  readonly returned: string
  /** whose return address it came to */
  readonly tenantId: string
  readonly portal: Portal
  readonly replaces: ReplacedSession | null
  readonly back?: Back
}

export type Finished = { readonly kind: 'linked' } | { readonly kind: 'steppedUp'; readonly steppedUp: SteppedUp } | { readonly kind: 'opened'; readonly opened: OpenedSession }

/**
 * Somebody comes back from the provider. The identity is issuer and subject, linked before by an invitation or by the
 * signed-in person; an address in the token is not even read. Whatever is wrong opens nothing, and everything came to one use.
 */
export const finishOutsideSignIn: UseCase<FinishInput, Finished> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, back: await comeBack(env, input) }
  },

  async run(work, input) {
    const { away, identity, luggage, because } = input.back!
    if (!away || !identity) throw refused(because)
    if (away.purpose === 'link') {
      await linkTo(work, away, identity)
      return { kind: 'linked' }
    }
    if (away.purpose === 'stepUp') return { kind: 'steppedUp', steppedUp: await stepUpWithIdentity(work, away, { identity, luggage }) }
    await enterTenant(work.trx, away.tenantId)
    const provider = await findSignInProvider(work.trx, away.tenantId)
    if (!provider?.isEnabled || provider.version !== away.providerVersion) throw refused('providerOff')
    if (away.purpose === 'join') await joinWith(work, away, { identity, invitationHash: luggage?.invitationHash })
    return { kind: 'opened', opened: await openFor(work, input, { tenantId: away.tenantId, identity }) }
  },

  async onRefusal(work, { back, portal }, refusal) {
    if (refusal.code !== 'signInFailed') return
    const tenantId = back?.away?.tenantId ?? noTenant
    await work.record({
      type: 'session.refused',
      resource: { type: 'installation', id: noTenant },
      readers: [{ tenantId }],
      data: { portal, with: 'provider' },
      refused: String(refusal.details.because ?? refusal.details.reason),
    })
  },
}

async function openFor(work: Work, { portal, replaces }: FinishInput, { tenantId, identity }: { readonly tenantId: string; readonly identity: OutsideIdentity }): Promise<OpenedSession> {
  const personId = await personOfIdentity(work.trx, tenantId, identity)
  if (!personId) throw new DomainError('signInFailed', 'The identity is linked to nobody.', { reason: 'identityNotLinked' })
  const held = await lockCredentialsOf(work.trx, tenantId, personId)
  if (held?.status !== 'active') throw refused('accountClosed')
  const methods = [...new Set([...identity.methods.slice(0, 10), ...(isMultiFactor(identity.methods) ? ['mfa'] : [])])]
  const person = await personNow(work, personId)
  if (!person) throw refused('accountClosed')
  if (!portalFits(portal, person)) throw new DomainError('signInFailed', 'The account has nothing to do in this portal.', { reason: 'wrongPortal' })
  const owes: Awaits = hasSecondFactor(held) ? 'secondFactor' : mustHaveSecondFactor(person, work.env.manifestOf(person.cloud)) ? 'secondFactorEnrolment' : null
  const opened = await openSession(work, person, { portal, awaits: isMultiFactor(identity.methods) ? null : owes, authenticatedBy: methods })
  await noteIdentityUse(work.trx, tenantId, personId, work.env.clock())
  if (replaces) await endReplacedSession(work, replaces)
  return opened
}

/** Read within this transaction, which may have made them active a moment ago. */
function personNow(work: Work, personId: string) {
  return findPerson(work.trx, personId, { authenticatedBy: [], steppedUpAt: null })
}

function refused(because: string): DomainError {
  return new DomainError('signInFailed', 'The sign-in at the provider does not count here.', { reason: 'outsideSignInFailed', because })
}
