import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../test/support/free-port.ts'
import { type Product, startProduct } from '../test/support/product.ts'
import { databaseOf, dropDatabasesAfterwards } from '../test/support/product-database.ts'
import { program } from '../test/support/program-path.ts'
import type { DemoReport } from './application/installation/demo-report.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'vinculo-serve-'))
  folders.push(made)
  return made
}
dropDatabasesAfterwards()
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })))

describe('a running product', () => {
  let product: Product
  let demo: DemoReport
  let token: string

  beforeAll(async () => {
    const data = folder()
    product = await startProduct({ folder: data, env: await databaseOf(data) })
    demo = await product.command<DemoReport>('demo')
    const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
    token = (await product.command<{ accessToken: string }>('token', '--user', agent.userPrincipalName)).accessToken
  }, 90_000)

  it('answers health checks without a word too many', async () => {
    for (const [path, status] of [['/livez', 'alive'], ['/readyz', 'ready']] as const) {
      const answer = await fetch(`${product.url}${path}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.json()).toEqual({ status })
    }
  })

  it('answers hosts that are its own only', async () => {
    const ask = (host: string) =>
      new Promise<number>((resolve, reject) => {
        request({ port: new URL(product.url).port, path: '/livez', headers: { host } }, (answer) => resolve(answer.statusCode!)).on('error', reject).end()
      })
    expect(await ask('evil.example')).toBe(421)
    expect(await ask(new URL(product.url).host)).toBe(200)
  })

  it('that is asked to stop finishes what was begun, takes no more, and leaves no database behind', async () => {
    const body = JSON.stringify({ kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })
    const ended = new Promise<number | null>((resolve) => product.process.once('exit', resolve))
    const answer = await new Promise<number>((resolve, reject) => {
      const outgoing = request(
        `${product.url}/api/v1/relationship-requests`,
        { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': 'in-flight' } },
        (incoming) => resolve(incoming.resume().statusCode!),
      )
      outgoing.on('error', reject)
      outgoing.write(body.slice(0, 10), () => {
        product.process.kill('SIGTERM')
        void expect
          .poll(() => fetch(`${product.url}/livez`).then(() => 'taken', () => 'refused'), { timeout: 5_000 })
          .toBe('refused')
          .then(() => outgoing.end(body.slice(10)), reject)
      })
    })
    expect(answer).toBe(201)
    expect(await ended).toBe(0)
    expect(existsSync(join(product.folder, 'postgres/postmaster.pid'))).toBe(false)
  }, 30_000)
})

describe('with a certificate', () => {
  it('speaks TLS to browsers and tells them to stay with it', async () => {
    const data = folder()
    const [cert, key] = [join(data, 'cert.pem'), join(data, 'key.pem')]
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'pipe' })
    const port = await freePort()
    const env = { ...process.env, ...(await databaseOf(data)), VINCULO_DATA: join(data, 'vinculo'), HOST: 'localhost', PORT: String(port), TLS_CERT_FILE: cert, TLS_KEY_FILE: key }
    const child = spawn(process.execPath, [program, 'start'], { env, stdio: 'ignore' })
    const ended = new Promise((done) => child.once('exit', done))
    const ask = () =>
      new Promise<{ status?: number; hsts?: string | undefined }>((done) => {
        get(`https://localhost:${port}/readyz`, { ca: readFileSync(cert) }, (incoming) => done({ status: incoming.resume().statusCode!, hsts: incoming.headers['strict-transport-security'] })).on('error', () => done({}))
      })
    await expect.poll(ask, { timeout: 30_000 }).toEqual({ status: 200, hsts: 'max-age=31536000; includeSubDomains' })
    child.kill('SIGTERM')
    await ended
  }, 60_000)
})
