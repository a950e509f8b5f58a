import { describe, expect, it } from 'vitest'
import { aPartnerLink, aRequest } from '../../../test/support/invitations.ts'
import { aPartnership, aProvider, aReseller, askedPartnership, partnershipActs } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { eraseClosedOrganizations } from '../../application/installation/erase-closed-organizations.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
const preview = (who: TestPerson | null) => server.ask(who, 'GET', '/tenant/closure')
const close = (who: TestPerson | null, { name }: { name: string }, more: object = {}) => server.ask(who, 'POST', '/tenant/closure', { body: { name }, ...more })
const adminOf = (tenant: TestTenant) => tenant.person('globalAdministrator')

describe('closing one’s own organization', () => {
  it('says beforehand who is concerned and what has to end, and is refused until it has', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    await aRelationship(partner, customer, { services: ['office365'] })
    const admin = await adminOf(customer)
    expect((await preview(admin)).body).toEqual({
      name: customer.name, people: 1, partners: [{ id: partner.id, name: partner.name, isRelated: true, services: ['Office 365'] }], customers: 0, partnerships: { count: 0, first: [] }, isOperator: false,
    })
    expect(await close(admin, customer)).toMatchObject({ status: 409, body: { code: 'invalidTransition', reason: 'closureBlocked' } })
    const globalAdmin = await partner.person('globalAdmin')
    expect((await preview(globalAdmin)).body).toMatchObject({ partners: [], customers: 1 })
    expect(await close(globalAdmin, partner)).toMatchObject({ status: 409, body: { reason: 'closureBlocked' } })
    expect((await server.ask(admin, 'GET', '/me')).status).toBe(200)
  })

  it('is asked with the name, by a global administrator who proved anew who it is', async () => {
    const customer = await aCustomer()
    const admin = await adminOf(customer)
    expect(await close(admin, { name: 'Another name' })).toMatchObject({ status: 422, body: { code: 'invalidInput', reason: 'closureName' } })
    expect(await close(admin, customer, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect((await close(await customer.person('billingAdministrator'), customer)).status).toBe(403)
    expect((await close(null, customer)).status).toBe(401)
    const operator = await anOperator()
    expect((await close(operator, customer)).status).toBe(403)
  })

  it('ends everything of its people at once, and tells its former partner nothing new', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    const [admin, colleague] = [await adminOf(customer), await customer.person('billingAdministrator')]
    expect((await close(admin, customer)).status).toBe(201)
    for (const who of [admin, colleague]) expect((await server.ask(who, 'GET', '/me')).status).toBe(401)
    expect(await sql('select status, closed_at is not null as at from tenants where id = $1', [customer.id])).toEqual([{ status: 'closed', at: true }])
    const [event] = await sql('select e.actor_person_id, e.data from events e where e.resource_id = $1 and e.type = $2', [customer.id, 'tenant.closed'])
    expect(event).toEqual({ actor_person_id: admin.id, data: { by: 'own', hasReason: false, relationshipsEnded: 0, subscriptionsEnded: 0 } })
    expect(await sql('select 1 from event_readers where tenant_id = $1', [partner.id])).toEqual([])
  })

  it('names the partnerships that a provider or reseller removes before, and its waiting link dies with it', async () => {
    const [provider, reseller] = [await aProvider(), await aReseller()]
    const id = await aPartnership(provider, reseller)
    const [elsa, ruben] = [await provider.person('globalAdmin'), await reseller.person('globalAdmin')]
    expect((await preview(elsa)).body).toMatchObject({ partners: [], customers: 0, partnerships: { count: 1, first: [{ id, partnerName: reseller.name }] } })
    expect((await preview(ruben)).body).toMatchObject({ partnerships: { count: 1, first: [{ id, partnerName: provider.name }] } })
    for (const [who, tenant] of [[elsa, provider], [ruben, reseller]] as const) expect(await close(who, tenant)).toMatchObject({ status: 409, body: { reason: 'closureBlocked' } })
    const { look, remove, authorize } = partnershipActs(server)
    expect((await remove(ruben, id)).status).toBe(201)
    const { secret } = await askedPartnership(server, elsa)
    expect((await close(elsa, provider)).status).toBe(201)
    expect((await look(ruben, secret)).body.verdict).toMatchObject({ canAuthorize: false })
    expect((await authorize(ruben, secret)).status).toBe(409)
    expect((await close(ruben, reseller)).status).toBe(201)
  })

  it('and authorising a provider at the same time: one of them is first, and no partnership is left with a closed organization', async () => {
    for (let round = 0; round < 6; round++) {
      const [provider, reseller] = [await aProvider(), await aReseller()]
      const [elsa, ruben] = [await provider.person('globalAdmin'), await reseller.person('globalAdmin')]
      const { secret } = await askedPartnership(server, elsa)
      const [closer, tenant] = round % 2 === 0 ? ([elsa, provider] as const) : ([ruben, reseller] as const)
      const [closed] = await Promise.all([close(closer, tenant), partnershipActs(server).authorize(await reseller.person('globalAdmin'), secret)])
      const [row] = await sql<{ status: string }>('select status from partnerships where provider_id = $1', [provider.id])
      expect([closed.status, row!.status]).toEqual(closed.status === 201 ? [201, 'draft'] : [409, 'active'])
    }
  })

  it('lets a partner go, and its links with it', async () => {
    const partner = await aPartner()
    await anAgreement()
    const invited = await adminOf(await aCustomer())
    const links = [await aRequest(partner), await aPartnerLink(partner)]
    const verdicts = async () => Promise.all(links.map(async ({ secret, claims }) => (await server.ask(invited, 'POST', '/invitations/opening', { body: { secret, claims } })).body.verdict as { canAccept: boolean; reasonCode: string | null }))
    expect(await verdicts()).toMatchObject([{ canAccept: true }, { canAccept: true }])
    expect((await close(await partner.person('globalAdmin'), partner)).status).toBe(201)
    expect(await verdicts()).toMatchObject([{ canAccept: false }, { canAccept: false }])
    expect((await server.ask(await partner.person('globalAdmin'), 'GET', '/customers')).status).toBe(401)
  })

  it('erases its people when their time to ask is over, and nobody before', async () => {
    const customer = await aCustomer()
    const admin = await adminOf(customer)
    await close(admin, customer)
    const eraseDue = () => performNow(server.env, eraseClosedOrganizations, theSystem, undefined)
    const standing = async () => (await sql<{ status: string }>('select status from people where id = $1', [admin.id]))[0]!.status
    await eraseDue()
    expect(await standing()).toBe('active')
    await sql(`update tenants set closed_at = now() - interval '91 days' where id = $1`, [customer.id])
    expect(await eraseDue()).toBeGreaterThan(0)
    expect(await standing()).toBe('erased')
    expect(await eraseDue()).toBe(0)
  })
})
