import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../../test/support/invitations.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const publish = async (country: string, mustSignAgain: boolean, clause: string) => {
  const body = { cloud: 'public', country, mustSignAgain, texts: [{ language: 'es', title: 'Contrato', body: `${clause}\n` }] }
  expect((await server.ask(operator, 'POST', '/operator/agreement-versions', { body })).status).toBe(201)
}
const read = (who: TestPerson | null) => server.ask(who, 'GET', '/own-agreement?language=es')
const sign = async (who: TestPerson, changes = {}, more = {}) => {
  const { agreement } = (await read(who)).body
  return server.ask(who, 'POST', '/agreements', { body: { versionId: agreement?.versionId ?? randomUUID(), language: 'es', sha256: agreement?.sha256 ?? 'a'.repeat(64), ...changes }, ...more })
}

describe('the customer agreement of one’s own organization', () => {
  it('is for the customer’s administrators, and signed by a Global administrator who signed in again', async () => {
    await publish('MX', false, 'Primera')
    const customer = await aCustomer({ country: 'MX' })
    const admin = await customer.person('globalAdministrator')
    expect((await read(null)).status).toBe(401)
    expect((await read(await (await aPartner()).person('globalAdmin'))).status).toBe(403)
    expect((await read(admin)).body).toMatchObject({ standing: 'missing', mustSignAgain: false, agreement: { body: 'Primera\n' } })
    expect(await sign(admin, {}, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect(await sign(await customer.person('billingAdministrator'))).toMatchObject({ status: 403, body: { reason: 'wrongRole' } })
    expect(await sign(admin, { sha256: 'a'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'agreementChanged' } })
    expect(await sign(admin)).toMatchObject({ status: 201, body: { versionNumber: 1, language: 'es' } })
    expect(await sign(admin)).toMatchObject({ status: 409, body: { reason: 'agreementToSignMissing' } })
    expect((await server.ask(admin, 'GET', '/agreements')).body.items).toMatchObject([{ versionNumber: 1, partnerId: null }])
  })

  it('counts on through a version that need not be signed again, and not through one that must', async () => {
    await publish('AR', false, 'Primera')
    const [partner, customer] = [await aPartner(), await aCustomer({ country: 'AR' })]
    const admin = await customer.person('globalAdministrator')
    expect((await sign(admin)).status).toBe(201)
    await publish('AR', false, 'Segunda')
    expect((await read(admin)).body).toMatchObject({ standing: 'accepted', mustSignAgain: false })
    await publish('AR', true, 'Tercera')
    expect((await read(admin)).body).toMatchObject({ standing: 'missing', mustSignAgain: true, agreement: { versionNumber: 3, body: 'Tercera\n' } })
    const { secret } = await aRequest(partner)
    const opened = await server.ask(admin, 'POST', '/invitations/opening', { body: { secret } })
    expect(opened.body.agreement).toMatchObject({ alreadyAccepted: false })
    expect(await sql('select v.number from signatures s join agreement_versions v on v.id = s.version_id where s.customer_id = $1', [customer.id])).toEqual([{ number: 1 }])
  })
})
