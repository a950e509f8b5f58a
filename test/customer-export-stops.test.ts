import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBrowser } from './support/cookie-browser.ts'
import { asBearer, beginExport, type ReadingExport } from './support/export-reading.ts'
import { manyCustomers } from './support/many-customers.ts'
import { anAgentOf } from './support/people-signed-in.ts'
import { testServer } from './support/server.ts'
import { sql, type TestPerson } from './support/world.ts'

/** P8, T08b: an export that runs while the right to it ends. More rows than all buffers on the way can hold. */
const rows = 150_000
const server = await testServer()
const patient = { timeout: 5_000, interval: 50 }

let agent: TestPerson
let code: () => string

beforeAll(async () => {
  const { person, authenticator } = await anAgentOf(server)
  agent = person
  code = authenticator.code
  await manyCustomers({ id: person.tenantId } as Parameters<typeof manyCustomers>[0], rows)
})

/** As it was before any of the ends below. */
beforeEach(async () => {
  await sql(`update people set status = 'active', roles = '{adminAgent}' where id = $1`, [agent.id])
  await sql(`update tenants set status = 'active' where id = $1`, [agent.tenantId])
  await sql(`update partner_profiles set status = 'active' where tenant_id = $1`, [agent.tenantId])
  seen = (await everyStop()).length
})

/** The ends on record when the test began. */
let seen = 0
const everyStop = () =>
  sql<{ reason_code: string | null; data: { rows: number; because: string } }>(
    `select e.reason_code, e.data from events e join event_readers r on r.event_id = e.id where e.type = 'customerExport.stopped' and r.tenant_id = $1 order by e.xmin::text::bigint`,
    [agent.tenantId],
  )
const stops = async () => (await everyStop()).slice(seen)

/** Every transaction that the server begins. */
let begun = 0
const { database } = server.env
Object.assign(server.env, { database: { ...database, transaction: ((...work) => (begun++, database.transaction(...work))) as typeof database.transaction } })

/** The reader takes nothing and everything on the way is full: between two glances no batch was begun. */
async function standsStill(): Promise<void> {
  let seenBefore = -1
  const hasBegunMore = () => {
    const more = begun !== seenBefore
    seenBefore = begun
    return more
  }
  await expect.poll(hasBegunMore, { timeout: 15_000, interval: 300 }).toBe(false)
}

/** What came until the connection broke; undefined where the file came whole, which it must not. */
async function brokenAfter(reading: ReadingExport): Promise<{ error: string } | undefined> {
  return reading.rest().then(() => undefined, (error: Error) => ({ error: error.message }))
}

/** The session of a real sign-in, with both factors, as headers. */
async function aSession(): Promise<Record<string, string>> {
  await sql('update people set totp_last_step = null where id = $1', [agent.id])
  const browser = aBrowser(server)
  await browser.signIn(agent)
  expect((await browser.ask('POST', '/sessions/second-factor', { code: code() })).body).toEqual({ next: 'signedIn' })
  const { csrfToken } = (await browser.ask('GET', '/session')).body
  const cookie = Object.entries(browser.cookies()).map((pair) => pair.join('=')).join('; ')
  return { 'x-portal': 'partner', 'x-csrf-token': csrfToken, cookie }
}

const ends: [string, string, () => Promise<unknown>][] = [
  ['the role is taken', 'roleMissing', () => sql(`update people set roles = '{helpdeskAgent}' where id = $1`, [agent.id])],
  ['the person is disabled', 'notSignedInAnyMore', () => sql(`update people set status = 'disabled' where id = $1`, [agent.id])],
  ['the session is ended', 'notSignedInAnyMore', () => sql('update sessions set ended_at = now() where person_id = $1', [agent.id])],
  ['the organization is closed', 'notSignedInAnyMore', () => sql(`update tenants set status = 'closed' where id = $1`, [agent.tenantId])],
  ['the partner is suspended', 'partnerSuspended', () => sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [agent.tenantId])],
]

describe.each(ends)('an export under way when %s', (_what, reason, end) => {
  it('breaks off within five seconds, without an end that could be taken for the end', { timeout: 30_000 }, async () => {
    const reading = await beginExport(server, await aSession())
    expect(reading.response.statusCode).toBe(200)
    await end()
    const begin = performance.now()
    const broken = await brokenAfter(reading)
    expect(performance.now() - begin).toBeLessThan(5_000)
    expect(broken?.error).toMatch(/aborted|socket hang up|ECONNRESET/)
    await expect.poll(stops, patient).toMatchObject([{ reason_code: reason, data: { because: 'rightLost' } }])
    const { data } = (await stops())[0]!
    expect(data.rows).toBeLessThan(rows)
  })

  it('is over within five seconds also for a reader that takes nothing meanwhile', { timeout: 30_000 }, async () => {
    const reading = await beginExport(server, await aSession())
    await standsStill()
    await end()
    await expect.poll(stops, patient).toMatchObject([{ reason_code: reason }])
    expect(await brokenAfter(reading)).toBeDefined()
  })
})

describe('an export', () => {
  it('that its reader cancels stops reading, and is recorded as cancelled with the rows that went out', { timeout: 30_000 }, async () => {
    const reading = await beginExport(server, await asBearer(server, agent))
    reading.cancel()
    await expect.poll(stops, patient).toMatchObject([{ reason_code: null, data: { because: 'cancelled', rows: expect.any(Number) } }])
    const { data } = (await stops())[0]!
    expect(data.rows).toBeLessThan(rows)
  })

  it('that nobody takes for minutes is let go', { timeout: 30_000 }, async () => {
    const reading = await beginExport(server, await asBearer(server, agent))
    await standsStill()
    server.env.at.forward({ minutes: 6 })
    await expect.poll(stops, patient).toMatchObject([{ reason_code: 'readerGone' }])
    expect(await brokenAfter(reading)).toBeDefined()
  })

  it('runs beside others and beside the list itself', { timeout: 60_000 }, async () => {
    const readings = await Promise.all(Array.from({ length: 8 }, async () => beginExport(server, await asBearer(server, agent), { search: 'cliente 000', sort: '-name' })))
    const files = Promise.all(readings.map(async (reading) => (await reading.rest()).split('\r\n').length))
    expect((await server.ask(agent, 'GET', '/customers')).status).toBe(200)
    expect(await files).toEqual(Array.from({ length: 8 }, () => 9_999 + 2))
  })
})
