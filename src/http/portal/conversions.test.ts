import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { aLicensed, assign, basic, office, unitsOf, users } from '../../../test/support/licenses.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aRelationship, anAgreement, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const at = testClock(new Date('2027-04-01T08:00:00Z'))
const server = await testServer({ at })
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const trialLine = { catalogItemId: items.trial, term: 'P30D', billingCycle: 'none', quantity: 25 }
const upgrade = (id: string, more: object = {}) => lineOf(items.office, { replacesSubscriptionId: id, ...more })
const fulfil = (id: string) => server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)
const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const conversions = (who: TestPerson, path: string) => server.ask(who, 'GET', `${path}/conversions`)
const previewed = async (who: TestPerson, customer: TestTenant, line: object) => (await server.ask(who, 'POST', `/customers/${customer.id}/order-preview`, { body: { lines: [line] } })).body
const refusalOf = async (who: TestPerson, customer: TestTenant, line: object) => (await previewed(who, customer, line)).lines[0].refusal?.reasonCode ?? null

/** A customer of a partner with privileges, with one subscription of that line. */
async function aHolder(line: object, services = ['office365']) {
  const buyer = await aBuyer({ services })
  return { ...buyer, ...(await anActive(server, { ...buyer, operator, line })) }
}

describe('a trial', () => {
  it('becomes the paid offer: it ends when that is there, and nothing is charged before', async () => {
    const { agent, customer, id, path } = await aHolder(trialLine, [])
    const list = (await conversions(agent, path)).body
    expect(list).toMatchObject({ refusal: null, items: [{ catalogItemId: items.office, refusal: null }] })
    expect(await previewed(agent, customer, upgrade(id, { quantity: 8 }))).toMatchObject({ refusal: null, total: '84.00', lines: [{ amount: '84.00', credit: '0.00', refusal: null }] })
    const { body } = await place(server, agent, customer, [upgrade(id, { quantity: 8 })], { expectedTotal: '84.00' })
    const next = body.subscriptions[0].subscriptionId
    expect(await read(agent, path)).toMatchObject({ status: 'active' })
    expect((await fulfil(next)).status).toBe(201)
    expect(await read(agent, path)).toMatchObject({ status: 'deleted', endedBecause: 'converted', charges: [{ kind: 'conversion', amount: '0.00' }, { kind: 'purchase' }] })
    expect(await read(agent, `/customers/${customer.id}/subscriptions/${next}`)).toMatchObject({ status: 'active', quantity: 8, replacesSubscriptionId: id, charges: [{ kind: 'purchase', amount: '84.00' }] })
  })
})

