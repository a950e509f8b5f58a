import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { typed } from '../../test/support/command-line.ts'
import { emptyDatabase } from '../../test/support/database.ts'
import { databaseOf, dropDatabasesAfterwards, lookInto } from '../../test/support/product-database.ts'
import { freePort } from '../../test/support/free-port.ts'
import { type Product, startProduct } from '../../test/support/product.ts'
import { testSmtpServer } from '../../test/support/smtp.ts'
import { restoreFixture, upgradeFixtures } from '../../test/support/upgrade-fixture.ts'
import type { Connections } from '../store/connections.ts'
import { migrate } from '../store/migrate.ts'
import { silentLog } from '../store/postgres/log.ts'
import { examineData } from './examine-data.ts'
import type { Diagnosis } from './finding.ts'

const folder = mkdtempSync(join(tmpdir(), 'vinculo-doctor-'))
const fixture = upgradeFixtures().at(-1)!
dropDatabasesAfterwards()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function asked(data: string, env: Record<string, string | undefined>): Promise<{ code: number | null; found: Record<string, string>; cures: (string | null)[]; text: string }> {
  const ran = await typed(data, ['doctor', '--json'], env)
  const { findings } = JSON.parse(ran.stdout) as Diagnosis
  return {
    code: ran.code,
    found: Object.fromEntries(findings.map(({ check, standing }) => [check, standing])),
    cures: findings.filter(({ standing }) => standing !== 'ok').map(({ cure }) => cure),
    text: ran.stdout,
  }
}

describe('the doctor', () => {
  const data = join(folder, 'one')
  let env: Record<string, string>
  let product: Product

  beforeAll(async () => {
    const port = await freePort()
    env = { ...((await databaseOf(data)) as Record<string, string>), SMTP_URL: (await testSmtpServer()).url, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }
    product = await startProduct({ folder: data, port, env })
  })
  afterAll(() => product.stop())

  it('finds a running installation well, but for being alone on its machine', async () => {
    const { code, found } = await asked(data, env)
    expect(code).toBe(0)
    expect(found).toMatchObject({
      ...{ environment: 'warning', dataFolder: 'ok', keyFile: 'ok', diskSpace: 'ok', server: 'ok', database: expect.stringMatching(/ok|warning/) as string, clock: 'ok', schema: 'ok' },
      ...{ quarantine: 'ok', mails: 'ok', jobs: 'ok', invariants: 'ok', mailServer: 'ok', publicUrl: 'ok' },
    })
  })

  it('says what to do about a mail server that does not answer, and quotes no password', async () => {
    const { code, found, text } = await asked(data, { ...env, SMTP_URL: `smtp://ana:hunter2@127.0.0.1:${await freePort()}` })
    expect([code, found.mailServer]).toEqual([1, 'failure'])
    expect(text).not.toContain('hunter2')
  })

  it('sees what the server itself would refuse, and gives the command that cures it', async () => {
    chmodSync(data, 0o755)
    chmodSync(join(data, 'keys/vinculo.key'), 0o644)
    const { code, found, cures } = await asked(data, env)
    chmodSync(data, 0o700)
    chmodSync(join(data, 'keys/vinculo.key'), 0o600)
    expect([code, found.dataFolder, found.keyFile]).toEqual([1, 'warning', 'failure'])
    expect(cures).toContain(`chmod 700 ${data}`)
    expect(cures.every((cure) => cure !== null)).toBe(true)
  })

  it('sees what cannot be in the data', async () => {
    const client = await lookInto(data)
    await client.query("insert into resource_sequences (resource_id, last) values ('00000000-0000-0000-0000-00000000d0c7', 2)")
    await client.query(`insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind)
      values (gen_random_uuid(), now(), 'session.ended', 'done', 'person', '00000000-0000-0000-0000-00000000d0c7', 2, 'system')`)
    const { code, found } = await asked(data, env)
    expect([code, found['invariants.I12']]).toEqual([1, 'failure'])
    // The same look every night, by the server itself.
    await client.query("select graphile_worker.add_job('check-invariants')")
    await client.end()
    await expect.poll(() => product.output()).toMatch(/"level":"error".*"code":"I12","count":1,"msg":"what has to hold in the data does not/)
  })

  it('looks at a folder without data, and makes none', async () => {
    const nothing = join(folder, 'nothing')
    const { code, found } = await asked(nothing, {})
    expect([code, found.server, found.database]).toEqual([0, 'warning', 'ok'])
    expect((await typed(nothing, ['doctor'], {})).stdout).toContain('ok       dataFolder')
    expect(() => chmodSync(nothing, 0o700)).toThrow('ENOENT')
  })

  it('tells every problem of the environment at once', async () => {
    const { code, found, text } = await asked(join(folder, 'nothing'), { PORT: 'http', HOST: '0.0.0.0' })
    expect([code, found]).toEqual([1, { environment: 'failure' }])
    expect(text).toMatch(/PORT is a number[^]*plain http/)
  })

  it.runIf(inject('engine').connections.kind === 'embedded')('opens the data where no server runs, and lets go of them', async () => {
    await product.stop()
    const { code, found } = await asked(data, env)
    expect([code, found.server, found['invariants.I12']]).toEqual([1, 'warning', 'failure'])
    product = await startProduct({ folder: data, env, port: Number(env.PORT) })
  })
})

describe('of the data', () => {
  const standings = async (connections: Connections) => Object.fromEntries((await examineData(connections)).map(({ check, standing }) => [check, standing]))

  it('an older schema is told, with a backup before the upgrade', async () => {
    const connections = await emptyDatabase()
    await migrate({ connections, log: silentLog, upTo: 5 })
    expect(await standings(connections)).toMatchObject({ schema: 'warning' })
  })

  it('a newer schema is no data of this program', async () => {
    const connections = await emptyDatabase()
    await migrate({ connections, log: silentLog })
    const client = new pg.Client(connections.owner)
    await client.connect()
    await client.query("insert into schema_migrations (version, name, sha256) values (9999, 'later', '')")
    await client.end()
    expect(await standings(connections)).toMatchObject({ schema: 'failure' })
  })

  it('a quarantine, mails that were refused and jobs that gave up are told', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    await migrate({ connections, log: silentLog })
    const client = new pg.Client({ ...inject('engine').bootstrap, database: connections.databaseName })
    await client.connect()
    await client.query(`insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at)
      values (gen_random_uuid(), gen_random_uuid(), 'personInvited', 'ana@correo.example', 'es', '-', '-', 'failed', '<1@localhost>', now())`)
    await client.query("select graphile_worker.add_job('send-mail', '{}', max_attempts => 1); update graphile_worker._private_jobs set attempts = max_attempts")
    await client.end()
    expect(await standings(connections)).toMatchObject({ quarantine: 'warning', mails: 'warning', jobs: 'warning', invariants: 'ok' })
  })
})
