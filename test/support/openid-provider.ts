import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll } from 'vitest'

/** Who is signed in at the provider right now, and how it says it made sure. */
export interface OutsideAccount {
  subject: string
  mail?: string
  amr?: string[]
}

export interface TestProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** who signs in from now on; null refuses */
  account: OutsideAccount | null
  /** how often each of its addresses was asked */
  readonly asked: string[]
  /** changes what it answers, to be a provider that lies */
  meddle: ((path: string, body: string) => string) | undefined
  /** goes to the address as a browser does and gives the query it is sent back with */
  visit(location: string): Promise<string>
}

/** A real OpenID provider on loopback, with one client. Signing in needs no typing: `account` says who it is. */
export async function openIdProvider(redirectUris: readonly string[]): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => void response.end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['vinculo', randomBytes(24).toString('base64url')]
  const test: TestProvider = { issuer, clientId, clientSecret, account: { subject: 'ana' }, asked: [], meddle: undefined, visit: (location) => visit(issuer, location) }
  const provider = new Provider(issuer, configurationOf(test, redirectUris))
  const answer = provider.callback()
  handle = (request, response) => {
    const path = (request.url ?? '').split('?')[0]!
    test.asked.push(path)
    if (path.startsWith('/interaction/')) {
      const { account } = test
      const result = account ? { login: { accountId: account.subject, amr: account.amr, remember: false } } : { error: 'access_denied' }
      void provider.interactionFinished(request, response, result)
      return
    }
    if (test.meddle) meddleWith(response, path, test.meddle)
    answer(request, response)
  }
  return test
}

function configurationOf(test: TestProvider, redirectUris: readonly string[]): object {
  return {
    clients: [{ client_id: test.clientId, client_secret: test.clientSecret, redirect_uris: redirectUris, grant_types: ['authorization_code'], response_types: ['code'] }],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr', 'email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...(test.account?.amr && { amr: test.account.amr }), ...(test.account?.mail && { email: test.account.mail, email_verified: true }) }),
    }),
    async loadExistingGrant(context: { oidc: { session: { accountId: string }; client: { clientId: string }; provider: Provider } }) {
      const { session, client, provider } = context.oidc
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

/** Rewrites the body on its way out. */
function meddleWith(response: ServerResponse, path: string, change: (path: string, body: string) => string): void {
  const end = response.end.bind(response) as (body?: unknown) => ServerResponse
  response.end = ((body?: unknown) => {
    if (typeof body !== 'string' && !Buffer.isBuffer(body)) return end(body)
    const changed = change(path, String(body))
    if (!response.headersSent) response.setHeader('content-length', Buffer.byteLength(changed))
    return end(changed)
  }) as typeof response.end
}

/** Follows the provider's own redirects with its cookies, until it sends the browser elsewhere. */
async function visit(issuer: string, location: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = location
  for (let hop = 0; hop < 10; hop++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`the provider answered ${answer.status} at ${next.split('?')[0]}: ${(await answer.text()).slice(0, 300)}`)
    next = new URL(to, next).href
    if (!next.startsWith(issuer)) return new URL(next).search.slice(1)
  }
  throw new Error('the provider sends in circles')
}
