import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Connections } from './connections.ts'
import { repeatOnCollision } from './postgres/roles.ts'

/**
 * Brings graphile-worker's own schema up to date, as the role that runs the queue. That role may not create schemas,
 * and graphile-worker asks for the right to even where its schema exists. It does not ask when it finds its table of
 * migrations; so schema and table are made here, as it would make them.
 */
export async function migrateJobQueue(owner: pg.Client, connections: Connections): Promise<void> {
  const jobs = pg.escapeIdentifier(connections.jobs.user!)
  const { rows } = await owner.query<{ exists: boolean }>("select to_regclass('graphile_worker.migrations') is not null as exists")
  if (!rows[0]!.exists) {
    await repeatOnCollision(() =>
      owner.query(`
        create schema if not exists graphile_worker authorization ${jobs};
        set local role ${jobs};
        create table if not exists graphile_worker.migrations (
          id int primary key,
          ts timestamptz default now() not null,
          breaking boolean not null default false
        )`),
    )
  }
  const pgPool = new pg.Pool({ ...connections.jobs, max: 1 })
  // A connection that breaks fails its query; the event beside it would end the process.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool, schema: 'graphile_worker', logger: new Logger(() => () => undefined) })
  } finally {
    await pgPool.end()
  }
}
