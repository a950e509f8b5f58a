import type { PersonActor } from '../../domain/actor.ts'
import type { Branding } from '../../domain/branding.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { openActions } from '../../domain/people/open-actions.ts'
import type { Awaits } from '../../domain/people/session.ts'
import { isSteppedUp, stepUpMinutes } from '../../domain/rights.ts'
import { type CsrfBinding, csrfToken } from '../../security/csrf.ts'
import { newSecret, type Secret } from '../../security/secret.ts'
import type { KnownSession } from '../../store/actor-store.ts'
import { credentialsOf } from '../../store/credential-store.ts'
import { identityOfPerson } from '../../store/outside-identity-store.ts'
import { hasPasskeys } from '../../store/passkey-store.ts'
import { readBranding } from '../../store/branding-store.ts'
import { isSetUp } from '../../store/setting-store.ts'
import { enterTenant, findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { actorOf } from './open-session.ts'

export interface ReadSessionInput {
  readonly session: KnownSession | null
  /** what the page's token is bound to; undefined where the request brought no cookie of ours */
  readonly binding: CsrfBinding | undefined
}

export interface SessionView {
  readonly installation: { readonly isDemo: boolean; readonly isQuarantined: boolean; readonly isSetUp: boolean; readonly mailLeaves: boolean; readonly branding: Branding }
  readonly csrfToken: string
  /** the cookie that a visitor's page gets, to bind its token to */
  readonly freshVisitor: Secret<'visitor'> | undefined
  readonly signedIn: SignedIn | undefined
}

export interface SignedIn {
  readonly awaits: Awaits
  readonly person: PersonActor
  readonly tenant: Tenant
  readonly manifest: CapabilityManifest
  readonly can: readonly string[]
  readonly steppedUpUntil: Date | null
  readonly expiresAt: Date | null
  readonly hasPasskey: boolean
  readonly hasPassword: boolean
  /** whether the organization's provider can prove who this is */
  readonly hasOutsideIdentity: boolean
}

/** Everything a page needs before it is drawn. A session that awaits its second factor says whose it is and opens nothing. */
export const readSession: UseCase<ReadSessionInput, SessionView> = {
  action: 'session.start',

  async run(work, { session, binding }) {
    const freshVisitor = binding ? undefined : newSecret('visitor', work.env.random)
    const installation = { isDemo: work.env.isDemo, isQuarantined: work.env.isQuarantined === true, mailLeaves: work.env.mailLeaves, isSetUp: await isSetUp(work.trx), branding: await readBranding(work.trx) }
    const person = work.actor.kind === 'person' ? work.actor : session && actorOf(work, session.person, session.person.sessionId)
    const signedIn = person ? await whoIsSignedIn(work, person, session) : undefined
    return { installation, csrfToken: csrfToken(work.env.keyRing, (binding ?? freshVisitor)!), freshVisitor, signedIn }
  },
}

async function whoIsSignedIn(work: Work, person: PersonActor, session: KnownSession | null): Promise<SignedIn> {
  await enterTenant(work.trx, person.tenantId)
  const tenant = await findOwnTenant(work.trx, person.tenantId)
  const manifest = work.env.manifestOf(person.cloud)
  const awaits = session?.awaits ?? null
  const isRecent = isSteppedUp(person, work.env.clock())
  return {
    awaits,
    person,
    tenant,
    manifest,
    can: awaits ? [] : openActions(person.roles, tenant.partnerKinds.length > 0, manifest),
    steppedUpUntil: isRecent ? new Date(person.steppedUpAt!.getTime() + stepUpMinutes * 60_000) : null,
    expiresAt: session?.expiresAt ?? null,
    hasPasskey: await hasPasskeys(work.trx, { id: person.personId, tenantId: person.tenantId }),
    hasPassword: ((await credentialsOf(work.trx, person.tenantId, person.personId))?.passwordHash ?? null) !== null,
    hasOutsideIdentity: (await identityOfPerson(work.trx, person.tenantId, person.personId)) !== undefined,
  }
}