describe('an upgrade', () => {
  it('takes the users along: whoever had a license of the smaller offer has one of the larger', async () => {
    const { customer, agent, base, path } = await aLicensed(server, operator, 3, items.basic)
    const people = await users(customer, 2)
    for (const person of people) expect((await assign(server, agent, base, person, basic)).status).toBeLessThan(300)
    const id = path.split('/').at(-1)!
    const next = (await place(server, agent, customer, [upgrade(id, { quantity: 3 })])).body.subscriptions[0].subscriptionId
    expect((await fulfil(next)).status).toBe(201)
    expect(await unitsOf(server, agent, base, office)).toMatchObject({ active: 3, consumed: 2 })
    const held = await sql<{ sku: string }>(`select product_id || ':' || sku_id as sku from user_licenses where tenant_id = $1`, [customer.id])
    expect(held.map(({ sku }) => sku)).toEqual([office, office])
  })

  it('charges the new offer, gives back the days that are left of the old one, and takes its add-ons along', async () => {
    const { agent, customer, id, path } = await aHolder(lineOf(items.basic))
    const addOn = await anActive(server, { agent, customer, operator, line: lineOf(items.archive, { quantity: 3, baseSubscriptionId: id }) })
    at.forward({ days: 20 })
    // A month of 30 days from 1 April: on day 21, 10 are left of 10 × 5.10.
    expect(await previewed(agent, customer, upgrade(id))).toMatchObject({ total: '105.00', lines: [{ amount: '105.00', credit: '17.00', refusal: null }] })
    const next = (await place(server, agent, customer, [upgrade(id)])).body.subscriptions[0].subscriptionId
    expect((await fulfil(next)).status).toBe(201)
    expect((await read(agent, path)).charges[0]).toMatchObject({ kind: 'conversion', quantityBefore: 10, quantityAfter: 0, amount: '-17.00' })
    expect(await read(agent, addOn.path)).toMatchObject({ status: 'active', parentSubscriptionId: next })
    expect((await fulfil(next)).status).toBe(409)
  })

  it('needs an active subscription, privileges on the service, and nothing that the customer has already [S2.L4.3]', async () => {
    const without = await aHolder(lineOf(items.basic), [])
    expect(await refusalOf(without.agent, without.customer, upgrade(without.id))).toBe('upgradeNeedsPrivileges')
    const { agent, customer, partner, id, path } = await aHolder(lineOf(items.basic))
    expect(await refusalOf(agent, customer, lineOf(items.classic, { replacesSubscriptionId: id }))).toBe('notAConversion')
    at.forward({ days: 8 })
    expect(await refusalOf(agent, customer, upgrade(id, { quantity: 9 }))).toBe('upgradeSeatsFewer')
    await server.ask(agent, 'POST', `${path}/suspension`, { body: { because: 'customerRequest' } })
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('upgradeNotActive')
    await server.ask(agent, 'POST', `${path}/reactivation`, { body: {} })
    const waiting = (await place(server, agent, customer, [upgrade(id)])).body.subscriptions[0].subscriptionId
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('upgradeWaiting')
    await server.ask(agent, 'POST', `/customers/${customer.id}/subscriptions/${waiting}/cancellation`, { body: {} })
    expect(await refusalOf(agent, customer, upgrade(id))).toBeNull()
    // Through another partner, too, of whom the answer says nothing.
    const other = await aPartner()
    await aRelationship(other, customer)
    await attested(other, customer)
    const theirs = await anActive(server, { agent: await other.person('adminAgent'), customer, operator, line: lineOf(items.office) })
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('targetOwned')
    expect((await conversions(agent, path)).body.items[0].refusal).toMatchObject({ reasonCode: 'targetOwned' })
    // Nor what brings an additional service that it has otherwise.
    await sql("update subscriptions set ended_at = now(), status = 'deleted', ended_because = 'cancelled' where id = $1", [theirs.id])
    await sql("update catalogue_skus set service_plans = '{MAIL,DESKTOP}' where product_id = 'NIMBUS-CLASSIC'")
    await anActive(server, { agent, customer, operator, line: lineOf(items.classic) })
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('additionalServicesOwned')
    await sql("update catalogue_skus set service_plans = '{MAIL}' where product_id = 'NIMBUS-CLASSIC'")
    expect(partner.id).toBeDefined()
  })

  it('of what another partner sold is refused to everybody else, with privileges or not [S2.10]', async () => {
    const { customer, id, path } = await aHolder(lineOf(items.basic))
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['azureActiveDirectory'] })
    await attested(other, customer)
    const agent = await other.person('adminAgent')
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('notSellerTransition')
    expect((await conversions(agent, path)).body).toMatchObject({ refusal: { reasonCode: 'notSellerTransition' }, items: [] })
    expect((await place(server, agent, customer, [upgrade(id)])).body).toMatchObject({ status: 409, reason: 'notSellerTransition' })
    const stranger = await (await aPartner()).person('adminAgent')
    expect((await conversions(stranger, path)).status).toBe(404)
  })

  it('that finds its subscription suspended when it would be there waits for the operator, and charges nothing', async () => {
    const { agent, customer, id, path } = await aHolder(lineOf(items.basic))
    const next = (await place(server, agent, customer, [upgrade(id)])).body.subscriptions[0].subscriptionId
    await server.ask(agent, 'POST', `${path}/suspension`, { body: { because: 'customerRequest' } })
    expect((await fulfil(next)).body).toMatchObject({ status: 409, reason: 'upgradeNotActive' })
    expect(await read(agent, `/customers/${customer.id}/subscriptions/${next}`)).toMatchObject({ status: 'pending', charges: [] })
  })

  it('is refused twice in one order, and on an add-on that would be left over', async () => {
    const { agent, customer, id } = await aHolder(lineOf(items.basic))
    const lines = [upgrade(id), upgrade(id)]
    const { body } = await server.ask(agent, 'POST', `/customers/${customer.id}/order-preview`, { body: { lines } })
    expect(body.lines.map(({ refusal }: { refusal: { reasonCode: string } | null }) => refusal?.reasonCode ?? null)).toEqual([null, 'upgradeWaiting'])
    await anActive(server, { agent, customer, operator, line: lineOf(items.archive, { quantity: 3, baseSubscriptionId: id }) })
    await sql("update catalogue_skus set base_ids = '{NIMBUS-OFFICE:BASIC}' where product_id = 'NIMBUS-ARCHIVE'")
    expect(await refusalOf(agent, customer, upgrade(id))).toBe('upgradeAddOns')
    await sql("update catalogue_skus set base_ids = '{NIMBUS-OFFICE:BASIC,NIMBUS-OFFICE:BUSINESS}' where product_id = 'NIMBUS-ARCHIVE'")
  })
})
