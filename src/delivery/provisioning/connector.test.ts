import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { connectorSecret as secret, type TestConnector, testConnector } from '../../../test/support/connector.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { anAgreement, sql, type TestPerson } from '../../../test/support/world.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { outboundFetch } from '../../security/outbound.ts'
import { tasksOf } from '../../tasks.ts'

let server: TestServer
let operator: TestPerson
let connector: TestConnector
let jobs: Jobs | undefined
let buyer: Awaited<ReturnType<typeof aBuyer>>
const everywhere = { cloud: null, serviceId: null, productId: null }

beforeAll(async () => {
  server = await testServer()
  await anAgreement()
  operator = await aCatalogue(server)
  connector = await testConnector()
  const { jobs: config } = await testDatabase()
  jobs = await startJobs({ config, tasks: tasksOf(server.env, undefined), recurring: [], log: server.env.log, prepare: async () => undefined })
}, 60_000)
afterAll(() => jobs?.stop())

beforeEach(async () => {
  await sql('delete from provisioning_connectors')
  await server.ask(operator, 'POST', '/operator/connectors', { body: { ...everywhere, url: connector.url, secret } })
  connector.answer = { status: 202 }
  buyer = await aBuyer()
})

const ordered = async (line: object = lineOf(items.office)): Promise<string> => (await place(server, buyer.agent, buyer.customer, [line])).body.subscriptions[0].subscriptionId
const waiting = async (id: string) => (await server.ask(operator, 'GET', '/operator/provisioning?size=500')).body.items.find((row: { subscriptionId: string }) => row.subscriptionId === id)
const subscription = async (id: string) => (await server.ask(buyer.agent, 'GET', `/customers/${buyer.customer.id}/subscriptions/${id}`)).body
const callsFor = (id: string) => connector.arrived.filter(({ body }) => body.subscriptionId === id)
const act = (id: string, what: 'retry' | 'giving-up') => server.ask(operator, 'POST', `/operator/provisioning/${id}/${what}`, { body: {} })
const tryNow = (id: string) => sql('update graphile_worker._private_jobs set run_at = now() where key = $1', [`provision:${id}`])
const shown = (id: string) => expect.poll(async () => (await waiting(id))?.call)

