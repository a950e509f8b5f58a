import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartnership } from '../../../test/support/partnerships.ts'
import { aPartner, aRelationship, anAgreement, type PartnerWishes, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { theSystem } from '../../domain/actor.ts'
import { performNow } from '../../application/perform.ts'
import { expireDueTransfers } from '../../application/transfers/end-transfer.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]
const notPossible = (reason: string) => [409, 'transferNotPossible', reason]
const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const propose = (who: TestPerson, customer: TestTenant, body: object) => server.ask(who, 'POST', `/customers/${customer.id}/transfers`, { body })
const act = (who: TestPerson, id: string, name: string, body: object = {}) => server.ask(who, 'POST', `/transfers/${id}/${name}`, { body })
async function accept(who: TestPerson, customer: TestTenant, id: string) {
  const { versionShown } = await read(who, `/transfers/${id}`)
  return server.ask(who, 'POST', `/customers/${customer.id}/transfers/${id}/acceptance`, { body: { versionShown: versionShown ?? 1 } })
}

/** A seller with a customer that has an active subscription, and another partner of that customer. */
async function aSale({ to: wishes, line = lineOf(items.office), isReady = true }: { to?: PartnerWishes; line?: object; isReady?: boolean } = {}) {
  const buyer = await aBuyer()
  const sold = await anActive(server, { ...buyer, operator, line })
  const to = await aPartner(wishes)
  if (isReady) {
    await aRelationship(to, buyer.customer)
    await attested(to, buyer.customer)
  }
  return { ...buyer, ...sold, from: buyer.partner, to, taker: await to.person('adminAgent') }
}
const balance = async (id: string) => (await sql<{ partner_id: string; amount: string }>('select partner_id, sum(amount)::text as amount from subscription_charges where subscription_id = $1 group by 1', [id]))

describe('a transfer that the seller offers', () => {
  it('changes the seller in one step with its add-ons: seats and users stay, the bill is split to the cent, the old seller sees nothing more', async () => {
    const { agent, customer, from, to, taker, id, path } = await aSale()
    const addOn = await anActive(server, { agent, customer, operator, line: lineOf(items.archive, { quantity: 4, baseSubscriptionId: id }) })
    const preview = await read(agent, `/customers/${customer.id}/transfer-preview`)
    expect(preview).toMatchObject({ most: 25, refusal: null, items: [{ subscriptionId: id, addOnCount: 1, refusal: null, currency: 'EUR' }] })
    const offered = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    expect([offered.status, offered.body.status, offered.body.to, offered.body.can]).toEqual([201, 'offered', null, ['withdraw']])
    expect(offered.body.totals).toEqual([{ currency: 'EUR', amount: preview.items[0].givenBack }])
    const seen = await read(taker, `/transfers/${offered.body.id}`)
    expect(seen).toMatchObject({ side: 'to', from: { id: from.id }, problems: [], can: ['accept', 'decline'], lines: [{ quantity: 10, isAddOn: false }, { quantity: 4, isAddOn: true }] })
    const done = await accept(taker, customer, offered.body.id)
    expect([done.status, done.body.status, done.body.totals]).toEqual([201, 'completed', offered.body.totals])
    // The one loses what the other pays, and each has the whole of it.
    const sums = new Map((await balance(id)).map((row) => [row.partner_id, Number(row.amount)]))
    expect(sums.get(from.id)! + sums.get(to.id)!).toBe(10_500)
    expect(await read(taker, path)).toMatchObject({ isSoldByThisPartner: true, quantity: 10, status: 'active', orderId: null, can: { changeSeats: true }, charges: [{ kind: 'transferIn' }] })
    expect(await read(taker, addOn.path)).toMatchObject({ isSoldByThisPartner: true, quantity: 4, parentSubscriptionId: id })
    expect((await server.ask(agent, 'GET', path)).status).toBe(404)
    expect((await read(agent, `/transfers/${offered.body.id}`)).totals).toEqual(offered.body.totals)
  })

  it('holds the seats while it waits, and lets them go when it is declined or withdrawn', async () => {
    const { agent, customer, to, taker, id, path } = await aSale()
    const seats = async () => server.ask(agent, 'PUT', `${path}/quantity`, { body: { quantity: 12 }, version: (await read(agent, path)).version })
    for (const [who, name] of [[taker, 'decline'], [agent, 'withdrawal']] as const) {
      const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
      expect(problem(await seats())).toEqual([409, 'subscriptionNotPossible', 'seatsWhileOffered'])
      expect(problem(await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] }))).toEqual(notPossible('transferOpenAlready'))
      expect((await act(who, body.id, name, { note: 'Not this month' })).status).toBe(200)
      expect((await read(agent, `/transfers/${body.id}`)).note).toBe('Not this month')
      expect(problem(await accept(taker, customer, body.id))).toEqual([409, 'invalidTransition', undefined])
    }
    expect((await seats()).status).toBe(200)
  })

  it('is told to the customer without prices, and to nobody else', async () => {
    const { agent, customer, from, to, id } = await aSale()
    const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    const admin = await customer.person('globalAdministrator')
    expect(await read(admin, `/transfers/${body.id}`)).toMatchObject({ side: 'customer', from: { name: from.name }, to: { name: to.name }, totals: [], can: [], note: null, lines: [{ amount: null, perCycle: null, quantity: 10 }] })
    expect((await read(admin, '/transfers')).items).toHaveLength(1)
    const stranger = await (await aPartner()).person('adminAgent')
    expect((await server.ask(stranger, 'GET', `/transfers/${body.id}`)).status).toBe(404)
  })

  it('to a partner that the customer does not have looks like one that nobody answered, and becomes readable with the relationship', async () => {
    const { agent, customer, to, taker, id } = await aSale({ isReady: false })
    const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    const nobody = await propose(agent, (await aSale()).customer, { partnerDomain: 'nobody.example', subscriptionIds: [id] })
    expect(nobody.status).toBe(404)
    expect((await server.ask(taker, 'GET', `/transfers/${body.id}`)).status).toBe(404)
    expect(await sql("select 1 from event_readers r join events e on e.id = r.event_id where e.type = 'subscriptionTransfer.offered' and r.tenant_id = $1", [to.id])).toEqual([])
    expect(body).toMatchObject({ status: 'offered', to: null, problems: [] })
    await aRelationship(to, customer)
    expect((await read(taker, `/transfers/${body.id}`)).problems).toMatchObject([{ reasonCode: 'transferAgreementMissing' }])
    expect(problem(await accept(taker, customer, body.id))).toEqual(notPossible('transferAgreementMissing'))
    await attested(to, customer)
    expect((await accept(taker, customer, body.id)).status).toBe(201)
  })

  it('is judged anew when it is accepted: what is in the way then, and a price that was not shown', async () => {
    const { agent, customer, from, to, taker, id, path } = await aSale()
    const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    const stale = await server.ask(taker, 'POST', `/customers/${customer.id}/transfers/${body.id}/acceptance`, { body: { versionShown: 1 } })
    expect(problem(stale)).toEqual([412, 'changedMeanwhile', 'askChanged'])
    for (const [reason, change, back] of [
      ['transferFromSuspended', ["update partner_profiles set status = 'suspended' where tenant_id = $1", from.id], "update partner_profiles set status = 'active' where tenant_id = $1"],
      ['transferOffererLostRight', ["update people set roles = '{salesAgent}' where id = $1", agent.id], "update people set roles = '{adminAgent}' where id = $1"],
      ['transferToReseller', ["update partner_profiles set kinds = '{indirectReseller}' where tenant_id = $1", to.id], "update partner_profiles set kinds = '{directBill}' where tenant_id = $1"],
    ] as const) {
      await sql(change[0], [change[1]])
      expect(problem(await accept(taker, customer, body.id)), reason).toEqual(notPossible(reason))
      await sql(back, [change[1]])
    }
    await server.ask(agent, 'POST', `${path}/suspension`, { body: { because: 'customerRequest' } })
    expect(problem(await accept(taker, customer, body.id))).toEqual(notPossible('transferNotActive'))
    expect(await balance(id)).toEqual([{ partner_id: from.id, amount: '10500' }])
  })

  it('leaves a trial, the marketplace, an add-on alone, what waits and what another partner sold where they are', async () => {
    const { agent, customer, to, taker, id } = await aSale()
    const offer = (...ids: string[]) => propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: ids })
    const one = async (line: object) => (await anActive(server, { agent, customer, operator, line })).id
    expect(problem(await offer(await one(lineOf(items.marketplace))))).toEqual(notPossible('transferGeneration'))
    expect(problem(await offer(await one(lineOf(items.archive, { quantity: 1, baseSubscriptionId: id }))))).toEqual(notPossible('transferAddOnAlone'))
    const waiting = (await place(server, agent, customer, [lineOf(items.archive, { quantity: 1, baseSubscriptionId: id })])).body.subscriptions[0].subscriptionId
    expect(problem(await offer(id))).toEqual(notPossible('transferWaiting'))
    await server.ask(agent, 'POST', `/customers/${customer.id}/subscriptions/${waiting}/cancellation`)
    const foreign = (await anActive(server, { agent: taker, customer, operator, line: lineOf(items.basic) })).id
    expect((await offer(foreign)).status).toBe(404)
    expect(problem(await offer(id, ...Array.from({ length: 25 }, () => foreign)))[0]).toBe(422)
    expect(problem(await propose(agent, customer, { partnerDomain: customer.domain, subscriptionIds: [id] }))[0]).toBe(201)
  })

  it('keeps the old seller as indirect reseller on record, where it is one in partnership with the new one', async () => {
    const buyer = await aBuyer({ partner: { kinds: ['directBill', 'indirectReseller'] } })
    const { agent, customer, partner: from } = buyer
    const sold = await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    const to = await aPartner({ kinds: ['indirectProvider'] })
    await aRelationship(to, customer)
    await attested(to, customer)
    const taker = await to.person('adminAgent')
    const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [sold.id], staysAsReseller: true })
    expect(problem(await accept(taker, customer, body.id))).toEqual(notPossible('transferResellerNotPossible'))
    await aPartnership(to, from)
    expect((await accept(taker, customer, body.id)).status).toBe(201)
    expect(await read(agent, sold.path)).toMatchObject({ isSoldByThisPartner: false, resellerId: from.id, price: null, foreign: { reasonCode: 'soldByProvider' } })
  })
})

