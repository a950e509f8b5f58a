import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { items, lineOf } from './support/catalogue.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'
import { act, type Book, bookOf } from './support/reference-ledger.ts'

/** Twenty sequences of order, provisioning, seats and transfer; in each of them the product dies by kill -9 in the middle of one act. */
const rounds = Number(process.env.LEDGER_KILLS ?? 20)
const folder = mkdtempSync(join(tmpdir(), 'vinculo-ledger-kills-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ask {
  readonly token: string
  readonly method: string
  readonly path: string
  readonly body?: object
  readonly version?: number
}

it.skipIf(inject('engine').connections.kind === 'server')(`no kill -9 in ${rounds} sequences of orders, changes and transfers loses or invents a seat or a cent`, { timeout: 120_000 + rounds * 20_000 }, async () => {
  const port = await freePort()
  let product: Product = await startProduct({ folder, port })
  const demo = await product.command<DemoReport>('demo')
  const named = (key: string, role: string) => demo.people.find(({ tenantKey, role: own }) => tenantKey === key && own === role)!
  const tokenOf = async (key: string, role: string) => (await product.command<{ accessToken: string }>('token', '--user', named(key, role).userPrincipalName)).accessToken
  const sellers = [await tokenOf('public-direct-bill', 'adminAgent'), await tokenOf('public-indirect-provider', 'adminAgent')] as const
  const operator = await tokenOf('operator', 'operator')
  const other = demo.tenants.find(({ id }) => id === named('public-indirect-provider', 'adminAgent').tenantId)!
  const customerId = named('public-customer-several', 'globalAdministrator').tenantId
  const base = `/customers/${customerId}`

  const call = (key: string, { token, method, path, body, version }: Ask) =>
    fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': key }), ...(version !== undefined && { 'if-match': `"${version}"` }) },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    }).then(async (answer) => (answer.status === 503 ? undefined : { status: answer.status, body: JSON.parse(await answer.text()) as Record<string, never> }))
  /** Sent with one key until it is answered; with `dies`, the product is killed so many milliseconds after the first try left. */
  const ask = async (asked: Ask, dies?: number) => {
    const key = randomUUID()
    if (dies !== undefined) {
      const first = call(key, asked).catch(() => undefined)
      await new Promise((passed) => setTimeout(passed, dies))
      product.process.kill('SIGKILL')
      await first
      product = await startProduct({ folder, port })
    }
    for (let attempt = 0; attempt < 600; attempt++) {
      const answer = await call(key, asked).catch(() => undefined)
      if (answer) return answer
      await new Promise((passed) => setTimeout(passed, 50))
    }
    throw new Error('no answer in 30 seconds')
  }

  const books: Book[] = []
  for (let round = 0; round < rounds; round++) {
    const dies = (step: number) => (round % 4 === step ? (round * 7) % 40 : undefined)
    const placed = await ask({ token: sellers[0], method: 'POST', path: `${base}/orders`, body: { lines: [lineOf(items.office, { quantity: 10 + round })] } }, dies(0))
    expect(placed.status, JSON.stringify(placed.body)).toBe(201)
    const id = (placed.body as unknown as { subscriptions: { subscriptionId: string }[] }).subscriptions[0]!.subscriptionId
    const book = bookOf(id, { offer: 'office', seats: 10 + round, seller: 0 })
    books.push(book)
    expect((await ask({ token: operator, method: 'POST', path: `/operator/provisioning/${id}/fulfilment` }, dies(1))).status).toBe(201)
    act(book, { do: 'fulfil' }, Date.now())
    const read = async (token: string, path: string) => (await ask({ token, method: 'GET', path })).body as unknown as { version: number; versionShown: number; quantity: number }
    const { version } = await read(sellers[0], `${base}/subscriptions/${id}`)
    const changed = await ask({ token: sellers[0], method: 'PUT', path: `${base}/subscriptions/${id}/quantity`, body: { quantity: 40 }, version }, dies(2))
    // Where the answer was lost after it was done, the version is another one.
    expect([200, 412]).toContain(changed.status)
    act(book, { do: 'seats', seats: 40 }, Date.now())
    const offered = await ask({ token: sellers[0], method: 'POST', path: `${base}/transfers`, body: { partnerDomain: other.primaryDomain, subscriptionIds: [id] } })
    const transferId = (offered.body as unknown as { id: string }).id
    const { versionShown } = await read(sellers[1], `/transfers/${transferId}`)
    expect((await ask({ token: sellers[1], method: 'POST', path: `${base}/transfers/${transferId}/acceptance`, body: { versionShown } }, dies(3))).status).toBe(201)
    act(book, { do: 'transfer' }, Date.now())
    expect((await read(sellers[1], `${base}/subscriptions/${id}`)).quantity).toBe(book.seats)
  }

  const month = new Date().toISOString().slice(0, 7)
  const paid = new Map(books.map(({ id }) => [id, [0, 0]]))
  for (const [which, token] of sellers.entries()) {
    const { body } = await ask({ token, method: 'GET', path: `${base}/statements/${month}?size=500` })
    for (const { subscriptionId, amount } of (body as unknown as { items: { subscriptionId: string; amount: string }[] }).items) {
      const sums = paid.get(subscriptionId)
      if (sums) sums[which]! += Math.round(Number(amount) * 100)
    }
  }
  await product.stop()
  expect([...paid]).toEqual(books.map(({ id, paid: owed }) => [id, owed]))
})
