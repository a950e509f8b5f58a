import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { typed } from '../../test/support/command-line.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from '../../test/support/product-database.ts'
import { freePort } from '../../test/support/free-port.ts'
import { startProduct } from '../../test/support/product.ts'
import type { DemoReport } from '../application/installation/demo-report.ts'
import type { Resealed } from '../application/installation/reseal-secrets.ts'
import { sealedColumns, shortLivedSeals } from '../store/sealed-columns.ts'
import type { RotatedKeys } from './command.ts'

const root = mkdtempSync(join(tmpdir(), 'vinculo-keeping-'))
dropDatabasesAfterwards()
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('vinculo operator create', () => {
  const ana = ['--name', 'Ana Uno', '--user', 'ana@operadora.example', '--mail', 'ana@correo.example', '--language', 'es']

  it('makes the first operator and the organization, in place of the set-up page, and invites more', async () => {
    const folder = join(root, 'operator')
    const product = await startProduct({ folder, env: await databaseOf(folder) as Record<string, string> })
    const code = /\n\n {2}(\S+)\n/.exec(product.output())![1]!
    expect((await typed(folder, ['operator', 'create', ...ana])).stderr).toContain('name the organization that will')
    const made = await typed(folder, ['operator', 'create', ...ana, '--organization', 'Operadora, S.A.'])
    expect(made, made.stderr).toMatchObject({ code: 0 })
    expect(made.stdout).toMatch(/Invited ana@operadora\.example to run this installation \(Operadora, S\.A\.\)\.\n[^]*\/operator\/set-password\?for=invitation#cin_/)
    expect(await product.command('status')).toMatchObject({ isSetUp: true })
    const tooLate = { code, tenantName: 'Otra', displayName: 'Otra', userPrincipalName: 'otra@otra.example', mail: 'otra@correo.example', password: 'una frase bastante larga 42', language: 'es' }
    const setUp = await fetch(`${product.url}/api/v1/set-up`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-portal': 'operator', origin: product.url }, body: JSON.stringify(tooLate) })
    expect(setUp.status).toBeGreaterThanOrEqual(400)
    const more = ['--name', 'Bea Dos', '--mail', 'bea@correo.example']
    expect((await typed(folder, ['operator', 'create', ...more, '--user', 'bea@otra.example'])).stderr).toContain('operadora.example')
    expect(await product.command('operator', 'create', ...more, '--user', 'bea@operadora.example')).toMatchObject({ operator: { tenantName: 'Operadora, S.A.' }, invitation: { link: expect.any(String) as string } })
    expect((await typed(folder, ['operator', 'create', ...more, '--user', 'bea@operadora.example'])).code).toBe(1)
    expect(await product.command('status')).toMatchObject({ counts: { people: 2 } })
    await product.stop()
  }, 120_000)
})

describe('vinculo keys', () => {
  const folder = join(root, 'keys')
  const keyFile = join(folder, 'keys/vinculo.key')

  it('rotate and reseal: what was sealed and signed before stays good, and then needs the old key no more', async () => {
    const env = (await databaseOf(folder)) as Record<string, string>
    const port = await freePort()
    let product = await startProduct({ folder, port, env })
    const demo = await product.command<DemoReport>('demo')
    const agent = demo.people.find(({ tenantKey, role }) => tenantKey === 'public-direct-bill' && role === 'adminAgent')!
    const { accessToken } = await product.command<{ accessToken: string }>('token', '--user', agent.userPrincipalName)
    const ask = (path: string) => fetch(`${product.url}/api/v1${path}`, { headers: { authorization: `Bearer ${accessToken}` } })
    const linkNow = async () => ((await (await ask('/partner-link')).json()) as { link: string }).link
    const link = await linkNow()

    const former = readFileSync(keyFile, 'utf8')
    const rotated = JSON.parse((await typed(folder, ['keys', 'rotate', '--json'], env)).stdout) as RotatedKeys
    expect(rotated).toMatchObject({ isServerRunning: true, formerKeyIds: [/^([0-9a-f]{8}) /m.exec(former)![1]] })
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect((await ask('/partner-link')).status, 'the server goes on with what it read').toBe(200)
    await product.stop()

    product = await startProduct({ folder, port, env })
    expect(await linkNow(), 'an older key still opens and verifies').toEqual(link)
    const resealed = await product.command<Resealed>('keys', 'reseal')
    expect(resealed).toMatchObject({ keyId: rotated.keyId, unreadable: 0 })
    expect(resealed.resealed).toBeGreaterThan(20)
    expect(await product.command('keys', 'reseal')).toMatchObject({ resealed: 0 })
    const client = await lookInto(folder)
    for (const { table, column } of sealedColumns) {
      const { rows } = await client.query(`select distinct encode(substring(${column} from 2 for 4), 'hex') as key from ${table} where ${column} is not null`)
      expect(rows.every(({ key }) => key === rotated.keyId), table).toBe(true)
    }
    const { rows } = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and data_type = 'bytea' and (column_name like '%sealed%' or column_name like '%seed%')`,
    )
    await client.end()
    const named = (columns: readonly { table: string; column: string }[]) => columns.map(({ table, column }) => `${table}.${column}`).sort()
    expect(named(rows), 'every sealed column is known').toEqual([...named(sealedColumns), ...shortLivedSeals].sort())
    await product.stop()

    writeFileSync(keyFile, readFileSync(keyFile, 'utf8').replace(new RegExp(`^${rotated.formerKeyIds[0]} .*\n`, 'm'), ''), { mode: 0o600 })
    product = await startProduct({ folder, port, env })
    expect((await ask('/partner-link')).status, 'its tokens ended with the key').toBe(401)
    expect((await product.command<{ code: string }>('code', '--user', agent.userPrincipalName)).code).toMatch(/^\d{6}$/)
    await product.stop()
  }, 180_000)

  it('are not rotated where there are none', async () => {
    const ran = await typed(join(root, 'nothing'), ['keys', 'rotate'])
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toContain('There is no key file')
  })
})

describe('vinculo completion', () => {
  it.each([
    [['vinculo', 'partner', 'en'], 'enrol'],
    [['vinculo', 're'], 'release restore'],
    [['vinculo', 'restore', '--from', 'release', '--k'], '--key-file'],
    [['vinculo', 'completion', ''], 'bash zsh --help'],
  ])('completes %j in a real shell', async (words, completed) => {
    const { stdout } = await typed(root, ['completion', 'bash'])
    const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _vinculo; echo "\${COMPREPLY[@]}"`
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim()).toBe(completed)
  })

  it('knows which shells', async () => {
    expect((await typed(root, ['completion', 'fish'])).code).toBe(2)
    expect((await typed(root, ['completion', 'zsh'])).stdout).toContain('bashcompinit')
  })
})
