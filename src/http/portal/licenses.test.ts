import { beforeAll, describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aCatalogue } from '../../../test/support/catalogue.ts'
import { aLicensed, anotherSeller, assign, aUser, basic, office, takeAway, unitsOf } from '../../../test/support/licenses.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const refused = (reason: string) => ({ status: 409, code: 'licenseNotPossible', reason })

describe('a license', () => {
  it('is assigned by the partner that holds admin permissions, counts at once, and is the customer’s to remove [S1.41]', async () => {
    const { partner, customer, agent, administrator, base } = await aLicensed(server, operator, 5)
    const user = await aUser(customer)
    const given = await assign(server, agent, base, user, office, { disabledPlans: ['MAIL'] })
    expect(given.body.items).toMatchObject([{ sku: office, capabilityStatus: 'enabled', servicePlans: [{ name: 'MAIL', isOn: false }, { name: 'FILES', isOn: true }, { name: 'DESKTOP', isOn: true }] }])
    expect(await unitsOf(server, administrator, '')).toEqual({ total: 5, active: 5, warning: 0, suspended: 0, consumed: 1, available: 4, overassigned: 0, status: 'enabled' })
    for (const [reader, tenant] of [[agent, partner], [administrator, customer]] as const) {
      const log = (await server.ask(reader, 'GET', '/activity?type=person.licensesChanged')).body
      expect(log.items[0], tenant.name).toMatchObject({ type: 'person.licensesChanged', through: 'privileges' })
    }
    const again = await assign(server, administrator, '', user)
    expect(again.body.items[0].servicePlans.every(({ isOn }: { isOn: boolean }) => isOn)).toBe(true)
    expect((await takeAway(server, administrator, '', user)).body.items).toEqual([])
    expect(await unitsOf(server, agent, base)).toMatchObject({ consumed: 0, available: 5 })
  })

  it('needs a usage location, seats, and a name that the customer owns; all that is asked is done or nothing', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 1)
    const [user, nowhere] = [await aUser(customer), await aUser(customer, null)]
    expect(problem(await assign(server, administrator, '', nowhere))).toEqual(refused('usageLocationMissing'))
    expect(problem(await assign(server, administrator, '', user, basic))).toMatchObject({ status: 422, reason: 'skuNotOwned' })
    expect(problem(await assign(server, administrator, '', user, office, { disabledPlans: ['VOICE'] }))).toMatchObject({ status: 422, reason: 'servicePlanUnknown' })
    await assign(server, administrator, '', user)
    expect(problem(await assign(server, administrator, '', await aUser(customer)))).toEqual(refused('noSeatLeft'))
    // Somebody without a location keeps what they have, and loses it on demand.
    await sql('update people set usage_location = null where id = $1', [user.id])
    expect((await takeAway(server, administrator, '', user)).status).toBe(200)
  })

  it('goes by the seats of every seller, of whom a partner learns nothing', async () => {
    const { customer, agent, administrator, base } = await aLicensed(server, operator, 2)
    const other = await anotherSeller(server, operator, customer, 3)
    expect(await unitsOf(server, agent, base)).toMatchObject({ total: 5, available: 5 })
    const answer = await server.ask(agent, 'GET', `${base}/subscribed-skus`)
    expect(JSON.stringify(answer.body)).not.toContain(other.partner.id)
    expect(JSON.stringify(answer.body)).not.toContain(other.partner.name)
    // Without privileges nobody reads the licenses of a customer, whatever they sold.
    expect(problem(await server.ask(other.agent, 'GET', `${base}/subscribed-skus`))).toMatchObject({ status: 403, reason: 'noPrivileges' })
    for (let user = 0; user < 5; user++) expect((await assign(server, administrator, '', await aUser(customer))).status).toBe(200)
    expect(problem(await assign(server, administrator, '', await aUser(customer)))).toEqual(refused('noSeatLeft'))
  })

  it('of somebody else’s customer is not there, and is read only where users are managed elsewhere', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 1)
    const user = await aUser(customer)
    const stranger = await (await aPartner()).person('adminAgent')
    for (const [method, path] of [['GET', 'subscribed-skus'], ['GET', `people/${user.id}/licenses`], ['POST', `people/${user.id}/license-changes`]] as const) {
      const answer = await server.ask(stranger, method, `/customers/${customer.id}/${path}`, method === 'POST' ? { body: { licenses: [{ sku: office, act: 'assign' }] } } : {})
      expect(problem(answer), path).toMatchObject({ status: 404, code: 'notFound' })
    }
    expect(problem(await assign(server, administrator, '', { id: (await aUser(await aCustomer())).id }))).toMatchObject({ status: 404 })
    for (const cloud of ['usGov', 'china'] as const) {
      const [partner, there] = [await aPartner({ cloud }), await aCustomer({ cloud })]
      await aRelationship(partner, there, { services: ['office365'] })
      const agent = await partner.person('globalAdmin')
      expect((await server.ask(agent, 'GET', `/customers/${there.id}/subscribed-skus`)).body).toEqual({ items: [] })
      expect(problem(await assign(server, agent, `/customers/${there.id}`, await aUser(there)))).toMatchObject({ status: 403, reason: 'usersManagedElsewhere' })
    }
  })

  it('is a matter for Helpdesk agents, and for Sales agents not: their privileges reach no directory', async () => {
    const { partner, customer, base } = await aLicensed(server, operator, 2)
    const user = await aUser(customer)
    expect((await assign(server, await partner.person('helpdeskAgent'), base, user)).status).toBe(200)
    expect(problem(await assign(server, await partner.person('salesAgent'), base, user))).toMatchObject({ status: 403 })
    expect(problem(await assign(server, await customer.person('billingAdministrator'), '', user))).toMatchObject({ status: 403, reason: 'roleMissing' })
  })
})

