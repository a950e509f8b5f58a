import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aRelationship, anAgreement, sql, type TestPerson } from '../../../test/support/world.ts'
import { performNow } from '../../application/perform.ts'
import { endDueSubscriptions } from '../../application/subscriptions/end-subscription.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  for (const cloud of ['public', 'germany']) await anAgreement(cloud)
  operator = await aCatalogue(server)
})

const reasonOf = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const refused = (reason: string) => ({ status: 409, code: 'subscriptionNotPossible', reason })
const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const act = (who: TestPerson, path: string, name: string, body?: object) => server.ask(who, 'POST', `${path}/${name}`, { body })
const put = async (who: TestPerson, path: string, name: string, body: object) => server.ask(who, 'PUT', `${path}/${name}`, { body, version: (await read(who, path)).version })
const suspend = (who: TestPerson, path: string) => act(who, path, 'suspension', { because: 'nonPayment' })

async function anActiveOne(line: object = lineOf(items.office), wishes: Parameters<typeof aBuyer>[0] = {}) {
  const buyer = await aBuyer(wishes)
  return { ...buyer, ...(await anActive(server, { ...buyer, operator, line })) }
}

describe('the life of a subscription', () => {
  it('is suspended with the day its data go, keeps its seats meanwhile, and comes back [S0.L3.3] [S2.L4] [S2.L4.2]', async () => {
    for (const [cloud, country, item, days] of [['public', 'ES', items.office, 90], ['china', 'CN', 'NIMBUS-OFFICE:BUSINESS:CHINA1', 60]] as const) {
      const { agent, path } = await anActiveOne(lineOf(item), { partner: { cloud, country }, customer: { country } })
      const { status, body } = await suspend(agent, path)
      expect({ status, state: body.status, because: body.suspendedBecause }).toEqual({ status: 200, state: 'suspended', because: 'nonPayment' })
      expect(Math.round((Date.parse(body.deletesAt) - Date.now()) / 86_400_000)).toBe(days)
      expect(reasonOf(await put(agent, path, 'quantity', { quantity: 11 }))).toEqual(refused('quantityWhileSuspended'))
      expect((await suspend(agent, path)).body.code).toBe('invalidTransition')
      expect((await act(agent, path, 'reactivation')).body).toMatchObject({ status: 'active', deletesAt: null, quantity: 10 })
    }
  })

  it('promises no day where no source names one', async () => {
    const { agent, path } = await anActiveOne(lineOf('NIMBUS-OFFICE:BUSINESS:EUANDE1'), { partner: { cloud: 'germany', country: 'DE' }, customer: { country: 'DE' } })
    expect((await suspend(agent, path)).body).toMatchObject({ status: 'suspended', deletesAt: null })
  })

  it('takes its add-ons along: suspended, back, and over', async () => {
    const { agent, customer, id, path } = await anActiveOne()
    const addOn = await anActive(server, { agent, customer, operator, line: lineOf(items.archive, { quantity: 4, baseSubscriptionId: id }) })
    await suspend(agent, path)
    expect(await read(agent, addOn.path)).toMatchObject({ status: 'suspended', suspendedBecause: 'withBase', parentSubscriptionId: id })
    expect(reasonOf(await act(agent, addOn.path, 'reactivation'))).toEqual(refused('baseNotActive'))
    expect(reasonOf(await place(server, agent, customer, [lineOf(items.archive, { baseSubscriptionId: id })]))).toMatchObject({ reason: 'baseNotActive' })
    await act(agent, path, 'reactivation')
    expect(await read(agent, addOn.path)).toMatchObject({ status: 'active' })
    await act(agent, path, 'cancellation')
    expect(await read(agent, addOn.path)).toMatchObject({ status: 'deleted', endedBecause: 'withBase' })
  })

  it.each([
    ['new commerce for 7 days', items.office, 6.9, 7.1],
    ['marketplace for 14 days', items.marketplace, 13.9, 14.1],
  ])('is cancelled by its generation: %s', async (_, item, within, after) => {
    const at = testClock()
    const { agent, customer, path } = await anActiveOne(lineOf(item))
    const later = await testServer({ at })
    const { agent: second, path: other } = { agent, ...(await anActive(server, { agent, customer, operator, line: lineOf(item) })) }
    at.forward({ milliseconds: within * 86_400_000 })
    expect((await later.ask(agent, 'POST', `${path}/cancellation`)).body).toMatchObject({ status: 'deleted', endedBecause: 'cancelled' })
    at.forward({ milliseconds: (after - within) * 86_400_000 })
    expect(reasonOf(await later.ask(second, 'POST', `${other}/cancellation`))).toEqual(refused('cancelWindowOver'))
    const row = await later.ask(second, 'GET', other)
    expect(reasonOf(await later.ask(second, 'PUT', `${other}/quantity`, { version: row.body.version, body: { quantity: 9 } }))).toEqual(refused('seatsOnlyAtRenewal'))
    expect((await later.ask(second, 'PUT', `${other}/quantity`, { version: row.body.version, body: { quantity: 12 } })).status).toBe(200)
  })

  it('of the legacy kind is suspended, never cancelled, and gives seats back at any time', async () => {
    const { agent, path } = await anActiveOne(lineOf(items.classic))
    expect(reasonOf(await act(agent, path, 'cancellation'))).toEqual(refused('suspendedNotCancelled'))
    expect((await put(agent, path, 'quantity', { quantity: 1 })).body).toMatchObject({ quantity: 1, charges: [{ kind: 'quantityChange', amount: '-60.30' }, { amount: '67.00' }] })
  })

  it('ends by itself where it does not renew, and where its days are over; the record follows', async () => {
    const at = testClock()
    const { agent, path } = await anActiveOne(lineOf(items.basic, { term: 'P1M' }))
    const gone = await anActiveOne()
    expect((await put(agent, path, 'auto-renewal', { autoRenew: false })).body).toMatchObject({ autoRenew: false, endsAt: expect.any(String) })
    await suspend(gone.agent, gone.path)
    const later = await testServer({ at })
    at.forward({ days: 32 })
    expect((await later.ask(agent, 'GET', path)).body).toMatchObject({ status: 'deleted', endedBecause: 'termEnded', can: { autoRenew: false } })
    expect((await later.ask(gone.agent, 'GET', gone.path)).body.status).toBe('suspended')
    at.forward({ days: 60 })
    while ((await performNow(later.env, endDueSubscriptions, theSystem, undefined)) > 0);
    expect(await sql('select ended_because from subscriptions where id = any($1) order by 1', [[path, gone.path].map((one) => one.split('/').at(-1))])).toEqual([{ ended_because: 'retentionOver' }, { ended_because: 'termEnded' }])
  })

  it('has a name of one’s own, and another version is refused', async () => {
    const { agent, path } = await anActiveOne()
    const renamed = await put(agent, path, 'name', { friendlyName: ' Sales team ' })
    expect(renamed.body.friendlyName).toBe('Sales team')
    expect((await server.ask(agent, 'PUT', `${path}/name`, { version: renamed.body.version - 1, body: { friendlyName: null } })).body.code).toBe('changedMeanwhile')
    expect((await server.ask(agent, 'PUT', `${path}/name`, { body: { friendlyName: null } })).body.code).toBe('preconditionRequired')
  })

  it('is charged for the days that are left, exactly as previewed', async () => {
    const { agent, path } = await anActiveOne(lineOf(items.basic, { billingCycle: 'annual' }))
    const shown = await act(agent, path, 'quantity-preview', { quantity: 12 })
    expect(shown.body).toEqual({ currency: 'EUR', amount: '122.40', nextCycle: '734.40' })
    expect((await put(agent, path, 'quantity', { quantity: 12 })).body.charges[0].amount).toBe('122.40')
  })
})

