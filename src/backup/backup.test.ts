import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { typed } from '../../test/support/command-line.ts'
import { emptyDatabase } from '../../test/support/database.ts'
import { killed } from '../../test/support/embedded-folder.ts'
import { databaseOf, dropDatabasesAfterwards } from '../../test/support/product-database.ts'
import { childProcess, program } from '../../test/support/program-path.ts'
import { restoreFixture, upgradeFixtures } from '../../test/support/upgrade-fixture.ts'
import { keyRingOf } from '../security/key-ring.ts'
import { openKeyFile } from '../security/key-file.ts'
import type { Connections } from '../store/connections.ts'
import { brokenInvariants } from '../store/invariants.ts'
import { migrate } from '../store/migrate.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'
import { silentLog } from '../store/postgres/log.ts'
import { eachPart } from './read-backup.ts'
import { takeBackup } from './take-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'vinculo-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
dropDatabasesAfterwards()

const fixture = upgradeFixtures().at(-1)!
const ring = await openKeyFile({ path: fixture.keyFile, mayCreate: false, random: randomBytes })
let used = 0
const fresh = () => join(folder, `${used++}`)

async function asSuperuser<Row extends pg.QueryResultRow>({ databaseName }: Connections, text: string): Promise<Row[]> {
  const client = new pg.Client({ ...inject('engine').bootstrap, database: databaseName })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

describe('a backup', () => {
  it('holds every row of every table, and its copy holds the same', async () => {
    const [one, other] = [await emptyDatabase(), await emptyDatabase()]
    const { manifest } = await restoreFixture(fixture, one)
    const tables = await asSuperuser<{ name: string }>(one, "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations' order by 1")
    expect(manifest.parts.filter(({ kind }) => kind === 'table').map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
    for (const { name, rows } of manifest.parts.filter(({ kind, name }) => kind === 'table' && name !== 'settings')) {
      expect(await asSuperuser(one, `select count(*)::integer as rows from ${name}`), name).toEqual([{ rows }])
    }
    const file = fresh()
    const taken = await takeBackup({ connections: one, keyRing: ring, to: file })
    const verified = await checkBackup({ path: file, keyRing: ring, keyFile: 'x' })
    expect(verified.manifest.parts.reduce((sum, part) => sum + part.rows, 0)).toBe(taken.rows)
    await restoreBackup({ ...verified, source: { path: file, keyRing: ring, keyFile: 'x' }, connections: other, now: new Date(), log: silentLog })
    const again = fresh()
    await takeBackup({ connections: other, keyRing: ring, to: again })
    const hashes = (parts: typeof manifest.parts) => parts.filter(({ name }) => name !== 'settings' && name !== 'jobs').map(({ name, rows, sha256 }) => ({ name, rows, sha256 }))
    expect(hashes((await checkBackup({ path: again, keyRing: ring, keyFile: 'x' })).manifest.parts)).toEqual(hashes(verified.manifest.parts))
    expect(await brokenInvariants(other)).toEqual([])
  })

  it('leaves the locks of the schema as they were: forced policies, triggers, foreign keys', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    const guards = `select 'forced' as kind, relname::text as what from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace
      union all select 'trigger', tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'graphile%'
      union all select 'key', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
      order by 1, 2`
    const migrated = await emptyDatabase()
    await migrate({ connections: migrated, log: silentLog, upTo: fixture.schema })
    expect(await asSuperuser(connections, guards)).toEqual(await asSuperuser(migrated, guards))
  })

  it('carries the jobs that were still to be done', async () => {
    const [one, other] = [await emptyDatabase(), await emptyDatabase()]
    await restoreFixture(fixture, one)
    await asSuperuser(one, `select graphile_worker.add_job('compose-mails', '{"eventId":"a\\\\tb\\nc \\u00e9"}', job_key => 'compose:1', run_at => '2030-01-01T00:00:00Z', max_attempts => 7)`)
    const file = fresh()
    await takeBackup({ connections: one, keyRing: ring, to: file })
    const source = { path: file, keyRing: ring, keyFile: 'x' }
    await restoreBackup({ ...(await checkBackup(source)), source, connections: other, now: new Date(), log: silentLog })
    const jobs = "select t.identifier, j.payload, j.key, j.run_at, j.max_attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where key = 'compose:1'"
    expect(await asSuperuser(other, jobs)).toEqual(await asSuperuser(one, jobs))
    expect(await asSuperuser(other, jobs)).toHaveLength(1)
  })

  it('holds no key, and names nobody in clear', () => {
    const bytes = readFileSync(fixture.backup)
    const key = /^[0-9a-f]{8} (\S+)$/m.exec(readFileSync(fixture.keyFile, 'utf8'))![1]!
    expect(bytes.includes(key)).toBe(false)
    expect(bytes.includes(Buffer.from(key, 'base64url'))).toBe(false)
    expect(bytes.includes('example')).toBe(false)
  })

  it('is never written over another file, and leaves nothing where it fails', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    const [file, place] = [fresh(), fresh()]
    mkdirSync(place)
    writeFileSync(file, 'mine')
    await expect(takeBackup({ connections, keyRing: ring, to: file })).rejects.toMatchObject({ code: 'fileExists' })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await expect(takeBackup({ connections, keyRing: ring, to: join(place, 'none/x') })).rejects.toMatchObject({ code: 'fileUnreachable' })
    const gone = { owner: { ...connections.owner, database: 'nowhere' } }
    await expect(takeBackup({ connections: gone, keyRing: ring, to: join(place, 'x') })).rejects.toThrow()
    expect(readdirSync(place)).toEqual([])
  })

  it('that is killed on its way leaves a partial file, which is no backup', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    const place = fresh()
    mkdirSync(place)
    // Half way the backup waits for a table, and there it is killed.
    const reader = new pg.Client(connections.owner)
    await reader.connect()
    await reader.query('begin; lock table tenants in access exclusive mode')
    const child = spawn(process.execPath, [...childProcess('backup-child'), JSON.stringify(connections), fixture.keyFile, join(place, 'x')], { stdio: ['ignore', 'pipe', 'inherit'] })
    await expect.poll(() => asSuperuser(connections, "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"), { timeout: 30_000 }).toHaveLength(1)
    await killed(child)
    await reader.end()
    const [left, ...others] = readdirSync(place)
    expect([left?.endsWith('.partial'), others]).toEqual([true, []])
    await expect(checkBackup({ path: join(place, left!), keyRing: ring, keyFile: 'x' })).rejects.toMatchObject({ code: expect.stringMatching(/backupDamaged|notABackup/) as string })
  })
})

