import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { RestoreReport } from '../src/backup/restore-report.ts'
import type { Connections } from '../src/store/connections.ts'
import { brokenInvariants } from '../src/store/invariants.ts'
import { migrate, schemaVersion } from '../src/store/migrate.ts'
import { silentLog } from '../src/store/postgres/log.ts'
import { typed } from './support/command-line.ts'
import { emptyDatabase } from './support/database.ts'
import { killed } from './support/embedded-folder.ts'
import { databaseOf, dropDatabasesAfterwards } from './support/product-database.ts'
import { startProduct } from './support/product.ts'
import { childProcess } from './support/program-path.ts'
import { restoreFixture, upgradeFixtures } from './support/upgrade-fixture.ts'

/** P19: data of every released schema come up to this program's, whatever kills the upgrade on its way. */
const shipped = resolve(import.meta.dirname, '../migrations')
const fixtures = upgradeFixtures()
dropDatabasesAfterwards()

/** The shipped steps and two more, so that there is something to kill before the first release as well. */
function stepsAfter(schema: number): { folder: string; later: { version: number; file: string; text: string }[] } {
  const folder = mkdtempSync(join(tmpdir(), 'vinculo-upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const all = readdirSync(shipped).sort().map((file) => ({ version: Number(file.slice(0, 4)), file, text: readFileSync(join(shipped, file), 'utf8') }))
  for (const { version, file, text } of all) if (version <= schema) writeFileSync(join(folder, file), text)
  const widened = 'alter table tenants add column upgraded_at timestamptz;\nupdate tenants set upgraded_at = created_at;\nalter table tenants alter column upgraded_at set not null;\n'
  const counted = 'create table upgrade_counts as select is_customer, count(*) from tenants group by 1;\n'
  const more = [{ version: 9_001, file: '9001_widened.sql', text: widened }, { version: 9_002, file: '9002_counted.sql', text: counted }]
  return { folder, later: [...all.filter(({ version }) => version > schema), ...more] }
}

function migrating(connections: Connections, folder: string) {
  const child = spawn(process.execPath, [...childProcess('migrate-child'), JSON.stringify(connections), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => killed(child))
  return { child, lines: createInterface({ input: child.stdout }) }
}

async function ask<Row extends pg.QueryResultRow>(config: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Rows by table, of what the backup held; settings and the job queue go their own ways. */
async function counted(connections: Connections, names: readonly string[]): Promise<Record<string, number>> {
  const counts = names.map(async (name) => [name, (await ask<{ count: number }>(connections.owner, `select count(*)::integer as count from ${name}`))[0]!.count] as const)
  return Object.fromEntries(await Promise.all(counts))
}

it('there is a backup of every released schema', () => {
  expect(fixtures.length).toBeGreaterThan(0)
})

describe.each(fixtures)('data of schema $schema', (fixture) => {
  it('come up through the command line, and a person signs in to them', { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vinculo-upgraded-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const env = (await databaseOf(folder)) as Record<string, string>
    const ran = await typed(folder, ['restore', '--from', fixture.backup, '--key-file', fixture.keyFile, '--json'], env)
    expect(ran, ran.stderr).toMatchObject({ code: 0, stderr: '' })
    const newest = Math.max(...readdirSync(shipped).map((file) => Number(file.slice(0, 4))))
    expect(JSON.parse(ran.stdout) as RestoreReport).toMatchObject({ schemaVersion: fixture.schema, migratedTo: newest, brokenInvariants: [] })
    expect((await typed(folder, ['release'], env)).code).toBe(0)
    const product = await startProduct({ folder, env })
    const { people } = await product.command<{ people: { userPrincipalName: string; roles?: string[] }[] }>('demo')
    const { accessToken } = await product.command<{ accessToken: string }>('token', '--user', people.find(({ userPrincipalName }) => !userPrincipalName.includes('operator'))!.userPrincipalName)
    expect(await (await fetch(`${product.url}/api/v1/session`, { headers: { authorization: `Bearer ${accessToken}` } })).json()).toMatchObject({ signedIn: true })
    expect((await product.command<{ code: string }>('code', '--user', people[0]!.userPrincipalName)).code, 'what was sealed opens').toMatch(/^\d{6}$/)
    await product.stop()
  })

  it('survive a kill in the middle of every step and after it', { timeout: 240_000 }, async () => {
    const connections = await emptyDatabase()
    const { manifest } = await restoreFixture(fixture, connections)
    const names = manifest.parts.filter(({ kind, name }) => kind === 'table' && name !== 'settings').map(({ name }) => name)
    const before = await counted(connections, names)
    const { folder, later } = stepsAfter(fixture.schema)
    const sleepers = () => ask(connections.owner, "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'")
    for (const { version, file, text } of later) {
      const earlier = await schemaVersion(connections)
      // The step does all its work and then does not come to its end.
      writeFileSync(join(folder, file), `${text};\nselect pg_sleep(600)`)
      const half = migrating(connections, folder)
      await vi.waitFor(async () => expect(await sleepers()).toHaveLength(1), { timeout: 20_000 })
      await killed(half.child)
      await vi.waitFor(async () => expect(await sleepers()).toHaveLength(0), { timeout: 20_000 })
      expect(await schemaVersion(connections), 'nothing of a step that was killed').toBe(earlier)
      writeFileSync(join(folder, file), text)
      const whole = migrating(connections, folder)
      for await (const line of whole.lines) if (line === `applied ${version}`) break
      await killed(whole.child)
      expect(await schemaVersion(connections)).toBe(version)
    }
    expect((await migrate({ connections, log: silentLog, folder })).version).toBe(9_002)
    expect(await counted(connections, names)).toEqual(before)
    expect(await brokenInvariants(connections)).toEqual([])
    expect(await ask(connections.owner, 'select from tenants where upgraded_at is null')).toEqual([])
  })
})
