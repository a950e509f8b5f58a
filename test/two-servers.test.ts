import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from './support/product-database.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'
import { testSmtpServer } from './support/smtp.ts'

/** Two processes of the product, each with its folder and a copy of the key file, on one PostgreSQL. */
const root = mkdtempSync(join(tmpdir(), 'vinculo-two-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.runIf(inject('engine').connections.kind === 'server')('two servers on one database', () => {
  const [first, second] = [join(root, 'first'), join(root, 'second')]
  let smtp: Awaited<ReturnType<typeof testSmtpServer>>
  let one: Product
  let two: Product
  let demo: DemoReport

  beforeAll(async () => {
    smtp = await testSmtpServer()
    const port = await freePort()
    // Both stand behind one address, as behind a load balancer: it is what their tokens name.
    const env = { ...((await databaseOf(first)) as Record<string, string>), SMTP_URL: smtp.url, PUBLIC_URL: `http://localhost:${port}` }
    one = await startProduct({ folder: first, port, env })
    cpSync(join(first, 'keys'), join(second, 'keys'), { recursive: true })
    two = await startProduct({ folder: second, env })
    demo = await one.command<DemoReport>('demo')
  }, 120_000)
  afterAll(() => Promise.all([one.stop(), two.stop()]))

  const person = (role: string) => demo.people.find((known) => known.tenantKey === 'public-direct-bill' && known.role === role)!
  const tokenOf = async (product: Product, role: string) => (await product.command<{ accessToken: string }>('token', '--user', person(role).userPrincipalName)).accessToken
  const ask = (product: Product, token: string, path: string, method = 'GET') =>
    fetch(`${product.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, ...(method === 'POST' && { 'idempotency-key': randomUUID() }) } })

  it('do each job once: no mail leaves twice', async () => {
    const founders = Array.from({ length: 12 }, (_, number) => `firma${number}`)
    const enrol = (product: Product, name: string, number: number) =>
      product.command('partner', 'enrol', '--name', `Firma ${number}`, '--country', 'ES', '--domain', `${name}.example`, '--kinds', 'directBill', '--programme-id', String(700 + number), '--admin-name', 'Ana Uno', '--admin-user', `ana@${name}.example`, '--admin-mail', `ana@${name}-correo.example`)
    // In pairs, one on each server: a whole crowd of processes at once would only measure this machine.
    for (let number = 0; number < founders.length; number += 2) {
      await Promise.all([enrol(one, founders[number]!, number), enrol(two, founders[number + 1]!, number + 1)])
    }
    const eyes = await lookInto(first)
    await expect.poll(async () => (await eyes.query<{ left: number }>('select count(*)::integer as left from graphile_worker._private_jobs')).rows[0]!.left, { timeout: 60_000 }).toBe(0)
    const { rows } = await eyes.query<{ sent: number }>("select count(*)::integer as sent from mails where status = 'sent'")
    await eyes.end()
    const ids = smtp.arrived.map(({ parsed }) => parsed.messageId)
    expect(ids).toHaveLength(rows[0]!.sent)
    expect(new Set(ids).size).toBe(ids.length)
    for (const name of founders) expect(smtp.arrived.filter(({ to }) => to[0] === `ana@${name}-correo.example`), name).toHaveLength(1)
  }, 180_000)

  it('see within a second at the one who was disabled at the other', async () => {
    const [admin, agent] = [await tokenOf(one, 'globalAdmin'), await tokenOf(two, 'salesAgent')]
    for (const product of [one, two]) expect((await ask(product, agent, '/customers?size=1')).status).toBe(200)
    const disabled = await ask(one, admin, `/people/${person('salesAgent').id}/disabling`, 'POST')
    const at = performance.now()
    expect(disabled.status).toBe(200)
    expect((await ask(two, agent, '/customers?size=1')).status).toBe(401)
    expect(performance.now() - at).toBeLessThan(1_000)
  }, 60_000)
})
