import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { aPartnership, aProvider, aReseller } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const reasonOf = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const refused = (reason: string) => ({ status: 409, code: 'orderNotPossible', reason })
const offers = (who: TestPerson, customer: TestTenant, query = '') => server.ask(who, 'GET', `/customers/${customer.id}/offers${query}`)
const preview = (who: TestPerson, customer: TestTenant, lines: object[]) => server.ask(who, 'POST', `/customers/${customer.id}/order-preview`, { body: { lines } })

describe('what a customer can have', () => {
  it('is what its cloud, market and segment sell, with the price in its currency', async () => {
    const { agent, customer } = await aBuyer()
    const { status, body } = await offers(agent, customer)
    expect({ status, refusal: body.refusal }).toEqual({ status: 200, refusal: null })
    const office = body.items.find(({ catalogItemId }: { catalogItemId: string }) => catalogItemId === items.office)
    expect(office).toMatchObject({ title: 'Nimbus Office Business', minQuantity: 1, maxQuantity: 300, isTrial: false, isOwned: false, generation: 'newCommerce' })
    expect(office.plans).toContainEqual({ term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', unitPrice: '10.50' })
    // Other segments have numbers of their own, and an add-on needs its base.
    expect(body.items.filter(({ catalogItemId }: { catalogItemId: string }) => !catalogItemId.endsWith(':EUROPE1'))).toEqual([])
    expect(body.items.find(({ catalogItemId }: { catalogItemId: string }) => catalogItemId === items.archive)).toMatchObject({ isAddOn: true, bases: [], baseSkus: ['NIMBUS-OFFICE:BASIC', 'NIMBUS-OFFICE:BUSINESS'] })
    expect((await offers(agent, customer, '?search=stratus')).body.items.map(({ productTitle }: { productTitle: string }) => productTitle)).toEqual(['Stratus Identity'])
  })

  it('follows the country’s own currency and the customer’s segment', async () => {
    const swedish = await aBuyer({ customer: { country: 'SE' } })
    const plans = (body: { items: { plans: { currency: string }[] }[] }) => [...new Set(body.items.flatMap((item) => item.plans.map(({ currency }) => currency)))]
    expect(plans((await offers(swedish.agent, swedish.customer)).body)).toEqual(['SEK'])
    const set = (who: TestPerson, segment: string | null) => server.ask(who, 'POST', `/operator/customers/${swedish.customer.id}/segment`, { body: { segment } })
    expect((await set(swedish.agent, 'education')).status).toBe(403)
    expect(await set(operator, 'education')).toMatchObject({ status: 200, body: { segment: 'education' } })
    expect((await offers(swedish.agent, swedish.customer)).body.items[0].catalogItemId).toMatch(/:EUROPE2$/)
    expect((await set(operator, null)).body.segment).toBeNull()
    expect((await server.ask(operator, 'POST', `/operator/customers/${swedish.partner.id}/segment`, { body: { segment: 'education' } })).body).toMatchObject({ status: 409, reason: 'segmentOfCustomers' })
  })

  it('is nothing to a stranger, and another partner’s customer answers like none [S1.3] [S1.4] [S1.29]', async () => {
    const { customer } = await aBuyer()
    const stranger = await (await aPartner()).person('adminAgent')
    const absent = await server.ask(stranger, 'GET', `/customers/${randomUUID()}/offers`)
    for (const answer of [await offers(stranger, customer), await preview(stranger, customer, [lineOf(items.office)]), await place(server, stranger, customer, [lineOf(items.office)])]) expect([answer.status, answer.body.code]).toEqual([absent.status, absent.body.code])
  })

  it('hides prices in China from Sales agents, who may order all the same', async () => {
    const { partner, customer, agent } = await aBuyer({ partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' } })
    const sales = await partner.person('salesAgent')
    const item = 'NIMBUS-OFFICE:BASIC:CHINA1'
    expect((await offers(agent, customer)).body.items[0].plans[0].unitPrice).toMatch(/^\d+\.\d\d$/)
    expect((await offers(sales, customer)).body.items[0].plans[0].unitPrice).toBeNull()
    expect(await preview(sales, customer, [lineOf(item)])).toMatchObject({ status: 200, body: { total: null, lines: [{ unitPrice: null, refusal: null }] } })
    expect(await place(server, sales, customer, [lineOf(item)])).toMatchObject({ status: 201, body: { total: null } })
    expect(reasonOf(await place(server, await partner.person('helpdeskAgent'), customer, [lineOf(item)]))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleDeniedByCloud' })
  })
})

describe('an order', () => {
  it('is previewed with exact totals, placed, provisioned by a click and active [S3.2] [S3.19] [S1.11] [S2.L4.1]', async () => {
    const { agent, customer } = await aBuyer()
    const lines = [lineOf(items.office, { quantity: 7 }), lineOf(items.basic, { quantity: 3, billingCycle: 'annual' })]
    expect((await preview(agent, customer, lines)).body).toMatchObject({ currency: 'EUR', total: '257.10', refusal: null, lines: [{ amount: '73.50', refusal: null }, { amount: '183.60', refusal: null }] })
    const placed = await place(server, agent, customer, lines, { expectedTotal: '257.10' })
    expect(placed).toMatchObject({ status: 201, body: { status: 'pending', total: '257.10' } })
    const waiting = await server.ask(operator, 'GET', '/operator/provisioning?size=500')
    const ids = placed.body.subscriptions.map(({ subscriptionId }: { subscriptionId: string }) => subscriptionId)
    expect(waiting.body.items.filter(({ orderId }: { orderId: string }) => orderId === placed.body.orderId)).toHaveLength(2)
    for (const id of ids) expect(await server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)).toMatchObject({ status: 201, body: { status: 'active' } })
    const { body } = await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions/${ids[0]}`)
    expect(body).toMatchObject({ status: 'active', quantity: 7, autoRenew: true, price: { unitPrice: '10.50', perCycle: '73.50' }, charges: [{ kind: 'purchase', amount: '73.50' }] })
    expect(await sql('select status from customer_orders where id = $1', [placed.body.orderId])).toEqual([{ status: 'completed' }])
  })

  it('has one effect however often it is sent, and another body under the same key is refused', async () => {
    const { agent, customer } = await aBuyer()
    const key = randomUUID()
    const send = (quantity: number) => server.ask(agent, 'POST', `/customers/${customer.id}/orders`, { key, body: { lines: [lineOf(items.office, { quantity })] } })
    const [first, again] = [await send(2), await send(2)]
    expect(again.body).toEqual(first.body)
    expect((await send(3)).body.code).toBe('idempotencyKeyReused')
    expect(await sql('select quantity from subscriptions where customer_id = $1', [customer.id])).toEqual([{ quantity: 2 }])
  })

  it('at another price than was shown is refused, and nothing is kept', async () => {
    const { agent, customer } = await aBuyer()
    expect(reasonOf(await place(server, agent, customer, [lineOf(items.office)], { expectedTotal: '1.00' }))).toEqual(refused('priceChanged'))
    expect(await sql('select id from subscriptions where customer_id = $1', [customer.id])).toEqual([])
  })

  it('that cannot be provisioned costs nothing and tells why', async () => {
    const { agent, customer } = await aBuyer()
    const { body } = await place(server, agent, customer, [lineOf(items.office)])
    const id = body.subscriptions[0].subscriptionId
    expect((await server.ask(operator, 'POST', `/operator/provisioning/${id}/refusal`, { body: { note: 'No capacity' } })).status).toBe(201)
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions/${id}`)).body).toMatchObject({ status: 'deleted', endedBecause: 'notProvisioned', endNote: 'No capacity', charges: [] })
    expect((await server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)).body.code).toBe('invalidTransition')
  })
})