it('brings nobody back who was erased since the backup was taken', async () => {
  const held = await emptyDatabase()
  await restoreFixture(fixture, held)
  const [person] = await asSuperuser<{ tenant_id: string; id: string; display_name: string }>(held, 'select tenant_id, id, display_name from people order by created_at, id limit 1')
  const [data, list, broken] = [fresh(), fresh(), fresh()]
  writeFileSync(list, `${randomUUID()} ${person!.tenant_id} ${person!.id} 2026-11-01T10:00:00.000Z\n${randomUUID()} ${randomUUID()} ${randomUUID()} 2026-11-01T10:00:00.000Z\n`)
  writeFileSync(broken, 'not a list')
  const env = (await databaseOf(data)) as Record<string, string>
  const restore = (erasures: string) => typed(data, ['restore', '--from', fixture.backup, '--key-file', fixture.keyFile, '--erasures', erasures, '--json'], env)
  const refused = await restore(broken)
  expect(`${refused.code} ${refused.stdout}${refused.stderr}`).toMatch(/^2 .*is not what vinculo erasures prints/s)
  const ran = await restore(list)
  expect(ran, ran.stderr).toMatchObject({ code: 0 })
  expect(JSON.parse(ran.stdout)).toMatchObject({ erasedAgain: 1, brokenInvariants: [] })
  const printed = await typed(data, ['erasures'], env)
  expect(printed.stdout).toContain(person!.id)
  expect(printed.stdout).not.toContain(person!.display_name)
}, 60_000)