describe('an order with a connector', () => {
  it('goes out signed, under one number, and is active and paid for when the connector says so at once', async () => {
    connector.answer = { status: 200, body: { status: 'fulfilled' } }
    const id = await ordered()
    await expect.poll(async () => (await subscription(id)).status).toBe('active')
    expect((await subscription(id)).charges).toMatchObject([{ kind: 'purchase', amount: '105.00' }])
    const [call] = callsFor(id)
    expect(call).toMatchObject({ isGenuine: true, headers: { 'idempotency-key': id } })
    expect(call!.body).toMatchObject({
      type: 'subscription.ordered', catalogItemId: items.office, quantity: 10, term: 'P1Y', billingCycle: 'monthly', serviceId: 'office365',
      customer: { id: buyer.customer.id, name: buyer.customer.name }, partner: { id: buyer.partner.id }, answerUrl: `${server.env.publicUrl}/api/v1/provisioning-calls/${id}/answer`,
    })
    expect(JSON.stringify(call!.body)).not.toMatch(/price|amount|\b105\b/i)
    expect(await waiting(id)).toBeUndefined()
  })

  it('waits for a later answer as long as it takes; nothing happens by a timer', async () => {
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'accepted', attempts: 1, lastStatus: 202, nextTryAt: null })
    expect((await subscription(id)).status).toBe('pending')
    expect(await connector.say(server.url, id, { status: 'fulfilled' })).toMatchObject({ status: 200, body: { subscriptionId: id, status: 'active' } })
    expect(await subscription(id)).toMatchObject({ status: 'active', charges: [{ amount: '105.00' }] })
  })

  it('is refused with the connector’s words, and nothing is charged', async () => {
    connector.answer = { status: 200, body: { status: 'refused', note: 'No capacity in this region.' } }
    const id = await ordered()
    await expect.poll(async () => (await subscription(id)).status).toBe('deleted')
    expect(await subscription(id)).toMatchObject({ endedBecause: 'notProvisioned', endNote: 'No capacity in this region.', charges: [] })
  })

  it('is tried again with pauses while the connector is away, under the same number, and the operator sees every attempt', async () => {
    connector.answer = { status: 503, body: 'come back later' }
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'queued', attempts: 1, lastStatus: 503, lastAnswer: 'come back later', nextTryAt: expect.any(String) })
    expect(await waiting(id)).toMatchObject({ can: ['retry', 'giveUp'], call: { host: new URL(connector.url).host } })
    connector.answer = { status: 200, body: { status: 'fulfilled' } }
    await tryNow(id)
    await expect.poll(async () => (await subscription(id)).status).toBe('active')
    expect(callsFor(id).map(({ headers }) => headers['idempotency-key'])).toEqual([id, id])
  })

  it('stops where trying again would change nothing, until the operator sends it again', async () => {
    connector.answer = { status: 422, body: { error: 'unknown product' } }
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'failed', attempts: 1, lastStatus: 422, lastAnswer: '{"error":"unknown product"}', nextTryAt: null })
    connector.answer = { status: 200, body: 'not JSON' }
    expect((await act(id, 'retry')).status).toBe(204)
    await shown(id).toMatchObject({ status: 'failed', attempts: 2, lastStatus: 200, lastAnswer: 'not JSON' })
    connector.answer = { status: 200, body: { status: 'fulfilled' } }
    await act(id, 'retry')
    await expect.poll(async () => (await subscription(id)).status).toBe('active')
  })

  it('is the operator’s by hand once it was given up; what the connector says then is refused', async () => {
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'accepted' })
    expect((await act(id, 'giving-up')).status).toBe(204)
    expect(await waiting(id)).toMatchObject({ call: { status: 'givenUp' }, can: ['retry'] })
    expect(await connector.say(server.url, id, { status: 'fulfilled' })).toMatchObject({ status: 409, body: { reason: 'callSettled' } })
    expect((await act(id, 'giving-up')).status).toBe(409)
    expect((await server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)).status).toBe(201)
    expect((await act(id, 'retry')).body).toMatchObject({ status: 409, reason: 'callSettled' })
  })

  it('sends an add-on only when its base is there', async () => {
    const base = await ordered()
    await shown(base).toMatchObject({ status: 'accepted' })
    await connector.say(server.url, base, { status: 'fulfilled' })
    const addOn = await ordered(lineOf(items.archive, { baseSubscriptionId: base }))
    await shown(addOn).toMatchObject({ status: 'accepted' })
    expect(callsFor(addOn)[0]!.body).toMatchObject({ baseSubscriptionId: base })
    await server.ask(buyer.agent, 'POST', `/customers/${buyer.customer.id}/subscriptions/${base}/suspension`, { body: { because: 'customerRequest' } })
    expect(await connector.say(server.url, addOn, { status: 'fulfilled' })).toMatchObject({ status: 409, body: { reason: 'baseNotActive' } })
  })
})

