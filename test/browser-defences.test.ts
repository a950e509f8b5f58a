import { beforeAll, describe, expect, it } from 'vitest'
import { portalRoutes } from '../src/http/routes.ts'
import { aBrowser, type Browser, giveAuthenticator, givePassword } from './support/cookie-browser.ts'
import { contentHashes } from './support/content-hash.ts'
import { rawExchange } from './support/raw-http.ts'
import { hasBody, requestTo } from './support/route-requests.ts'
import { type TestServer, testServer } from './support/server.ts'
import { aWebFolder } from './support/web-folder.ts'
import { aCustomer, anOperator, aPartner, type TestPerson, type TestTenant } from './support/world.ts'

/** Rules R21 to R23 on every answer and every unsafe act, as a browser would meet them. */
const webFolder = await aWebFolder()
let server: TestServer
let partner: TestTenant
let person: TestPerson

beforeAll(async () => {
  server = await testServer({}, { webFolder })
  // In Germany no second factor is asked, so that a password alone completes a session here.
  partner = await aPartner({ cloud: 'germany' })
  person = await partner.person('globalAdmin')
  await givePassword(person)
})

const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'"
const wanted: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

function expectHeaders(name: string, get: (header: string) => string | null | undefined): void {
  expect([name, Object.fromEntries(Object.keys(wanted).map((header) => [header, get(header)]))]).toEqual([name, wanted])
  expect([name, ['access-control-allow-origin', 'x-powered-by', 'server'].filter((header) => get(header))]).toEqual([name, []])
}

describe('every answer', () => {
  it('of the API carries the headers and is kept by nobody, errors included (rule R23)', async () => {
    for (const entry of portalRoutes) {
      const { path, ...asked } = requestTo(entry)
      for (const who of [null, person]) {
        const { headers } = await server.ask(who, entry.method, path, asked)
        expectHeaders(`${entry.method} ${path}`, (header) => headers.get(header))
        expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
      }
    }
  })

  it('of pages, files, health and unknown addresses carries them; only files with a hash are kept (rule R23)', async () => {
    for (const path of ['/', '/partner', '/partner/x/y', '/admin', '/operator', '/assets/main-1a2b.js', '/assets/none.js', '/livez', '/readyz', '/api/openapi.json', '/nowhere', '/assets/..%2f..%2fetc%2fpasswd', '/partner/%zz']) {
      const { headers } = await fetch(server.url + path, { redirect: 'manual' })
      expectHeaders(path, (header) => headers.get(header))
      expect([path, headers.get('cache-control')]).toEqual([path, path === '/assets/main-1a2b.js' ? 'public, max-age=31536000, immutable' : 'no-store'])
    }
  })

  it('to what never became a request carries them, too (rule R23)', async () => {
    for (const bytes of ['FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n', 'GET /\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\n\r\n', 'GET /api/v1/people/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n', `GET /api/v1/people/${'a'.repeat(500)} HTTP/1.1\r\nHost: localhost\r\n\r\n`]) {
      const { answers } = await rawExchange(server.url, bytes)
      expectHeaders(bytes.slice(0, 40), (header) => answers[0]!.headers.get(header))
      expect(answers[0]!.headers.get('content-type')).toContain('application/problem+json')
    }
  })

  it('says that TLS is to be kept, where there is TLS (rule R23)', async () => {
    const proxied = await testServer({}, { trustProxy: ['127.0.0.1'] })
    expect((await fetch(`${proxied.url}/livez`)).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect((await fetch(`${server.url}/livez`)).headers.get('strict-transport-security')).toBeNull()
  })

  it('behind a proxy is for our own host alone, also the one it forwards [B82]', async () => {
    const proxied = await testServer({}, { trustProxy: ['127.0.0.1'], allowedHosts: ['vinculo.example'] })
    const ask = async (forwarded: string) => (await fetch(`${proxied.url}/livez`, { headers: { 'x-forwarded-host': forwarded } })).status
    expect([await ask('vinculo.example'), await ask('evil.example'), await ask('vinculo.example.evil.example')]).toEqual([200, 421, 421])
  })
})

describe('a page of another site', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = aBrowser(server, 'partner')
    const { body } = await browser.signIn(person)
    if (body.next !== 'signedIn') throw new Error(`the person whose name is forged could not sign in: ${JSON.stringify(body)}`)
  })

  const forged = async (headers: Record<string, string>, withToken = true) => {
    const before = await contentHashes()
    const token = (await browser.ask('GET', '/session')).body.csrfToken as string
    const wrong: string[] = []
    // What reads a form, or is signed by a program, looks at no cookie, so that another site does no more with it than anybody.
    for (const entry of portalRoutes.filter(({ method, form, isSigned }) => method !== 'GET' && !form && !isSigned)) {
      const { path, body, version } = requestTo(entry)
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method: entry.method,
        headers: {
          'x-portal': 'partner',
          cookie: Object.entries(browser.cookies()).map(([name, value]) => `${name}=${value}`).join('; '),
          'idempotency-key': 'k',
          ...(hasBody(entry) && { 'content-type': 'application/json' }),
          ...(version !== undefined && { 'if-match': `"${version}"` }),
          ...(withToken && { 'x-csrf-token': token }),
          ...headers,
        },
        ...(hasBody(entry) && { body: JSON.stringify(body) }),
      })
      const told = (await answer.json().catch(() => ({}))) as { code?: string }
      if (answer.status !== 403 || told.code !== 'csrfFailed') wrong.push(`${entry.method} ${path}: ${answer.status} ${told.code}`)
    }
    expect(wrong).toEqual([])
    expect(await contentHashes()).toEqual(before)
  }

  it('has no token of ours, and nothing is done (rule R22)', async () => {
    await forged({}, false)
    await forged({ 'x-csrf-token': '' })
  })

  it('may have the token of another session, and nothing is done (rule R22)', async () => {
    const stranger = aBrowser(server, 'partner')
    await forged({ 'x-csrf-token': (await stranger.ask('GET', '/session')).body.csrfToken })
    const colleague = await partner.person('adminAgent')
    await givePassword(colleague)
    await stranger.signIn(colleague)
    await forged({ 'x-csrf-token': (await stranger.ask('GET', '/session')).body.csrfToken })
  })

  it('is told by its origin: foreign, opaque, of another port or scheme’s host (rule R22)', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1', 'http://localhost.evil.example', 'not an origin']) await forged({ origin })
  })

  it('is told by the browser’s own word (rule R22)', async () => {
    for (const site of ['cross-site', 'same-site', 'garbage']) await forged({ 'sec-fetch-site': site })
  })

  it('gets no permission to read across origins, asked politely or not (rule R22)', async () => {
    const preflight = await fetch(`${server.url}/api/v1/me`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'x-csrf-token' } })
    expect(preflight.status).toBe(405)
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('of ours is let through, with its token, from its origin (rule R22)', async () => {
    const answer = await browser.ask('PATCH', '/me', { displayName: 'Ana Alba' }, { 'if-match': '"1"', origin: server.url, 'sec-fetch-site': 'same-origin' })
    expect(answer).toMatchObject({ status: 200, body: { displayName: 'Ana Alba' } })
  })
})

