import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { sql } from '../../test/support/world.ts'
import { silentLog } from '../store/postgres/log.ts'
import { type Jobs, startJobs } from './runner.ts'

type Payload = { word: string; fails?: true; waits?: true }

let jobs: Jobs | undefined
let queueOwner: pg.Client
let done: string[] = []
let letGo: (() => void) | undefined

beforeAll(async () => {
  const { jobs: config } = await testDatabase()
  const note = async (payload: unknown) => {
    const { word, fails, waits } = payload as Payload
    if (waits) await new Promise<void>((resolve) => (letGo = resolve))
    done.push(word)
    if (fails && done.length === 1) throw new Error('not this time')
  }
  jobs = await startJobs({
    config,
    tasks: { note },
    recurring: [],
    log: silentLog,
    // Nobody else takes up what this runner leaves.
    prepare: async () => undefined,
  })
  queueOwner = new pg.Client(config)
  await queueOwner.connect()
})
afterAll(async () => {
  await jobs?.stop()
  await queueOwner.end()
})
beforeEach(() => {
  done = []
  letGo = undefined
})

/** Puts a job there; with a runner's name as that runner left it when it took the job and did not hear so. */
async function queue(payload: Payload, named: string | null = null, taken: string | null = null): Promise<void> {
  await queueOwner.query('begin')
  const values = ['note', JSON.stringify(payload), named, randomUUID()]
  await queueOwner.query('select graphile_worker.add_job($1, $2::json, queue_name => $3, job_key => $4)', values)
  if (taken) {
    await queueOwner.query("update graphile_worker._private_jobs set locked_by = $2, locked_at = now() where payload ->> 'word' = $1", [payload.word, taken])
    await queueOwner.query('update graphile_worker._private_job_queues set locked_by = $2, locked_at = now() where queue_name = $1', [named, taken])
  }
  await queueOwner.query('commit')
}
const left = () => sql<{ locked_by: string | null }>('select locked_by from graphile_worker.jobs')

/** The connection that does this to a job is cut once, in the middle of it. */
async function cutOnce(moment: string): Promise<void> {
  await queueOwner.query(`
    drop sequence if exists graphile_worker.cuts cascade;
    create sequence graphile_worker.cuts;
    create or replace function graphile_worker.cut() returns trigger language plpgsql as $$
    begin
      if nextval('graphile_worker.cuts') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
      return coalesce(new, old);
    end $$;
    create or replace trigger cut before ${moment} execute function graphile_worker.cut()`)
}

describe.each([
  ['without a queue of its own', null],
  ['of a named queue', 'mail'],
])('a job %s', (_, named) => {
  it('is repeated when the connection is lost while its end is noted', async () => {
    await cutOnce('delete on graphile_worker._private_jobs for each row')
    await queue({ word: 'ended' }, named)
    await expect.poll(left, { timeout: 15_000 }).toEqual([])
    expect(done).toEqual(['ended', 'ended'])
  })

  it('is repeated when the connection is lost while its failure is noted', async () => {
    await cutOnce('update on graphile_worker._private_jobs for each row when (new.last_error is not null)')
    await queue({ word: 'failed', fails: true }, named)
    await expect.poll(left, { timeout: 15_000 }).toEqual([])
    expect(done).toEqual(['failed', 'failed'])
  })

  it('is done when the connection was lost before the runner heard that it had taken it', async () => {
    await queue({ word: 'held', waits: true })
    await expect.poll(() => letGo).toBeDefined()
    const [held] = await left()
    await queue({ word: 'taken unheard' }, named, held!.locked_by)
    await cutOnce('update on graphile_worker._private_jobs for each row when (new.locked_by is not null)')
    letGo!()
    await queue({ word: 'next' })
    await expect.poll(left, { timeout: 15_000 }).toEqual([])
    expect(done.sort()).toEqual(['held', 'next', 'taken unheard'])
  })
})

it('stops while it begins again', { timeout: 20_000 }, async () => {
  await cutOnce('delete on graphile_worker._private_jobs for each row')
  await queue({ word: 'ended' })
  await expect.poll(() => done).toEqual(['ended'])
  // What the next runner does first waits for this.
  await queueOwner.query('begin; lock table graphile_worker._private_jobs in exclusive mode')
  await expect.poll(() => sql("select 1 from pg_stat_activity where datname = current_database() and query like '%force_unlock_workers%' and wait_event_type = 'Lock' and pid <> pg_backend_pid()")).toHaveLength(1)
  const stopped = jobs!.stop()
  await queueOwner.query('commit')
  await stopped
  jobs = undefined
})
