import { userPrincipalName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { type Portal, portalFits } from '../../domain/people/portals.ts'
import { awaitedAfterPassword, mustHaveSecondFactor } from '../../domain/people/session.ts'
import { hashPassword, isOutdatedHash, verifyPassword } from '../../security/password-hashes.ts'
import { passwordLengths } from '../../security/password-rules.ts'
import { findPerson, type KnownPerson } from '../../store/actor-store.ts'
import { type Credentials, credentialsByName, lockCredentialsOf, renewPasswordHash } from '../../store/credential-store.ts'
import { tenantOfPersonName } from '../../store/session-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import type { Environment } from '../environment.ts'
import type { UseCase, Work } from '../use-case.ts'
import { offerOwnPassword, type OwnPasswordOffer } from './choose-own-password.ts'
import { endReplacedSession, type ReplacedSession } from './end-session.ts'
import { type OpenedSession, openSession } from './open-session.ts'
import { hasSecondFactor } from './second-factor.ts'

export interface SignInInput {
  readonly userPrincipalName: string
  readonly password: string
  readonly portal: Portal
  /** the session whose cookie came along; the new one takes its place (B98) */
  readonly replaces: ReplacedSession | null
  /** what `prepare` found */
  readonly found?: Candidate
}

interface Candidate {
  readonly tenantId: string | undefined
  readonly credentials: Credentials | undefined
  /** undefined when the account or its tenant cannot act */
  readonly person: KnownPerson | undefined
  readonly isRight: boolean
  readonly freshHash: string | undefined
}

/**
 * The password is the first step; where a second factor is enrolled or owed, the session awaits it and opens nothing.
 * An unknown name, a wrong password and a disabled account get the same answer after the same work (rule R24).
 */
export const signIn: UseCase<SignInInput, OpenedSession | OwnPasswordOffer> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, found: await tryPassword(env, input) }
  },

  async run(work, { portal, password, replaces, found }) {
    const { credentials, person, isRight, freshHash } = found!
    if (isRight && credentials?.passwordHash === null) return offerOwnPassword(work, credentials, portal)
    if (!isRight || !credentials || !person) throw refused(!credentials ? 'nameUnknown' : !isRight ? 'passwordWrong' : 'accountClosed')
    if (!portalFits(portal, person)) throw new DomainError('signInFailed', 'The account has nothing to do in this portal.', { reason: 'wrongPortal' })
    await enterTenant(work.trx, person.tenantId)
    const held = await lockCredentialsOf(work.trx, person.tenantId, person.personId)
    if (held?.status !== 'active' || held.passwordHash !== credentials.passwordHash) throw refused('changedMeanwhile')
    if (freshHash) await renewPasswordHash(work.trx, { id: person.personId, tenantId: person.tenantId }, credentials.passwordHash!, freshHash)
    const awaits = awaitedAfterPassword({
      hasSecondFactor: hasSecondFactor(held),
      mustHaveSecondFactor: mustHaveSecondFactor(person, work.env.manifestOf(person.cloud)),
      isShortPassword: [...password.normalize('NFC')].length < passwordLengths.alone,
    })
    const opened = await openSession(work, person, { portal, awaits, authenticatedBy: ['pwd'] })
    // After the person, in the order in which everybody locks; it may belong to another tenant.
    if (replaces) await endReplacedSession(work, replaces)
    return opened
  },

  async onRefusal(work, { found, portal }, refusal) {
    if (refusal.code === 'signInFailed' && found) await keepRefusedSignIn(work, found, portal, String(refusal.details.because ?? refusal.details.reason))
  },
}

/** Everything that takes time happens here for everybody alike, and without a transaction that others would wait for. */
async function tryPassword(env: Environment, input: SignInInput): Promise<Candidate> {
  const name = nameKey(input.userPrincipalName)
  const tenantId = await tenantOfPersonName(env.database, name)
  const credentials = await env.database.transaction({ tenant: tenantId ?? noTenant, scope: 'tenant' }, (trx) => credentialsByName(trx, tenantId ?? noTenant, name))
  const person = await findPerson(env.database, credentials?.personId ?? noTenant, { authenticatedBy: ['pwd'], steppedUpAt: null })
  const isRight = await verifyPassword(credentials?.passwordHash ?? credentials?.temporaryPassword?.hash, input.password)
  const isOutdated = isRight && credentials?.passwordHash != null && isOutdatedHash(credentials.passwordHash)
  return { tenantId, credentials, person, isRight, freshHash: isOutdated ? await hashPassword(input.password) : undefined }
}

/** What was typed in the one form of names; nobody's name where it cannot be one. */
export function nameKey(typed: string): string {
  try {
    return userPrincipalName(typed.trim())
  } catch {
    return ''
  }
}

/** The reason is for the tenant's own activity log; the answer is the same for all of them. */
function refused(because: string): DomainError {
  return new DomainError('signInFailed', 'Name and password do not match an account.', { because })
}

/** Kept for unknown names too: the operator sees guessing, and both take the same time. */
async function keepRefusedSignIn(work: Work, { tenantId, credentials }: Candidate, portal: Portal, because: string): Promise<void> {
  const readers = [{ tenantId: tenantId ?? noTenant }]
  const resource = credentials ? ({ type: 'person', id: credentials.personId } as const) : ({ type: 'installation', id: noTenant } as const)
  await work.record({ type: 'session.refused', resource, readers, data: { portal }, refused: because })
}
