import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Decision 21: rule R23, with the hash of the empty style element that Fluent UI's renderer inserts. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const portals = { partner: 'partner', admin: 'customer', operator: 'operator' } as const

/** The three portals: one page each, whatever the address below it; assets carry their hash, are kept for ever, and go compressed to whoever takes that. `folder` is what Vite built. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(files, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false, preCompressed: true, decorateReply: false })
  for (const [path, portal] of Object.entries(portals)) {
    const page = await readFile(join(folder, portal, 'index.html'))
    const send = async (_request: unknown, reply: FastifyReply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
    server.get(`/${path}`, send)
    server.get(`/${path}/*`, send)
  }
  server.get('/', async (_request, reply) => reply.redirect('/partner', 302))
}
