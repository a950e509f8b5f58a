import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { emptyDatabase, testDatabase } from '../../test/support/database.ts'
import { killed } from '../../test/support/embedded-folder.ts'
import { childProcess } from '../../test/support/program-path.ts'
import type { Connections } from './connections.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { silentLog } from './postgres/log.ts'

const log = silentLog

/** A folder of migrations; the texts are numbered from 1. */
async function migrations(...texts: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [index, text] of texts.entries()) await write(folder, index + 1, text)
  return folder
}

function write(folder: string, version: number, text: string): Promise<void> {
  return writeFile(join(folder, `${String(version).padStart(4, '0')}_step.sql`), text)
}

async function session(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
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

async function appliedVersions({ owner }: Connections): Promise<number[]> {
  return (await ask<{ version: number }>(owner, 'select version from schema_migrations order by 1')).map(({ version }) => version)
}

async function shippedVersions(): Promise<number[]> {
  const names = await readdir(join(import.meta.dirname, '../../migrations'))
  return names.filter((name) => name.endsWith('.sql')).map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b)
}

/** Everything the database defines, as one list that can be compared. */
function definitions({ owner }: Connections): Promise<unknown[]> {
  return ask(
    owner,
    `select 'column' as kind, table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as what
       from information_schema.columns where table_schema in ('public', 'graphile_worker')
     union all select 'function', p.oid::regprocedure || ' ' || md5(pg_get_functiondef(p.oid)) from pg_proc p
       where prokind <> 'a' and pronamespace::regnamespace::text in ('public', 'graphile_worker')
     union all select 'policy', tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
     order by 1, 2`,
  )
}

function migrateInChild(connections: Connections, folder = ''): { child: ChildProcess; lines: AsyncIterable<string> } {
  const child = spawn(process.execPath, [...childProcess('migrate-child'), JSON.stringify(connections), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => killed(child))
  return { child, lines: createInterface({ input: child.stdout! }) }
}

describe('migrating', () => {
  it('applies each file once, in order, and tells the version', async () => {
    const connections = await emptyDatabase()
    expect(await schemaVersion(connections)).toBe(0)
    const folder = await migrations('create table first (id int)', 'alter table first add column name text')
    expect(await migrate({ connections, log, folder })).toEqual({ version: 2, applied: [1, 2] })
    await write(folder, 3, 'drop table first')
    expect(await migrate({ connections, log, folder })).toEqual({ version: 3, applied: [3] })
    expect(await migrate({ connections, log, folder })).toEqual({ version: 3, applied: [] })
    expect(await schemaVersion(connections)).toBe(3)
    expect(await ask(connections.app, 'select max(version) as newest from schema_migrations')).toEqual([{ newest: 3 }])
  })

  it('gives every object to the owner role, and the job queue to the jobs role', async () => {
    const connections = await testDatabase()
    const owners = await ask<{ schema: string; owners: string[] }>(
      connections.owner,
      `select relnamespace::regnamespace::text as schema, array_agg(distinct pg_get_userbyid(relowner)::text) as owners from pg_class
       where relnamespace::regnamespace::text in ('public', 'graphile_worker') group by 1 order by 1`,
    )
    expect(owners).toEqual([
      { schema: 'graphile_worker', owners: ['vinculo_jobs'] },
      { schema: 'public', owners: ['vinculo_owner'] },
    ])
  })

  it('leaves nothing of a migration that fails', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table kept (id int)', 'create table half (id int); select 1 / 0')
    await expect(migrate({ connections, log, folder })).rejects.toMatchObject({ code: '22012' })
    expect(await appliedVersions(connections)).toEqual([1])
    await write(folder, 2, 'create table half (id int)')
    expect(await migrate({ connections, log, folder })).toEqual({ version: 2, applied: [2] })
  })

  it('refuses a file that would end its own transaction', async () => {
    const connections = await emptyDatabase()
    await expect(migrate({ connections, log, folder: await migrations('create table a ();\ncommit;') })).rejects.toThrow('0001_step.sql')
    const body = await migrations('create function f() returns int language plpgsql as $$\nbegin\n  return 1;\nend $$')
    expect((await migrate({ connections, log, folder: body })).applied).toEqual([1])
  })
})

