import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { bindingOf } from './authentication.ts'

/**
 * Whose page a question belongs to, so that only this page's answer counts: the session by its id, which outlives a
 * fresh secret; a program by its person; else the visitor's cookie, hashed.
 */
export function challengeBinding(request: FastifyRequest): string {
  const { actor, session } = request
  if (session) return `session ${session.person.sessionId}`
  if (actor.kind === 'person') return `person ${actor.personId}`
  return `visitor ${createHash('sha256').update(bindingOf(request) ?? '').digest('hex')}`
}
