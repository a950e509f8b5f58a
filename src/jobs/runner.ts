import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type Task, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Environment } from '../application/environment.ts'

export interface Jobs {
  /** waits for jobs under way, at most as long as the given patience */
  stop(): Promise<void>
}

export interface RecurringJob {
  readonly task: string
  readonly at: string
}

interface JobSettings {
  /** the queue's own role */
  readonly config: pg.ClientConfig
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>
  readonly recurring: readonly RecurringJob[]
  readonly log: Environment['log']
  /** takes up what a killed runner left, before this one begins */
  readonly prepare: (pool: pg.Pool, applicationName: string) => Promise<unknown>
}

/** What the connections of the queue are called in pg_stat_activity; by it a starting runner sees others that live. */
const applicationName = 'vinculo jobs'

const orphansEveryMs = 5 * 60_000

/** Works off the queue until stopped, through any loss of the database. A job runs at least once, so its task bears repeats. */
export async function startJobs(settings: JobSettings): Promise<Jobs> {
  const { log } = settings
  const pool = new pg.Pool({ ...settings.config, max: 6, application_name: applicationName, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const ending = new AbortController()
  await settings.prepare(pool, applicationName)
  // Where several servers share a database, one that was killed leaves its jobs to the others.
  const orphans = setInterval(() => void settings.prepare(pool, applicationName).catch(() => undefined), orphansEveryMs).unref()
  const names: string[] = []
  let trouble: string | undefined
  // A trouble may come back each second while it lasts, and is told once.
  const tell = (error: string) => {
    if (error !== trouble) log.error({ error }, 'the job queue stopped and is started again')
    trouble = error
  }
  const begin = () => start(settings, pool, { names, onWork: () => (trouble = undefined) })
  let runner: Runner | undefined = await begin()
  const watching = (async () => {
    while (!ending.signal.aborted) {
      try {
        runner ??= await begin()
        // Whoever stopped meanwhile found none to stop.
        if (ending.signal.aborted) void runner.stop().catch(() => undefined)
        await runner.promise
        if (!ending.signal.aborted) tell('a connection to the database was lost')
      } catch (error) {
        tell(String(error))
      }
      runner = undefined
      await wait(1_000, undefined, { ref: false, signal: ending.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      ending.abort()
      clearInterval(orphans)
      await runner?.stop().catch(() => undefined)
      await watching
      await pool.end()
    },
  }
}

/**
 * Begins to work; the names under which this process takes jobs are added to those it was given. What runners of these names
 * still hold is nobody's by now: they ended, and could not say so. `onWork`: the database answered who looks for jobs.
 */
async function start({ tasks, recurring, log }: JobSettings, pool: pg.Pool, { names, onWork }: { readonly names: string[]; readonly onWork: () => void }): Promise<Runner> {
  if (names.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [names])
  names.length = 0
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => names.push(workerPool.id))
  events.on('worker:getJob:empty', onWork)
  events.on('job:start', onWork)
  events.on('job:error', ({ job, error }) => {
    // The text of a mail server's refusal may name people; the log gets its kind only (rule R38).
    const code = (error as { code?: unknown }).code
    log.warn({ task: job.task_identifier, job: job.id, attempt: job.attempts, code: typeof code === 'string' ? code : 'failed' }, 'a job failed and is tried again')
  })
  const runner = await run({
    pgPool: pool,
    schema: 'graphile_worker',
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 5_000,
    logger: new Logger(() => () => undefined),
    events,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, ((payload) => task(payload)) satisfies Task])),
    parsedCronItems: parseCronItems(recurring.map(({ task, at }) => ({ task, match: at, options: { backfillPeriod: 0, jobKey: task } }))),
    preset: { worker: notedOrStopped },
  })
  // The answer may be lost of a query that took a job: the runner would hold what it does not know of. Stopped at once, a
  // worker that is about to wait for its next try would be called broken.
  events.on('worker:getJob:error', () => setImmediate(() => void runner.stop().catch(() => undefined)))
  return runner
}

/**
 * Noted by itself, the end of a job is waited for by nobody, and a connection lost meanwhile ends the process with an unhandled
 * rejection (graphile-worker 0.17.3). Noted by batches, even of one, it stops the runner.
 */
const notedOrStopped = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }
