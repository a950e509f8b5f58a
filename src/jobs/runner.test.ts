import { randomUUID } from 'node:crypto'
import { parseCronItems } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { testEnvironment } from '../../test/support/environment.ts'
import { aPartner, sql } from '../../test/support/world.ts'
import { silentLog } from '../store/postgres/log.ts'
import { unlockOrphans } from '../store/unlock-orphans.ts'
import { tasksOf } from '../tasks.ts'
import { type Jobs, startJobs } from './runner.ts'
import { schedule } from './schedule.ts'

const done: string[] = []
let jobs: Jobs | undefined

async function start(): Promise<Jobs> {
  const { jobs: config } = await testDatabase()
  return startJobs({
    config,
    tasks: { note: async (payload) => void done.push((payload as { word: string }).word) },
    recurring: [],
    log: silentLog,
    prepare: (pool, applicationName) => unlockOrphans(pool, { applicationName, log: silentLog }),
  })
}

const queue = (word: string) => sql('select enqueue($1, $2::json, $3)', ['note', JSON.stringify({ word }), randomUUID()])
/** As a killed runner leaves it: in its hands, and nobody's. */
const lock = (word: string, since: string) =>
  sql("update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - $2::interval where payload ->> 'word' = $1", [word, since])

describe('the job queue', () => {
  beforeAll(async () => {
    jobs = await start()
  })
  afterAll(() => jobs?.stop())

  it('does what an act put there', async () => {
    await queue('first')
    await expect.poll(() => done).toContain('first')
  })

  it('goes on when the database cut all its connections', async () => {
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'vinculo jobs'")
    await queue('after the cut')
    await expect.poll(() => done, { timeout: 15_000 }).toContain('after the cut')
  })

  it('leaves alone what another runner has in its hands, unless no task could take so long', async () => {
    const { jobs: config } = await testDatabase()
    const pool = new pg.Pool({ ...config, max: 1 })
    await jobs!.stop()
    await queue('held')
    await lock('held', '1 minute')
    jobs = await start()
    // Nobody else lived, so it was taken up at once; now somebody lives.
    await expect.poll(() => done).toContain('held')
    await sql("insert into graphile_worker._private_tasks (identifier) values ('nobody') on conflict do nothing")
    await sql("select graphile_worker.add_job('nobody', $1::json)", [JSON.stringify({ word: 'under way' })])
    await lock('under way', '1 minute')
    expect(await unlockOrphans(pool, { applicationName: 'vinculo jobs', log: silentLog })).toBe(0)
    await lock('under way', '11 minutes')
    expect(await unlockOrphans(pool, { applicationName: 'vinculo jobs', log: silentLog })).toBe(1)
    await pool.end()
  })
})

describe('the schedule', () => {
  it('names each task once, with a time the queue can read, and every task is known', async () => {
    const env = await testEnvironment()
    const tasks = tasksOf(env, undefined)
    expect(new Set(schedule.map(({ task }) => task)).size).toBe(schedule.length)
    expect(() => parseCronItems(schedule.map(({ task, at }) => ({ task, match: at })))).not.toThrow()
    expect(Object.keys(tasks).sort()).toEqual([...schedule.map(({ task }) => task), 'compose-mails', 'provision', 'send-mail', 'work-campaign', 'work-people-job'].sort())
  })

  it('runs every task on data that have nothing to do', async () => {
    const tasks = tasksOf(await testEnvironment(), undefined)
    for (const { task } of schedule) await tasks[task]!({})
  })

  it('forgets what is over for long, and only that', async () => {
    const env = await testEnvironment()
    const tasks = tasksOf(env, undefined)
    const person = await (await aPartner()).person('globalAdmin')
    const session = (ago: string) =>
      sql(
        `insert into sessions (tenant_id, id, person_id, secret_hash, portal, authenticated_by, created_at, last_seen_at, expires_at)
         values ($1, $2::uuid, $3, sha256(convert_to($2::uuid::text, 'UTF8')), 'partner', '{pwd}', now() - interval '200 days', now() - interval '200 days', now() - $4::interval)`,
        [person.tenantId, randomUUID(), person.id, ago],
      )
    await session('91 days')
    await session('89 days')
    await sql(
      `insert into registrations (id, secret_hash, code_hash, cloud, company_name, country, language, display_name, mail, created_at, expires_at)
       select gen_random_uuid(), sha256(convert_to(days::text, 'UTF8')), '\\x00', 'public', 'X', 'ES', 'es', 'X', 'x@x.example', now() - interval '30 days', now() - make_interval(days => days)
       from unnest(array[6, 8]) as days`,
    )
    for (const { task } of schedule) await tasks[task]!({})
    expect(await sql('select 1 from sessions where person_id = $1', [person.id])).toHaveLength(1)
    expect(await sql('select 1 from registrations')).toHaveLength(1)
  })
})