describe('a transfer that the new partner asks for', () => {
  it('waits for the seller, who chooses what it lets go, and then for the one that asked', async () => {
    const { agent, customer, from, taker, id } = await aSale()
    const asked = await propose(taker, customer, { partnerDomain: from.domain })
    expect(asked.body).toMatchObject({ status: 'asked', side: 'to', from: null, itemCount: 0, can: ['withdraw'] })
    expect(problem(await propose(taker, customer, { partnerDomain: from.domain }))).toEqual(notPossible('transferAskedAlready'))
    expect(await read(agent, `/transfers/${asked.body.id}`)).toMatchObject({ side: 'from', to: { id: expect.any(String) }, can: ['offer', 'decline'] })
    const offered = await server.ask(agent, 'POST', `/customers/${customer.id}/transfers/${asked.body.id}/offer`, { body: { subscriptionIds: [id] } })
    expect(offered.body).toMatchObject({ status: 'offered', itemCount: 1, can: ['withdraw'] })
    expect((await accept(taker, customer, asked.body.id)).body).toMatchObject({ status: 'completed', from: { id: from.id } })
  })

  it('reaches nobody where that partner sells nothing to the customer, and nobody is told', async () => {
    const { customer, taker } = await aSale()
    const other = await aPartner()
    await aRelationship(other, customer)
    const { body } = await propose(taker, customer, { partnerDomain: other.domain })
    expect(body).toMatchObject({ status: 'asked', from: null })
    expect((await server.ask(await other.person('adminAgent'), 'GET', `/transfers/${body.id}`)).status).toBe(404)
  })

  it('expires after 30 days, by the clock and then by the record, and may be asked again [D.11]', async () => {
    const at = testClock()
    const later = await testServer({ at })
    const { agent, customer, from, to, taker, id } = await aSale()
    const asked = await propose(taker, customer, { partnerDomain: from.domain })
    const offered = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    at.forward({ days: 31 })
    expect((await later.ask(taker, 'GET', `/transfers/${asked.body.id}`)).body).toMatchObject({ status: 'expired', can: [] })
    expect((await later.ask(taker, 'POST', `/customers/${customer.id}/transfers`, { body: { partnerDomain: from.domain } })).status).toBe(201)
    expect((await later.ask(agent, 'POST', `/customers/${customer.id}/transfers`, { body: { partnerDomain: to.domain, subscriptionIds: [id] } })).status).toBe(201)
    while ((await performNow(later.env, expireDueTransfers, theSystem, undefined)) > 0);
    expect(await sql('select status from subscription_transfers where id = any($1)', [[asked.body.id, offered.body.id]])).toEqual([{ status: 'expired' }, { status: 'expired' }])
  })
})

