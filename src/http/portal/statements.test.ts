import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aRelationship, anAgreement, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { theSystem } from '../../domain/actor.ts'
import { performNow } from '../../application/perform.ts'
import { bookCycles } from '../../application/subscriptions/book-cycles.ts'
import { csvRows } from '../../text/csv.ts'

const at = testClock(new Date('2027-01-31T10:00:00Z'))
const server = await testServer({ at })
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
}, 60_000)

const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const month = (customer: TestTenant, name: string) => `/customers/${customer.id}/statements/${name}`
const bookAll = async () => {
  while ((await performNow(server.env, bookCycles, theSystem, undefined)) > 0);
}
const csvOf = async (who: TestPerson, path: string) => {
  const { status, body } = await server.ask(who, 'POST', `${path}/export`)
  return { status, rows: status === 200 ? [...csvRows(body as string)] : [] }
}

describe('the account of a customer as the place of its billing [S4.10]', () => {
  it('each cycle is booked once, on its first moment, however late and by whomever; the 31st comes back after February', async () => {
    at.set(new Date('2027-01-31T10:00:00Z'))
    const buyer = await aBuyer()
    const { agent, customer } = buyer
    const { path } = await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    at.set(new Date('2027-04-15T10:00:00Z'))
    const unbooked = await read(agent, month(customer, '2027-03'))
    expect([unbooked.isOpen, unbooked.items.length]).toEqual([true, 0])
    // An act books what began before it; the schedule afterwards finds nothing of it.
    await server.ask(agent, 'PUT', `${path}/quantity`, { body: { quantity: 12 }, version: (await read(agent, path)).version })
    await bookAll()
    await bookAll()
    expect((await read(agent, path)).version).toBe(3)
    const lines = async (name: string) => (await read(agent, month(customer, name))).items.map(({ kind, from, until, amount }: Record<string, string>) => [kind, from!.slice(0, 10), until!.slice(0, 10), amount])
    expect(await lines('2027-01')).toEqual([['purchase', '2027-01-31', '2027-02-28', '105.00']])
    expect(await lines('2027-02')).toEqual([['cycle', '2027-02-28', '2027-03-31', '105.00']])
    expect(await lines('2027-03')).toEqual([['cycle', '2027-03-31', '2027-04-30', '105.00']])
    expect(await lines('2027-04')).toEqual([['quantityChange', '2027-04-15', '2027-04-30', '10.50']])
    expect((await read(agent, month(customer, '2027-03'))).isOpen).toBe(false)
    expect((await read(agent, `/customers/${customer.id}/statements`)).months).toMatchObject([{ month: '2027-04', isOpen: true, amount: '10.50' }, { month: '2027-03', amount: '105.00', isOpen: false }, { month: '2027-02' }, { month: '2027-01' }])
  })

  it('a suspended legacy one costs nothing until it comes back, a suspended new one goes on, and what is over costs nothing', async () => {
    at.set(new Date('2027-05-01T00:00:00Z'))
    const buyer = await aBuyer()
    const { agent, customer } = buyer
    const one = (line: object) => anActive(server, { ...buyer, operator, line })
    const [legacy, modern, ending] = [await one(lineOf(items.classic)), await one(lineOf(items.office)), await one(lineOf(items.basic, { term: 'P1M' }))]
    const act = (path: string, name: string, body?: object) => server.ask(agent, 'POST', `${path}/${name}`, { body })
    for (const { path } of [legacy, modern]) await act(path, 'suspension', { because: 'customerRequest' })
    await server.ask(agent, 'PUT', `${ending.path}/auto-renewal`, { body: { autoRenew: false }, version: (await read(agent, ending.path)).version })
    at.set(new Date('2027-06-16T00:00:00Z'))
    await act(legacy.path, 'reactivation')
    await bookAll()
    const june = await read(agent, month(customer, '2027-06'))
    expect(june.items.map(({ kind, subscriptionId, amount }: Record<string, string>) => [kind, subscriptionId, amount])).toEqual([
      ['cycle', modern.id, '105.00'],
      ['reactivation', legacy.id, '33.50'],
    ])
    expect(june.totals).toEqual([{ currency: 'EUR', lines: 2, charged: '138.50', credited: '0.00', amount: '138.50' }])
  })

  it('is the same as page, page by page, and as file, to the cent: credits and transfers are lines, and each partner has its own', async () => {
    at.set(new Date('2027-07-01T00:00:00Z'))
    const buyer = await aBuyer()
    const { agent, customer } = buyer
    const to = await aPartner()
    await aRelationship(to, customer)
    await attested(to, customer)
    const taker = await to.person('adminAgent')
    const moved = await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    const given = await anActive(server, { ...buyer, operator, line: lineOf(items.basic) })
    at.set(new Date('2027-07-03T12:00:00Z'))
    await server.ask(agent, 'POST', `${given.path}/cancellation`)
    at.set(new Date('2027-07-21T12:00:00Z'))
    const { body: offered } = await server.ask(agent, 'POST', `/customers/${customer.id}/transfers`, { body: { partnerDomain: to.domain, subscriptionIds: [moved.id] } })
    const { versionShown } = await read(taker, `/transfers/${offered.id}`)
    expect((await server.ask(taker, 'POST', `/customers/${customer.id}/transfers/${offered.id}/acceptance`, { body: { versionShown } })).status).toBe(201)
    for (const [who, kinds] of [[agent, ['purchase', 'purchase', 'cancellation', 'transferOut']], [taker, ['transferIn']]] as const) {
      const whole = await read(who, month(customer, '2027-07'))
      expect(new Set(whole.items.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(kinds))
      const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + Math.round(Number(amount) * 100), 0)
      const pages: string[] = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await read(who, `${month(customer, '2027-07')}?size=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
        pages.push(...page.items.map(({ amount }: { amount: string }) => amount))
        cursor = page.next
      }
      const file = await csvOf(who, month(customer, '2027-07'))
      expect(file.rows[0]!.at(-1)).toBe('Amount')
      expect(file.rows.slice(1).map((row) => row.at(-1))).toEqual(pages)
      expect(sum(pages)).toBe(sum(whole.totals.map(({ amount }: { amount: string }) => amount)))
    }
    // The next cycle is the new seller's.
    at.set(new Date('2027-08-02T00:00:00Z'))
    await bookAll()
    expect((await read(agent, month(customer, '2027-08'))).items).toEqual([])
    expect((await read(taker, month(customer, '2027-08'))).items).toMatchObject([{ kind: 'cycle', amount: '105.00' }])
  })

  it('is printed as PDF in the reader’s language, tagged and with its fonts', async () => {
    at.set(new Date('2027-08-10T00:00:00Z'))
    const buyer = await aBuyer()
    await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    const { status, body, headers } = await server.ask(buyer.agent, 'POST', `${month(buyer.customer, '2027-08')}/print`, { language: 'es' })
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'application/pdf', `attachment; filename="statement.pdf"; filename*=UTF-8''statement.pdf`])
    const text = body as string
    expect([text.slice(0, 8), text.trimEnd().slice(-5)]).toEqual(['%PDF-1.7', '%%EOF'])
    for (const mark of ['/Lang (es)', '/StructTreeRoot', '/Marked true', '/FontFile2', '/S /Table', '/S /TH', '/S /H1', '/DisplayDocTitle true']) expect(text, mark).toContain(mark)
  })

  it('is read by those who see bills: no sales or helpdesk agent, no reseller of the provider, no customer', async () => {
    at.set(new Date('2027-09-01T00:00:00Z'))
    const buyer = await aBuyer()
    const { customer, partner } = buyer
    await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    const path = month(customer, '2027-09')
    for (const role of ['globalAdmin', 'billingAdmin', 'adminAgent'] as const) expect((await server.ask(await partner.person(role), 'GET', path)).status, role).toBe(200)
    for (const role of ['salesAgent', 'helpdeskAgent'] as const) expect((await server.ask(await partner.person(role), 'GET', path)).status, role).toBe(403)
    const reseller = await aPartner({ kinds: ['indirectReseller'] })
    await aRelationship(reseller, customer)
    await sql('update subscriptions set reseller_id = $1 where customer_id = $2', [reseller.id, customer.id])
    const seller = await reseller.person('adminAgent')
    expect(await read(seller, `/customers/${customer.id}/statements`)).toMatchObject({ months: [], notice: { reasonCode: 'statementOfProvider' } })
    expect((await read(seller, path)).items).toEqual([])
    expect((await server.ask(await customer.person('globalAdministrator'), 'GET', path)).status).toBe(403)
    expect((await server.ask(await (await aPartner()).person('adminAgent'), 'GET', path)).status).toBe(404)
    expect((await server.ask(buyer.agent, 'GET', month(customer, '2027-13'))).status).toBe(404)
  })

  it('ten thousand lines leave as a stream and add up', async () => {
    at.set(new Date('2027-11-01T00:00:00Z'))
    const buyer = await aBuyer()
    const { agent, customer, partner } = buyer
    const { id } = await anActive(server, { ...buyer, operator, line: lineOf(items.office) })
    await sql(
      `insert into subscription_charges (partner_id, customer_id, subscription_id, number, kind, at, by_person, period_from, period_until, quantity_before, quantity_after, unit_price, currency, amount)
       select $1, $2, $3, n + 1, 'quantityChange', $4::timestamptz + n * interval '1 minute', $5, now(), now(), 1, 2, 100, 'EUR', case when n % 3 = 0 then -n else n end from generate_series(1, 10000) n`,
      [partner.id, customer.id, id, at.now(), agent.id],
    )
    const printed = await server.ask(agent, 'POST', `${month(customer, '2027-11')}/print`)
    expect([printed.status, printed.body.code]).toEqual([409, 'statementTooLong'])
    const { rows } = await csvOf(agent, month(customer, '2027-11'))
    expect(rows).toHaveLength(10_002)
    const cents = rows.slice(1).reduce((total, row) => total + Math.round(Number(row.at(-1)) * 100), 0)
    const { totals } = await read(agent, month(customer, '2027-11'))
    expect(totals).toMatchObject([{ lines: 10_001, amount: (cents / 100).toFixed(2) }])
  })
})
