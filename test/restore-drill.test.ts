import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import type { DemoPerson, DemoReport } from '../src/application/installation/demo-report.ts'
import type { BackupReport } from '../src/backup/take-backup.ts'
import type { RestoreReport } from '../src/backup/restore-report.ts'
import { typed } from './support/command-line.ts'
import { aBrowser, authenticatorCode, type Browser } from './support/cookie-browser.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from './support/product-database.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'
import type { TestServer } from './support/server.ts'
import { testSmtpServer } from './support/smtp.ts'

/**
 * P18: a backup taken while people work is restored elsewhere: everything acknowledged before it began is there, nobody who
 * was signed in still is, and no mail leaves twice. On a server the drill goes to the embedded engine and back.
 */
const root = mkdtempSync(join(tmpdir(), 'vinculo-drill-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

const engine = inject('engine').connections.kind

interface Place {
  readonly folder: string
  readonly kind: 'embedded' | 'server'
  readonly env: Record<string, string>
}

async function placeOn(kind: Place['kind'], name: string, smtpUrl: string): Promise<Place> {
  const folder = join(root, name)
  // A command beside a running server needs no DATABASE_URL; the processes that open the data get it.
  return { folder, kind, env: { SMTP_URL: smtpUrl, ...(kind === 'server' ? ((await databaseOf(folder)) as Record<string, string>) : {}) } }
}

interface Act {
  readonly id: string
  readonly answeredAt: number
}

/** Asks for relationships one after another until stopped. */
function writer(url: string, token: string): { readonly acts: Act[]; stop(): Promise<void> } {
  const acts: Act[] = []
  let isStopping = false
  const done = (async () => {
    while (!isStopping) {
      const answer = await fetch(`${url}/api/v1/relationship-requests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 }),
      })
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      acts.push({ id: ((await answer.json()) as { id: string }).id, answeredAt: performance.now() })
    }
  })()
  return {
    acts,
    async stop() {
      isStopping = true
      await done
    },
  }
}

async function signedIn(product: Product, person: DemoPerson): Promise<Browser> {
  const browser = aBrowser({ url: product.url } as TestServer, 'partner')
  await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: person.password })
  const second = await browser.ask('POST', '/sessions/second-factor', { code: authenticatorCode(person.totpSecret, new Date()) })
  expect(second.status).toBe(200)
  return browser
}

const tokenOf = async (product: Product, person: DemoPerson) => (await product.command<{ accessToken: string }>('token', '--user', person.userPrincipalName)).accessToken

async function statusOf(url: string, path: string, token: string): Promise<number> {
  return (await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status
}

async function jobsAreDone({ folder, kind }: Place): Promise<void> {
  const client = await lookInto(folder, kind)
  await expect.poll(async () => (await client.query<{ left: number }>('select count(*)::integer as left from graphile_worker._private_jobs')).rows[0]!.left).toBe(0)
  await client.end()
}

async function drill(from: Place, to: Place, smtp: Awaited<ReturnType<typeof testSmtpServer>>) {
  const file = join(root, `${randomUUID()}.vinculo-backup`)
  // What is to be mailed waits when the backup is taken, and leaves afterwards: restored, it must not leave again.
  smtp.refuseWith({ code: 451, text: 'later' })
  const product = await startProduct({ folder: from.folder, env: from.env })
  const demo = await product.command<DemoReport>('demo')
  const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
  const [token, browser] = [await tokenOf(product, agent), await signedIn(product, agent)]
  expect((await browser.ask('GET', '/sessions')).status).toBe(200)
  const writers = Array.from({ length: 3 }, () => writer(product.url, token))
  await expect.poll(() => writers.every(({ acts }) => acts.length > 5)).toBe(true)
  const begin = performance.now()
  const taken = await product.command<BackupReport>('backup', '--to', file)
  const during = writers.flatMap(({ acts }) => acts).filter(({ answeredAt }) => answeredAt > begin)
  await Promise.all(writers.map((one) => one.stop()))
  const before = writers.flatMap(({ acts }) => acts).filter(({ answeredAt }) => answeredAt < begin)
  expect(before.length).toBeGreaterThan(15)
  expect(during.length, 'writers went on while the backup was taken').toBeGreaterThan(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await product.stop()

  const restored = await typed(to.folder, ['restore', '--from', file, '--key-file', join(from.folder, 'keys/vinculo.key'), '--json'], to.env)
  expect(restored, restored.stderr).toMatchObject({ code: 0, stderr: '' })
  const report = JSON.parse(restored.stdout) as RestoreReport
  expect(report).toMatchObject({ rows: taken.rows, schemaVersion: taken.schemaVersion, brokenInvariants: [] })
  return { demo, agent, before, token, browser, file }
}

const ways: [Place['kind'], Place['kind']][] = engine === 'embedded' ? [['embedded', 'embedded']] : [['server', 'embedded'], ['embedded', 'server']]

describe.each(ways)('a drill from %s to %s', (source, target) => {
  it('keeps everything that was acknowledged, and lets nobody and nothing out before it is released', async () => {
    const smtp = await testSmtpServer()
    const [from, to] = [await placeOn(source, `${source}-from`, smtp.url), await placeOn(target, `${target}-to`, smtp.url)]
    const { agent, before, token, browser } = await drill(from, to, smtp)
    smtp.refuseWith(undefined)
    const product = await startProduct({ folder: to.folder, env: to.env, until: 'quarantined', port: await freePort() })
    expect((await fetch(`${product.url}/readyz`)).status).toBe(503)
    expect(await statusOf(product.url, '/customers?size=1', token)).toBe(401)
    const old = aBrowser({ url: product.url } as TestServer, 'partner')
    for (const [name, value] of Object.entries(browser.cookies())) old.setCookie(name, value)
    expect((await old.ask('GET', '/sessions')).status).toBe(401)
    const fresh = await tokenOf(product, agent)
    for (const { id } of before) expect(await statusOf(product.url, `/relationship-requests/${id}`, fresh), id).toBe(200)
    await jobsAreDone(to)
    const standing = await product.command<{ isQuarantined: boolean; counts: { mailsQueued: number; mailsHeld: number } }>('status')
    expect(standing).toMatchObject({ isQuarantined: true, counts: { mailsQueued: 0 } })
    expect(standing.counts.mailsHeld).toBeGreaterThan(0)
    expect(smtp.arrived).toEqual([])

    expect(await product.command('release')).toMatchObject({ mailsHeld: standing.counts.mailsHeld })
    expect(await (await fetch(`${product.url}/readyz`)).json()).toEqual({ status: 'ready' })
    const founder = ['--admin-name', 'Ana Uno', '--admin-user', 'ana@firmanueva.example', '--admin-mail', 'ana@correo.example']
    await product.command('partner', 'enrol', '--name', 'Firma Nueva, S.L.', '--country', 'ES', '--domain', 'firmanueva.example', ...founder, '--kinds', 'directBill', '--programme-id', '77')
    expect((await smtp.arrivals(1)).map(({ to: recipients }) => recipients)).toEqual([['ana@correo.example']])
    await jobsAreDone(to)
    expect(smtp.arrived).toHaveLength(1)
    expect((await typed(to.folder, ['release'])).stderr).toContain('not quarantined')
    expect((await typed(to.folder, ['restore', '--from', join(root, 'none')], to.env)).code).toBe(3)
    await product.stop()
  }, 180_000)
})
