import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aNewCustomer, creating } from '../../../test/support/new-customers.ts'
import { aRequest, invitationActs, tiesBetween } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const operator = await anOperator()
const { accept } = invitationActs(server)
await anAgreement()

const head = 'Cloud,Partner domain,Customer tenant ID,Customer domain,Tie,Service,Since'
const fileOf = (...rows: (string | undefined)[][]) => [head, ...rows.map((cells) => cells.map((cell) => cell ?? '').join(',')), ''].join('\r\n')
const tie = (partnerDomain: string, customer: TestTenant, [kind = 'purchase', service = 'office365', since = '2019-05-04'] = [] as string[]) => ['public', partnerDomain, '', customer.domain, kind, service, since]
const check = (file: string, who: TestPerson | null = operator) => server.ask(who, 'POST', '/operator/known-customer-checks', { body: { file } })
const take = (file: string, who: TestPerson | null = operator) => server.ask(who, 'POST', '/operator/known-customers', { body: { file } })
const listOf = async (who: TestPerson, query = '') => (await server.ask(who, 'GET', `/customers?size=500${query}`)).body.items as { customerId: string; relationship: string; channels: string[]; knownTies: object[]; relatedSince: string }[]

async function enrolled(domain: string): Promise<TestPerson> {
  const admin = { displayName: 'Noa Vidal', userPrincipalName: `noa@${domain}`, mail: `noa@${domain}` }
  const body = { name: 'Nubes del Duero', cloud: 'public', country: 'ES', primaryDomain: domain, language: 'es', timeZone: 'Europe/Madrid', kinds: ['indirectReseller'], programmeId: '4711', admin }
  const made = await server.ask(operator, 'POST', '/operator/partners', { body })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const [id, name] = [randomUUID(), `p${randomUUID().slice(0, 8)}@${domain}`]
  await sql(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, mail, mail_confirmed_at, roles, created_at) values ($1, $2, $3, $3, 'Eva', $3, now(), '{adminAgent}', now())`,
    [made.body.id, id, name],
  )
  return { id, tenantId: made.body.id, userPrincipalName: name, displayName: 'Eva', roles: ['adminAgent'] }
}

describe('customers that are known from elsewhere', () => {
  it('stand on the list at enrolment with the portal they were served in; others do not, nor on anybody else’s [S1.6] [S1.7] [S1.10] [S4.12] [S4.19]', async () => {
    const domain = `d${randomUUID().slice(0, 8)}.example`
    const [known, twice, other] = [await aCustomer(), await aCustomer(), await aCustomer()]
    const file = fileOf(tie(domain, known), tie(domain, twice, ['delegatedAdmin', 'azureActiveDirectory', '2018-01-31']), tie(domain, twice, ['advisor', '', '']))
    expect((await take(file)).body).toMatchObject({ listed: 0, waiting: 3, present: 0, refused: 0, rows: [] })
    const stranger = await (await aPartner()).person('adminAgent')
    const eva = await enrolled(domain)
    const list = await listOf(eva)
    expect(list.map(({ customerId }) => customerId).sort()).toEqual([known.id, twice.id].sort())
    expect(list.find(({ customerId }) => customerId === known.id)).toMatchObject({
      relationship: 'none', channels: [], privilegedServices: [], relatedSince: '2019-05-04T00:00:00.000Z', knownTies: [{ kind: 'purchase', service: 'office365', since: '2019-05-04' }],
    })
    expect(list.find(({ customerId }) => customerId === twice.id)!.knownTies).toEqual([{ kind: 'advisor', service: null, since: null }, { kind: 'delegatedAdmin', service: 'azureActiveDirectory', since: '2018-01-31' }])
    expect(await listOf(stranger)).toEqual([])
    expect((await listOf(eva, `&search=${other.domain}`))).toEqual([])
    const [event] = await sql<{ data: object }>(`select data from events where type = 'partner.knownCustomersListed' and resource_id = $1`, [eva.tenantId])
    expect(event!.data).toEqual({ rows: 2 })
  })

  it('give no right: neither account nor directory of the customer, nor its people, open; a record of privileges is none', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    expect((await take(fileOf(tie(partner.domain, customer, ['delegatedAdmin', 'office365', '']), tie(partner.domain, customer, ['purchase', 'office365', ''])))).body).toMatchObject({ listed: 2 })
    const agent = await partner.person('adminAgent')
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0, grants: [] })
    for (const path of ['', '/record', '/organization', '/users', '/removal']) expect((await server.ask(agent, 'GET', `/customers/${customer.id}${path}`)).status, path).toBe(404)
    expect((await server.ask(agent, 'PATCH', `/customers/${customer.id}`, { body: { tags: ['x'] }, headers: { 'if-match': '"1"' } })).status).toBe(404)
    const seen = await server.ask(await customer.person('globalAdministrator'), 'GET', '/partner-relationships')
    expect(seen.body.items).toEqual([])
  })

  it('are asked like any other, and are related and no longer merely known once they accept [S4.19]', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    const agent = await partner.person('adminAgent')
    await take(fileOf(tie(partner.domain, customer)))
    const wish = { kind: 'establish', customer: { domain: customer.domain } }
    const checked = await server.ask(agent, 'POST', '/relationship-request-checks', { body: wish })
    expect(checked.body).toMatchObject({ possible: true, customer: { customerId: customer.id, isRelated: false } })
    const restoring = await server.ask(agent, 'POST', '/relationship-request-checks', { body: { ...wish, kind: 'restorePrivileges' } })
    expect(restoring.body.problems.map(({ reasonCode }: { reasonCode: string }) => reasonCode)).toContain('noRelationship')
    const { secret } = await aRequest(partner, { services: [] })
    expect((await accept(await customer.person('globalAdministrator'), secret)).status).toBe(201)
    const [row] = await listOf(agent)
    expect(row).toMatchObject({ customerId: customer.id, relationship: 'reseller', channels: ['direct'], knownTies: [] })
    expect(row!.relatedSince.slice(0, 4)).not.toBe('2019')
    expect((await listOf(agent)).length).toBe(1)
  })

  it('are on the list when the same company is added anew: it is asked instead [S4.8]', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer({ name: `Talleres Olmedo ${randomUUID().slice(0, 6)}` })]
    await take(fileOf(tie(partner.domain, customer)))
    const made = await creating(server)(await partner.person('adminAgent'), aNewCustomer({ companyName: customer.name }))
    expect(made).toMatchObject({ status: 409, body: { reason: 'customerOnYourList' } })
  })

  it('leave what was related or removed as it is', async () => {
    const [partner, related, removed] = [await aPartner(), await aCustomer(), await aCustomer()]
    await aRelationship(partner, related)
    await aRelationship(partner, removed)
    await sql('update customer_accounts set ended_at = now() where customer_id = $1', [removed.id])
    await take(fileOf(tie(partner.domain, related), tie(partner.domain, removed)))
    expect(await listOf(await partner.person('adminAgent'))).toMatchObject([{ customerId: related.id, relationship: 'reseller', knownTies: [] }])
  })

  it('leave the list when their organization closes', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    await take(fileOf(tie(partner.domain, customer)))
    const closed = await server.ask(operator, 'POST', `/operator/customers/${customer.id}/closure`, { body: {} })
    expect(closed.status, JSON.stringify(closed.body)).toBe(201)
    expect(await listOf(await partner.person('adminAgent'))).toEqual([])
  })
})

describe('the file of known customers', () => {
  it('is tried out row by row and keeps nothing; the second time it changes nothing', async () => {
    const [partner, customer, later] = [await aPartner(), await aCustomer(), `e${randomUUID().slice(0, 8)}.example`]
    const file = fileOf(tie(partner.domain, customer), tie(later, customer), tie(partner.domain, customer), tie(partner.domain, { ...customer, domain: 'nobody.example' }))
    const tried = await check(file)
    expect(tried.status).toBe(200)
    expect(tried.body.rows.map(({ row, outcome, reasonCode }: Record<string, unknown>) => [row, outcome, reasonCode])).toEqual([
      [2, 'listed', null], [3, 'waiting', null], [4, 'refused', 'tieRepeated'], [5, 'refused', 'tieCustomerNotHere'],
    ])
    expect(tried.body.rows[0]).toMatchObject({ partnerName: partner.name, customer: customer.name })
    expect(await listOf(await partner.person('adminAgent'))).toEqual([])
    expect((await take(file)).body).toMatchObject({ listed: 1, waiting: 1, present: 0, refused: 2, rows: [{ row: 4 }, { row: 5 }] })
    expect((await take(file)).body).toMatchObject({ listed: 0, waiting: 0, present: 2, refused: 2 })
    expect(await sql('select count(*)::int as count from customer_accounts where customer_id = $1', [customer.id])).toEqual([{ count: 1 }])
    expect((await sql(`select from events where type = 'partner.knownCustomersListed' and resource_id = $1`, [partner.id])).length).toBe(1)
  })

  it('refuses customers of another cloud, organizations that are no partners and a partner with itself', async () => {
    const [china, partner, plain] = [await aCustomer({ cloud: 'china' }), await aPartner({ isCustomer: true }), await aCustomer()]
    const tried = await check(fileOf(tie(partner.domain, china), tie(plain.domain, partner), tie(partner.domain, partner), ['public', partner.domain, plain.id, china.domain, 'purchase', '', '']))
    expect(tried.body.rows.map(({ reasonCode }: { reasonCode: string }) => reasonCode)).toEqual(['tieCustomerNotHere', 'tieNotAPartner', 'tieWithItself', 'tieCustomerNotHere'])
  })

  it.each([
    ['no head', 'a,b\r\n1,2\r\n', 'tiesFileUnreadable'],
    ['nothing', '', 'tiesFileUnreadable'],
    ['an open quote', `${head}\r\n"public`, 'tiesFileUnreadable'],
    ['too few cells', `${head}\r\npublic,x.example\r\n`, 'tiesFileUnreadable'],
    ['too many rows', `${head}\r\n${',,,,,,\r\n'.repeat(5_001)}`, 'tiesFileTooLong'],
  ])('with %s is refused as a whole', async (_what, file, reason) => {
    for (const ask of [check, take]) expect(await ask(file)).toMatchObject({ status: 422, body: { code: 'invalidInput', reason } })
  })

  it('is read for operators only', async () => {
    const partner = await aPartner()
    for (const ask of [check, take]) {
      expect((await ask(fileOf(), null)).status).toBe(401)
      expect(await ask(fileOf(), await partner.person('globalAdmin'))).toMatchObject({ status: 403, body: { reason: 'roleMissing' } })
    }
  })
})
