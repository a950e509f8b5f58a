import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Environment } from '../application/environment.ts'
import type { Span } from '../telemetry/telemetry.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** where traces are asked for: what the request is in its trace */
    span: Span | undefined
  }
}

/** Asked every few seconds by machines; a line for each would bury the others. */
const unlogged = new Set(['/livez', '/readyz'])

/**
 * One log line, one duration and, where asked for, one span for every request, however it ends. Of the address only the
 * pattern of its route is told: ids, searches and whatever somebody pasted into it stay out (rule R38).
 */
export function observeRequests(env: Environment): { install(server: FastifyInstance): void; observe(request: FastifyRequest, reply: FastifyReply): void } {
  const observe = (request: FastifyRequest, reply: FastifyReply) => {
    const begin = performance.now()
    const { method } = request
    const route = request.is404 ? undefined : request.routeOptions?.url
    const { tracer, measures } = env.telemetry ?? {}
    measures?.requestBegan()
    const parent = request.headers.traceparent
    request.span = tracer?.begin({
      name: route === undefined ? 'unmatched' : `${method} ${route}`,
      kind: 'server',
      attributes: { 'http.request.method': method, ...(route !== undefined && { 'http.route': route }), 'vinculo.request_id': request.id },
      parent: typeof parent === 'string' ? parent : undefined,
    })
    // Not the framework's own last hook: that one is silent where the other side has gone.
    reply.raw.once('close', () => {
      const milliseconds = Math.round((performance.now() - begin) * 10) / 10
      const status = reply.raw.statusCode
      const isWhole = reply.raw.writableFinished
      measures?.requestEnded({ method, route, status }, milliseconds / 1_000)
      request.span?.end({ isFailed: status >= 500 || !isWhole, attributes: { 'http.response.status_code': status } })
      if (unlogged.has(route ?? '')) return
      const otelTraceId = request.span?.traceId
      env.log.info({ traceId: request.id, ...(otelTraceId && { otelTraceId }), method, route: route ?? 'unmatched', status, milliseconds }, isWhole ? 'answered' : 'broken off')
    })
  }
  return {
    install(server) {
      server.decorateRequest('span')
      server.addHook('onRequest', async (request, reply) => observe(request, reply))
    },
    observe,
  }
}