describe('an answer of a connector', () => {
  it('counts by its signature alone: another secret, another subscription, another body and an old one are refused', async () => {
    const [id, other] = [await ordered(), await ordered()]
    for (const one of [id, other]) await shown(one).toMatchObject({ status: 'accepted' })
    const word = { status: 'fulfilled' }
    const hour = new Date(Date.now() - 3_600_000)
    expect((await connector.say(server.url, id, word, { secret: `${secret}!` })).status).toBe(404)
    expect((await connector.say(server.url, id, word, { body: '{"status":"refused","note":"x"}' })).status).toBe(404)
    expect((await connector.say(server.url, randomUUID(), word)).status).toBe(404)
    expect((await connector.say(server.url, id, word, { at: hour, secret: 'wrong' })).status).toBe(404)
    expect(await connector.say(server.url, id, word, { at: hour })).toMatchObject({ status: 422, body: { reason: 'callTooOld' } })
    expect((await subscription(id)).status).toBe('pending')
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${server.url}/api/v1/provisioning-calls/${other}/answer`, { method: 'POST', headers, body: JSON.stringify(word) })).status).toBe(404)
  })

  it('that comes twice is taken once; the opposite afterwards is refused', async () => {
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'accepted' })
    const answers = await Promise.all([1, 2, 3].map(() => connector.say(server.url, id, { status: 'fulfilled' })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await subscription(id)).charges).toHaveLength(1)
    expect((await connector.say(server.url, id, { status: 'refused', note: 'Late.' })).status).toBe(409)
  })

  it('for what the partner withdrew meanwhile is refused', async () => {
    const id = await ordered()
    await shown(id).toMatchObject({ status: 'accepted' })
    await server.ask(buyer.agent, 'POST', `/customers/${buyer.customer.id}/subscriptions/${id}/cancellation`, { body: {} })
    expect(await connector.say(server.url, id, { status: 'fulfilled' })).toMatchObject({ status: 409, body: { reason: 'callSettled' } })
    expect((await subscription(id)).charges).toEqual([])
  })
})

describe('where orders go', () => {
  const add = (body: object) => server.ask(operator, 'POST', '/operator/connectors', { body: { ...everywhere, url: connector.url, secret, ...body } })

  it('is the nearest connector: the product’s, the service’s, the installation’s', async () => {
    const [byService, byProduct] = [await testConnector(), await testConnector()]
    expect((await add({ cloud: 'public', serviceId: 'office365', url: byService.url })).status).toBe(201)
    expect((await add({ cloud: 'public', productId: 'NIMBUS-CLASSIC', url: byProduct.url })).status).toBe(201)
    const [office, classic, market] = [await ordered(), await ordered(lineOf(items.classic)), await ordered(lineOf(items.marketplace))]
    for (const [id, one] of [[office, byService], [classic, byProduct], [market, connector]] as const) {
      await shown(id).toMatchObject({ status: 'accepted', host: new URL(one.url).host })
      expect(one.arrived.map(({ body }) => body.subscriptionId)).toContain(id)
    }
  })

  it('is the operator’s hand where there is none; a connector that comes later gets it by a click', async () => {
    await sql('delete from provisioning_connectors')
    const id = await ordered()
    expect((await act(id, 'retry')).body).toMatchObject({ status: 409, reason: 'connectorMissing' })
    expect(await waiting(id)).toMatchObject({ call: null, can: [] })
    await add({})
    expect(await waiting(id)).toMatchObject({ call: null, can: ['retry'] })
    await act(id, 'retry')
    await shown(id).toMatchObject({ status: 'accepted' })
  })

  it('is kept without its secret being shown, with a recent sign-in, one for a place, and only as an address', async () => {
    const [row] = await sql<{ text: string }>('select c::text as text from provisioning_connectors c')
    expect(row!.text).not.toContain(secret)
    const listed = await server.ask(operator, 'GET', '/operator/connectors')
    expect(JSON.stringify(listed.body)).not.toContain(secret)
    const [one] = listed.body.items
    expect((await add({})).body).toMatchObject({ status: 409, reason: 'connectorExists' })
    expect((await add({ cloud: 'public' })).body).toMatchObject({ status: 422, reason: 'connectorPlace' })
    expect((await add({ cloud: 'public', serviceId: 'nowhere' })).body).toMatchObject({ status: 422, reason: 'connectorPlace' })
    expect((await add({ cloud: 'public', productId: 'NOWHERE' })).body).toMatchObject({ status: 422, reason: 'connectorPlace' })
    expect((await add({ cloud: 'public', serviceId: 'azureActiveDirectory', url: 'https://name:word@example.com/' })).body).toMatchObject({ status: 422, reason: 'connectorAddress' })
    expect((await add({ cloud: 'nowhere', serviceId: 'azure' })).status).toBe(404)
    const put = (ask: object) => server.ask(operator, 'PUT', `/operator/connectors/${one.id}`, { body: { url: `${connector.url}/next` }, ...ask })
    expect((await put({ version: 1, authenticatedAt: new Date(Date.now() - 3_600_000) })).body.code).toBe('stepUpRequired')
    expect(await put({ version: 1 })).toMatchObject({ status: 200, body: { version: 2, url: `${connector.url}/next` } })
    expect((await put({ version: 1 })).status).toBe(412)
    expect((await server.ask(operator, 'POST', `/operator/connectors/${one.id}/removal`, { body: {} })).status).toBe(204)
    expect((await server.ask(operator, 'POST', `/operator/connectors/${one.id}/removal`, { body: {} })).status).toBe(404)
    expect((await server.ask(buyer.agent, 'GET', '/operator/connectors')).status).toBe(403)
  })

  it('is never a network that is not public, unless the operator permits it', async () => {
    const before = server.env.outboundToConnectors
    Object.assign(server.env, { outboundToConnectors: outboundFetch() })
    try {
      const id = await ordered()
      await shown(id).toMatchObject({ status: 'failed', attempts: 1, lastStatus: null, lastAnswer: expect.stringContaining('https') })
      expect(callsFor(id)).toEqual([])
    } finally {
      Object.assign(server.env, { outboundToConnectors: before })
    }
  })
})
