import { connect, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DemoPerson, DemoReport } from '../src/application/installation/demo-report.ts'
import { withoutContent } from '../src/log.ts'
import { aBrowser, authenticatorCode, type Browser } from './support/cookie-browser.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from './support/product-database.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'
import type { Answer, TestServer } from './support/server.ts'
import { type TestSmtpServer, testSmtpServer } from './support/smtp.ts'

/**
 * P23: the real process, behind a proxy that names its clients, lives through sign-in, links, bad input, a mail that is
 * refused and a failure of its own; then the whole of stdout and stderr is read.
 */
const folder = mkdtempSync(join(tmpdir(), 'vinculo-logs-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the installation prints for the person who starts it; docs/operating.md says so. */
const startLines = /^(Vinculo answers at https:\/\/localhost:\d+|Nobody is set up yet\. Open \S+ and enter this code, good until the next start:| {2}set_\S+|)$/

/** Everything that somebody used and that must stand in no line. */
const used = new Map<string, string>()
const use = (what: string, text: string | undefined) => {
  expect(text, what).toBeTruthy()
  used.set(text!, what)
  return text!
}
const clientAddress = use('client address', '203.0.113.77')
const answers: { readonly what: string; readonly answer: Answer }[] = []
const note = (what: string, answer: Answer) => (answers.push({ what, answer }), answer)

let product: Product
let smtp: TestSmtpServer
let demo: DemoReport
let lines: string[]
let log: Record<string, unknown>[]

const forwarded = { 'x-forwarded-for': clientAddress, 'user-agent': use('user agent', 'LogSpy/9.77 canary') }
const browserOf = (portal: 'partner' | 'customer'): Browser => {
  // Plain http on loopback, as from the proxy that ended TLS.
  const browser = aBrowser({ url: product.url } as TestServer, portal)
  return { ...browser, ask: (method, path, body, headers) => browser.ask(method, path, body, { ...forwarded, ...headers }) }
}

async function signIn(browser: Browser, person: DemoPerson): Promise<void> {
  note('wrong password', await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: use('wrong password', 'frase equivocada 77123') }))
  expect((await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: person.password })).status).toBe(201)
  expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticatorCode(person.totpSecret, new Date()) })).status).toBeLessThan(300)
  for (const value of Object.values(browser.cookies())) use('cookie', decodeURIComponent(value))
}

beforeAll(async () => {
  smtp = await testSmtpServer()
  const port = await freePort()
  const env = { ...((await databaseOf(folder)) as Record<string, string>), SMTP_URL: smtp.url, PUBLIC_URL: `https://localhost:${port}`, TRUST_PROXY: '127.0.0.1,::1' }
  product = await startProduct({ folder, port, env })
  demo = await product.command<DemoReport>('demo')
  for (const person of demo.people) for (const name of ['userPrincipalName', 'displayName', 'password', 'totpSecret', 'id'] as const) use(name, person[name])
  for (const tenant of demo.tenants) for (const name of ['primaryDomain', 'name', 'id'] as const) use(`tenant's ${name}`, tenant[name])
  await live()
  await product.stop()
  lines = product.output().split('\n')
  log = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>)
}, 120_000)

async function live(): Promise<void> {
  const person = (role: string) => demo.people.find((known) => known.tenantKey === 'public-direct-bill' && known.role === role)!
  const partner = browserOf('partner')
  await signIn(partner, person('globalAdmin'))
  const made = await partner.ask('POST', '/relationship-requests', { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })
  expect(made.status).toBe(201)
  const secret = use('link secret', new URL((await partner.ask('GET', `/relationship-requests/${use('request id', made.body.id)}?link=shown`)).body.link).hash.slice(1))
  const customer = browserOf('customer')
  expect((await customer.ask('POST', '/invitations/opening', { secret })).status).toBe(200)
  note('half a secret', await customer.ask('POST', '/invitations/opening', { secret: secret.slice(0, -4) }))
  note('a secret in the path', await customer.ask('GET', `/nowhere/${secret}?mail=${encodeURIComponent(use('mail in a query', 'eva.spy@correo.example'))}`))
  note('a name in a query', await partner.ask('GET', `/customers?search=${encodeURIComponent(use('search', 'Zúñiga Spy'))}&unknown=${secret}`))
  note('a name as an id', await partner.ask('GET', `/customers/${use('name as id', 'remedios-spy')}`))
  note('a body of the wrong shape', await partner.ask('POST', '/people', { displayName: [use('name', 'Remedios Spyro')], mail: use('mail', 'remedios@spy.example'), more: secret }))
  note('a token that is none', await customer.ask('GET', '/me', undefined, { authorization: `Bearer ${use('token', 'eyJhbGciOiJFUzI1NiJ9.c3B5LXRva2Vu.c3B5c3B5c3B5')}` }))
  note('an override', await partner.ask('GET', '/me', undefined, { 'x-http-method-override': 'DELETE' }))
  await garbage(product, `GET /${use('raw secret', 'rawsecretrawsecret77')} HTTP/1.1\r\nHost : localhost\r\nX-Name: ${use('raw name', 'Leocadia Spy')}\r\n\r\n`)
  smtp.refuseWith({ code: 550, text: `no such mailbox ${use('refused mail', 'nadie@spy.example')}` })
  const invited = await partner.ask('POST', '/people', { displayName: use('invited', 'Nadie Spy'), userPrincipalName: `nadie@${demo.tenants.find(({ key }) => key === 'public-direct-bill')!.primaryDomain}`, mail: 'nadie@spy.example', roles: ['salesAgent'], language: 'es' })
  expect(invited.status).toBe(201)
  const eyes = await lookInto(folder)
  const refused = async () => expect((await eyes.query("select 1 from mails where recipient = 'nadie@spy.example' and status = 'failed'")).rowCount).toBe(1)
  await vi.waitFor(refused, { timeout: 20_000, interval: 50 })
  await eyes.query('alter table people rename column display_name to shown_name')
  note('an internal failure', await partner.ask('GET', '/people'))
  await eyes.query('alter table people rename column shown_name to display_name')
  await eyes.end()
}

