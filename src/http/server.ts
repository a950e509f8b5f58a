import cookies from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Environment } from '../application/environment.ts'
import { refusalOf } from '../application/store-failures.ts'
import { DomainError } from '../domain/errors.ts'
import type { AccessTokens } from '../security/access-token.ts'
import { authenticate } from './authentication.ts'
import { serveBranding } from './branding.ts'
import { serveProfileLogos } from './profile-logos.ts'
import { type BrokenRequestSettings, clientErrorHandler, refuseOddities } from './intake/broken-requests.ts'
import { guardRequests } from './intake/guard-requests.ts'
import { offeredMethods } from './intake/offered-methods.ts'
import { validatorCompiler } from './intake/validation.ts'
import { mountRoutes } from './mount-routes.ts'
import { describeApi, serveDescription } from './openapi.ts'
import { observeRequests } from './observe-requests.ts'
import { refusalFromFramework, sendProblem } from './problem.ts'
import { portalRoutes } from './routes.ts'
import { serializerCompiler } from './serialization.ts'
import { serveHealth, type Readiness } from './health.ts'
import { addSecurityHeaders, securityHeaders } from './security-headers.ts'
import { serveWeb } from './web.ts'

export interface ServerSettings {
  /** host names (with port, as browsers send them) that are answered; loopback names always are */
  readonly allowedHosts: readonly string[]
  /** addresses of proxies whose forwarded headers count; never a blanket yes */
  readonly trustProxy: readonly string[]
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer }
  /** where the built portals lie; absent in tests of the API alone */
  readonly webFolder?: string
  readonly readiness: Readiness
  /** how long a client may take; shorter only in tests that wait for the end of it */
  readonly patience?: Partial<typeof usualPatience>
}

/** Milliseconds (rule R16). Who is too slow is found at the next look. */
const usualPatience = { request: 30_000, headers: 15_000, keepAlive: 65_000, look: 2_000 }

/** The front door. It translates; it decides nothing. */
export async function buildServer(env: Environment, tokens: AccessTokens, settings: ServerSettings): Promise<FastifyInstance> {
  const headers = securityHeaders(settings.tls !== undefined || settings.trustProxy.length > 0)
  const { install, observe } = observeRequests(env)
  const broken = { newId: env.newId, headers, observe, onBroken: (traceId: string, code: string) => env.log.info({ traceId, code }, 'what came was no request') }
  const server = fastify(optionsOf(settings, broken)) as unknown as FastifyInstance
  install(server)
  refuseOddities(server, broken)
  const offered = offeredMethods(server)

  server.decorateRequest('actor')
  server.decorateRequest('identify')
  server.decorateRequest('session', null)
  server.decorateRequest('portal', null)
  server.decorateRequest('bodySha256', null)
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(async (error, request, reply) => {
    const known = refusalFromFramework(error) ?? refusalOf(error)
    const refusal = known instanceof DomainError ? known : undefined
    if (!refusal) env.log.error({ traceId: request.id, error: (error as Error).stack ?? String(error) }, 'a request failed')
    if (refusal?.code === 'internal' || refusal?.code === 'outcomeUnknown') env.log.error({ traceId: request.id }, refusal.message)
    await sendProblem(request, reply, refusal ?? new DomainError('internal', 'unexpected'))
  })
  server.setNotFoundHandler(async (request, reply) => {
    await sendProblem(request, reply, new DomainError('notFound', 'No such address.'))
  })
  await server.register(cookies)
  addSecurityHeaders(server, headers)
  guardRequests(server, { allowedHosts: settings.allowedHosts, offered, onOverride: (traceId) => env.log.info({ traceId }, 'a method override was ignored') })
  let describe: () => unknown = () => undefined
  await server.register(async (api) => {
    await describeApi(api)
    describe = () => api.swagger()
    api.addHook('onRequest', async (request) => authenticate(env, tokens, request))
    mountRoutes(api, env, portalRoutes)
  }, { prefix: '/api/v1' })
  serveDescription(server, () => describe())
  serveBranding(server, env)
  serveProfileLogos(server, env)
  serveHealth(server, settings.readiness)
  if (settings.webFolder) await serveWeb(server, settings.webFolder)
  return server
}

type Observe = ReturnType<typeof observeRequests>['observe']

function optionsOf(settings: ServerSettings, broken: BrokenRequestSettings & { readonly observe: Observe }): Parameters<typeof fastify>[0] {
  const patience = { ...usualPatience, ...settings.patience }
  // Our own check answers a request without Host; node would send a bare 400.
  const transport = { headersTimeout: patience.headers, connectionsCheckingInterval: patience.look, maxHeaderSize: 16_384, requireHostHeader: false }
  return {
    ...(settings.tls ? { https: { ...settings.tls, ...transport } } : { http: transport }),
    logger: false,
    genReqId: () => broken.newId(),
    trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
    bodyLimit: 1_048_576,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 400 },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: clientErrorHandler(broken),
    frameworkErrors: async (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      broken.observe(request, reply)
      await sendProblem(request, reply.headers(broken.headers), refusalFromFramework(error) ?? new DomainError('malformed', error.message))
    },
  } as unknown as Parameters<typeof fastify>[0]
}
