import { beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, giveAuthenticator, givePassword } from '../../../test/support/cookie-browser.ts'
import { eventsOf } from '../../../test/support/people-signed-in.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const path = '/operator/second-factor-removals'
const help = (userPrincipalName: string, more: object = {}) => server.ask(operator, 'POST', path, { body: { userPrincipalName, checkedHow: 'Llamada al número del contrato', ...more } })

async function lockedOut(person: TestPerson): Promise<TestPerson> {
  await givePassword(person)
  await giveAuthenticator(server.env, person)
  return person
}

describe('the second factor of a last administrator', () => {
  it('is removed by the operator: recorded for both, sessions end, and the password is still asked', async () => {
    const person = await lockedOut(await (await aPartner()).person('globalAdmin'))
    const open = aBrowser(server)
    await open.signIn(person)
    const answer = await help(person.userPrincipalName)
    expect([answer.status, answer.body.personId]).toEqual([201, person.id])
    expect((await open.ask('GET', '/session')).body.signedIn).toBe(false)
    expect((await aBrowser(server).signIn(person, 'not the password')).status).toBe(401)
    // The cloud demands one, so the next sign-in enrols another.
    expect((await aBrowser(server).signIn(person)).body).toEqual({ next: 'enrolSecondFactor' })
    const [event] = (await eventsOf(person)).filter(({ type }) => type === 'person.secondFactorRemoved')
    expect(event).toMatchObject({ actor_person_id: operator.id, data: { by: 'operator', checkedHow: 'Llamada al número del contrato' } })
    const readers = await sql<{ tenant_id: string }>("select r.tenant_id from event_readers r join events e on e.id = r.event_id where e.resource_id = $1 and e.type = 'person.secondFactorRemoved'", [person.id])
    expect(readers.map(({ tenant_id: id }) => id).sort()).toEqual([person.tenantId, operator.tenantId].sort())
  })

  it('is a colleague’s to remove while there is one, unless the operator says they cannot', async () => {
    const tenant = await aCustomer()
    const person = await lockedOut(await tenant.person('globalAdministrator'))
    await tenant.person('globalAdministrator', 'billingAdministrator')
    expect((await help(person.userPrincipalName)).body).toMatchObject({ status: 409, reason: 'colleagueCanHelp' })
    expect((await help(person.userPrincipalName, { colleaguesCannot: true })).status).toBe(201)
  })

  it('is removed of nobody else, and without a word on the check of nobody at all', async () => {
    const tenant = await aCustomer()
    const clerk = await lockedOut(await tenant.person('billingAdministrator'))
    expect((await help(clerk.userPrincipalName)).body).toMatchObject({ status: 404, reason: 'noSuchAdministrator' })
    expect((await help('nobody@nowhere.example')).body).toMatchObject({ status: 404, reason: 'noSuchAdministrator' })
    const admin = await lockedOut(await tenant.person('globalAdministrator'))
    expect((await help(admin.userPrincipalName, { checkedHow: '  ' })).status).toBe(422)
    expect((await help(operator.userPrincipalName)).body.reason).toBe('ownAccount')
    expect((await server.ask(admin, 'POST', path, { body: { userPrincipalName: admin.userPrincipalName, checkedHow: 'x' } })).status).toBe(403)
    expect((await server.ask(operator, 'POST', path, { body: { userPrincipalName: admin.userPrincipalName, checkedHow: 'x' }, authenticatedAt: new Date(server.env.clock().getTime() - 16 * 60_000) })).body.code).toBe('stepUpRequired')
    expect((await aBrowser(server, 'customer').signIn(admin)).body).toEqual({ next: 'secondFactor' })
    const bare = await (await aCustomer()).person('globalAdministrator')
    expect((await help(bare.userPrincipalName)).body.reason).toBe('noSecondFactor')
  })
})