describe('an order is refused with its own reason', () => {
  it.each([
    ['for an offer that is not sold there', lineOf('NIMBUS-OFFICE:BASIC:JAPAN1'), 'offerNotAvailable'],
    ['for a plan without a price', lineOf(items.office, { term: 'P3Y' }), 'offerNotPriced'],
    ['for fewer seats than the least', lineOf(items.marketplace, { quantity: 4 }), 'quantityBelowMinimum'],
    ['for more seats than the most', lineOf(items.office, { quantity: 301 }), 'quantityAboveMaximum'],
    ['for an add-on without a base', lineOf(items.archive), 'baseMissing'],
    ['for a reseller that only providers name', lineOf(items.office, { resellerId: randomUUID() }), 'onlyProvidersNameResellers'],
  ])('%s', async (_, line, reason) => {
    const { agent, customer } = await aBuyer()
    expect(reasonOf(await place(server, agent, customer, [line]))).toEqual(refused(reason))
    expect((await preview(agent, customer, [line])).body.lines[0].refusal).toMatchObject({ reasonCode: reason, reasonText: expect.stringMatching(/\.$/) })
  })

  it('without the customer agreement, and possible once it is attested', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    await aRelationship(partner, customer)
    const agent = await partner.person('adminAgent')
    expect(reasonOf(await place(server, agent, customer, [lineOf(items.office)]))).toEqual(refused('agreementMissing'))
    expect((await offers(agent, customer)).body.refusal.reasonCode).toBe('agreementMissing')
    await attested(partner, customer)
    expect((await place(server, agent, customer, [lineOf(items.office)])).status).toBe(201)
  })

  it('outside the market, by a suspended partner, without the partner agreement, and in debt where debt blocks [S2.L5.2]', async () => {
    const far = await aBuyer({ customer: { country: 'US' } })
    expect(reasonOf(await place(server, far.agent, far.customer, [lineOf(items.office)]))).toEqual(refused('outsideMarket'))
    for (const [partner, reason] of [[{ status: 'suspended' }, 'partnerSuspended'], [{ hasSigned: false }, 'partnerAgreementUnsigned'], [{ inDebt: true, cloud: 'china', country: 'CN' }, 'partnerInDebt']] as const) {
      const { agent, customer } = await aBuyer({ partner: { ...partner } })
      expect(reasonOf(await place(server, agent, customer, [lineOf(items.office)]))).toEqual({ status: 403, code: 'notAllowed', reason })
    }
  })

  it('for a role without rights, and by an indirect reseller [S1.42]', async () => {
    const { partner, customer } = await aBuyer()
    expect(reasonOf(await place(server, await partner.person('userManagementAdmin'), customer, [lineOf(items.office)]))).toMatchObject({ status: 403, reason: 'roleMissing' })
    const reseller = await aBuyer({ partner: { kinds: ['indirectReseller'] } })
    expect(reasonOf(await place(server, reseller.agent, reseller.customer, [lineOf(items.office)]))).toEqual(refused('resellerMayNotOrder'))
    expect((await server.ask(reseller.agent, 'GET', `/customers/${reseller.customer.id}/subscriptions`)).body.orderBlocked.reasonCode).toBe('resellerMayNotOrder')
  })

  it('for a second trial of the same offer, also through another partner, and where it is owned', async () => {
    const { agent, customer } = await aBuyer()
    const trial = lineOf(items.trial, { term: 'P30D', billingCycle: 'none', quantity: 25 })
    expect(reasonOf(await place(server, agent, customer, [trial, trial]))).toEqual(refused('trialUsed'))
    const { id } = await anActive(server, { agent, customer, operator, line: trial })
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions/${id}`)).body).toMatchObject({ isTrial: true, autoRenew: false, endsAt: expect.any(String) })
    const other = await aPartner()
    await aRelationship(other, customer)
    await attested(other, customer)
    expect(reasonOf(await place(server, await other.person('adminAgent'), customer, [trial]))).toEqual(refused('trialUsed'))
    const owner = await aBuyer()
    await anActive(server, { ...owner, operator, line: lineOf(items.office) })
    expect(reasonOf(await place(server, owner.agent, owner.customer, [trial]))).toEqual(refused('trialOwned'))
  })
})

describe('a provider orders for its reseller’s customers', () => {
  it('with the reseller on record, who sees it and cannot change it [S1.30] [S1.34] [S1.35] [S1.42] [S4.L1.2] [S1.5]', async () => {
    const [provider, reseller, customer] = [await aProvider(), await aReseller(), await aCustomer()]
    await aPartnership(provider, reseller)
    const agent = await provider.person('adminAgent')
    const line = lineOf(items.office, { resellerId: reseller.id })
    expect((await place(server, agent, customer, [line])).status).toBe(404)
    await aRelationship(provider, customer)
    await attested(provider, customer)
    expect(reasonOf(await place(server, agent, customer, [line]))).toEqual(refused('resellerWithoutCustomer'))
    await aRelationship(reseller, customer)
    expect((await offers(agent, customer)).body.resellers).toEqual([{ id: reseller.id, name: reseller.name }])
    const { path, id } = await anActive(server, { agent, customer, operator, line })
    const seen = await server.ask(await reseller.person('adminAgent'), 'GET', path)
    expect(seen.body).toMatchObject({ resellerId: reseller.id, price: null, charges: [], foreign: { reasonCode: 'soldByProvider' }, can: { suspend: false, changeSeats: false } })
    expect(reasonOf(await server.ask(await reseller.person('adminAgent'), 'PUT', `${path}/quantity`, { version: seen.body.version, body: { quantity: 11 } }))).toMatchObject({ status: 409, reason: 'soldByProvider' })
    const more = await server.ask(agent, 'PUT', `${path}/quantity`, { version: seen.body.version, body: { quantity: 11 } })
    expect(more).toMatchObject({ status: 200, body: { subscriptionId: id, quantity: 11 } })
  })

  it('names no stranger, nor itself, nor a reseller that is suspended or unsigned', async () => {
    const provider = await aBuyer({ partner: { kinds: ['indirectProvider'] } })
    const order = (resellerId: string) => place(server, provider.agent, provider.customer, [lineOf(items.office, { resellerId })])
    expect(reasonOf(await order((await aReseller()).id))).toEqual(refused('namedResellerNotPartner'))
    expect(reasonOf(await order(provider.partner.id))).toEqual(refused('providerAsReseller'))
    for (const [wishes, reason] of [[{ status: 'suspended' }, 'namedResellerSuspended'], [{ hasSigned: false }, 'namedResellerUnsigned']] as const) {
      const reseller = await aReseller({ ...wishes })
      await aPartnership(provider.partner, reseller)
      await aRelationship(reseller, provider.customer)
      expect(reasonOf(await order(reseller.id))).toEqual(refused(reason))
    }
  })
})

describe('an add-on with its base in one order', () => {
  const both = [lineOf(items.office), lineOf(items.archive, { baseLine: 1, quantity: 4 })]

  it('stands on the line before it, is provisioned after it, and goes with it', async () => {
    const { agent, customer } = await aBuyer()
    expect((await preview(agent, customer, both)).body).toMatchObject({ refusal: null, total: '115.20', lines: [{ refusal: null }, { refusal: null }] })
    const { status, body } = await place(server, agent, customer, both, { expectedTotal: '115.20' })
    expect(status).toBe(201)
    const [base, addOn] = body.subscriptions.map(({ subscriptionId }: { subscriptionId: string }) => subscriptionId)
    const read = async (id: string) => (await server.ask(agent, 'GET', `/customers/${customer.id}/subscriptions/${id}`)).body
    expect(await read(addOn)).toMatchObject({ status: 'pending', parentSubscriptionId: base })
    const fulfil = (id: string) => server.ask(operator, 'POST', `/operator/provisioning/${id}/fulfilment`)
    expect(reasonOf(await fulfil(addOn))).toMatchObject({ status: 409, reason: 'baseNotActive' })
    for (const id of [base, addOn]) expect((await fulfil(id)).status).toBe(201)
    expect(await read(addOn)).toMatchObject({ status: 'active' })
    const second = (await place(server, agent, customer, both)).body.subscriptions
    expect((await server.ask(operator, 'POST', `/operator/provisioning/${second[0].subscriptionId}/refusal`, { body: { note: 'No seats.' } })).status).toBe(201)
    expect(await read(second[1].subscriptionId)).toMatchObject({ status: 'deleted', endedBecause: 'withBase', charges: [] })
  })

  it('is refused on a line that does not fit, comes later, or is none; and never on two bases', async () => {
    const { agent, customer } = await aBuyer()
    const reasons = async (lines: object[]) => (await preview(agent, customer, lines)).body.lines.map(({ refusal }: { refusal: { reasonCode: string } | null }) => refusal?.reasonCode ?? null)
    expect(await reasons([lineOf(items.classic), lineOf(items.archive, { baseLine: 1 })])).toEqual([null, 'baseNotFitting'])
    expect(await reasons([lineOf(items.archive, { baseLine: 2 }), lineOf(items.office)])).toEqual(['baseMissing', null])
    expect(await reasons([lineOf(items.archive, { baseLine: 1 })])).toEqual(['baseMissing'])
    expect(await reasons([lineOf(items.office), lineOf(items.classic, { baseLine: 1 })])).toEqual([null, 'notAnAddOn'])
    expect(await reasons([lineOf(items.office), lineOf(items.archive, { baseLine: 1, baseSubscriptionId: randomUUID() })])).toEqual([null, 'baseMissing'])
  })
})
