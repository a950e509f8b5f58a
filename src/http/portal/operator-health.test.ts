import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

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

  it('says each part of readiness and what waits', async () => {
    const { status, body } = await server.ask(operator, 'GET', '/operator/health')
    expect(status).toBe(200)
    expect(body.parts).toMatchObject([{ name: 'database', isGood: true }, { name: 'clock', isGood: true }, { name: 'mails', isGood: true }, { name: 'failedMails', isGood: true, measured: 0 }])
    await sql(`select enqueue('send-mail', '{"mailId":"x"}')`)
    const { body: later } = await server.ask(operator, 'GET', '/operator/health')
    expect(later.jobs).toContainEqual(expect.objectContaining({ task: 'send-mail', waiting: 1, failing: 0 }))
  })
})
