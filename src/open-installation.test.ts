import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { administer } from '../test/support/engine.ts'
import { type Product, startProduct } from '../test/support/product.ts'
import { program } from '../test/support/program-path.ts'

const name = `own_${randomBytes(4).toString('hex')}`
const folder = mkdtempSync(join(tmpdir(), 'vinculo-url-'))

function run(data: string, databaseUrl: string, ...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, VINCULO_DATA: data, DATABASE_URL: databaseUrl, HOST: 'localhost', PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part: Buffer) => (stdout += part))
  child.stderr.on('data', (part: Buffer) => (stderr += part))
  return new Promise((done) => child.once('close', (code) => done({ code, stdout, stderr })))
}

// The other engine: the server of DATABASE_URL, whose user may make roles and is no superuser.
describe.runIf(inject('engine').connections.kind === 'server')('on a server of its operator', () => {
  const bootstrap = inject('engine').bootstrap
  const url = `postgres://${name}_admin:word@${bootstrap.host}:${bootstrap.port}/${name}`
  let product: Product

  beforeAll(async () => {
    await administer(bootstrap, [`create role ${name}_admin login createrole password 'word'`, `create database ${name} owner ${name}_admin`])
    product = await startProduct({ folder: join(folder, 'one'), env: { DATABASE_URL: url } })
  }, 60_000)

  afterAll(async () => {
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
    await administer(bootstrap, [`drop database ${name} with (force)`])
  })

  it('the product starts, fills a demo and issues tokens through its socket', async () => {
    const demo = await product.command<{ people: { userPrincipalName: string }[] }>('demo')
    const { accessToken } = await product.command<{ accessToken: string }>('token', '--user', demo.people[1]!.userPrincipalName)
    const answer = await fetch(`${product.url}/api/v1/customers?size=1`, { headers: { authorization: `Bearer ${accessToken}` } })
    expect(answer.status).toBe(200)
  }, 60_000)

  it('its roles are called after its database, so that installations of one server do not take each other’s passwords', async () => {
    const client = new pg.Client(bootstrap)
    await client.connect()
    const { rows } = await client.query('select rolname from pg_roles where rolname like $1 order by 1', [`${name}%`])
    await client.end()
    expect(rows.map(({ rolname }) => rolname)).toEqual(['admin', 'app', 'auditor', 'jobs', 'owner'].map((role) => `${name}_${role}`))
  })

  it('a second server on the same folder is refused, one with its own folder and the same key works beside it', async () => {
    expect((await run(product.folder, url, 'start')).stderr).toContain('Another Vinculo is using the folder')
    cpSync(join(product.folder, 'keys'), join(folder, 'two/keys'), { recursive: true })
    expect(await run(join(folder, 'two'), url, 'status')).toMatchObject({ code: 0, stdout: expect.stringContaining('demo data') })
    expect(await (await fetch(`${product.url}/readyz`)).json()).toEqual({ status: 'ready' })
  }, 60_000)

  it('without the key file nothing is opened, and no fresh key is made for data that exist', async () => {
    const ran = await run(join(folder, 'three'), url, 'status')
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toContain('there are data that only its keys open')
  }, 60_000)

  it('a server that cannot be reached is told without its password', async () => {
    const ran = await run(join(folder, 'four'), 'postgres://ana:hunter2@127.0.0.1:1/x', 'status')
    expect(ran).toMatchObject({ code: 3, stderr: expect.stringContaining('cannot be reached (ECONNREFUSED)') })
    expect(ran.stderr).not.toContain('hunter2')
  }, 60_000)
})
