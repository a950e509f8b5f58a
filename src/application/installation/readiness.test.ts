import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import { testClock, testEnvironment } from '../../../test/support/environment.ts'
import { sql } from '../../../test/support/world.ts'
import { openDatabase } from '../../store/database.ts'
import { silentLog } from '../../store/postgres/log.ts'
import { leastFreeBytes } from '../../domain/readiness.ts'
import { readiness } from './readiness.ts'

let schemaVersion: number

beforeAll(async () => {
  schemaVersion = (await sql<{ version: number }>('select max(version) as version from schema_migrations'))[0]!.version
})

const everyTable = async () =>
  (await sql<{ hash: string }>("select md5(string_agg(t::text, '' order by t::text)) as hash from (select settings::text from settings union all select mails::text from mails) t"))[0]!.hash

describe('readiness', () => {
  it('is true where a write reaches the disk, and changes nothing', async () => {
    const env = await testEnvironment()
    const before = await everyTable()
    expect(await readiness(env).isReady()).toBe(true)
    expect(await everyTable()).toBe(before)
  })

  it('is false while the schema is another program’s', async () => {
    expect(await readiness(await testEnvironment({ ground: { schemaVersion: schemaVersion + 1 } })).isReady()).toBe(false)
  })

  it.each([3, -3])('is false while the clocks differ by %d seconds', async (seconds) => {
    const at = testClock()
    at.forward({ seconds })
    expect(await readiness(await testEnvironment({ at })).isReady()).toBe(false)
    at.forward({ seconds: -seconds * 0.6 })
    expect(await readiness(await testEnvironment({ at })).isReady()).toBe(true)
  })

  it('is false while mails wait that nobody tries to send, where mails leave', async () => {
    await sql(
      `insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at)
       values (gen_random_uuid(), gen_random_uuid(), 'mailConfirmation', 'a@b.example', 'es', 's', 'b', 'queued', '<x@y>', now() - interval '6 minutes')`,
    )
    expect(await readiness(await testEnvironment()).isReady()).toBe(false)
    expect(await readiness(await testEnvironment({ mailLeaves: false })).isReady()).toBe(true)
    // A mail server that is away is not our own failure.
    await sql('update mails set attempts = 1')
    expect(await readiness(await testEnvironment()).isReady()).toBe(true)
  })

  it('is false while a job is due that nobody takes, and only then', async () => {
    const isReady = async () => readiness(await testEnvironment()).isReady()
    const { jobs } = await testDatabase()
    const queue = new pg.Client(jobs)
    await queue.connect()
    const add = (task: string, minutes: number) => queue.query('select graphile_worker.add_job($1, run_at => now() - make_interval(mins => $2))', [task, minutes])
    await add('recent', 5)
    expect(await isReady()).toBe(true)
    await add('old', 16)
    expect(await isReady()).toBe(false)
    // In somebody's hands, or given up: that is no lag.
    await queue.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'x' where run_at < now() - interval '10 minutes'")
    expect(await isReady()).toBe(true)
    await queue.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = max_attempts')
    expect(await isReady()).toBe(true)
    await queue.end()
  })

  it('is false while the disk has no room, and where it cannot be asked', async () => {
    const isReady = async (freeBytes: () => Promise<number>) => readiness(await testEnvironment({ ground: { schemaVersion, freeBytes } })).isReady()
    for (const [free, expected] of [[leastFreeBytes, true], [leastFreeBytes - 1, false]] as const) expect(await isReady(async () => free)).toBe(expected)
    expect(await isReady(() => Promise.reject(new Error('gone')))).toBe(false)
  })

  it('says in the log what is missing', async () => {
    const said: unknown[] = []
    const log = { ...silentLog, warn: (details: unknown) => void said.push(details) }
    await readiness(await testEnvironment({ log, ground: { schemaVersion: schemaVersion + 1, freeBytes: async () => 0 } })).isReady()
    expect(said).toEqual([expect.objectContaining({ reason: 'schema,disk', freeMb: 0 })])
  })

  it('is false, and answers at once, where the database cannot be reached', async () => {
    const database = openDatabase({ host: '/nowhere', user: 'x', database: 'x' })
    expect(await readiness(await testEnvironment({ database })).isReady()).toBe(false)
    await database.close()
  })
})