describe('restoring is refused', () => {
  const restore = (from: string, keyFile: string | undefined, data = fresh(), env: Record<string, string> = {}) => typed(data, ['restore', '--from', from, ...(keyFile ? ['--key-file', keyFile] : [])], env)

  it('without the key file, with another, and with one that others may read', async () => {
    expect((await restore(fixture.backup, undefined)).stderr).toContain('A backup holds no keys')
    const other = fresh()
    writeFileSync(other, `vinculo-keys 1\n00000001 ${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    const ran = await restore(fixture.backup, other)
    expect(ran.code).toBe(3)
    expect(ran.stderr).toMatch(/opens with the key [0-9a-f]{8}, which is not in the key file/)
    const open = fresh()
    copyFileSync(fixture.keyFile, open)
    chmodSync(open, 0o644)
    expect((await restore(fixture.backup, open)).stderr).toContain('chmod 600')
  })

  it('where the file is none, was cut, or was altered', async () => {
    const bytes = readFileSync(fixture.backup)
    const [none, cut, altered] = [fresh(), fresh(), fresh()]
    writeFileSync(none, 'not a backup')
    writeFileSync(cut, bytes.subarray(0, bytes.length - 40))
    bytes[bytes.length - 100]! ^= 1
    writeFileSync(altered, bytes)
    expect((await restore(none, fixture.keyFile)).stderr).toContain('is no backup of Vinculo')
    for (const file of [cut, altered]) {
      const data = fresh()
      const ran = await restore(file, fixture.keyFile, data)
      expect(ran).toMatchObject({ code: 3, stdout: '' })
      expect(ran.stderr).toContain('damaged or not whole')
      expect(() => readdirSync(data), 'nothing was made').toThrow('ENOENT')
    }
    expect((await restore(join(folder, 'absent'), fixture.keyFile)).stderr).toContain('cannot be opened (ENOENT)')
  })

  it('into data, and leaves them as they are', async () => {
    const data = fresh()
    const env = (await databaseOf(data)) as Record<string, string>
    const first = await restore(fixture.backup, fixture.keyFile, data, env)
    expect(first, first.stderr).toMatchObject({ code: 0 })
    const again = await restore(fixture.backup, fixture.keyFile, data, env)
    expect(again).toMatchObject({ code: 3, stdout: '' })
    expect(again.stderr).toContain('a restore never touches data')
  }, 60_000)

  it('beside another key file than the one that is named', async () => {
    const data = fresh()
    mkdirSync(join(data, 'keys'), { recursive: true, mode: 0o700 })
    writeFileSync(join(data, 'keys/vinculo.key'), `vinculo-keys 1\n00000001 ${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    expect((await restore(fixture.backup, fixture.keyFile, data)).stderr).toContain('There is another key file')
  })

  it('where the backup is of a newer schema, or of another history', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    for (const [change, code] of [["insert into schema_migrations (version, name, sha256) values (9999, 'later', '')", 'backupNewer'], ["update schema_migrations set sha256 = 'x' where version = 3", 'backupForeign']] as const) {
      await asSuperuser(connections, change)
      const file = fresh()
      await takeBackup({ connections, keyRing: ring, to: file })
      await expect(checkBackup({ path: file, keyRing: ring, keyFile: 'x' })).rejects.toMatchObject({ code })
      await asSuperuser(connections, 'delete from schema_migrations where version = 9999')
    }
  })

  it('where a key is missing by which secrets in the data are sealed', async () => {
    const connections = await emptyDatabase()
    await restoreFixture(fixture, connections)
    const one = { id: '00000001', bytes: randomBytes(32) }
    const file = fresh()
    await takeBackup({ connections, keyRing: keyRingOf([one, { id: '00000002', bytes: randomBytes(32) }]), to: file })
    await expect(checkBackup({ path: file, keyRing: keyRingOf([one]), keyFile: 'the copy' })).rejects.toMatchObject({ code: 'keyMissing', message: expect.stringContaining('00000002') as string })
  })

  it('where a table is another than the schema says, and nothing stays of it', async () => {
    const [one, other] = [await emptyDatabase(), await emptyDatabase()]
    await restoreFixture(fixture, one)
    await asSuperuser(one, 'alter table registrations add column more text')
    const file = fresh()
    await takeBackup({ connections: one, keyRing: ring, to: file })
    const source = { path: file, keyRing: ring, keyFile: 'x' }
    await expect(restoreBackup({ ...(await checkBackup(source)), source, connections: other, now: new Date(), log: silentLog })).rejects.toMatchObject({ code: 'backupForeign' })
    expect(await asSuperuser(other, 'select from tenants')).toEqual([])
    await expect(eachPart(source, async () => undefined)).rejects.toThrow('has to be read')
  })
})

it.runIf(inject('engine').connections.kind === 'embedded')('a restore that is killed is simply run again', async () => {
  const data = fresh()
  const args = [program, 'restore', '--from', fixture.backup, '--key-file', fixture.keyFile]
  const child = spawn(process.execPath, args, { env: { ...process.env, VINCULO_DATA: data }, stdio: 'ignore' })
  await expect.poll(() => existsSync(join(data, 'postgres/postmaster.pid')), { timeout: 40_000 }).toBe(true)
  await killed(child)
  const again = await typed(data, args.slice(1))
  expect(again, again.stderr).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse((await typed(data, ['status', '--json'])).stdout)).toMatchObject({ isQuarantined: true, isSetUp: true })
}, 90_000)
