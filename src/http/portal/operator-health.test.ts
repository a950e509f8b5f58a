import { beforeAll, describe, expect, it } from 'vitest'
import { testEnvironment } from '../../../test/support/environment.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { health as english } from '../../../web/shared/language/messages/en/health.ts'
import { health as spanish } from '../../../web/shared/language/messages/es/health.ts'
import { readiness } from '../../application/installation/readiness.ts'
import { leastFreeBytes, readinessPartNames } from '../../domain/readiness.ts'
import { nightly, tasksOf } from '../../tasks.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

describe('how the installation runs', () => {
  it('is for operators only', async () => {
    expect((await server.ask(null, 'GET', '/operator/health')).status).toBe(401)
    for (const person of [await (await aPartner()).person('globalAdmin'), await (await aCustomer()).person('globalAdministrator')]) {
      expect(await server.ask(person, 'GET', '/operator/health')).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
  })

  it('says each part of readiness, and what waits', async () => {
    const { status, body } = await server.ask(operator, 'GET', '/operator/health')
    expect(status).toBe(200)
    expect(body.isReady).toBe(true)
    expect(body.parts.map(({ name }: { name: string }) => name)).toEqual([...readinessPartNames, 'failedMails'])
    expect(body.parts).toContainEqual({ name: 'schema', standing: 'good', measured: server.env.ground.schemaVersion, limit: server.env.ground.schemaVersion })
    // The database of a test is not said to be on this machine.
    expect(body.parts).toContainEqual(expect.objectContaining({ name: 'disk', standing: 'good', measured: null }))
    await sql(`select enqueue('send-mail', '{"mailId":"x"}')`)
    const { body: later } = await server.ask(operator, 'GET', '/operator/health')
    expect(later.jobs).toContainEqual(expect.objectContaining({ task: 'send-mail', waiting: 1, failing: 0 }))
  })

  it('says no to whoever asks /readyz and why to the operator', async () => {
    let freeBytes = () => Promise.resolve(0)
    const env = await testEnvironment({ ground: { ...server.env.ground, freeBytes: () => freeBytes() } })
    const full = await testServer(env, { readiness: readiness(env) })
    const diskOf = async () => {
      const { body } = await full.ask(operator, 'GET', '/operator/health')
      return [body.isReady, body.parts.find(({ name }: { name: string }) => name === 'disk')]
    }
    expect(await diskOf()).toEqual([false, { name: 'disk', standing: 'bad', measured: 0, limit: leastFreeBytes }])
    expect((await fetch(`${full.url}/readyz`)).status).toBe(503)
    freeBytes = () => Promise.reject(new Error('gone'))
    expect(await diskOf()).toEqual([false, expect.objectContaining({ standing: 'bad', measured: null })])
  })

  it('has a name for every job in every language', async () => {
    const tasks = [...Object.keys(tasksOf(server.env, undefined)), ...nightly.map(({ task }) => task)]
    for (const names of [english, spanish]) expect(tasks.filter((task) => !(`task.${task}` in names))).toEqual([])
  })
})
