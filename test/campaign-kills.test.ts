import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { manyListed } from './support/campaigns.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'

/** The product is killed again and again while it asks 10 000 customers: it goes on by itself, and asks each of them once. */
const rows = 10_000
const folder = mkdtempSync(join(tmpdir(), 'vinculo-campaign-kills-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Seen {
  readonly id: string
  readonly status: string
  readonly checkedCount: number
  readonly version: number
  readonly funnel: { readonly asked: number }
  readonly rows: { readonly ready: number; readonly draft: number }
}

it.skipIf(inject('engine').connections.kind === 'server')(`a list of ${rows} rows is asked once each, however often the product is killed on the way`, { timeout: 240_000 }, async () => {
  const port = await freePort()
  let product: Product = await startProduct({ folder, port })
  const demo = await product.command<DemoReport>('demo')
  const asker = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
  const { accessToken: token } = await product.command<{ accessToken: string }>('token', '--user', asker.userPrincipalName)
  const ask = async (method: string, path: string, { body, type = 'application/json', etag }: { body?: string; type?: string; etag?: string } = {}) => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': type, 'idempotency-key': randomUUID() }), ...(etag && { 'if-match': etag }) }
    const answer = await fetch(`${product.url}/api/v1${path}`, { method, headers, ...(body !== undefined && { body }) })
    const text = await answer.text()
    expect(answer.status, `${method} ${path} ${text}`).toBeLessThan(300)
    return { seen: JSON.parse(text) as Seen, etag: answer.headers.get('etag') ?? '' }
  }
  const until = async (id: string, holds: (seen: Seen) => boolean) => {
    for (let look = 0; look < 400; look++) {
      const read = await ask('GET', `/campaigns/${id}`)
      if (holds(read.seen)) return read
      await new Promise((passed) => setTimeout(passed, 300))
    }
    throw new Error('it did not go on within two minutes')
  }
  const killAndStart = async () => {
    product.process.kill('SIGKILL')
    product = await startProduct({ folder, port })
  }

  const { id } = (await ask('POST', '/campaigns', { body: JSON.stringify({ name: 'Todos', delivery: 'self' }) })).seen
  await ask('POST', `/campaigns/${id}/list`, { body: manyListed(rows), type: 'text/csv' })
  await until(id, ({ checkedCount }) => checkedCount > 0)
  await killAndStart()
  const { etag } = await until(id, ({ status }) => status === 'checked')
  await ask('POST', `/campaigns/${id}/start`, { body: '{}', etag })
  for (const part of [0.1, 0.5]) {
    await until(id, ({ funnel }) => funnel.asked > rows * part)
    await killAndStart()
  }
  const { seen } = await until(id, ({ status }) => status === 'done')
  expect(seen.rows).toMatchObject({ ready: 0, draft: rows })
  const { requests } = await countRequests(ask)
  expect(requests).toBe(rows)
  await product.stop()
})

/** Every request that names a customer of the list, and each domain once. */
async function countRequests(ask: (method: string, path: string) => Promise<{ seen: unknown }>): Promise<{ requests: number }> {
  const named: string[] = []
  for (let path: string | undefined = '/relationship-requests?size=500&search=cliente-'; path; ) {
    const page = (await ask('GET', path)).seen as { items: { named: { domain: string } }[]; next: string | null }
    named.push(...page.items.map((item) => item.named.domain))
    path = page.next === null ? undefined : `/relationship-requests?size=500&search=cliente-&cursor=${encodeURIComponent(page.next)}`
  }
  expect(new Set(named).size).toBe(named.length)
  return { requests: named.length }
}
