import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { Agent, request, type RequestOptions } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoReport } from '../../src/application/installation/demo-report.ts'
import { nginxPath } from '../../scripts/system-parts.ts'
import { type Nginx, type NginxPlace, selfSigned, startNginx } from '../support/nginx.ts'
import { dropDatabasesAfterwards, lookInto } from '../support/product-database.ts'
import { freePort } from '../support/free-port.ts'
import { type Product, startProduct } from '../support/product.ts'

/** deploy/nginx.conf in a real nginx, with a real certificate, before the real product. */
const root = mkdtempSync(join(tmpdir(), 'vinculo-nginx-'))
const folder = join(root, 'data')
// The workers of nginx have an account of their own.
chmodSync(root, 0o711)
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))
if (!nginxPath()) console.warn('SKIPPED: deploy/nginx.conf was not tried, because there is no nginx (apt-get install nginx-light).')

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

describe.runIf(nginxPath() !== undefined)('behind nginx', () => {
  let product: Product
  let demo: DemoReport
  let nginx: Nginx
  let place: NginxPlace
  let ca: Buffer
  let agent: Agent

  beforeAll(async () => {
    const { certificate, key } = selfSigned(root)
    ca = readFileSync(certificate)
    agent = new Agent({ ca, keepAlive: true })
    place = { folder: join(root, 'nginx'), http: await freePort(), https: await freePort(), upstream: await freePort(), certificate, key }
    product = await startProduct({ folder, port: place.upstream, env: { PUBLIC_URL: `https://localhost:${place.https}`, TRUST_PROXY: '127.0.0.1,::1' } })
    demo = await product.command<DemoReport>('demo')
    nginx = await startNginx(place)
  }, 60_000)
  afterAll(async () => {
    agent.destroy()
    await nginx.stop()
    await product.stop()
  })

  const begin = (path: string, options: RequestOptions & { body?: string | Buffer } = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { body, ...rest } = options
      request({ host: 'localhost', family: 4, servername: 'localhost', port: place.https, path, agent, ca, ...rest }, resolve).on('error', reject).end(body)
    })
  const ask = async (path: string, options: Parameters<typeof begin>[1] = {}): Promise<Answer> => {
    const answer = await begin(path, options)
    let text = ''
    for await (const part of answer.setEncoding('utf8')) text += part as string
    return { status: answer.statusCode!, headers: answer.headers, text }
  }
  const tokenOf = async (role: string) => {
    const { userPrincipalName } = demo.people.find((person) => person.tenantKey === 'public-direct-bill' && person.role === role)!
    return (await product.command<{ accessToken: string }>('token', '--user', userPrincipalName)).accessToken
  }
  /** a page that somebody opened: its cookie and token */
  const visit = async () => {
    const { headers, text } = await ask('/api/v1/session')
    return { cookie: headers['set-cookie']!.map((line) => line.split(';')[0]!).join('; '), 'x-csrf-token': (JSON.parse(text) as { csrfToken: string }).csrfToken, 'x-portal': 'partner', 'content-type': 'application/json' }
  }

  it('everything is https, by http/2 too, and http leads there', async () => {
    expect(JSON.parse((await ask('/readyz')).text)).toEqual({ status: 'ready' })
    const plain = await fetch(`http://127.0.0.1:${place.http}/partner/customers?x=1`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([301, `https://localhost:${place.https}/partner/customers?x=1`])
    const session = connectHttp2(`https://localhost:${place.https}`, { ca })
    const status = await new Promise((resolve) => session.request({ ':path': '/livez' }).on('response', (headers) => resolve(headers[':status'])).resume())
    session.close()
    expect(status).toBe(200)
  })

  it('browsers are told to stay with https, and cookies are for https alone', async () => {
    const { headers } = await ask('/api/v1/session', { headers: { 'x-portal': 'partner' } })
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    for (const line of headers['set-cookie']!) expect(line).toMatch(/^__Host-\w+=.*; Path=\/;.*HttpOnly; Secure; SameSite/)
    expect(headers.server).toBe('nginx')
  })

  it('the host has to be ours, whatever stands beside it', async () => {
    expect((await ask('/api/v1/session', { headers: { host: 'evil.example' } })).status).toBe(421)
    const spoofed = await ask('/api/v1/session', { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example;for=203.0.113.9' } })
    expect(spoofed.status).toBe(200)
    expect(JSON.stringify([spoofed.headers, spoofed.text])).not.toContain('evil')
  })

  it('limits count the address of the client, and nobody chooses their own', async () => {
    const headers = await visit()
    const attempt = (number: number, from: string) =>
      ask('/api/v1/sessions', { method: 'POST', agent: new Agent({ ca, localAddress: from }), headers: { ...headers, 'x-forwarded-for': `203.0.113.${number}`, 'x-real-ip': `203.0.113.${number}`, 'idempotency-key': randomUUID() }, body: JSON.stringify({ userPrincipalName: `nobody${number}@nowhere.example`, password: 'una frase equivocada' }) })
    const first = []
    for (let number = 1; number <= 32; number++) first.push((await attempt(number, '127.0.0.1')).status)
    expect(first.slice(0, 30).every((status) => status === 401)).toBe(true)
    expect(first.slice(30)).toEqual([429, 429])
    expect((await attempt(33, '127.0.0.2')).status).toBe(401)
  })

  it('a session remembers the address of the client', async () => {
    const person = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'globalAdmin')!
    const signedIn = await ask('/api/v1/sessions', { method: 'POST', agent: new Agent({ ca, localAddress: '127.0.0.3' }), headers: { ...(await visit()), 'x-forwarded-for': '203.0.113.8', 'idempotency-key': randomUUID() }, body: JSON.stringify({ userPrincipalName: person.userPrincipalName, password: person.password }) })
    expect(signedIn.status).toBe(201)
    expect(signedIn.headers['set-cookie']!.join()).toMatch(/__Host-partner=.*Secure/)
    const eyes = await lookInto(folder, 'embedded')
    const { rows } = await eyes.query<{ address: string }>('select address from sessions where person_id = $1 order by created_at desc limit 1', [person.id])
    await eyes.end()
    expect(rows[0]!.address).toBe('127.0.0.3')
  })

  it('a body that is too large gets a problem document, ours or one of the same form', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('adminAgent')}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    for (const size of [1_500_000, 3_000_000]) {
      const { status, headers: given, text } = await ask('/api/v1/relationship-requests', { method: 'POST', agent: new Agent({ ca }), headers, body: JSON.stringify({ more: 'x'.repeat(size) }) })
      expect([status, given['content-type']?.split(';')[0], given['strict-transport-security']]).toEqual([413, 'application/problem+json', 'max-age=31536000; includeSubDomains'])
      expect(JSON.parse(text)).toMatchObject({ type: 'urn:vinculo:problem:bodyTooLarge', status: 413, code: 'bodyTooLarge', traceId: expect.any(String) })
    }
  })

  it('an export is not hoarded on the way: its reader sets the pace', { timeout: 120_000 }, async () => {
    const partner = demo.tenants.find(({ key }) => key === 'public-direct-bill')!
    await fill(partner.id, 120_000)
    const headers = { authorization: `Bearer ${await tokenOf('adminAgent')}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const exported = async () => {
      const answer = await begin('/api/v1/customers/export', { method: 'POST', agent: new Agent({ ca }), headers, body: '{}' })
      expect(answer.statusCode).toBe(200)
      answer.pause()
      return answer
    }
    // The other way round first, so that the look is known to see it.
    await nginx.stop()
    nginx = await startNginx({ ...place, changes: [['proxy_buffering off', 'proxy_buffering on']] })
    const hoarded = await exported()
    await expect.poll(() => nginx.hoarded().length).toBeGreaterThan(0)
    hoarded.destroy()
    await nginx.stop()
    nginx = await startNginx(place)
    const streamed = await exported()
    for (let at = 0; at < 40; at++) expect((await ask('/livez')).status).toBe(200)
    expect(nginx.hoarded()).toEqual([])
    let rows = 0
    for await (const part of streamed.setEncoding('utf8')) rows += (part as string).split('\r\n').length - 1
    expect(rows).toBeGreaterThan(120_000)
  })

  it('its own log names nobody', async () => {
    await ask('/nowhere/ana@spy.example?secret=spy', { headers: { referer: 'https://spy.example/', 'user-agent': 'spy' } })
    for (const line of nginx.log().trim().split('\n')) expect(Object.keys(JSON.parse(line) as object)).toEqual(['time', 'method', 'status', 'seconds', 'bytes'])
    expect(nginx.log()).not.toMatch(/spy|127\.0\.0/)
  })

  it('while Vinculo is away, that is said in the same form', async () => {
    await product.stop()
    const { status, headers, text } = await ask('/api/v1/session')
    expect([status, headers['retry-after'], headers['content-type']]).toEqual([503, '5', 'application/problem+json'])
    expect(JSON.parse(text)).toMatchObject({ code: 'notReady' })
  })

  async function fill(partnerId: string, count: number): Promise<void> {
    const eyes = await lookInto(folder, 'embedded')
    await eyes.query('alter table customer_accounts drop constraint if exists customer_accounts_customer_id_fkey')
    for (const index of ['customers_by_domain', 'customers_by_country', 'customers_by_since', 'customers_by_tag', 'customers_inside', 'customers_with_privileges', 'customers_without_privileges']) await eyes.query(`drop index if exists ${index}`)
    await eyes.query(
      `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since)
       select $1, ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Cliente ' || lpad(n::text, 7, '0'), 'cliente ' || lpad(n::text, 7, '0'), 'c' || n || '.example', 'ES', '{direct}', now()
       from generate_series(1, $2::int) n`,
      [partnerId, count],
    )
    await eyes.end()
  }
})