describe('a hand-over of the customer', () => {
  it('is refused while the present partner sells to it, and possible once all has been transferred', async () => {
    const { agent, customer, to, taker, id } = await aSale()
    const inTheWay = async () => (await read(agent, `/customers/${customer.id}/hand-over`)).problems.map(({ reasonCode }: { reasonCode: string }) => reasonCode)
    expect(await inTheWay()).toEqual(['handOverThingsOpen'])
    const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
    expect((await accept(taker, customer, body.id)).status).toBe(201)
    expect(await inTheWay()).toEqual([])
    expect((await server.ask(agent, 'POST', '/hand-overs', { body: { customerId: customer.id, partnerDomain: to.domain } })).status).toBe(201)
  })
})

describe('races', () => {
  it('a cancellation or withdrawal against the acceptance: one of them wins, and the ledger agrees', async () => {
    for (const rival of ['cancellation', 'withdrawal'] as const) {
      const { agent, customer, from, to, taker, id, path } = await aSale()
      const { body } = await propose(agent, customer, { partnerDomain: to.domain, subscriptionIds: [id] })
      const { versionShown } = await read(taker, `/transfers/${body.id}`)
      const [accepted, other] = await Promise.all([
        server.ask(taker, 'POST', `/customers/${customer.id}/transfers/${body.id}/acceptance`, { body: { versionShown } }),
        rival === 'withdrawal' ? act(agent, body.id, 'withdrawal') : server.ask(agent, 'POST', `${path}/cancellation`),
      ])
      expect([accepted.status < 300, other.status < 300].filter(Boolean), `${rival}: ${accepted.status} ${other.status}`).toHaveLength(1)
      const sums = new Map((await balance(id)).map((row) => [row.partner_id, Number(row.amount)]))
      const total = (sums.get(from.id) ?? 0) + (sums.get(to.id) ?? 0)
      expect(total).toBe(rival === 'cancellation' && other.status < 300 ? 0 : 10_500)
    }
  })
})
