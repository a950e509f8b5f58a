import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Environment } from '../../src/application/environment.ts'
import { buildServer, type ServerSettings } from '../../src/http/server.ts'
import { type AccessTokens, accessTokens } from '../../src/security/access-token.ts'
import { type TestClock, testEnvironment } from './environment.ts'
import { atFileEnd } from './file-end.ts'
import { httpClient } from './http-client.ts'
import type { TestPerson } from './world.ts'

export interface Answer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
  readonly headers: Headers
}

export interface Ask {
  body?: unknown
  /** the body as it goes over the wire, where no JSON is wanted */
  raw?: string | Buffer
  /** If-Match */
  version?: number
  /** Idempotency-Key; a fresh one is sent when the method is POST and none is given */
  key?: string | null
  language?: string
  headers?: Record<string, string>
  /** when the person proved who they are; now unless said otherwise */
  authenticatedAt?: Date
}

export interface TestServer {
  readonly env: Environment & { at: TestClock }
  readonly app: FastifyInstance
  readonly url: string
  readonly tokens: AccessTokens
  /** asks /api/v1 over real HTTP; null asks as a visitor */
  ask(who: TestPerson | null, method: string, path: string, ask?: Ask): Promise<Answer>
  tokenOf(who: TestPerson, authenticatedAt?: Date): Promise<string>
}

/** The real server on a free port of loopback, on this test file's own database. */
export async function testServer(changes: Parameters<typeof testEnvironment>[0] = {}, settings: Partial<ServerSettings> = {}): Promise<TestServer> {
  const env = await testEnvironment(changes)
  const tokens = accessTokens(env.keyRing, env.publicUrl)
  const built = await buildServer(env, tokens, { allowedHosts: [], trustProxy: [], readiness: { isReady: async () => true }, ...settings })
  await built.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(built.server.address() as AddressInfo).port}`
  // The process outlives this file, whose variables it keeps: ten megabytes of routes and schemas must not hang on one of them.
  const held: { app?: FastifyInstance } = { app: built }
  const client = httpClient(url)
  atFileEnd(async () => {
    client.close()
    await held.app?.close()
    delete held.app
  })
  const tokenOf = (who: TestPerson, authenticatedAt = env.clock()) =>
    tokens.issue(
      { tenantId: who.tenantId, personId: who.id, userPrincipalName: who.userPrincipalName, authenticatedBy: ['pwd', 'otp', 'mfa'], authenticatedAt },
      { now: env.clock(), random: randomBytes },
    )

  /** Signing is the costliest part of a request; a token of the same seconds serves as well. */
  const issued = new Map<string, Promise<string>>()
  const tokenFor = (who: TestPerson, authenticatedAt = env.clock()) => {
    const key = `${who.id} ${Math.floor(authenticatedAt.getTime() / 10_000)} ${Math.floor(env.clock().getTime() / 10_000)}`
    if (!issued.has(key)) issued.set(key, tokenOf(who, authenticatedAt))
    return issued.get(key)!
  }

  /** A visitor's page: the cookie and token that GET /session gives. */
  let visitor: { cookie: string; token: string } | undefined
  const asVisitor = async () => {
    if (!visitor) {
      const answer = await fetch(`${url}/api/v1/session`)
      visitor = { cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0]!).join('; '), token: String(((await answer.json()) as { csrfToken?: string }).csrfToken) }
    }
    return { cookie: visitor.cookie, 'x-csrf-token': visitor.token }
  }

  return {
    env,
    get app() {
      return held.app!
    },
    url,
    tokens,
    tokenOf,
    async ask(who, method, path, ask = {}) {
      const headers: Record<string, string> = { 'accept-language': ask.language ?? 'en' }
      if (who) headers.authorization = `Bearer ${await tokenFor(who, ask.authenticatedAt)}`
      else if (method !== 'GET') Object.assign(headers, await asVisitor())
      if (ask.version !== undefined) headers['if-match'] = `"${ask.version}"`
      if (ask.key !== null && method === 'POST') headers['idempotency-key'] = ask.key ?? randomUUID()
      const sent = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body))
      if (sent !== undefined) headers['content-type'] = 'application/json'
      Object.assign(headers, ask.headers)
      const answer = await client.send(`/api/v1${path}`, { method, headers, ...(sent !== undefined && { body: sent }) })
      return {
        status: answer.status,
        body: answer.isJson ? JSON.parse(answer.text) : answer.text,
        get headers() {
          return answer.headers
        },
      }
    },
  }
}