describe('the last seat', () => {
  it('goes to exactly one of many who ask at once, through either portal', async () => {
    const { customer, agent, administrator, base } = await aLicensed(server, operator, 1)
    const users = await Promise.all(Array.from({ length: 6 }, () => aUser(customer)))
    await assign(server, administrator, '', users[0]!)
    await takeAway(server, administrator, '', users[0]!)
    const barrier = await barrierOn('select 1 from license_pools where tenant_id = $1 for update', [customer.id])
    const acts = users.map((user, place) => (place % 2 ? assign(server, administrator, '', user) : assign(server, agent, base, user)))
    await barrier.untilWaiting(6)
    await barrier.release()
    const answers = await Promise.all(acts)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status !== 200).map(problem)).toEqual(Array.from({ length: 5 }, () => refused('noSeatLeft')))
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 1, available: 0, overassigned: 0 })
  })

  it('is either assigned or given back: fewer seats than are assigned are refused', async () => {
    const { customer, agent, administrator, path } = await aLicensed(server, operator, 2)
    const users = [await aUser(customer), await aUser(customer)]
    await assign(server, administrator, '', users[0]!)
    const { version } = (await server.ask(agent, 'GET', path)).body
    const barrier = await barrierOn('select 1 from license_pools where tenant_id = $1 for update', [customer.id])
    const fewer = server.ask(agent, 'PUT', `${path}/quantity`, { body: { quantity: 1 }, version })
    const more = assign(server, administrator, '', users[1]!)
    await barrier.untilWaiting(2)
    await barrier.release()
    const [changed, assigned] = await Promise.all([fewer, more])
    expect([changed.status, assigned.status].sort((one, other) => one - other)).toEqual([200, 409])
    expect(await unitsOf(server, administrator, '')).toMatchObject({ available: 0, overassigned: 0 })
    if (changed.status === 409) expect(problem(changed)).toMatchObject({ code: 'subscriptionNotPossible', reason: 'seatsAssigned' })
  })
})

describe('seats that go although they are assigned', () => {
  it('leave licenses without a seat: nothing is left to assign, and a reactivation makes all of it whole', async () => {
    const { customer, agent, administrator, path } = await aLicensed(server, operator, 3)
    const other = await anotherSeller(server, operator, customer, 1)
    const users = await Promise.all(Array.from({ length: 3 }, () => aUser(customer)))
    for (const user of users) await assign(server, administrator, '', user)
    await server.ask(agent, 'POST', `${path}/suspension`, { body: { because: 'nonPayment' } })
    expect(await unitsOf(server, administrator, '')).toMatchObject({ total: 1, suspended: 3, consumed: 3, available: 0, overassigned: 2, status: 'enabled' })
    expect(problem(await assign(server, administrator, '', await aUser(customer)))).toEqual(refused('noSeatLeft'))
    await server.ask(other.agent, 'POST', `${other.path}/suspension`, { body: { because: 'fraud' } })
    expect(await unitsOf(server, administrator, '')).toMatchObject({ total: 0, overassigned: 3, status: 'suspended' })
    await server.ask(agent, 'POST', `${path}/reactivation`)
    expect(await unitsOf(server, administrator, '')).toMatchObject({ total: 3, available: 0, overassigned: 0, status: 'enabled' })
  })
})

describe('somebody who is deleted', () => {
  it('frees the seats, and gets back what is left of them', async () => {
    const { customer, administrator } = await aLicensed(server, operator, 1)
    const [gone, next] = [await aUser(customer), await aUser(customer)]
    await assign(server, administrator, '', gone, office, { disabledPlans: ['FILES'] })
    await server.ask(administrator, 'POST', `/people/${gone.id}/removal`)
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 0, available: 1 })
    const back = await server.ask(administrator, 'POST', `/people/${gone.id}/restoration`, { body: {} })
    expect(back.body.licensesNotGivenBack).toEqual([])
    expect((await server.ask(administrator, 'GET', `/people/${gone.id}/licenses`)).body.items[0].servicePlans[1]).toEqual({ name: 'FILES', isOn: false })

    await server.ask(administrator, 'POST', `/people/${gone.id}/removal`)
    await assign(server, administrator, '', next)
    const without = await server.ask(administrator, 'POST', `/people/${gone.id}/restoration`, { body: {} })
    expect(without.body.licensesNotGivenBack).toEqual([office])
    expect(await unitsOf(server, administrator, '')).toMatchObject({ consumed: 1, available: 0 })
  })
})
