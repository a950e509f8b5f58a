import type { FastifyReply } from 'fastify'
import type { Portal } from '../domain/people/portals.ts'
import type { Secret } from '../security/secret.ts'
import { sessionCookies, visitorCookie } from './authentication.ts'

/** Rule R21. `__Host-` binds a cookie to this very host; without an age it ends with the browser, and with the session before that. */
function rules(portal: Portal | 'visitor') {
  return { path: '/', secure: true, httpOnly: true, sameSite: portal === 'operator' ? 'strict' : 'lax' } as const
}

export function setSessionCookie(reply: FastifyReply, { portal, secret }: { portal: Portal; secret: Secret<'session'> }): void {
  reply.setCookie(sessionCookies[portal], secret, rules(portal))
}

export function clearSessionCookie(reply: FastifyReply, portal: Portal): void {
  reply.clearCookie(sessionCookies[portal], rules(portal))
}

export function setVisitorCookie(reply: FastifyReply, secret: Secret<'visitor'>): void {
  reply.setCookie(visitorCookie, secret, rules('visitor'))
}
