import { describe, expect, it } from 'vitest'
import { partnersOf } from '../../../test/support/hand-overs.ts'
import { aPartnership, aProvider } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]

async function aLender() {
  const [lender, provider, customer] = [await aPartner({ kinds: ['directBill', 'indirectReseller'] }), await aProvider(), await aCustomer()]
  await aPartnership(provider, lender)
  await aRelationship(lender, customer, { services: ['office365'] })
  await sql(`update customer_accounts set billing_mail = 'bills@contoso.example', city = 'Madrid' where partner_id = $1 and customer_id = $2`, [lender.id, customer.id])
  return { lender, provider, customer, agent: await lender.person('adminAgent') }
}

const preview = (who: TestPerson, customer: TestTenant, provider?: { readonly id: string }) => server.ask(who, 'GET', `/customers/${customer.id}/extension${provider ? `?providerId=${provider.id}` : ''}`, { language: 'en' })
const extend = async (who: TestPerson, customer: TestTenant, provider: { readonly id: string }, body: object = {}) =>
  server.ask(who, 'POST', `/customers/${customer.id}/extension`, { body: { providerId: provider.id, statementSha256: (await preview(who, customer)).body.statement?.sha256 ?? 'a'.repeat(64), ...body } })

describe('lending a customer to a provider', () => {
  it('makes the provider a partner of record without privileges, with a copy of the billing details, and the lender its reseller', async () => {
    const { lender, provider, customer, agent } = await aLender()
    const before = (await preview(agent, customer, provider)).body
    expect(before).toMatchObject({ problems: [], providers: [{ id: provider.id, name: provider.name }] })
    expect(before.forProvider.join()).toMatch(/no admin privileges/)
    const answer = await extend(agent, customer, provider)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    const { partners, grants, lists } = await partnersOf(customer)
    expect([...new Set(partners)].sort()).toEqual([lender.id, provider.id].sort())
    expect([lists.length, grants]).toEqual([2, [{ partner: lender.id, service: 'office365' }]])
    const rows = await sql<{ partner_id: string; channel: string; origin: string }>('select partner_id, channel, origin from reseller_relationships where customer_id = $1 and ended_at is null order by channel', [customer.id])
    expect(rows).toEqual([
      { partner_id: lender.id, channel: 'direct', origin: 'import' },
      { partner_id: provider.id, channel: 'indirectProvider', origin: 'extension' },
      { partner_id: lender.id, channel: 'indirectReseller', origin: 'extension' },
    ])
    const seen = await server.ask(await provider.person('adminAgent'), 'GET', `/customers/${customer.id}`)
    expect(seen.body).toMatchObject({ companyName: customer.name, billing: { mail: 'bills@contoso.example', city: 'Madrid' }, privileges: [] })
    const page = await server.ask(await customer.person('globalAdministrator'), 'GET', '/partner-relationships')
    expect(page.body.items.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining([lender.name, provider.name]))
    const [event] = await sql<{ readers: number }>(`select (select count(*)::int from event_readers r where r.event_id = e.id) as readers from events e where type = 'resellerRelationship.extended' and resource_id = $1`, [answer.body.relationshipId])
    expect(event!.readers).toBe(3)
    expect(problem(await extend(agent, customer, provider))).toEqual([409, 'handOverNotPossible', 'extensionHasCustomer'])
  })

  it('is each one’s to end: the provider removes its own part, and the lender’s stays', async () => {
    const { lender, provider, customer, agent } = await aLender()
    await extend(agent, customer, provider)
    const staff = await provider.person('adminAgent')
    const { statement } = (await server.ask(staff, 'GET', `/customers/${customer.id}/removal`)).body
    expect((await server.ask(staff, 'POST', `/customers/${customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })).status).toBe(201)
    expect([...new Set((await partnersOf(customer)).partners)]).toEqual([lender.id])
  })

  it('needs a partnership, a reseller, a direct customer, the statement and the role, each with its reason before', async () => {
    const { provider, customer, agent, lender } = await aLender()
    const stranger = await aProvider()
    expect(problem(await extend(agent, customer, stranger))).toEqual([409, 'handOverNotPossible', 'extensionNoPartnership'])
    expect(problem(await extend(agent, customer, provider, { statementSha256: 'a'.repeat(64) }))).toEqual([409, 'handOverNotPossible', 'statementChanged'])
    expect(problem(await extend(await lender.person('salesAgent'), customer, provider))).toEqual([403, 'notAllowed', 'roleMissing'])
    expect((await extend(await stranger.person('adminAgent'), customer, provider)).status).toBe(404)
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [provider.id])
    expect((await preview(agent, customer, provider)).body.problems.map(({ reasonCode }: { reasonCode: string }) => reasonCode)).toEqual(['providerSuspended'])
    expect(problem(await extend(agent, customer, provider))).toEqual([409, 'handOverNotPossible', 'providerSuspended'])
    const direct = await aPartner()
    await aRelationship(direct, customer)
    expect((await preview(await direct.person('adminAgent'), customer)).body.problems.map(({ reasonCode }: { reasonCode: string }) => reasonCode)).toEqual(['notAnIndirectReseller'])
  })

  it('has one effect, however many ask at once', async () => {
    const { provider, customer, agent } = await aLender()
    const answers = await Promise.all(Array.from({ length: 6 }, () => extend(agent, customer, provider)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect((await partnersOf(customer)).partners).toHaveLength(3)
  })
})
