import type { FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './web.ts'

/** Rule R23. What a browser must not do with an answer of ours, whatever the answer is. */
export function securityHeaders(isTls: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(isTls && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

/** On every answer that a hook can reach, errors included; what the router or the parser refuses carries them by itself. */
export function addSecurityHeaders(server: FastifyInstance, headers: ReturnType<typeof securityHeaders>): void {
  server.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(headers)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    return payload
  })
}
