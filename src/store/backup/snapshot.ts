import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Connections } from '../connections.ts'
import { type AppliedStep, appliedSteps, type TableShape, tableShapes } from './shape.ts'

/** Everything as it was at one moment, while others go on writing. */
export interface Snapshot {
  /** of the database, when the moment was taken */
  readonly takenAt: Date
  readonly databaseVersion: string
  readonly steps: readonly AppliedStep[]
  readonly tables: readonly TableShape[]
  readonly sequences: readonly SequenceState[]
  /** the table's rows in PostgreSQL's text format, one a line */
  rowsOf(table: TableShape): Readable
  /** the jobs that were still to be done, in the same format, with the columns of `jobColumns` */
  jobs(): Readable
  close(): Promise<void>
}

export interface SequenceState {
  readonly name: string
  readonly last: string
}

/** What a waiting job is, whatever the version of the queue. */
export const jobColumns = ['task', 'payload', 'key', 'queue', 'run_at', 'most_attempts', 'priority'] as const

/** So that text means the same on every server. */
export const plainText = "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off"

/**
 * One REPEATABLE READ transaction of the owner, who sees the rows of every tenant (rule R33). No migration begins or ends
 * meanwhile: a table that is rewritten would look empty to an older snapshot.
 */
export async function openSnapshot({ owner }: Pick<Connections, 'owner'>): Promise<Snapshot> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; lock table schema_migrations in share mode; ${plainText}`)
    const { rows } = await client.query<{ at: Date; version: string }>("select clock_timestamp() as at, current_setting('server_version') as version")
    const sequences = await client.query<SequenceState>(
      "select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null order by 1",
    )
    return {
      takenAt: rows[0]!.at,
      databaseVersion: rows[0]!.version,
      steps: (await appliedSteps(client)) ?? [],
      tables: await tableShapes(client),
      sequences: sequences.rows,
      rowsOf: (table) => client.query(copyTo(`copy ${columnsOf(table)} to stdout`)),
      jobs: () => client.query(copyTo(`copy (${waitingJobs}) to stdout`)),
      close: () => letGo(client),
    }
  } catch (error) {
    await letGo(client)
    throw error
  }
}

/** The table with its columns, as COPY names them. */
export function columnsOf({ name, columns }: TableShape): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`
}

/** Cut, not ended: a server in the middle of a COPY that nobody reads would never hear a farewell. */
export async function letGo(client: pg.Client): Promise<void> {
  const gone = new Promise<void>((resolve) => client.once('end', () => resolve()))
  ;(client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
  await gone
}

/** What the schedule put there comes again by itself. */
const waitingJobs = `
  select t.identifier, j.payload, j.key, q.queue_name, j.run_at, j.max_attempts, j.priority
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts and j.payload -> '_cron' is null
  order by j.id`
