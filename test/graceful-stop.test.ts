import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { DemoReport } from '../src/application/installation/demo-report.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from './support/product-database.ts'
import { freePort } from './support/free-port.ts'
import { type Product, startProduct } from './support/product.ts'

/** P20: asked to stop under load, the product answers what it began, begins nothing more, and is gone within 10 seconds. */
const rounds = Number(process.env.STOP_ROUNDS ?? 4)
const folder = mkdtempSync(join(tmpdir(), 'vinculo-stop-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const body = JSON.stringify({ kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })

/** 201, another status, or the code of what broke. */
function post(url: string, token: string, key: string): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': key }
    const outgoing = request(`${url}/api/v1/relationship-requests`, { method: 'POST', agent: false, headers }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode!)).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken'))
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'broken')).end(body)
  })
}

async function stopUnderLoad(product: Product, token: string): Promise<{ done: string[]; unanswered: string[]; wrong: unknown[]; exit: number | null; seconds: number }> {
  const [done, unanswered, wrong] = [[] as string[], [] as string[], [] as unknown[]]
  let isGone = false
  const writers = Array.from({ length: 6 }, async () => {
    while (!isGone) {
      const key = randomUUID()
      const answer = await post(product.url, token, key)
      if (answer === 201) done.push(key)
      else if (typeof answer === 'string' || answer === 503) unanswered.push(key)
      else wrong.push(answer)
    }
  })
  await expect.poll(() => done.length).toBeGreaterThan(20)
  const begin = performance.now()
  const exit = new Promise<number | null>((resolve) => product.process.once('exit', resolve))
  product.process.kill('SIGTERM')
  const code = await exit
  isGone = true
  await Promise.all(writers)
  return { done, unanswered, wrong, exit: code, seconds: (performance.now() - begin) / 1_000 }
}

it(`a stop under load drops nothing, ${rounds} times`, async () => {
  const env = (await databaseOf(folder)) as Record<string, string>
  const port = await freePort()
  let product = await startProduct({ folder, port, env })
  const demo = await product.command<DemoReport>('demo')
  const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
  for (let round = 0; round < rounds; round++) {
    const { accessToken } = await product.command<{ accessToken: string }>('token', '--user', agent.userPrincipalName)
    const { done, unanswered, wrong, exit, seconds } = await stopUnderLoad(product, accessToken)
    expect({ wrong, exit }).toEqual({ wrong: [], exit: 0 })
    expect(seconds).toBeLessThan(10)
    product = await startProduct({ folder, port, env })
    const eyes = await lookInto(folder)
    const { rows } = await eyes.query<{ key: string }>('select key from idempotency_keys')
    await eyes.end()
    const kept = new Set(rows.map(({ key }) => key))
    expect(done.filter((key) => !kept.has(key)), 'answered and lost').toEqual([])
    expect(unanswered.filter((key) => kept.has(key)), 'done and not answered').toEqual([])
  }
  await product.stop()
}, 240_000)