/** What is no request at all. */
function garbage(to: Product, text: string): Promise<void> {
  return new Promise((resolve) => connect(Number(new URL(to.url).port), 'localhost', function write(this: Socket) { this.write(text) }).on('error', () => undefined).on('close', () => resolve()).resume())
}

const lineOf = (what: string) => {
  const { answer } = answers.find((one) => one.what === what)!
  return { answer, line: log.find(({ traceId, msg }) => msg === 'answered' && traceId === answer.body.traceId) }
}

describe('what the process writes', () => {
  it('is one JSON object a line, but for the documented lines of the start', () => {
    expect(lines.filter((line) => !line.startsWith('{') && !startLines.test(line))).toEqual([])
    expect(log.length).toBeGreaterThan(15)
    for (const line of log) expect(line).toMatchObject({ level: expect.stringMatching(/^(info|warn|error)$/), time: expect.stringMatching(/^\d{4}-.*Z$/), msg: expect.any(String) })
  })

  it('holds no name, address, secret, token or cookie of anybody (rule R38)', () => {
    const all = lines.join('\n')
    expect(used.size).toBeGreaterThan(100)
    expect([...used].filter(([text]) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)].some((spelling) => all.includes(spelling))).map(([, what]) => what)).toEqual([])
    expect(all).not.toMatch(/@[\w-]+\.example|\b\d{1,3}(\.\d{1,3}){3}\b|::ffff:|Bearer |__Host-/)
  })

  it('tells each request by the pattern of its route, its status and how long it took', () => {
    expect(lineOf('a name as an id').line).toMatchObject({ method: 'GET', route: '/api/v1/customers/:id', status: 404, milliseconds: expect.any(Number) })
    expect(lineOf('a secret in the path').line).toMatchObject({ route: 'unmatched', status: 404 })
    expect(lineOf('a name in a query').line).toMatchObject({ route: '/api/v1/customers', status: 400 })
    expect(lineOf('wrong password').line).toMatchObject({ method: 'POST', route: '/api/v1/sessions', status: 401 })
    expect(log.some(({ route }) => route === '/readyz')).toBe(false)
  })

  it('has the id that the refused one was told, whatever was wrong', () => {
    for (const { what, answer } of answers.filter(({ answer: { status } }) => status >= 400)) expect(log.some(({ traceId }) => traceId === answer.body.traceId), what).toBe(true)
    expect(log).toContainEqual(expect.objectContaining({ msg: 'what came was no request', code: 'malformed', traceId: expect.any(String) }))
  })

  it('says of a failure of ours what failed and where, under the same id', () => {
    const { answer, line } = lineOf('an internal failure')
    expect(answer.status).toBe(500)
    expect(line).toMatchObject({ status: 500 })
    expect(log.find(({ traceId, level }) => level === 'error' && traceId === answer.body.traceId)).toMatchObject({ error: expect.stringMatching(/display_name[^]*(src|lib)\/store/) })
  })

  it('says of a mail that was refused which one, not whose', () => {
    expect(log).toContainEqual(expect.objectContaining({ msg: 'a mail was refused for good; the operator may try again', mailId: expect.stringMatching(/^[0-9a-f-]{36}$/) }))
  })
})

describe('the text of an error', () => {
  it.each([
    ['invalid input syntax for type uuid: "ana"', 'ana'],
    ['Unexpected token a, "ana..." is not valid JSON', 'ana'],
    ['connect ECONNREFUSED 10.1.2.3:5432', '10.1.2.3'],
    ['connect EHOSTUNREACH 2001:db8::7:1', '2001:db8'],
    ['no mailbox ana.ñandú@correo.example here', 'correo'],
    ['GET https://id.example/cb?code=verysecret failed', 'verysecret'],
    ['bad token cin_abcdefghijklmnopqrstuvwxyz', 'abcdefgh'],
    ['Key (name)=("Ana Uno") exists', 'Ana Uno'],
  ])('%s is told without its content', (text, secret) => {
    expect(withoutContent(text)).not.toContain(secret)
  })

  it.each(['relation "people" does not exist', '    at run (/srv/vinculo/src/store/person-store.ts:12:34)', '    at node:internal/process/task_queues:95:5', '    at /srv/node_modules/@fastify/static/index.js:1:2', 'the disk is gone'])('%s stays', (text) => {
    expect(withoutContent(text)).toBe(text)
  })
})
