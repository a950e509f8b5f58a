import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Connections } from '../connections.ts'
import { withoutGuards } from './guards.ts'
import { type AppliedStep, appliedSteps, type TableShape, tableShapes } from './shape.ts'
import { columnsOf, letGo, plainText, type SequenceState } from './snapshot.ts'

/** An empty database that is being filled, all in one transaction. */
export interface Loading {
  readonly tables: readonly TableShape[]
  /** a table that held rows, where nothing was expected */
  readonly filled: string | undefined
  load(table: TableShape, rows: AsyncIterable<Buffer>): Promise<void>
  /** what was loaded, read back in the same order */
  rowsOf(table: TableShape): Readable
  setSequence(state: SequenceState): Promise<void>
  /** queues what was still to be done; takes rows with the columns of `jobColumns` */
  loadJobs(rows: AsyncIterable<Buffer>): Promise<void>
  /** outbox held, sessions and links for resets ended, everything marked as quarantined: in the same transaction */
  quarantine(mark: QuarantineMark): Promise<void>
}

export interface QuarantineMark {
  readonly since: Date
  /** when the backup was taken */
  readonly takenAt: Date
}

/** The first table with rows that no fresh installation has, undefined where there is none. */
export async function firstFilled(client: pg.Client): Promise<string | undefined> {
  for (const { name } of await tableShapes(client)) {
    if (seeded.has(name)) continue
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from public.${pg.escapeIdentifier(name)}) as filled`)
    if (rows[0]!.filled) return name
  }
  return undefined
}

/** A start alone fills these. */
const seeded = new Set(['clouds', 'settings'])

/** What a database has seen: undefined steps where no Vinculo was here, and whether anything is in it. */
export async function lookAt({ owner }: Pick<Connections, 'owner'>): Promise<{ steps: AppliedStep[] | undefined; filled: string | undefined }> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const steps = await appliedSteps(client)
    return { steps, filled: steps && (await firstFilled(client)) }
  } finally {
    await client.end()
  }
}

/** Runs `work` between BEGIN and COMMIT, with every table empty and without guards; they stand again, and hold, at the end. */
export async function loadInto({ owner }: Pick<Connections, 'owner'>, work: (loading: Loading) => Promise<void>): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`begin; lock table schema_migrations in share row exclusive mode; ${plainText}`)
    const tables = await tableShapes(client)
    const names = tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')
    await client.query(`lock table ${names} in access exclusive mode`)
    const filled = await firstFilled(client)
    await withoutGuards(client, async () => {
      await client.query(`truncate ${names}`)
      await work(loadingWith(client, tables, filled))
    })
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error(`the restore ended with ${command}`)
    await client.query('analyze').catch(() => undefined)
  } finally {
    await letGo(client)
  }
}

function loadingWith(client: pg.Client, tables: readonly TableShape[], filled: string | undefined): Loading {
  return {
    tables,
    filled,
    load: (table, rows) => pipeline(rows, client.query(copyFrom(`copy ${columnsOf(table)} from stdin`))),
    rowsOf: (table) => client.query(copyTo(`copy ${columnsOf(table)} to stdout`)),
    setSequence: async ({ name, last }) => void (await client.query('select setval(format($1, $2::text)::regclass, $3)', ['public.%I', name, last])),
    async loadJobs(rows) {
      await client.query('create temporary table waiting_jobs (task text, payload json, key text, queue text, run_at timestamptz, most_attempts integer, priority integer) on commit drop')
      await pipeline(rows, client.query(copyFrom('copy waiting_jobs from stdin')))
      await client.query(`
        select graphile_worker.add_job(identifier => task, payload => payload, queue_name => queue, run_at => run_at,
          max_attempts => most_attempts, job_key => key, priority => priority) from waiting_jobs`)
    },
    quarantine: (mark) => quarantine(client, mark),
  }
}

/**
 * What was sent, opened or used up after the backup is not known here. So nothing that waited is sent, and nobody stays
 * signed in; links of invitations stay, because without them people would have no way in.
 */
async function quarantine(client: pg.Client, { since, takenAt }: QuarantineMark): Promise<void> {
  const mark = { since: since.toISOString(), takenAt: takenAt.toISOString() }
  await client.query("update mails set status = 'held' where status = 'queued'")
  await client.query('update sessions set ended_at = $1 where ended_at is null', [since])
  await client.query("update one_time_secrets set expires_at = $1 where kind <> 'personInvitation' and expires_at > $1", [since])
  for (const [name, value] of [['quarantine', mark], ['signInsSince', { at: mark.since }]] as const) {
    await client.query('insert into settings (name, value, changed_at) values ($1, $2, $3) on conflict (name) do update set value = $2, changed_at = $3', [name, JSON.stringify(value), since])
  }
}
