import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Environment } from '../application/environment.ts'
import { perform, type Remember, type RememberedAnswer } from '../application/perform.ts'
import { DomainError } from '../domain/errors.ts'
import { actions } from '../domain/permissions.ts'
import type { Charge } from '../security/rate-limits.ts'
import { chargeBudget } from './budgets.ts'
import { formType, largestForm } from './intake/read-form.ts'
import { Empty, NoBody } from './schemas.ts'
import type { AnyRoute } from './route.ts'
import { uploadLimits } from './uploads.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** what the request cost its budget, given back where only failures add up */
    charge: Charge | undefined
  }
}

/** Mounts the table. Anything registered here beside it stops the start (rule R8). */
export function mountRoutes(api: FastifyInstance, env: Environment, routes: readonly AnyRoute[]): void {
  const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  if (declared.size !== routes.length) throw new Error('a route is declared twice')
  const undecided = routes.find(({ useCase }) => !actions.includes(useCase.action))
  if (undecided) throw new Error(`${undecided.method} ${undecided.path} names no action of the permission table`)
  api.decorateRequest('charge', undefined)
  api.addHook('onRoute', ({ method, path, config }) => {
    if (method === 'HEAD') return
    if ((config as { isDeclared?: boolean } | undefined)?.isDeclared) return
    throw new Error(`${String(method)} ${path} is no entry of the route table`)
  })
  for (const entry of routes) mount(api, env, entry)
}

function mount(api: FastifyInstance, env: Environment, entry: AnyRoute): void {
  const status = entry.status ?? 200
  api.route({
    method: entry.method,
    url: entry.path,
    config: { isDeclared: true, ...(entry.form && { readsForm: true }), ...(entry.isSigned && { isSigned: true }), ...(entry.upload && { upload: entry.upload }) },
    ...(entry.form && { bodyLimit: largestForm }),
    ...(entry.upload && { bodyLimit: uploadLimits[entry.upload] }),
    exposeHeadRoute: false,
    schema: {
      summary: entry.summary,
      tags: [entry.tag],
      operationId: `${entry.method.toLowerCase()}${entry.path.replace(/[/:-]+(.)/g, (_: string, letter: string) => letter.toUpperCase())}`,
      params: entry.params ?? Empty,
      querystring: entry.query ?? Empty,
      ...(entry.method !== 'GET' && entry.method !== 'DELETE' && { body: bodyOf(entry) }),
      ...(entry.form && { consumes: [formType] }),
      ...(!isEmpty(status) && { response: { [status]: entry.answer } }),
    },
    // Before validation: what does not fit its schema is a request, too, and is counted like one (rule R39).
    preValidation: async (request) => {
      refuseUnfinishedSession(request, entry)
      request.charge = await chargeBudget(env, entry.budget, request)
    },
    handler: async (request, reply) => {
      const input = entry.input({
        params: request.params,
        query: request.query,
        body: request.body,
        version: entry.ifMatch ? versionNamed(request) : 0,
        actor: request.actor,
        request,
      } as never)
      const present = (output: unknown): RememberedAnswer => ({
        status,
        answer: isEmpty(status) ? null : entry.present(output as never, request.actor),
        etag: entry.version ? `"${entry.version(output as never)}"` : null,
      })
      const act = () => perform(env, { useCase: entry.useCase, actor: request.actor, input }, rememberFor(entry, request, present))
      const performed = await (request.span ? env.telemetry!.tracer!.within(request.span, act) : act())
      await request.charge?.refund()
      if ('output' in performed) entry.reply?.(performed.output as never, reply, request)
      return send(reply, 'output' in performed ? present(performed.output) : performed.replayed)
    },
  })
}

/** What the reader of a file made of it has passed that reader; what comes as JSON passes the schema. */
function bodyOf({ body = NoBody, upload }: AnyRoute): unknown {
  return upload ? { content: { 'application/json': { schema: body }, 'text/csv': { schema: {} } } } : body
}

function send(reply: FastifyReply, { status, answer, etag }: RememberedAnswer): FastifyReply {
  if (etag) reply.header('etag', etag)
  return isEmpty(status) ? reply.code(status).send() : reply.code(status).send(answer)
}

function isEmpty(status: number): boolean {
  return status === 204 || status === 302
}

/** A session that awaits its second factor may finish signing in, and nothing else. */
function refuseUnfinishedSession(request: FastifyRequest, entry: AnyRoute): void {
  if (!request.session?.awaits || request.actor.kind !== 'visitor') return
  if (entry.tag === 'Sign-in' || entry.tag === 'Invitation') return
  throw new DomainError('secondFactorRequired', 'The session awaits its second factor.', { next: request.session.awaits })
}

/** Strong tags only, as we give them: the row's version in quotes (rule R18). */
function versionNamed(request: FastifyRequest): number {
  const tag = request.headers['if-match']
  if (tag === undefined) throw new DomainError('preconditionRequired', 'If-Match is missing.')
  const version = /^"([1-9][0-9]{0,8})"$/.exec(tag)?.[1]
  if (!version) throw new DomainError('changedMeanwhile', 'If-Match names no version of ours.')
  return Number(version)
}

function rememberFor(
  entry: AnyRoute,
  request: FastifyRequest,
  present: (output: unknown) => RememberedAnswer,
): Remember<unknown> | undefined {
  if (!entry.keyKeptForDays) return undefined
  const key = request.headers['idempotency-key']
  if (key === undefined) throw new DomainError('idempotencyKeyMissing', 'Idempotency-Key is missing.')
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new DomainError('idempotencyKeyInvalid', 'Idempotency-Key takes 1 to 255 visible ASCII characters.')
  }
  return {
    act: {
      route: `${entry.method} ${request.url.split('?')[0]}`,
      key,
      bodySha256: request.bodySha256 ?? Buffer.alloc(32),
      keptForDays: entry.keyKeptForDays,
    },
    present,
  }
}
