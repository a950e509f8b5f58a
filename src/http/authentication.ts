import type { FastifyRequest } from 'fastify'
import { identifyBySession, identifyByToken, type IdentifiedSession } from '../application/sign-in/identify.ts'
import type { Environment } from '../application/environment.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import type { AccessTokens } from '../security/access-token.ts'
import { checkCsrfToken, type CsrfBinding } from '../security/csrf.ts'
import { parseSecret } from '../security/secret.ts'

/** One cookie per portal, so one browser can hold both sides at once (product.md, Faces). */
export const sessionCookies = {
  partner: '__Host-partner',
  customer: '__Host-customer',
  operator: '__Host-operator',
} as const
export type Portal = keyof typeof sessionCookies

/** Binds the request token of a page that nobody has signed in to yet. */
export const visitorCookie = '__Host-visitor'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    /** the cookie session, complete or still awaiting its second factor */
    session: IdentifiedSession | null
    portal: Portal | null
    /** finds out anew who asks, for answers that take long; a session or token that has ended makes a visitor or throws */
    identify: () => Promise<Actor>
    /** SHA-256 of the body as it came; the empty hash where there is none */
    bodySha256: Buffer | null
  }
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Finds out who asks, by bearer token or by the cookie of the portal that the page names. */
export async function authenticate(env: Environment, tokens: AccessTokens, request: FastifyRequest): Promise<void> {
  const circumstances = {
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    traceId: request.id,
  }
  request.actor = { kind: 'visitor', clockOffset: 0, ...circumstances }
  const bearer = bearerOf(request)
  const visitor = request.actor
  if (bearer !== undefined) {
    request.identify = () => identifyByToken(env, tokens, bearer, circumstances)
    request.actor = await request.identify()
    return
  }
  if (request.routeOptions.config.readsForm || request.routeOptions.config.isSigned) {
    request.identify = async () => visitor
    return
  }
  request.portal = portalOf(request)
  const cookie = request.portal && cookieNamed(request, sessionCookies[request.portal])
  // A session of one portal under the cookie of another is none.
  const look = async () => {
    const session = cookie && (await identifyBySession(env, cookie, circumstances))
    return session && session.portal === request.portal ? session : null
  }
  const actorOf = (session: IdentifiedSession | null) => (session && !session.awaits ? session.actor : visitor)
  request.identify = async () => actorOf(await look())
  request.session = await look()
  if (unsafe.has(request.method)) refuseForgery(env, request)
  request.actor = actorOf(request.session)
}

/** Own header with a bound token, same origin by the browser's own word, JSON only (rule R22). */
function refuseForgery(env: Environment, request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('csrfFailed', `The request came from ${String(site)}.`)
  const origin = request.headers.origin
  if (origin !== undefined && hostOf(origin) !== request.host) throw new DomainError('csrfFailed', 'The request came from another origin.')
  const token = request.headers['x-csrf-token']
  checkCsrfToken(env.keyRing, bindingOf(request), typeof token === 'string' ? token : undefined)
}

/** What the page's token is bound to: the session, else the visitor's cookie; undefined where there is neither. */
export function bindingOf(request: FastifyRequest): CsrfBinding | undefined {
  const cookie = request.session && request.portal && cookieNamed(request, sessionCookies[request.portal])
  if (cookie) return parseSecret('session', cookie)
  return parseSecret('visitor', cookieNamed(request, visitorCookie) ?? '')
}

/** Undefined when it stands twice: one of them was planted, and nobody can say which (B98). */
function cookieNamed(request: FastifyRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').filter((pair) => pair.split('=')[0]!.trim() === name)
  return pairs.length === 1 ? request.cookies[name] : undefined
}

function portalOf(request: FastifyRequest): Portal | null {
  const named = request.headers['x-portal']
  if (named === undefined) return null
  if (typeof named === 'string' && Object.hasOwn(sessionCookies, named)) return named as Portal
  throw new DomainError('malformed', 'X-Portal is partner, customer or operator.')
}

/** 401 for another scheme, 400 for a header that is broken or repeated (B96). */
function bearerOf(request: FastifyRequest): string | undefined {
  const values = request.raw.rawHeaders.filter((_, index, all) => index % 2 === 1 && all[index - 1]!.toLowerCase() === 'authorization')
  if (values.length === 0) return undefined
  if (values.length > 1) throw new DomainError('malformed', 'Authorization stands twice.')
  const [scheme, token, ...rest] = values[0]!.split(' ')
  if (scheme!.toLowerCase() !== 'bearer') throw new DomainError('notSignedIn', 'Only bearer tokens are accepted.')
  if (!token || rest.length > 0) throw new DomainError('malformed', 'The bearer token is missing.')
  return token
}

/** `null` and other things that are no origin have no host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
