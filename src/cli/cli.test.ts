import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../test/support/free-port.ts'
import { type Product, startProduct } from '../../test/support/product.ts'
import { databaseOf, dropDatabasesAfterwards } from '../../test/support/product-database.ts'
import { program } from '../../test/support/program-path.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import { builtInClouds } from '../domain/clouds/built-in-clouds.ts'
import { parseSecret } from '../security/secret.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'vinculo-cli-'))
  folders.push(made)
  return made
}
dropDatabasesAfterwards()
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })))

interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(data: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const settings = { VINCULO_DATA: data, HOST: 'localhost', PORT: '0', ...(await databaseOf(data)), ...env }
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part: Buffer) => (stdout += part))
  child.stderr.on('data', (part: Buffer) => (stderr += part))
  return new Promise((done) => child.once('close', (code) => done({ code, stdout, stderr })))
}

const founder = ['--admin-name', 'Ana Uno', '--admin-user', 'ana@firmauno.example', '--admin-mail', 'ana@correo.example']
const firm = ['--name', 'Firma Uno, S.L.', '--country', 'ES', '--domain', 'firmauno.example', ...founder]

describe('vinculo', () => {
  describe('beside a running server', () => {
    let product: Product
    let demo: DemoReport

    beforeAll(async () => {
      const data = folder()
      product = await startProduct({ folder: data, env: await databaseOf(data) })
      demo = await product.command<DemoReport>('demo')
    }, 60_000)
    afterAll(() => product.stop())

    it('offers the set-up page and a one-time code while nobody is set up', () => {
      const [, url, code] = /Open (\S+) and enter this code[^\n]*\n\n {2}(\S+)\n/.exec(product.output()) ?? []
      expect(url).toBe(`${product.url}/operator/set-up`)
      expect(parseSecret('setUpCode', code!)).toBeDefined()
    })

    it('fills an empty installation with what every story needs', () => {
      for (const cloud of Object.keys(builtInClouds)) {
        const here = demo.tenants.filter((tenant) => tenant.cloud === cloud)
        expect(here.some(({ kinds }) => kinds.includes('directBill'))).toBe(true)
        expect(here.some(({ kinds, relatedWith }) => kinds.includes('customer') && relatedWith !== null)).toBe(true)
        expect(here.some(({ kinds, relatedWith }) => kinds.includes('customer') && relatedWith === null)).toBe(true)
      }
      const kinds = demo.tenants.filter(({ cloud }) => cloud === 'public').flatMap((tenant) => tenant.kinds)
      expect(kinds).toEqual(expect.arrayContaining(['indirectReseller', 'indirectProvider', 'operator']))
      for (const person of demo.people) {
        expect(person).toMatchObject({ password: expect.stringMatching(/^([a-z]+-){4}\d{4}$/), totpSecret: expect.stringMatching(/^[A-Z2-7]{32}$/), role: expect.any(String) })
        expect(demo.tenants.some(({ id }) => id === person.tenantId)).toBe(true)
      }
      expect(new Set(demo.people.map(({ password }) => password)).size).toBe(demo.people.length)
      expect(demo.urls.partner).toBe(`${product.url}/partner`)
    })

    it('issues a token that the API accepts, with the rights of the person and no more', async () => {
      const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'salesAgent')!
      const { accessToken, expiresAt } = await product.command<{ accessToken: string; expiresAt: string }>('token', '--user', agent.userPrincipalName)
      expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(3_600_000)
      const ask = (path: string) => fetch(`${product.url}/api/v1${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
      expect(await (await ask('/session')).json()).toMatchObject({ signedIn: true, person: { id: agent.id, roles: ['salesAgent'] } })
      expect((await ask('/customers?size=500')).status).toBe(200)
      expect((await ask('/operator/partners')).status).toBe(403)
    })

    it('lists customers in the thousands for the public direct-bill partner', async () => {
      const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
      const { accessToken } = await product.command<{ accessToken: string }>('token', '--user', agent.userPrincipalName)
      let [count, cursor] = [0, ''] as [number, string | null]
      while (cursor !== null) {
        const answer = await fetch(`${product.url}/api/v1/customers?size=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { headers: { authorization: `Bearer ${accessToken}` } })
        const page = (await answer.json()) as { items: unknown[]; next: string | null }
        count += page.items.length
        cursor = page.next
      }
      expect(count).toBeGreaterThan(2_000)
    })

    it('shows the authenticator code of a demo person, which works', async () => {
      const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'helpdeskAgent')!
      expect((await product.command<{ code: string }>('code', '--user', agent.userPrincipalName)).code).toMatch(/^\d{6}$/)
    })

    it('gives the people of a demo fresh passwords when it is filled again', async () => {
      const again = await product.command<DemoReport>('demo')
      expect(again.tenants).toEqual(demo.tenants)
      expect(again.people.map(({ id }) => id)).toEqual(demo.people.map(({ id }) => id))
      expect(again.people.some(({ password }) => demo.people.some((before) => before.password === password))).toBe(false)
    })

    it('is told no by the server as by the data: a sentence and exit code 1, JSON with --json', async () => {
      const plain = await run(product.folder, ['token', '--user', 'nobody@nowhere.example'])
      expect(plain).toMatchObject({ code: 1, stdout: '', stderr: 'There is nobody with the user principal name nobody@nowhere.example.\n' })
      const json = await run(product.folder, ['token', '--user', 'nobody@nowhere.example', '--json'])
      expect(JSON.parse(json.stdout)).toEqual({ error: { code: 'notFound', message: expect.any(String) } })
    })

    it('takes a list of addresses that messages came back from', async () => {
      const file = join(product.folder, 'bounces.csv')
      writeFileSync(file, '\uFEFFaddress;code\r\n"uno@devuelto.example";550\r\nno address;1\r\nDOS@devuelto.example;550\r\n')
      expect(await product.command('mail', 'report', '--file', file, '--address', 'uno@devuelto.example')).toEqual({ added: 2, known: 1, notAddresses: [3] })
      expect(await run(product.folder, ['mail', 'report'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--address or --file') })
    })

    it('talks through a socket that only this account can open', () => {
      expect(statSync(join(product.folder, 'vinculo.sock')).mode & 0o777).toBe(0o600)
    })

    it('refuses a second server on the folder', async () => {
      const second = await run(product.folder, ['start'], { PORT: String(await freePort()) })
      expect(second.code).toBe(3)
      expect(second.stderr).toContain('Another Vinculo is using the folder')
    })

    it('enrols, verifies, suspends and reinstates a partner', async () => {
      const enrolled = await product.command<{ partner: { id: string }; invitation: null }>('partner', 'enrol', ...firm, '--kinds', 'directBill,indirectReseller', '--programme-id', '77')
      // Mail leaves a demo into its mailbox.
      expect(enrolled.invitation).toBeNull()
      const which = ['--partner', 'firmauno.example']
      expect(await product.command('partner', 'verify', ...which, '--note', 'visto')).toMatchObject({ verificationMethod: 'operatorCheck' })
      expect(await product.command('partner', 'debt', ...which, '--in-debt', 'yes')).toMatchObject({ inDebt: true })
      expect(await product.command('partner', 'suspend', '--partner', enrolled.partner.id, '--reason', 'prueba')).toMatchObject({ status: 'suspended', statusReason: 'prueba' })
      expect(await product.command('partner', 'reinstate', ...which)).toMatchObject({ status: 'active', statusReason: null })
      expect((await run(product.folder, ['partner', 'reinstate', ...which])).code).toBe(1)
    }, 60_000)
  })

  describe('without a server', () => {
    it('opens the data itself, and hands out links where mails do not leave', async () => {
      const data = folder()
      const enrolled = await run(data, ['partner', 'enrol', ...firm, '--kinds', 'directBill', '--programme-id', '7'])
      expect(enrolled).toMatchObject({ code: 0, stderr: '' })
      expect(enrolled.stdout).toMatch(/http:\/\/localhost:\d+\/partner\/set-password\?for=invitation#cin_[\w-]{43}/)
      const imported = await run(data, ['customer', 'import', '--name', 'Cliente, S.A.', '--country', 'ES', '--domain', 'cliente.example', '--admin-name', 'Bea', '--admin-user', 'bea@cliente.example', '--admin-mail', 'bea@correo.example', '--json'])
      expect(JSON.parse(imported.stdout)).toMatchObject({ customer: { name: 'Cliente, S.A.' }, invitation: { link: expect.stringContaining('/admin/set-password') } })
      const status = await run(data, ['status', '--json'])
      expect(JSON.parse(status.stdout)).toMatchObject({ isSetUp: false, mailLeaves: false, counts: { partners: 1, customers: 1, mailsHeld: 2 } })
      const demo = await run(data, ['demo', '--json'])
      expect(demo.code).toBe(1)
      expect(JSON.parse(demo.stdout)).toMatchObject({ error: { code: 'notAllowed/notEmpty' } })
    }, 60_000)

    it('publishes an agreement from a file, hashed exactly', async () => {
      const data = folder()
      const file = join(data, 'en.txt')
      writeFileSync(file, 'Customer agreement\n\n1. One clause — with a dash.\r\n2. Another.\n')
      const published = await run(data, ['agreement', 'publish', '--text', `en=${file}`, '--json'])
      const { createHash } = await import('node:crypto')
      const sha256 = createHash('sha256').update('1. One clause — with a dash.\r\n2. Another.\n').digest('hex')
      expect(JSON.parse(published.stdout)).toMatchObject({ number: 1, cloud: 'public', texts: [{ language: 'en', title: 'Customer agreement', sha256 }] })
      expect((await run(data, ['agreement', 'publish', '--cloud', 'china', '--text', `en=${file}`])).stderr).toContain('asks its customers for no agreement')
      writeFileSync(file, Buffer.from([0xff, 0xfe, 0x41]))
      expect((await run(data, ['agreement', 'publish', '--text', `en=${file}`])).code).toBe(2)
    }, 60_000)

    it.each([
      ['PUBLIC_URL', { PUBLIC_URL: 'https://partners.example.org', HOST: '127.0.0.1', TRUST_PROXY: '10.0.0.1' }],
      ['DATABASE_URL', { DATABASE_URL: 'postgres://admin@database.example.org/vinculo' }],
    ])('fills no demo where %s names another machine', async (name, env) => {
      const ran = await run(folder(), ['start', '--demo'], env)
      expect(ran.code).not.toBe(0)
      expect(ran.stderr).toContain(`Demo data belong on your own machine; ${name} names`)
    })

    it.each([
      [['start'], { PORT: 'http' }, 3, /PORT is a number/],
      [['start'], { HOST: '0.0.0.0' }, 3, /plain http would show passwords/],
      [['nothing'], {}, 2, /unknown command 'nothing'/],
      [['token'], {}, 2, /--user/],
      [['partner', 'debt', '--partner', 'x.example', '--in-debt', 'maybe'], {}, 2, /--in-debt yes or --in-debt no/],
    ] as const)('%j %j ends with %d and a sentence', async (args, env, code, sentence) => {
      const ran = await run(folder(), args, env)
      expect(ran.code).toBe(code)
      expect(ran.stderr).toMatch(sentence)
    })

    it('refuses a key file that others may read', async () => {
      const data = folder()
      await run(data, ['status'])
      chmodSync(join(data, 'keys/vinculo.key'), 0o644)
      const ran = await run(data, ['status'])
      expect(ran).toMatchObject({ code: 3, stdout: '' })
      expect(ran.stderr).toContain('chmod 600')
    })
  })
})
