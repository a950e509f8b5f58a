import type { FastifyInstance } from 'fastify'
import { readPublishedLogo } from '../application/business-profiles/change-profile.ts'
import type { Environment } from '../application/environment.ts'
import { performNow } from '../application/perform.ts'
import { DomainError } from '../domain/errors.ts'

/** The picture of a published business profile, as we wrote it ourselves, under the digest of its bytes. */
export function serveProfileLogos(server: FastifyInstance, env: Environment): void {
  server.get('/profile-logos/:file', async (request, reply) => {
    const sha256 = /^([0-9a-f]{64})\.png$/.exec((request.params as { file: string }).file)?.[1]
    const visitor = { kind: 'visitor', clockOffset: 0, address: request.ip, userAgent: null, traceId: request.id } as const
    const png = sha256 === undefined ? null : await performNow(env, readPublishedLogo, visitor, { sha256 })
    if (!png) throw new DomainError('notFound', 'There is no such picture.')
    return reply.type('image/png').header('cache-control', 'private, max-age=300').header('etag', `"${sha256}"`).send(png)
  })
}
