import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aRequest } from '../../../test/support/invitations.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
  await anAgreement()
})

const closure = (id: string) => `/operator/customers/${id}/closure`
const close = (id: string, body: unknown = {}, more = {}) => server.ask(operator, 'POST', closure(id), { body, ...more })

describe.each(['GET', 'POST'])('%s /operator/customers/:id/closure', (method) => {
  const body = method === 'GET' ? {} : { body: {} }

  it('is for operators only', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    expect((await server.ask(null, method, closure(customer.id), body)).status).toBe(401)
    for (const person of [await partner.person('globalAdmin'), await customer.person('globalAdministrator')]) {
      expect(await server.ask(person, method, closure(customer.id), body)).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
  })

  it('knows customers alone, and none that is more', async () => {
    for (const id of [randomUUID(), 'no-id', (await aPartner()).id, operator.tenantId]) expect((await server.ask(operator, method, closure(id), body)).status).toBe(404)
    const both = await aPartner({ isCustomer: true })
    expect(await server.ask(operator, method, closure(both.id), body)).toMatchObject({ status: 409, body: { reason: 'tenantIsMoreThanCustomer' } })
  })
})

describe('closing a customer', () => {
  it('needs a recent sign-in and says beforehand what ends', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    await aRelationship(partner, customer, { services: ['office365'] })
    expect(await close(customer.id, {}, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect((await server.ask(operator, 'GET', closure(customer.id))).body).toEqual({
      id: customer.id, name: customer.name, subscriptions: 0, partners: [{ id: partner.id, name: partner.name, isRelated: true, services: ['office365'] }],
    })
  })

  it('ends relationships and privileges with an event to both sides, and everything its people could do', async () => {
    const [partner, other, customer] = [await aPartner(), await aPartner(), await aCustomer()]
    await aRelationship(partner, customer, { services: ['office365', 'azureActiveDirectory'] })
    await aRelationship(other, customer)
    const [agent, administrator] = [await partner.person('adminAgent'), await customer.person('globalAdministrator')]
    expect((await close(customer.id, { reason: 'Cese de actividad' })).status).toBe(201)
    expect(await sql('select 1 from reseller_relationships where customer_id = $1 and ended_at is null', [customer.id])).toEqual([])
    expect(await sql('select 1 from delegated_admin_privileges where customer_id = $1 and ended_at is null', [customer.id])).toEqual([])
    const told = async (tenantId: string) => (await sql<{ type: string }>('select r.type from event_readers r where r.tenant_id = $1 and r.counterpart_id is not distinct from $2 order by r.type', [tenantId, customer.id])).map(({ type }) => type)
    expect(await told(partner.id)).toEqual(['privileges.removed', 'resellerRelationship.removed', 'tenant.closed'])
    expect(await told(other.id)).toEqual(['resellerRelationship.removed', 'tenant.closed'])
    expect(await told(operator.tenantId)).toEqual(['tenant.closed'])
    expect((await sql<{ type: string }>('select type from event_readers where tenant_id = $1 order by type', [customer.id])).map(({ type }) => type)).toEqual([
      'privileges.removed', 'resellerRelationship.removed', 'resellerRelationship.removed', 'tenant.closed',
    ])
    expect((await server.ask(administrator, 'GET', '/me')).status).toBe(401)
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body.can ?? []).not.toContain('remove')
    const again = { kind: 'establish', customer: { customerId: customer.id }, askPrivileges: true, language: 'es', validityDays: 90 }
    expect(await server.ask(agent, 'POST', '/relationship-requests', { body: again })).toMatchObject({ status: 409, body: { reason: 'customerClosed' } })
    expect(await close(customer.id)).toMatchObject({ status: 409, body: { reason: 'tenantClosedAlready' } })
    const listed = await server.ask(operator, 'GET', `/operator/tenants?search=${customer.domain}`)
    expect(listed.body.items[0]).toMatchObject({ status: 'closed', can: [] })
  })

  it('is told to whoever opens a link that named it', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    const request = await aRequest(partner, { namedCustomer: customer })
    await close(customer.id)
    const opened = await server.ask(null, 'POST', '/invitations/opening', { body: { secret: request.secret } })
    expect(JSON.stringify(opened.body)).toContain('tenantClosed')
  })
})

describe('creating a customer', () => {
  const firm = (changes: Record<string, unknown> = {}) => {
    const domain = `f${randomUUID().slice(0, 8)}.example`
    return { name: 'Ébanos', cloud: 'public', country: 'ES', primaryDomain: domain, language: 'es', timeZone: 'Europe/Madrid', admin: { displayName: 'Noé Lema', userPrincipalName: `noe@${domain}`, mail: `noe@${domain}` }, ...changes }
  }

  it('makes a tenant that is related with nobody, except in clouds that take none', async () => {
    const made = await server.ask(operator, 'POST', '/operator/new-customers', { body: firm() })
    expect(made.status).toBe(201)
    expect(await sql('select type from events where resource_id = $1', [made.body.id])).toEqual([{ type: 'tenant.created' }])
    expect(await server.ask(operator, 'POST', '/operator/new-customers', { body: firm({ cloud: 'germany', country: 'DE' }) })).toMatchObject({ status: 422, body: { reason: 'cloudClosedToCreating' } })
    expect((await server.ask(await (await aPartner()).person('globalAdmin'), 'POST', '/operator/new-customers', { body: firm() })).status).toBe(403)
  })
})
