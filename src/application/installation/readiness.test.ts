import { beforeAll, describe, expect, it } from 'vitest'
import { testClock, testEnvironment } from '../../../test/support/environment.ts'
import { sql } from '../../../test/support/world.ts'
import { openDatabase } from '../../store/database.ts'
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
    expect(await readiness(env, schemaVersion).isReady()).toBe(true)
    expect(await everyTable()).toBe(before)
  })

  it('is false while the schema is another program’s', async () => {
    expect(await readiness(await testEnvironment(), schemaVersion + 1).isReady()).toBe(false)
  })

  it.each([3, -3])('is false while the clocks differ by %d seconds', async (seconds) => {
    const at = testClock()
    at.forward({ seconds })
    expect(await readiness(await testEnvironment({ at }), schemaVersion).isReady()).toBe(false)
    at.forward({ seconds: -seconds * 0.6 })
    expect(await readiness(await testEnvironment({ at }), schemaVersion).isReady()).toBe(true)
  })

  it('is false while mails wait that nobody tries to send, where mails leave', async () => {
    await sql(
      `insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at)
       values (gen_random_uuid(), gen_random_uuid(), 'mailConfirmation', 'a@b.example', 'es', 's', 'b', 'queued', '<x@y>', now() - interval '6 minutes')`,
    )
    expect(await readiness(await testEnvironment(), schemaVersion).isReady()).toBe(false)
    expect(await readiness(await testEnvironment({ mailLeaves: false }), schemaVersion).isReady()).toBe(true)
    // A mail server that is away is not our own failure.
    await sql('update mails set attempts = 1')
    expect(await readiness(await testEnvironment(), schemaVersion).isReady()).toBe(true)
  })

  it('is false, and answers at once, where the database cannot be reached', async () => {
    const database = openDatabase({ host: '/nowhere', user: 'x', database: 'x' })
    expect(await readiness(await testEnvironment({ database }), schemaVersion).isReady()).toBe(false)
    await database.close()
  })
})
