import type { FastifyInstance } from 'fastify'

export interface Readiness {
  /** whether the database answers a write, migrations are done and clocks agree; no details for anonymous callers (rule R36) */
  isReady(): Promise<boolean>
  /** restored and not released yet: it answers, but nothing leaves it */
  isQuarantined?(): boolean
}

export function serveHealth(server: FastifyInstance, readiness: Readiness): void {
  server.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))
  server.get('/readyz', async (_request, reply) => {
    const isReady = await readiness.isReady().catch(() => false)
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .headers(isReady ? {} : { 'retry-after': '2' })
      .send({ status: isReady ? 'ready' : readiness.isQuarantined?.() ? 'quarantined' : 'notReady' })
  })
}
