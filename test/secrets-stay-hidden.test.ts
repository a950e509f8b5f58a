import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { offerSetUp } from '../src/application/installation/offer-set-up.ts'
import { performNow } from '../src/application/perform.ts'
import { theSystem } from '../src/domain/actor.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { open } from '../src/security/seal.ts'
import { aBrowser, authenticatorCode, type Browser, givePassword, goodPassword } from './support/cookie-browser.ts'
import { testDatabase } from './support/database.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson } from './support/world.ts'

/**
 * T26: everything that opens something, from its first moment: passwords, authenticators, recovery codes, cookies, page tokens,
 * bearer tokens, links, mailed and printed codes. After people lived with them, none stands in a log line, in a refusal, in an
 * address or in a table.
 */
const logged: string[] = []
const log = Object.fromEntries(['info', 'warn', 'error'].map((level) => [level, (details: unknown, message: string) => void logged.push(`${level} ${JSON.stringify(details, errorsToo)} ${message}`)])) as never
const errorsToo = (_name: string, value: unknown) => (value instanceof Error ? `${value.message} ${value.stack}` : value)

const secrets = new Map<string, string>()
const refusals: string[] = []
const asked: string[] = []
let server: TestServer

const keep = (what: string, secret: unknown) => {
  expect(typeof secret === 'string' && secret.length >= 6 ? secret : null, what).not.toBeNull()
  secrets.set(secret as string, what)
  return secret as string
}

/** Notes what was refused, and where it was asked. */
function noting(browser: Browser): Browser {
  return {
    ...browser,
    async ask(method, path, body, headers) {
      const answer = await browser.ask(method, path, body, headers)
      asked.push(path)
      if (answer.status >= 400) refusals.push(JSON.stringify(answer.body))
      for (const [name, value] of Object.entries(browser.cookies())) keep(`cookie ${name}`, decodeURIComponent(value))
      return answer
    },
  }
}

beforeAll(async () => {
  server = await testServer({ log, mailLeaves: false })
  await setUp()
  const admin = await signInAndSecure()
  await inviteColleague(admin)
  await askCustomer(admin)
  await mistakes(admin)
}, 60_000)

async function setUp(): Promise<void> {
  const code = keep('set-up code', await performNow(server.env, offerSetUp, theSystem, undefined))
  const password = keep('operator’s password', 'contraseña del operador 1977')
  const wish = { tenantName: 'Programa', displayName: 'Marta Gil', userPrincipalName: 'marta@programa.example', mail: 'marta@programa.example', password }
  const visitor = noting(aBrowser(server, 'operator'))
  refusals.push(JSON.stringify((await visitor.ask('POST', '/set-up', { ...wish, code: 'set_00000-00000-00000-00000-00000-00000' })).body))
  expect((await visitor.ask('POST', '/set-up', { ...wish, code })).status).toBe(201)
}

/** Password, wrong password, authenticator, recovery codes, step-up, a new password, a bearer token. */
async function signInAndSecure(): Promise<{ browser: Browser; person: TestPerson }> {
  const partner = await aPartner()
  const person = await partner.person('globalAdmin')
  await givePassword(person, keep('password', goodPassword))
  const browser = noting(aBrowser(server, 'partner'))
  const wrong = keep('mistyped password', 'una frase bastante larga 43')
  await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: wrong })
  expect((await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: goodPassword })).status).toBe(201)
  const enrolment = (await browser.ask('POST', '/me/totp', {})).body
  const seed = keep('authenticator', enrolment.secret)
  const codes = (await browser.ask('POST', '/me/totp/confirmation', { code: authenticatorCode(seed, server.env.clock()) })).body.recoveryCodes as string[]
  for (const code of codes) keep('recovery code', code)
  await browser.ask('POST', '/session/step-up', { password: goodPassword, code: codes[0] })
  const next = keep('new password', 'otra frase más larga todavía 8')
  await browser.ask('POST', '/me/password', { currentPassword: wrong, password: next })
  expect((await browser.ask('POST', '/me/password', { currentPassword: goodPassword, password: next })).status).toBeLessThan(300)
  keep('page token', (await browser.ask('GET', '/session')).body.csrfToken)
  keep('bearer token', await server.tokenOf(person))
  return { browser, person }
}