describe('a cookie', () => {
  const flagsOf = async (portal: 'partner' | 'customer' | 'operator', who: TestPerson) => {
    const visitor = await fetch(`${server.url}/api/v1/session`, { headers: { 'x-portal': portal } })
    const [line] = visitor.headers.getSetCookie()
    const token = ((await visitor.json()) as { csrfToken: string }).csrfToken
    const answer = await fetch(`${server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'x-portal': portal, cookie: line!.split(';')[0]!, 'x-csrf-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ userPrincipalName: who.userPrincipalName, password: 'una frase bastante larga 42' }),
    })
    expect(answer.status).toBe(201)
    return [line!, ...answer.headers.getSetCookie()].map((one) => one.replace(/=(ses|vis)_[^;]*/, '=…'))
  }

  it('is bound to this host, unreadable for scripts, and ends with the browser; the operator’s is strict (rule R21)', async () => {
    const [customer, operator] = [await aCustomer({ cloud: 'germany' }), await anOperator()]
    const admin = await customer.person('globalAdministrator')
    for (const who of [admin, operator]) await givePassword(who)
    await giveAuthenticator(server.env, operator)
    expect(await flagsOf('partner', person)).toEqual(['__Host-visitor=…; Path=/; HttpOnly; Secure; SameSite=Lax', '__Host-partner=…; Path=/; HttpOnly; Secure; SameSite=Lax'])
    expect(await flagsOf('customer', admin)).toEqual(['__Host-visitor=…; Path=/; HttpOnly; Secure; SameSite=Lax', '__Host-customer=…; Path=/; HttpOnly; Secure; SameSite=Lax'])
    expect(await flagsOf('operator', operator)).toEqual(['__Host-visitor=…; Path=/; HttpOnly; Secure; SameSite=Lax', '__Host-operator=…; Path=/; HttpOnly; Secure; SameSite=Strict'])
  })

  it('of one portal opens no other (rule R21)', async () => {
    const browser = aBrowser(server, 'partner')
    await browser.signIn(person)
    const secret = browser.cookies()['__Host-partner']!
    for (const [portal, name] of [['customer', '__Host-customer'], ['operator', '__Host-operator']] as const) {
      const other = aBrowser(server, portal)
      other.setCookie(name, secret)
      expect((await other.ask('GET', '/me')).status).toBe(401)
    }
  })

  it('from before signing in is not the one after: what was planted opens nothing [B98]', async () => {
    const planted = aBrowser(server, 'partner')
    await planted.signIn(person)
    const before = planted.cookies()['__Host-partner']!
    const victim = aBrowser(server, 'partner')
    victim.setCookie('__Host-partner', before)
    await victim.signIn(person)
    expect(victim.cookies()['__Host-partner']).not.toBe(before)
    const attacker = aBrowser(server, 'partner')
    attacker.setCookie('__Host-partner', before)
    expect((await attacker.ask('GET', '/me')).status).toBe(401)
  })
})
