import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { customersOfFile } from '../../application/customers/customer-csv.ts'

const server = await testServer()
const exported = (who: TestPerson | null, body: object = {}) => server.ask(who, 'POST', '/customers/export', { body })
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const eventsOf = (tenant: TestTenant) =>
  sql<{ type: string; actor_person_id: string | null; data: object }>(
    'select e.type, e.actor_person_id, e.data from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 and e.resource_type = $2 order by e.at, e.sequence',
    [tenant.id, 'customerExport'],
  )

describe('the customer list as a file', () => {
  let partner: TestTenant
  let agent: TestPerson
  const listed = async (query: string) => ((await server.ask(agent, 'GET', `/customers?size=500&${query}`)).body.items as { customerId: string }[]).map(({ customerId }) => customerId)
  const inFile = async (body: object) => {
    const { status, body: text } = await exported(agent, body)
    expect(status, text).toBe(200)
    return [...customersOfFile(text as string)]
  }

  beforeAll(async () => {
    partner = await aPartner({ kinds: ['directBill', 'indirectReseller'] })
    agent = await partner.person('adminAgent')
    const names = ['Contoso', 'Ñandú', '=HYPERLINK("http://x","y")', '+cmd|calc', 'a;=1+1', "'=1", 'Fabrikam, S.L.', '日本商事', '@SUM(A1)', '"Adatum"']
    for (let at = 0; at < 30; at++) {
      const customer = await aCustomer({ name: `${names[at % names.length]} ${at % 4}`, country: ['ES', 'FR', 'DE'][at % 3]!, domain: `${['alpha', 'contoso'][at % 2]}${at}.example` })
      await aRelationship(partner, customer, { services: at % 5 === 0 ? ['office365'] : [] })
      await sql('update customer_accounts set tags = $3, channels = $4 where partner_id = $1 and customer_id = $2', [
        partner.id,
        customer.id,
        at % 4 === 0 ? ['gold', 'a|b', '=EU'] : [],
        at % 6 === 0 ? ['direct', 'indirectReseller'] : ['direct'],
      ])
    }
    const other = await aPartner()
    await aRelationship(other, await aCustomer({ name: 'Contoso other' }))
    const removed = await aCustomer({ name: 'Contoso removed' })
    await aRelationship(partner, removed)
    await sql('update customer_accounts set ended_at = now() where customer_id = $1', [removed.id])
  })

  it('holds id, name, domain and relationship of everybody, as the list shows them, and is read back letter by letter [S4.L6.3]', async () => {
    const lines = await inFile({})
    const { body } = await server.ask(agent, 'GET', '/customers?size=500')
    expect(lines.map((line) => ({ ...line, relationship: 'reseller', knownTies: [], relatedSince: line.relatedSince.toISOString() }))).toEqual(body.items)
    expect(lines).toHaveLength(30)
  })

  it.each([
    ['search=contoso', { search: 'contoso' }],
    ['search=toso&match=inside&sort=-domain', { search: 'toso', match: 'inside', sort: '-domain' }],
    ['country=FR&sort=since', { country: 'FR', sort: 'since' }],
    ['tag=gold&sort=country', { tag: 'gold', sort: 'country' }],
    ['privileges=with', { privileges: 'with' }],
    ['search=nothing-begins-so', { search: 'nothing-begins-so' }],
  ])('of what is shown holds the same rows in the same order: %s [S4.L6.3]', async (query, body) => {
    expect((await inFile(body)).map(({ customerId }) => customerId)).toEqual(await listed(query))
  })

  it('gives one row to a customer of two channels, and names both [S4.L6.6]', async () => {
    const lines = await inFile({})
    expect(new Set(lines.map(({ customerId }) => customerId)).size).toBe(lines.length)
    expect(lines.filter(({ channels }) => channels.length === 2)).toHaveLength(5)
  })

  it('comes as a download that no browser opens by itself', async () => {
    const { headers, body } = await exported(agent)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="customers.csv"; filename*=UTF-8''customers.csv`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-length')).toBeNull()
    expect(body.split('\r\n')[0]).toMatch(/^\uFEFF?Tenant ID,Company name,Primary domain,Relationship,/)
  })

  it('has no cell that a spreadsheet would run (rule R20)', async () => {
    const { body } = await exported(agent)
    expect(body).not.toMatch(/(^|[,;]|,")[=+@]/m)
  })

  it('is open to whom the table of roles names, and to them alone', async () => {
    for (const role of ['globalAdmin', 'adminAgent', 'salesAgent'] as const) expect((await exported(await partner.person(role))).status).toBe(200)
    for (const role of ['helpdeskAgent', 'billingAdmin', 'userManagementAdmin'] as const) expect(problem(await exported(await partner.person(role)))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    expect((await exported(null)).status).toBe(401)
  })

  it('is closed to a suspended partner, who goes on reading the list', async () => {
    const suspended = await aPartner({ status: 'suspended' })
    const who = await suspended.person('globalAdmin')
    expect(problem(await exported(who))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerSuspended' })
    expect((await server.ask(who, 'GET', '/customers')).status).toBe(200)
  })

  it('refuses what the list would not understand', async () => {
    for (const body of [{ sort: 'tags' }, { country: 'es' }, { cursor: 'x' }, { search: '' }, { privileges: 'some' }]) expect((await exported(agent, body)).status, JSON.stringify(body)).toBe(422)
    expect(problem(await exported(agent, { search: 'ab', match: 'inside' }))).toEqual({ status: 422, code: 'invalidInput', reason: 'searchTooShort' })
  })

  it('is recorded: who, what was asked for, and how many rows', async () => {
    const own = await aPartner()
    const who = await own.person('salesAgent')
    for (let at = 0; at < 3; at++) await aRelationship(own, await aCustomer({ country: at === 0 ? 'FR' : 'ES' }))
    await exported(who, { country: 'ES', sort: '-name' })
    await exported(who)
    expect(await eventsOf(own)).toEqual([
      { type: 'customerExport.started', actor_person_id: who.id, data: { kind: 'shown', filter: { country: 'ES', sort: 'name', descending: true } } },
      { type: 'customerExport.finished', actor_person_id: who.id, data: { rows: 2 } },
      { type: 'customerExport.started', actor_person_id: who.id, data: { kind: 'all', filter: { sort: 'name', descending: false } } },
      { type: 'customerExport.finished', actor_person_id: who.id, data: { rows: 3 } },
    ])
    const { body } = await server.ask(who, 'GET', '/activity', { language: 'es' })
    expect(body.items.map(({ text }: { text: string }) => text)).toEqual([
      `${who.displayName} exportó 3 clientes a un archivo`,
      `${who.displayName} empezó a exportar toda la lista de clientes`,
      `${who.displayName} exportó 2 clientes a un archivo`,
      `${who.displayName} empezó a exportar una parte de la lista de clientes`,
    ])
  })
})

it('half a character in a search breaks nothing', async () => {
  const agent = await (await aPartner()).person('adminAgent')
  for (const raw of ['{"search":"\\ud800"}', '{"tag":"a\\udc00"}']) {
    const { status } = await server.ask(agent, 'POST', '/customers/export', { raw })
    expect([200, 400, 422]).toContain(status)
  }
})
