import type { PersonActor } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { sessionStatus } from '../../domain/people/session.ts'
import type { AccessTokens } from '../../security/access-token.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import { findPerson, findSession, type KnownSession } from '../../store/actor-store.ts'
import { touchSession } from '../../store/session-store.ts'
import type { Environment } from '../environment.ts'

export interface Circumstances {
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string
}

/** How stale last_seen_at may be before a request renews it: one write a minute, not one a request. */
const seenEverySeconds = 60

export interface IdentifiedSession extends KnownSession {
  readonly actor: PersonActor
}

/**
 * The person behind a session cookie; undefined when there is no such session or it has ended. A session that still
 * awaits its second factor is given back with `awaits`: the caller lets it do nothing else.
 */
export async function identifyBySession(
  env: Environment,
  cookie: string,
  circumstances: Circumstances,
): Promise<IdentifiedSession | undefined> {
  const secret = parseSecret('session', cookie)
  const session = secret && (await findSession(env.database, hashSecret(secret)))
  if (!session?.isUsable) return undefined
  const now = env.clock()
  if (sessionStatus(session, now) === 'ended') return undefined
  if (now.getTime() - session.lastSeenAt.getTime() > seenEverySeconds * 1_000) await renew(env, session, now)
  return { ...session, actor: { ...session.person, ...circumstances } }
}

/** The person a bearer token names. The token says how and when they signed in; rights are read anew. */
export async function identifyByToken(
  env: Environment,
  tokens: AccessTokens,
  token: string,
  circumstances: Circumstances,
): Promise<PersonActor> {
  const holder = await tokens.verify(token, env.clock())
  const person = await findPerson(env.database, holder.personId, {
    authenticatedBy: holder.authenticatedBy,
    steppedUpAt: holder.authenticatedAt,
  })
  if (!person || person.tenantId !== holder.tenantId) throw new DomainError('notSignedIn', 'The account of the token cannot act.')
  return { ...person, ...circumstances }
}

async function renew(env: Environment, session: KnownSession, now: Date): Promise<void> {
  const { tenantId, sessionId } = session.person
  await env.database.transaction({ tenant: tenantId, scope: 'tenant' }, (trx) => touchSession(trx, { tenantId, sessionId: sessionId! }, now))
}
