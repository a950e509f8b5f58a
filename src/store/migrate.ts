import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Connections } from './connections.ts'
import { migrateJobQueue } from './migrate-job-queue.ts'
import { EngineError, codeOf } from './postgres/engine-error.ts'
import type { Log } from './postgres/log.ts'

interface Migration {
  version: number
  name: string
  sql: string
  /** of the text with Unix line ends, so that a checkout with others is the same */
  sha256: string
}

interface Applied {
  version: number
  name: string
  sha256: string
}

const shippedFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** A migration waits this long for a lock, then lets the others through and tries again: a queue behind it would stop the product. */
const lockTimeout = '2s'
const attempts = 15
/** How long another process's migration is waited for. */
const patience = '15min'

/**
 * Brings the database to the schema of this program: the job queue first, then every migrations/NNNN_name.sql that is
 * not applied yet, each in a transaction of its own. Safe to kill at any point and to run in several processes at once.
 * Refuses (EngineError) a database whose history differs from these files. With `upTo` it stops at the schema of an older
 * release, into which a backup of that release goes.
 */
export async function migrate(options: { connections: Connections; log: Log; folder?: string; upTo?: number }): Promise<{ version: number; applied: number[] }> {
  const { connections, log, upTo = Infinity } = options
  const known = await readMigrations(options.folder ?? shippedFolder)
  const migrations = known.filter(({ version }) => version <= upTo)
  const client = new pg.Client(connections.owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await createHistory(client, connections)
    refuseForeignHistory(known, await history(client))
    await migrateJobQueue(client, connections)
    const applied: number[] = []
    for (const migration of migrations) {
      const isApplied = (await history(client)).some(({ version }) => version === migration.version)
      if (!isApplied && (await apply(client, connections, migration, log))) applied.push(migration.version)
    }
    refuseForeignHistory(known, await history(client))
    return { version: migrations.at(-1)?.version ?? 0, applied }
  } finally {
    await client.end()
  }
}

/** The newest migration applied to the database; 0 before the first. */
export async function schemaVersion(connections: Pick<Connections, 'owner'>): Promise<number> {
  const client = new pg.Client(connections.owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number | null }>('select max(version) as version from schema_migrations')
    return rows[0]?.version ?? 0
  } catch (error) {
    if (codeOf(error) === '42P01') return 0
    throw error
  } finally {
    await client.end()
  }
}

/** The newest schema of this program. */
export async function shippedVersion(): Promise<number> {
  return (await readMigrations(shippedFolder)).at(-1)?.version ?? 0
}

/** What this program knows, so that a backup is refused before anything is touched. Throws EngineError. */
export async function refuseForeignSteps(steps: readonly Applied[]): Promise<void> {
  refuseForeignHistory(await readMigrations(shippedFolder), [...steps])
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  const twin = migrations.find(({ version }, index) => migrations[index - 1]?.version === version)
  if (twin) throw new Error(`two migrations carry the number ${twin.version}`)
  return migrations
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const [, version, name] = file.match(/^(\d{4})_([a-z0-9_]+)\.sql$/) ?? []
  if (!version || !name) throw new Error(`${file} is no migration: the name has to be NNNN_name.sql`)
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  // Its own COMMIT would end the transaction that the bookkeeping row is in.
  if (/^\s*(begin|commit|rollback|start transaction)\s*;/im.test(sql)) throw new Error(`${file} opens or ends a transaction; it already runs in one`)
  return { version: Number(version), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

async function createHistory(client: pg.Client, connections: Connections): Promise<void> {
  const readers = [connections.app, connections.auditor].map(({ user }) => pg.escapeIdentifier(user!))
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass('schema_migrations') is not null as exists")
  if (rows[0]!.exists) return
  // One transaction: two that create it at once collide on the name, and the loser finds it made.
  await client
    .query(
      `create table schema_migrations (
         version integer primary key,
         name text not null,
         sha256 text not null,
         applied_at timestamptz not null default now()
       );
       grant select on schema_migrations to ${readers.join(', ')}`,
    )
    .catch((error: unknown) => {
      if (!['23505', '42P07', '42710'].includes(codeOf(error) ?? '')) throw error
    })
}

async function history(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select version, name, sha256 from schema_migrations order by version')
  return rows
}

function refuseForeignHistory(migrations: Migration[], applied: Applied[]): void {
  const newest = applied.at(-1)
  for (const row of applied) {
    const known = migrations.find(({ version }) => version === row.version)
    if (!known) {
      throw new EngineError(
        'schemaNewer',
        `The data were last used by another Vinculo (schema ${newest!.version}); this one knows schema ${migrations.at(-1)?.version ?? 0} and not step ${row.version} (${row.name}). Start the newer Vinculo.`,
        { version: row.version },
      )
    }
    if (known.sha256 !== row.sha256) {
      throw new EngineError(
        'schemaChanged',
        `Migration ${row.version} (${row.name}) was changed after it was applied to these data. Restore the file as released; changes belong into another migration.`,
        { version: row.version },
      )
    }
  }
  const late = migrations.find(({ version }) => newest && version < newest.version && !applied.some((row) => row.version === version))
  if (!late) return
  throw new EngineError(
    'schemaOutOfOrder',
    `Migration ${late.version} (${late.name}) was not applied, and ${newest!.version} already is. Number it after the newest.`,
    { version: late.version },
  )
}

/** Applies one migration; false when another process did. */
async function apply(client: pg.Client, connections: Connections, migration: Migration, log: Log): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    let isRecorded = false
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = '${patience}'`)
      // The row comes first, so that a second process waits here for the first, instead of half way.
      const { version, name, sha256 } = migration
      await client.query('insert into schema_migrations (version, name, sha256) values ($1, $2, $3)', [version, name, sha256])
      isRecorded = true
      await client.query(`set local lock_timeout = '${lockTimeout}'`)
      await client.query(withRoleNames(migration.sql, connections))
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error(`migration ${version} (${name}) ended with ${command}`)
      log.info({ version, name }, 'migration applied')
      return true
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      const code = codeOf(error)
      if (!isRecorded && code === '23505') return false
      if (code !== '55P03' && code !== '40P01') throw error
      if (attempt === attempts || !isRecorded) throw busy(migration, error)
      log.warn({ version: migration.version, attempt }, 'a lock was not free; the migration lets others through and tries again')
      await wait(200 + Math.random() * 800)
    }
  }
}

function busy({ version, name }: Migration, cause: unknown): EngineError {
  return new EngineError(
    'schemaBusy',
    `Migration ${version} (${name}) could not get the locks it needs: other sessions keep the tables busy. End long transactions, then start again.`,
    { version, cause },
  )
}

/** Migrations name the roles vinculo_*; an installation with another prefix reads its own names there. */
function withRoleNames(sql: string, connections: Connections): string {
  return sql.replace(/\bvinculo_(owner|app|auditor|jobs)\b/g, (_, role: 'owner' | 'app' | 'auditor' | 'jobs') =>
    pg.escapeIdentifier(connections[role].user!).replace(/^"([a-z_][a-z0-9_]*)"$/, '$1'),
  )
}