describe('several processes that migrate at once', () => {
  it('apply the shipped migrations once, and all succeed', async () => {
    const connections = await emptyDatabase()
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate({ connections, log })))
    expect(results.flatMap(({ applied }) => applied).sort((a, b) => a - b)).toEqual(await shippedVersions())
    expect(await definitions(connections)).toEqual(await definitions(await testDatabase()))
  })

  it('wait for the one that is at work instead of failing', async () => {
    const connections = await emptyDatabase()
    const gate = await session(connections.owner)
    await gate.query('select pg_advisory_lock(42)')
    // Waits in the body, where an advisory lock stands for long work.
    const folder = await migrations('set local lock_timeout = 0; select pg_advisory_xact_lock(42); create table once ()')
    const both = [migrate({ connections, log, folder }), migrate({ connections, log, folder })]
    await vi.waitFor(async () => {
      const { rows } = await gate.query("select wait_event from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' order by 1")
      expect(rows).toEqual([{ wait_event: 'advisory' }, { wait_event: 'transactionid' }])
    }, { timeout: 20_000 })
    await gate.query('select pg_advisory_unlock(42)')
    expect((await Promise.all(both)).map(({ applied }) => applied.length).sort((a, b) => a - b)).toEqual([0, 1])
  })
})

describe('a migration that is killed', () => {
  it('in the middle of its work is repeated whole by the next start', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table kept (id int)', 'create table half (id int); select pg_sleep(600)')
    const { child } = migrateInChild(connections, folder)
    await vi.waitFor(
      async () => {
        const rows = await ask(connections.owner, "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'")
        expect(rows).toHaveLength(1)
      },
      { timeout: 20_000 },
    )
    await killed(child)
    await write(folder, 2, 'create table half (id int)')
    expect(await migrate({ connections, log, folder })).toEqual({ version: 2, applied: [2] })
  })

  it('after any step is continued, and ends in the same schema', { timeout: 180_000 }, async () => {
    const connections = await emptyDatabase()
    const shipped = await shippedVersions()
    for (const version of shipped.slice(0, -1)) {
      const { child, lines } = migrateInChild(connections)
      for await (const line of lines) if (line === `applied ${version}`) break
      await killed(child)
      expect((await appliedVersions(connections)).slice(0, version)).toEqual(shipped.slice(0, version))
    }
    await migrate({ connections, log })
    expect(await appliedVersions(connections)).toEqual(shipped)
    expect(await definitions(connections)).toEqual(await definitions(await testDatabase()))
  })
})

describe('a database whose history differs from the files', () => {
  it('is refused when an applied migration was changed', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table a (id int)')
    await migrate({ connections, log, folder })
    await write(folder, 1, 'create table a (id bigint)')
    await expect(migrate({ connections, log, folder })).rejects.toMatchObject({ code: 'schemaChanged', details: { version: 1 } })
    await write(folder, 1, 'create table a (id int)')
    expect((await migrate({ connections, log, folder })).applied).toEqual([])
  })

  it('is not refused for the line ends of another system', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table a (id int);\n-- two lines')
    await migrate({ connections, log, folder })
    await write(folder, 1, 'create table a (id int);\r\n-- two lines')
    expect((await migrate({ connections, log, folder })).applied).toEqual([])
  })

  it('is refused when a newer Vinculo was here, and nothing is touched', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table a (id int)', 'create table b (id int)')
    await migrate({ connections, log, folder })
    const older = await migrations('create table a (id int)')
    await expect(migrate({ connections, log, folder: older })).rejects.toMatchObject({
      code: 'schemaNewer',
      message: expect.stringMatching(/schema 2.*knows schema 1.*newer Vinculo/) as string,
    })
  })

  it('is refused when a file was numbered before one that is applied', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table a (id int)')
    await write(folder, 3, 'create table c (id int)')
    await migrate({ connections, log, folder })
    await write(folder, 2, 'create table b (id int)')
    await expect(migrate({ connections, log, folder })).rejects.toMatchObject({ code: 'schemaOutOfOrder', details: { version: 2 } })
  })
})

describe('a migration whose table is in use', () => {
  it('steps back while it waits, and goes through once the table is free', async () => {
    const connections = await emptyDatabase()
    const folder = await migrations('create table busy (id int)')
    await migrate({ connections, log, folder })
    const reader = await session(connections.owner)
    await reader.query('begin; select * from busy')
    await write(folder, 2, 'alter table busy add column name text')
    let steppedBack = () => {}
    const waited = new Promise<void>((resolve) => (steppedBack = resolve))
    const migrated = migrate({ connections, folder, log: { ...log, warn: steppedBack } })
    await waited
    await reader.query('commit')
    expect(await migrated).toEqual({ version: 2, applied: [2] })
  })
})
