import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { evidenceText } from '../src/language/evidence-text.ts'
import { testDatabase } from './support/database.ts'
import { asBearer, beginExport, type ReadingExport } from './support/export-reading.ts'
import { testServer } from './support/server.ts'
import { aCustomer, sql, type TestPerson } from './support/world.ts'

/** P8, T08b, rule R34: evidence that is cut short while it leaves. More of it than all buffers on the way can hold. */
const events = 60_000
const server = await testServer()
const patient = { timeout: 15_000, interval: 50 }

let who: TestPerson

beforeAll(async () => {
  const customer = await aCustomer()
  who = await customer.person('globalAdministrator')
  await sql(
    `with made as (insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, actor_person_id, actor_tenant_id)
       select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second', 'organization.updated', 'done', 'tenant', $1, n, 'person', $2, $1 from generate_series(1, $3::int) n returning id, at)
     insert into event_readers (tenant_id, at, event_id, type) select $1, at, id, 'organization.updated' from made`,
    [customer.id, who.id, events],
  )
  await sql('analyze events')
  await sql('analyze event_readers')
})

/** The ends on record when the test began. */
let seen = 0
const everyEnd = () =>
  sql<{ type: string; reason_code: string | null; data: { rows: number; because?: string } }>(
    `select e.type, e.reason_code, e.data from events e join event_readers r on r.event_id = e.id where e.type in ('evidenceExport.stopped', 'evidenceExport.finished') and r.tenant_id = $1 order by e.xmin::text::bigint`,
    [who.tenantId],
  )
const ends = async () => (await everyEnd()).slice(seen)

beforeEach(async () => {
  await sql(`update people set status = 'active', roles = '{globalAdministrator}' where id = $1`, [who.id])
  await sql(`update tenants set status = 'active' where id = $1`, [who.tenantId])
  seen = (await everyEnd()).length
})

const shapes = ['json', 'html'] as const
type Shape = (typeof shapes)[number]

const begin = async (shape: Shape) => beginExport(server, await asBearer(server, who), { format: shape }, '/evidence/export')

/** What came, and how it broke off. */
async function cutShort({ response }: ReadingExport): Promise<{ text: string; error: string | undefined }> {
  let text = ''
  try {
    for await (const piece of response) text += piece
    return { text, error: undefined }
  } catch (error) {
    return { text, error: (error as Error).message }
  }
}

const [wholeWords] = evidenceText('en', 'wholeEnd', { count: events }).split(',') as [string]

/** Nobody takes it for whole: the connection broke, and neither a program nor a person finds the end that the file itself asks them to look for. */
function expectNotWhole(shape: Shape, { text, error }: { text: string; error: string | undefined }): void {
  expect(error).toMatch(/aborted|socket hang up|ECONNRESET/)
  if (shape === 'json') {
    expect(() => JSON.parse(text)).toThrow()
    expect(text).not.toContain('isWhole')
  } else {
    expect(text).toContain(evidenceText('en', 'checkEnd'))
    expect(text).not.toContain('<footer>')
    expect(text).not.toContain(wholeWords)
  }
}

/** Every connection to the database is back in its pool, and none to a reader is left. */
async function expectReleased(): Promise<void> {
  await expect.poll(() => {
    const { total, idle, waiting } = server.env.database.pressure()
    return [total - idle, waiting]
  }, patient).toEqual([0, 0])
  server.app.server.closeIdleConnections()
  await expect.poll(() => new Promise((told) => server.app.server.getConnections((_, count) => told(count))), patient).toBe(0)
}

const losses: [string, string, () => Promise<unknown>][] = [
  ['the role is taken', 'roleMissing', () => sql(`update people set roles = '{billingAdministrator}' where id = $1`, [who.id])],
  ['the person is disabled', 'notSignedInAnyMore', () => sql(`update people set status = 'disabled' where id = $1`, [who.id])],
  ['the organization is closed', 'notSignedInAnyMore', () => sql(`update tenants set status = 'closed' where id = $1`, [who.tenantId])],
]

describe.each(losses)('evidence under way when %s', (_what, reason, lose) => {
  it.each(shapes)('as %s breaks off without its end, and lets everything go', async (shape) => {
    const reading = await begin(shape)
    expect(reading.response.statusCode).toBe(200)
    await lose()
    expectNotWhole(shape, await cutShort(reading))
    await expect.poll(ends, patient).toMatchObject([{ type: 'evidenceExport.stopped', reason_code: reason, data: { because: 'rightLost' } }])
    expect((await ends())[0]!.data.rows).toBeLessThan(events)
    await expectReleased()
  }, 60_000)
})

describe('evidence', () => {
  it('whose reader leaves stops being read, lets everything go, and is recorded with what went out', async () => {
    const reading = await begin('json')
    reading.cancel()
    await expect.poll(ends, patient).toMatchObject([{ type: 'evidenceExport.stopped', reason_code: null, data: { because: 'cancelled' } }])
    expect((await ends())[0]!.data.rows).toBeLessThan(events)
    await expectReleased()
  }, 60_000)

  it.each(shapes)('as %s whose database goes away breaks off without its end; the server lives on', async (shape) => {
    const reading = await begin(shape)
    const giveBack = await takeDatabaseAway()
    const cut = await cutShort(reading).finally(giveBack)
    expectNotWhole(shape, cut)
    await expectReleased()
    // Nothing could be written meanwhile, so nothing says that it was whole.
    expect((await ends()).filter(({ type }) => type === 'evidenceExport.finished')).toEqual([])
    const whole = await cutShort(await begin(shape))
    expect(whole.error).toBeUndefined()
    expect(whole.text).toContain(shape === 'json' ? '"isWhole":true}\n' : wholeWords)
    await expect.poll(ends, patient).toContainEqual(expect.objectContaining({ type: 'evidenceExport.finished' }))
  }, 60_000)
})

/** Nobody of the product may connect, and who is connected is thrown out; gives back how it was. */
async function takeDatabaseAway(): Promise<() => Promise<void>> {
  const { app, databaseName } = await testDatabase()
  const client = new pg.Client({ ...inject('engine').bootstrap, database: databaseName })
  await client.connect()
  const role = pg.escapeIdentifier(app.user!)
  await client.query(`revoke connect on database ${databaseName} from ${role}`)
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = $2', [databaseName, app.user])
  return async () => {
    await client.query(`grant connect on database ${databaseName} to ${role}`)
    await client.end()
  }
}