/** An invitation and a reset: mailed in sealed form, handed out by the operator, used, used again. */
async function inviteColleague({ person }: { person: TestPerson }): Promise<void> {
  const [operator] = await sql<{ id: string; tenant_id: string }>(`select id, tenant_id from people where user_principal_name = 'marta@programa.example'`)
  const marta = { id: operator!.id, tenantId: operator!.tenant_id, userPrincipalName: 'marta@programa.example', displayName: 'Marta', roles: ['operator'] } as TestPerson
  const address = `luis@${person.userPrincipalName.split('@')[1]}`
  const invited = await server.ask(person, 'POST', '/people', { body: { displayName: 'Luis', userPrincipalName: address, mail: address, roles: ['salesAgent'], language: 'es' } })
  expect(invited.status).toBe(201)
  await keepMailed(invited.body.mail)
  const handed = await server.ask(marta, 'POST', '/operator/handed-out-codes', { body: { personId: invited.body.id, kind: 'personInvitation' } })
  const secret = keep('invitation', new URL(handed.body.link).hash.replace(/^#/, '').split('=').at(-1))
  const visitor = noting(aBrowser(server, 'partner'))
  const password = keep('colleague’s password', 'la frase de Luis, también larga')
  expect((await visitor.ask('POST', '/person-invitations/exchange', { secret })).status).toBe(200)
  expect((await visitor.ask('POST', '/person-invitations/acceptance', { secret, password })).status).toBe(201)
  await visitor.ask('POST', '/person-invitations/acceptance', { secret, password })
  await visitor.ask('POST', '/password-resets', { userPrincipalName: address })
  await keepMailed(address)
  const reset = await server.ask(marta, 'POST', '/operator/handed-out-codes', { body: { personId: invited.body.id, kind: 'passwordReset' } })
  await visitor.ask('POST', '/password-resets/completion', { secret: keep('reset', new URL(reset.body.link).hash.replace(/^#/, '').split('=').at(-1)), password })
}

/** What a mail carries in sealed form. */
async function keepMailed(address: string): Promise<void> {
  for (const { id, sealed_secret: sealed } of await sql<{ id: string; sealed_secret: Buffer }>('select id, sealed_secret from mails where recipient = $1 and sealed_secret is not null', [address])) {
    keep('mailed secret', open(server.env.keyRing, 'mailSecret', id, sealed))
  }
}

/** A request's link, the partner's link, a registration on the way, an acceptance. */
async function askCustomer({ person }: { person: TestPerson }): Promise<void> {
  await anAgreement()
  const customer = await aCustomer()
  const made = await server.ask(person, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, askPrivileges: true, language: 'es' } })
  const link = new URL((await server.ask(person, 'GET', `/relationship-requests/${made.body.id}?link=shown`)).body.link)
  const secret = keep('request link', link.hash.slice(1))
  await server.ask(person, 'POST', `/relationship-requests/${made.body.id}/reminder`, { body: {} })
  keep('partner link', new URL((await server.ask(person, 'GET', '/partner-link')).body.link).hash.slice(1))
  // Registering needs mails that leave.
  const visitor = noting(aBrowser(await testServer({ log }), 'customer'))
  const registration = await visitor.ask('POST', '/invitations/registration', { secret, companyName: 'Nueva', country: 'ES', language: 'es', displayName: 'Eva', mail: 'eva@nueva.example' })
  const registrationSecret = keep('registration', registration.body.registrationSecret)
  await keepMailed('eva@nueva.example')
  await visitor.ask('POST', '/invitations/registration/confirmation', { registrationSecret, code: 'AAAA-AAAA', password: keep('registrant’s password', 'una frase que nadie confirma 5') })
  const accepter = await customer.person('globalAdministrator')
  const page = (await server.ask(accepter, 'POST', '/invitations/opening', { body: { secret } })).body
  const { versionId, language, sha256 } = page.agreement
  const body = { secret, version: page.version, agreement: { versionId, language, sha256 } }
  expect((await server.ask(accepter, 'POST', '/invitations/acceptance', { body })).status).toBe(201)
  note(await server.ask(accepter, 'POST', '/invitations/acceptance', { body }))
}

function note({ body }: Answer): void {
  refusals.push(JSON.stringify(body))
}

/** Secrets in the wrong place and of the wrong shape, and a use case that breaks while it holds one. */
async function mistakes({ browser, person }: { browser: Browser; person: TestPerson }): Promise<void> {
  for (const [secret] of [...secrets]) {
    note(await server.ask(null, 'POST', '/sessions', { body: { userPrincipalName: person.userPrincipalName, password: [secret] }, headers: { 'x-portal': 'partner' } }))
    note(await server.ask(null, 'POST', '/password-resets/completion', { body: { secret: secret.slice(0, 90), password: 'x' } }))
    note(await server.ask(null, 'POST', '/invitations/opening', { body: { secret: secret.padEnd(101, 'x') } }))
    note(await server.ask(null, 'GET', '/me', { headers: { authorization: `Bearer ${secret.replace(/[^\x21-\x7e]/g, 'x')}y` } }))
  }
  const broken = await testServer({ log, database: { ...server.env.database, transaction: async () => Promise.reject(new Error('the disk is gone')) } })
  note(await broken.ask(null, 'POST', '/sessions', { body: { userPrincipalName: person.userPrincipalName, password: goodPassword }, headers: { 'x-portal': 'partner' } }))
  await browser.ask('DELETE', '/session')
}

/** As it is, and as bytes are written in a dump. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
}

function foundIn(texts: readonly string[]): string[] {
  const all = texts.join('\n')
  return [...secrets].filter(([secret]) => spellings(secret).some((spelling) => all.includes(spelling))).map(([, what]) => what)
}

/** Every row of every table, jobs included, as text. */
async function everythingStored(): Promise<string[]> {
  const client = new pg.Client({ ...inject('engine').bootstrap, database: (await testDatabase()).databaseName })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`)
  const stored: string[] = []
  for (const { name } of tables) stored.push(...(await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).rows.map(({ row }) => row))
  await client.end()
  return stored
}

describe('what opens something', () => {
  it('was lived with, of every kind', () => {
    expect(new Set(secrets.values()).size).toBeGreaterThan(15)
    expect(refusals.length).toBeGreaterThan(50)
    expect(logged.join()).toContain('a request failed')
  })

  it('would be found: the search sees what stands there, in each spelling', () => {
    const [secret] = [...secrets.keys()]
    for (const spelling of spellings(secret!)) expect(foundIn([`before ${spelling} after`])).toHaveLength(1)
  })

  it('stands in no log line (rule R38)', () => {
    expect(foundIn(logged)).toEqual([])
  })

  it('stands in no refusal', () => {
    expect(foundIn(refusals)).toEqual([])
  })

  it('stands in no address, and no entry would take it there', () => {
    expect(foundIn(asked)).toEqual([])
    const named = portalRoutes.flatMap(({ path, query }) => [path, ...Object.keys((query as { properties?: object } | undefined)?.properties ?? {})])
    // Mail programs know this one by its address alone (RFC 8058); all that it can do is to stop a kind of mail.
    expect(named.filter((name) => /(^|:)(secret|password|token|code)$/i.test(name) && name !== '/one-click-stops/:token')).toEqual([])
  })

  it('stands in no table, but as a hash or sealed with the key file (rule R3)', async () => {
    const stored = await everythingStored()
    expect(stored.length).toBeGreaterThan(50)
    expect(foundIn(stored)).toEqual([])
    // What is kept of a link is its hash: here it is.
    const link = [...secrets].find(([, what]) => what === 'request link')![0]
    expect(stored.join()).toContain(createHash('sha256').update(link).digest('hex'))
  })
})

describe('a log line', () => {
  it('carries ids, codes and counts, whatever it is given, and no second line (rule R38)', () => {
    const program = `import { createLog } from ${JSON.stringify(resolve(import.meta.dirname, '../src/log.ts'))}
      createLog('info').info({ traceId: 'trace', password: 'canary-one', headers: { cookie: 'canary-two' }, mail: 'canary-three', error: 'first\\nsecond' }, 'something\\r\\nhappened')`
    const { stderr } = run(program)
    expect(stderr).not.toMatch(/canary/)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(stderr)).toMatchObject({ traceId: 'trace', error: 'first\nsecond', msg: 'something\r\nhappened' })
  })
})

function run(program: string): { stderr: string } {
  const stderr = execFileSync('sh', ['-c', `"${process.execPath}" --import tsx --input-type=module -e "$0" 2>&1 >/dev/null`, program], { encoding: 'utf8', cwd: resolve(import.meta.dirname, '..') })
  return { stderr }
}

