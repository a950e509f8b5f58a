import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { expireDueCarts } from '../../application/carts/end-cart.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { aBuyer, aCatalogue, items, lineOf } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aRelationship, anAgreement, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const at = testClock()
const server = await testServer({ at })
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const cartsOf = (customer: TestTenant) => `/customers/${customer.id}/carts`
const made = (who: TestPerson, customer: TestTenant, lines: object[], more: object = {}) => server.ask(who, 'POST', cartsOf(customer), { body: { lines }, ...more })
const one = (customer: TestTenant, id: string, what = '') => `${cartsOf(customer)}/${id}${what}`
const preview = (who: TestPerson, customer: TestTenant, id: string) => server.ask(who, 'POST', one(customer, id, '/preview'))
const checkOut = (who: TestPerson, customer: TestTenant, id: string, { version = 1, ...more }: { version?: number; key?: string; body?: object } = {}) =>
  server.ask(who, 'POST', one(customer, id, '/checkout'), { body: {}, version, ...more })
const eventsOf = async (id: string) => (await sql<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])).map(({ type }) => type)

describe('a cart', () => {
  it('is kept for the partner’s colleagues, changed in the version that was read, and thrown away', async () => {
    const { partner, agent, customer } = await aBuyer()
    const { status, body, headers } = await made(agent, customer, [lineOf(items.office, { friendlyName: 'Soria' }), lineOf(items.archive, { quantity: 4, baseLine: 1 })])
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 201, etag: '"1"' })
    expect(body).toMatchObject({ status: 'active', orderId: null, createdByName: agent.displayName, lines: [{ catalogItemId: items.office, quantity: 10, friendlyName: 'Soria', unitPriceThen: '10.50', currencyThen: 'EUR', error: null, offer: { title: 'Nimbus Office Business' } }, { baseLine: 1 }] })
    expect(Date.parse(body.expiresAt) - Date.parse(body.changedAt)).toBe(7 * 86_400_000)
    const colleague = await partner.person('salesAgent')
    expect((await server.ask(colleague, 'GET', cartsOf(customer))).body.items).toMatchObject([{ cartId: body.cartId, lineCount: 2, titles: ['Soria', 'Mail archive (add-on)'], changedByName: agent.displayName, version: 1 }])
    const change = (version: number) => server.ask(colleague, 'PUT', one(customer, body.cartId), { body: { lines: [lineOf(items.office, { quantity: 3 })] }, version })
    expect(await change(1)).toMatchObject({ status: 200, body: { version: 2, changedByName: colleague.displayName, lines: [{ quantity: 3, friendlyName: null }] } })
    expect(await change(1)).toMatchObject({ status: 412, body: { code: 'changedMeanwhile' } })
    const discard = (version: number) => server.ask(agent, 'DELETE', one(customer, body.cartId), { version })
    expect((await discard(1)).status).toBe(412)
    expect((await discard(2)).status).toBe(204)
    expect((await server.ask(agent, 'GET', one(customer, body.cartId))).status).toBe(404)
    expect((await server.ask(agent, 'GET', cartsOf(customer))).body.items).toEqual([])
    expect(await eventsOf(body.cartId)).toEqual(['cart.created', 'cart.discarded'])
  })

  it('becomes one order with all its lines, however often it is sent', async () => {
    const { agent, customer } = await aBuyer()
    const { body: cart } = await made(agent, customer, [lineOf(items.office, { quantity: 7, friendlyName: 'Soria' }), lineOf(items.archive, { quantity: 2, baseLine: 1 })])
    const shown = await preview(agent, customer, cart.cartId)
    expect(shown).toMatchObject({ status: 200, body: { refusal: null, version: 1, currency: 'EUR', lines: [{ amount: '73.50', unitPriceThen: '10.50', hasNewPrice: false }, { hasNewPrice: false }] } })
    expect(await sql('select id from subscriptions where customer_id = $1', [customer.id])).toEqual([])
    const key = randomUUID()
    const first = await checkOut(agent, customer, cart.cartId, { key, body: { expectedTotal: shown.body.total } })
    expect(first).toMatchObject({ status: 201, body: { status: 'pending', total: shown.body.total, subscriptions: [{ lineNumber: 1 }, { lineNumber: 2 }] } })
    expect((await checkOut(agent, customer, cart.cartId, { key, body: { expectedTotal: shown.body.total } })).body).toEqual(first.body)
    for (const version of [1, 2]) expect(await checkOut(agent, customer, cart.cartId, { version })).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect(await sql('select quantity, friendly_name, parent_id is not null as is_add_on from subscriptions where customer_id = $1 order by line_number', [customer.id])).toEqual([
      { quantity: 7, friendly_name: 'Soria', is_add_on: false },
      { quantity: 2, friendly_name: null, is_add_on: true },
    ])
    expect((await server.ask(agent, 'GET', one(customer, cart.cartId))).body).toMatchObject({ status: 'ordered', orderId: first.body.orderId })
    expect((await server.ask(agent, 'PUT', one(customer, cart.cartId), { body: { lines: [lineOf(items.office)] }, version: 2 })).body.code).toBe('invalidTransition')
    expect((await server.ask(agent, 'GET', cartsOf(customer))).body.items).toEqual([])
    expect(await eventsOf(cart.cartId)).toEqual(['cart.created', 'cart.ordered'])
  })

  it('of two colleagues who order it at once is ordered by one', async () => {
    const { partner, agent, customer } = await aBuyer()
    const colleague = await partner.person('adminAgent')
    const { body: cart } = await made(agent, customer, [lineOf(items.office)])
    const answers = await Promise.all([agent, colleague].map((who) => checkOut(who, customer, cart.cartId)))
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
    expect(await sql('select id from customer_orders where customer_id = $1', [customer.id])).toHaveLength(1)
  })

  it('is refused as any order is; its lines keep why until it is changed', async () => {
    const { agent, customer } = await aBuyer()
    const lines = [lineOf(items.basic), lineOf(items.office, { quantity: 301 })]
    const { body: cart } = await made(agent, customer, lines)
    const refused = await checkOut(agent, customer, cart.cartId)
    expect(refused).toMatchObject({ status: 409, body: { code: 'orderNotPossible', reason: 'quantityAboveMaximum' } })
    expect(await sql('select id from customer_orders where customer_id = $1', [customer.id])).toEqual([])
    const errors = async () => (await server.ask(agent, 'GET', one(customer, cart.cartId))).body.lines.map(({ error }: { error: { reasonCode: string } | null }) => error?.reasonCode ?? null)
    expect(await errors()).toEqual([null, 'quantityAboveMaximum'])
    expect((await server.ask(agent, 'PUT', one(customer, cart.cartId), { body: { lines: [lines[0]] }, version: 1 })).status).toBe(200)
    expect(await errors()).toEqual([null])
    expect((await checkOut(agent, customer, cart.cartId, { version: 2 })).status).toBe(201)
  })

  it('shows a price that changed since, and is not ordered at it unseen', async () => {
    const { agent, customer } = await aBuyer()
    const { body: cart } = await made(agent, customer, [lineOf(items.classic, { quantity: 2 })])
    const then = cart.lines[0].unitPriceThen as string
    const validFrom = new Date(at.now().getTime() + 86_400_000).toISOString()
    const [productId, skuId, availabilityId] = items.classic.split(':')
    expect((await server.ask(operator, 'POST', `/operator/catalogue/public/${productId}/prices`, { body: { skuId, availabilityId, term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', validFrom, unitPrice: '99.00' } })).status).toBe(201)
    at.forward({ days: 2 })
    // A change of the number does not hide it.
    const changed = await server.ask(agent, 'PUT', one(customer, cart.cartId), { body: { lines: [lineOf(items.classic, { quantity: 3 })] }, version: 1 })
    expect(changed.body.lines[0].unitPriceThen).toBe(then)
    const shown = await preview(agent, customer, cart.cartId)
    expect(shown.body).toMatchObject({ total: '297.00', lines: [{ unitPriceThen: then, unitPrice: '99.00', hasNewPrice: true }] })
    expect(await checkOut(agent, customer, cart.cartId, { version: 2 })).toMatchObject({ status: 409, body: { reason: 'priceChanged' } })
    expect((await checkOut(agent, customer, cart.cartId, { version: 2, body: { expectedTotal: '297.00' } })).body).toMatchObject({ total: '297.00' })
  })

  it('expires seven days after it was changed, by the clock and then by the record', async () => {
    const { agent, customer } = await aBuyer()
    const [left, kept] = [await made(agent, customer, [lineOf(items.office)]), await made(agent, customer, [lineOf(items.basic)])]
    at.forward({ days: 6 })
    expect((await server.ask(agent, 'PUT', one(customer, kept.body.cartId), { body: { lines: [lineOf(items.basic, { quantity: 2 })] }, version: 1 })).status).toBe(200)
    at.forward({ days: 1 })
    expect((await server.ask(agent, 'GET', one(customer, left.body.cartId))).status).toBe(404)
    expect((await checkOut(agent, customer, left.body.cartId)).status).toBe(404)
    while ((await performNow(server.env, expireDueCarts, theSystem, undefined)) > 0);
    expect(await sql('select id from customer_carts where customer_id = $1', [customer.id])).toEqual([{ id: kept.body.cartId }])
    expect(await eventsOf(left.body.cartId)).toEqual(['cart.created', 'cart.expired'])
  })

  it('ends with the relationship, and comes to the activity log of the partner alone', async () => {
    const { partner, agent, customer } = await aBuyer()
    const { body: cart } = await made(agent, customer, [lineOf(items.office)])
    const readers = await sql('select r.tenant_id from event_readers r join events e on e.id = r.event_id where e.resource_id = $1', [cart.cartId])
    expect(readers).toEqual([{ tenant_id: partner.id }])
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1 and customer_id = $2', [partner.id, customer.id])
    expect(await sql('select id from customer_carts where id = $1', [cart.cartId])).toEqual([])
  })
})

describe('a cart is refused', () => {
  it('to strangers, to another partner of the customer and to the customer, as if it were not there', async () => {
    const { agent, customer } = await aBuyer()
    const { body: cart } = await made(agent, customer, [lineOf(items.office)])
    const other = await aPartner()
    await aRelationship(other, customer)
    const [related, stranger] = [await other.person('adminAgent'), await (await aPartner()).person('adminAgent')]
    const absent = await server.ask(related, 'GET', one(customer, randomUUID()))
    const told = ({ status, body }: { status: number; body: { code: string; title: string } }) => [status, body.code, body.title]
    for (const answer of [await server.ask(related, 'GET', one(customer, cart.cartId)), await preview(related, customer, cart.cartId), await checkOut(related, customer, cart.cartId)]) expect(told(answer as never)).toEqual(told(absent as never))
    expect((await server.ask(related, 'GET', cartsOf(customer))).body.items).toEqual([])
    const nobodys = await server.ask(stranger, 'GET', `/customers/${randomUUID()}/carts`)
    expect(told((await server.ask(stranger, 'GET', cartsOf(customer))) as never)).toEqual(told(nobodys as never))
    expect((await server.ask(await customer.person('globalAdministrator'), 'GET', cartsOf(customer))).status).toBe(403)
  })

  it('to a partner in debt, which may look at it and throw it away [S2.L5.2]', async () => {
    const { partner, agent, customer } = await aBuyer({ partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' } })
    const item = 'NIMBUS-OFFICE:BASIC:CHINA1'
    const { body: cart } = await made(agent, customer, [lineOf(item)])
    await sql('update partner_profiles set in_debt = true where tenant_id = $1', [partner.id])
    expect(await made(agent, customer, [lineOf(item)])).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    expect((await checkOut(agent, customer, cart.cartId)).status).toBe(403)
    expect((await server.ask(agent, 'GET', one(customer, cart.cartId))).status).toBe(200)
    expect((await server.ask(agent, 'DELETE', one(customer, cart.cartId), { version: 1 })).status).toBe(204)
  })

  it('a price to whom the cloud hides it; such a role orders without', async () => {
    const { partner, agent, customer } = await aBuyer({ partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' } })
    const { body: cart } = await made(agent, customer, [lineOf('NIMBUS-OFFICE:BASIC:CHINA1')])
    const sales = await partner.person('salesAgent')
    expect((await server.ask(sales, 'GET', one(customer, cart.cartId))).body.lines[0]).toMatchObject({ unitPriceThen: null, currencyThen: null })
    expect((await preview(sales, customer, cart.cartId)).body).toMatchObject({ total: null, lines: [{ unitPrice: null, unitPriceThen: null, hasNewPrice: false }] })
    expect(await checkOut(sales, customer, cart.cartId)).toMatchObject({ status: 201, body: { total: null } })
  })

  it('beyond twenty open ones, without lines, and for a name that is none', async () => {
    const { agent, customer } = await aBuyer()
    expect((await made(agent, customer, [])).status).toBe(422)
    expect((await made(agent, customer, [lineOf(items.office, { friendlyName: '\u202e' })])).status).toBe(422)
    const atOnce = await Promise.all(Array.from({ length: 24 }, () => made(agent, customer, [lineOf(items.office)])))
    expect(atOnce.map(({ status }) => status).sort((one, other) => one - other)).toEqual([...Array.from({ length: 20 }, () => 201), ...Array.from({ length: 4 }, () => 409)])
    expect(await made(agent, customer, [lineOf(items.office)])).toMatchObject({ status: 409, body: { code: 'orderNotPossible', reason: 'tooManyCarts' } })
    expect((await made(agent, customer, [lineOf(items.office)], { key: null })).body.code).toBe('idempotencyKeyMissing')
  })
})