describe('a partner that did not sell it', () => {
  it('sees it by its admin privileges, gets no bill, and is refused each act with its own reason [S2.7] [S2.8] [S2.9] [S2.11] [S2.L1.1]', async () => {
    const { agent, customer, path, id } = await anActiveOne()
    const before = await read(agent, path)
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['office365'] })
    await attested(other, customer)
    const stranger = await other.person('adminAgent')
    expect(await read(agent, path)).toEqual(before)
    expect(before).toMatchObject({ isBoughtByCustomer: false })
    const seen = await read(stranger, path)
    expect(seen).toMatchObject({ isSoldByThisPartner: false, price: null, charges: [], orderId: null, friendlyName: null, foreign: { reasonCode: 'notSeller' } })
    expect(Object.values(seen.can)).not.toContain(true)
    expect(reasonOf(await put(stranger, path, 'quantity', { quantity: 1 }))).toEqual(refused('notSellerSeats'))
    expect(reasonOf(await put(stranger, path, 'reseller', { resellerId: null }))).toEqual(refused('notSellerPartnerOfRecord'))
    expect(reasonOf(await suspend(stranger, path))).toEqual(refused('notSeller'))
    expect(reasonOf(await place(server, stranger, customer, [lineOf(items.archive, { baseSubscriptionId: id })]))).toMatchObject({ reason: 'notSellerAddOns' })
    // Its own new ones are free of all that.
    const own = await anActive(server, { agent: stranger, customer, operator, line: lineOf(items.office) })
    expect((await put(stranger, own.path, 'quantity', { quantity: 1 })).status).toBe(200)
    expect((await place(server, stranger, customer, [lineOf(items.archive, { baseSubscriptionId: own.id })])).status).toBe(201)
  })

  it('without privileges sees nothing of it', async () => {
    const { customer, path } = await anActiveOne()
    const other = await aPartner()
    await aRelationship(other, customer)
    const stranger = await other.person('adminAgent')
    expect((await server.ask(stranger, 'GET', path)).status).toBe(404)
    expect((await server.ask(stranger, 'GET', `/customers/${customer.id}/subscriptions`)).body.items).toEqual([])
  })

  it('in debt cannot change seats where debt blocks, and a suspended one changes nothing [S2.L5.2]', async () => {
    const { agent, partner, path } = await anActiveOne(lineOf('NIMBUS-OFFICE:BUSINESS:CHINA1'), { partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' } })
    await sql('update partner_profiles set in_debt = true where tenant_id = $1', [partner.id])
    expect(reasonOf(await put(agent, path, 'quantity', { quantity: 11 }))).toMatchObject({ status: 403, reason: 'partnerInDebt' })
    await sql("update partner_profiles set status = 'suspended' where tenant_id = $1", [partner.id])
    expect(reasonOf(await suspend(agent, path))).toMatchObject({ status: 403, reason: 'partnerSuspended' })
  })
})

