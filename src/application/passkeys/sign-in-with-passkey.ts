import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { passkeyMethods } from '../../domain/people/passkey.ts'
import { type Portal, portalFits } from '../../domain/people/portals.ts'
import type { PasskeyAssertion } from '../../security/passkeys.ts'
import { lockCredentialsOf } from '../../store/credential-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { endReplacedSession, type ReplacedSession } from '../sign-in/end-session.ts'
import { type OpenedSession, openSession } from '../sign-in/open-session.ts'
import type { UseCase } from '../use-case.ts'
import type { ChallengeBinding } from './challenges.ts'
import { provePasskey, type ProvenPasskey, spendPasskey } from './prove-passkey.ts'

export interface SignInWithPasskeyInput {
  readonly binding: ChallengeBinding
  readonly used: PasskeyAssertion
  readonly portal: Portal
  /** the session whose cookie came along, complete or awaiting its second factor; the new one takes its place (B98) */
  readonly replaces: ReplacedSession | null
  readonly proven?: ProvenPasskey
}

/** Both factors in one: the device holds the key and verified its holder. Whatever is wrong gets the one answer of a failed sign-in. */
export const signInWithPasskey: UseCase<SignInWithPasskeyInput, OpenedSession> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, proven: await provePasskey(env, 'signIn', input) }
  },

  async run(work, { portal, replaces, proven }) {
    const { person, because } = proven!
    if (!person) throw refused(because)
    await enterTenant(work.trx, person.tenantId)
    const held = await lockCredentialsOf(work.trx, person.tenantId, person.personId)
    if (held?.status !== 'active') throw refused('accountClosed')
    if (!(await spendPasskey(work, proven!))) throw refused(because)
    if (!portalFits(portal, person)) throw new DomainError('signInFailed', 'The account has nothing to do in this portal.', { reason: 'wrongPortal' })
    const opened = await openSession(work, person, { portal, awaits: null, authenticatedBy: passkeyMethods })
    if (replaces) await endReplacedSession(work, replaces)
    return opened
  },

  async onRefusal(work, { proven, portal }, refusal) {
    if (refusal.code !== 'signInFailed') return
    const person = proven?.person
    const readers = [{ tenantId: person?.tenantId ?? noTenant }]
    const resource = person ? ({ type: 'person', id: person.personId } as const) : ({ type: 'installation', id: noTenant } as const)
    await work.record({ type: 'session.refused', resource, readers, data: { portal, with: 'passkey' }, refused: String(refusal.details.because ?? refusal.details.reason) })
  },
}

function refused(because: string): DomainError {
  return new DomainError('signInFailed', 'The passkey opens no account here.', { reason: 'passkeyRefused', because })
}
