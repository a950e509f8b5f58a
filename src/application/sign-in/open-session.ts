import type { PersonActor } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { type Awaits, sessionExpiry } from '../../domain/people/session.ts'
import { hashSecret, newSecret, type Secret } from '../../security/secret.ts'
import type { KnownPerson } from '../../store/actor-store.ts'
import { noteSignIn } from '../../store/credential-store.ts'
import { insertSession } from '../../store/session-store.ts'
import type { Work } from '../use-case.ts'
import { recordAs } from './record-as.ts'

/** What the sign-in form does next. */
export type SignInStep = 'signedIn' | 'secondFactor' | 'enrolSecondFactor'

/** A session with the secret that goes into its cookie, once, and is kept nowhere. */
export interface OpenedSession {
  readonly next: SignInStep
  readonly portal: Portal
  readonly secret: Secret<'session'>
}

const stepOf: Record<NonNullable<Awaits>, SignInStep> = { secondFactor: 'secondFactor', secondFactorEnrolment: 'enrolSecondFactor' }

/** Whose session it is; a person of today, or one who was made in this very transaction. */
export type SessionOwner = Pick<PersonActor, 'personId' | 'tenantId' | 'clockOffset'>

/**
 * A fresh session of somebody who proved who they are. The transaction must see the tenant's rows (`enterTenant`).
 * One that still awaits the second factor opens nothing, steps up nothing and soon runs out.
 */
export async function openSession(
  work: Work,
  owner: SessionOwner,
  how: { readonly portal: Portal; readonly awaits: Awaits; readonly authenticatedBy: readonly string[] },
): Promise<OpenedSession> {
  const { portal, awaits, authenticatedBy } = how
  const secret = newSecret('session', work.env.random)
  const at = work.env.clock()
  await insertSession(work.trx, {
    id: work.newId(),
    tenantId: owner.tenantId,
    personId: owner.personId,
    secretHash: hashSecret(secret),
    portal,
    awaits,
    authenticatedBy,
    steppedUpAt: awaits ? null : at,
    at,
    expiresAt: sessionExpiry(awaits, at),
    ...circumstancesOf(work),
  })
  if (!awaits) await noteSessionStart(work, owner, { portal })
  return { next: awaits ? stepOf[awaits] : 'signedIn', portal, secret }
}

/** The sign-in is complete: it is told to the tenant, and the person's row remembers when. */
export async function noteSessionStart(work: Work, owner: SessionOwner, data: { readonly portal: Portal; readonly secondFactor?: string }): Promise<void> {
  await noteSignIn(work.trx, { id: owner.personId, tenantId: owner.tenantId }, work.env.clock())
  await recordAs(work, owner, sessionEvent('session.started', owner, data))
}

export function sessionEvent(type: 'session.started' | 'session.ended', { personId, tenantId }: Pick<PersonActor, 'personId' | 'tenantId'>, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'person', id: personId }, readers: [{ tenantId }], data }
}

/** Somebody known by now, with the circumstances of the request that made them known. */
export function actorOf(work: Work, person: KnownPerson, sessionId: string | null): PersonActor {
  return { ...person, ...circumstancesOf(work), traceId: work.actor.traceId, sessionId: sessionId as SessionId | null }
}

function circumstancesOf({ actor }: Work): Pick<PersonActor, 'address' | 'userAgent'> {
  return actor.kind === 'system' ? { address: null, userAgent: null } : { address: actor.address, userAgent: actor.userAgent }
}