describe('removing a customer', () => {
  const removal = (who: TestPerson, customerId: string) => server.ask(who, 'GET', `/customers/${customerId}/removal`)
  const remove = async (who: TestPerson, customerId: string) => server.ask(who, 'POST', `/customers/${customerId}/removal`, { body: { statementSha256: (await removal(who, customerId)).body.statement.sha256, endPrivileges: false } })

  it('waits for each subscription, with the act that settles it, and goes on when all are settled [S0.L3.2] [S0.L3.5] [S0.L3.7]', async () => {
    const { agent, customer, path } = await anActiveOne(lineOf(items.classic, { friendlyName: 'Old one' }))
    const newer = await anActive(server, { agent, customer, operator, line: lineOf(items.office) })
    const waiting = (await place(server, agent, customer, [lineOf(items.basic)])).body.subscriptions[0].subscriptionId
    const { blockers } = (await removal(agent, customer.id)).body
    expect(blockers).toMatchObject([
      { reasonCode: 'subscriptionActive', subscription: { name: 'Old one', fix: 'suspend', cancellableUntil: null } },
      { reasonCode: 'subscriptionActive', subscription: { fix: 'cancel', cancellableUntil: expect.any(String) } },
      { reasonCode: 'subscriptionWaiting', subscription: { subscriptionId: waiting, fix: 'cancel' } },
    ])
    expect(await remove(agent, customer.id)).toMatchObject({ status: 409, body: { code: 'removalBlocked', reason: 'subscriptionActive' } })
    await suspend(agent, path)
    await suspend(agent, newer.path)
    await act(agent, `/customers/${customer.id}/subscriptions/${waiting}`, 'cancellation')
    // Suspended new commerce goes on to be billed: it has to be cancelled.
    expect((await removal(agent, customer.id)).body.blockers).toMatchObject([{ reasonCode: 'subscriptionSuspendedBilled', subscription: { fix: 'cancel' } }])
    await act(agent, newer.path, 'cancellation')
    expect((await remove(agent, customer.id)).status).toBe(201)
    expect(reasonOf(await place(server, agent, customer, [lineOf(items.office)]))).toMatchObject({ status: 404 })
    expect((await read(agent, `/customers/${customer.id}/subscriptions`)).items).toHaveLength(3)
  })
})

describe('the subscriptions of a customer as a file', () => {
  it('hold id, product, quantity, status and reseller of what this partner may see, as an event [S4.L6.5]', async () => {
    const { agent, customer, id, partner } = await anActiveOne()
    const formula = await place(server, agent, customer, [lineOf(items.classic, { quantity: 3, friendlyName: '=1+1' })])
    const { status, body } = await server.ask(agent, 'POST', `/customers/${customer.id}/subscriptions/export`, { body: {} })
    expect(status).toBe(200)
    expect(body.text).toBe(`\uFEFFSubscription ID,Subscription,Quantity,Status,Reseller ID\r\n${formula.body.subscriptions[0].subscriptionId},Nimbus Classic E1,3,pending,\r\n${id},Nimbus Office Business,10,active,\r\n`)
    const events = await sql<{ data: object; readers: string[] }>("select e.data, array_agg(r.tenant_id::text) as readers from events e join event_readers r on r.event_id = e.id where e.type = 'subscription.exported' and r.tenant_id = $1 group by e.id, e.data", [partner.id])
    expect(events).toEqual([{ data: { rows: 2 }, readers: [partner.id] }])
    const stranger = await (await aPartner()).person('adminAgent')
    expect((await server.ask(stranger, 'POST', `/customers/${customer.id}/subscriptions/export`, { body: {} })).status).toBe(404)
  })
})
