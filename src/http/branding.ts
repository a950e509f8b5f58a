import type { FastifyInstance } from 'fastify'
import { readLogo } from '../application/branding/change-branding.ts'
import type { Environment } from '../application/environment.ts'
import { performNow } from '../application/perform.ts'
import { DomainError } from '../domain/errors.ts'

/** The operator's logo, as we wrote it ourselves: one kind of file, whatever was uploaded. Its address changes with its bytes. */
export function serveBranding(server: FastifyInstance, env: Environment): void {
  server.get('/branding/logo.png', async (request, reply) => {
    const visitor = { kind: 'visitor', clockOffset: 0, address: request.ip, userAgent: null, traceId: request.id } as const
    const logo = await performNow(env, readLogo, visitor, {})
    if (!logo) throw new DomainError('notFound', 'There is no logo.')
    return reply.type('image/png').header('cache-control', 'public, max-age=300').header('etag', `"${logo.sha256}"`).send(logo.png)
  })
}
