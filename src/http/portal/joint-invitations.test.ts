import { describe, expect, it } from 'vitest'
import { aRequest, invitationActs, tiesBetween } from '../../../test/support/invitations.ts'
import { aNewCustomer, aStatement, creating } from '../../../test/support/new-customers.ts'
import { aPartnership, aProvider, aReseller, partnershipActs } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const rounds = Number(process.env.RACE_ROUNDS ?? 6)
const { look, accept } = invitationActs(server)
const { remove } = partnershipActs(server)
await anAgreement()
const both = ['azureActiveDirectory', 'office365']
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]

async function aPairing() {
  const [provider, reseller] = [await aProvider(), await aReseller()]
  const partnershipId = await aPartnership(provider, reseller)
  return { provider, reseller, partnershipId, agent: await reseller.person('adminAgent') }
}

async function askJointly(agent: TestPerson, provider: TestTenant, body: object = {}) {
  const made = await server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'es', secondPartnerId: provider.id, ...body } })
  if (made.status !== 201) return { made, link: '', secret: '' }
  const { link } = (await server.ask(agent, 'GET', `/relationship-requests/${made.body.id}?link=shown`)).body
  return { made, link: link as string, secret: new URL(link).hash.slice(1) }
}

async function removeCustomer(who: TestPerson, customer: TestTenant) {
  const { statement } = (await server.ask(who, 'GET', `/customers/${customer.id}/removal`)).body
  return server.ask(who, 'POST', `/customers/${customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })
}

describe('a joint request', () => {
  it('carries one link that is bound to both accounts, and names both in the letter [S1.31, S1.38]', async () => {
    const { provider, reseller, agent } = await aPairing()
    const { made, link } = await askJointly(agent, provider)
    expect(made.body).toMatchObject({ provider: { id: provider.id, name: provider.name }, services: expect.arrayContaining(both) })
    const names = new URL(link).searchParams
    expect([names.get('invType'), names.get('partnerId'), names.get('indirectCSPId')]).toEqual(['IndirectResellerRelationship', reseller.id, provider.id])
    expect(names.get('msppId')).toMatch(/^[1-9]\d+$/)
    const { body } = await server.ask(agent, 'GET', `/relationship-requests/${made.body.id}`)
    expect(body.draft.text).toContain(provider.name)
    expect(body.draft.text).toContain(reseller.name)
  })

  it('rests on a partnership, asks privileges always and sets up relationships only', async () => {
    const { provider, agent, reseller } = await aPairing()
    const stranger = await aProvider()
    expect(problem((await askJointly(agent, stranger)).made)).toEqual([409, 'requestNotPossible', 'partnershipMissing'])
    expect(problem((await askJointly(agent, provider, { askPrivileges: false })).made)).toEqual([422, 'invalidInput', 'jointAsksPrivileges'])
    expect(problem((await askJointly(agent, provider, { kind: 'restorePrivileges' })).made)).toEqual([422, 'invalidInput', 'jointEstablishes'])
    const check = await server.ask(agent, 'POST', '/relationship-request-checks', { body: { kind: 'establish', customer: null, secondPartnerId: provider.id } })
    expect(check.body).toMatchObject({ possible: true, privileges: { asked: true, canChoose: false } })
    expect(problem((await askJointly(await reseller.person('salesAgent'), provider)).made)).toEqual([403, 'notAllowed', 'roleMissing'])
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [provider.id])
    expect(problem((await askJointly(agent, provider)).made)).toEqual([409, 'requestNotPossible', 'providerSuspended'])
  })

  it('is accepted once for both, who are resellers of record from then on; each is ended on its own [S1.31, S1.40]', async () => {
    const { provider, reseller, agent } = await aPairing()
    const customer = await aCustomer()
    const ana = await customer.person('globalAdministrator')
    const { secret } = await askJointly(agent, provider)
    const page = (await look(ana, secret)).body
    expect(page.partners.map((one: { id: string }) => one.id)).toEqual([reseller.id, provider.id])
    expect(page.asks.plainWords.join(' ')).toMatch(new RegExp(`${provider.name} supplies ${reseller.name}.*asks for no admin privileges`))
    expect((await accept(ana, secret)).status).toBe(201)
    expect(await tiesBetween(reseller, customer)).toMatchObject({ relationships: 1, grants: both, accounts: 1 })
    expect(await tiesBetween(provider, customer)).toMatchObject({ relationships: 1, grants: [], accounts: 1 })
    const elsa = await provider.person('adminAgent')
    const shared = async (who: TestPerson, other: TestTenant) => (await server.ask(who, 'GET', `/customers?sharedWith=${other.id}`)).body.items.map((one: { customerId: string }) => one.customerId)
    expect([await shared(agent, provider), await shared(elsa, reseller)]).toEqual([[customer.id], [customer.id]])
    expect((await removeCustomer(elsa, customer)).status).toBe(201)
    expect(await tiesBetween(provider, customer)).toMatchObject({ relationships: 0, accounts: 0 })
    expect(await tiesBetween(reseller, customer)).toMatchObject({ relationships: 1, grants: both, accounts: 1 })
    expect(await shared(agent, provider)).toEqual([])
  })

  it('brings the provider to a customer that the reseller has already, and makes nothing twice', async () => {
    const { provider, reseller, agent } = await aPairing()
    const customer = await aCustomer()
    await aRelationship(reseller, customer, { services: both })
    await sql(`update reseller_relationships set channel = 'indirectReseller' where partner_id = $1`, [reseller.id])
    const { secret } = await askJointly(agent, provider, { customer: { customerId: customer.id } })
    expect((await accept(await customer.person('globalAdministrator'), secret)).status).toBe(201)
    expect(await tiesBetween(reseller, customer)).toMatchObject({ relationships: 1, grants: both })
    expect(await tiesBetween(provider, customer)).toMatchObject({ relationships: 1, grants: [] })
    const again = await askJointly(agent, provider)
    expect(problem(await accept(await customer.person('globalAdministrator'), again.secret))).toEqual([409, 'invitationNotPossible', 'alreadyRelated'])
  })

  it('gives a customer served directly the indirect channel besides: one row with both', async () => {
    const dual = await aPartner({ kinds: ['directBill', 'indirectReseller'] })
    const provider = await aProvider()
    await aPartnership(provider, dual)
    const [customer, agent] = [await aCustomer(), await dual.person('adminAgent')]
    await aRelationship(dual, customer)
    const { secret } = await askJointly(agent, provider, { customer: { customerId: customer.id } })
    expect((await accept(await customer.person('globalAdministrator'), secret)).status).toBe(201)
    const list = (await server.ask(agent, 'GET', '/customers')).body.items
    expect(list).toMatchObject([{ customerId: customer.id, channels: ['direct', 'indirectReseller'] }])
  })

  it('ends with the partnership: its link says so, and the list shows it withdrawn', async () => {
    const { provider, agent, partnershipId } = await aPairing()
    const ana = await (await aCustomer()).person('globalAdministrator')
    const { secret, made } = await askJointly(agent, provider)
    expect((await remove(await provider.person('adminAgent'), partnershipId)).status).toBe(201)
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('withdrawn')
    expect((await server.ask(agent, 'GET', `/relationship-requests/${made.body.id}`)).body).toMatchObject({ status: 'withdrawn' })
  })

  it('is refused where the partnership is gone all the same, and to a reseller of that provider', async () => {
    const { provider, reseller, agent } = await aPairing()
    const customer = await aCustomer()
    const loose = await aRequest(await aReseller(), { secondPartner: provider, services: both })
    expect((await look(await customer.person('globalAdministrator'), loose.secret)).body.verdict.reasonCode).toBe('jointPartnershipEnded')
    const other = await aReseller({ isCustomer: true })
    await aPartnership(provider, other)
    const { secret } = await askJointly(agent, provider)
    expect(problem(await accept(await other.person('globalAdministrator'), secret))).toEqual([409, 'invitationNotPossible', 'pairedWithProvider'])
    expect(await tiesBetween(reseller, other)).toMatchObject({ relationships: 0, accounts: 0 })
  })
})

describe('a joint request that the provider asks for its reseller', () => {
  const askFor = async (who: TestPerson, reseller: TestTenant, body: object = {}) => {
    const made = await server.ask(who, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'en', resellerId: reseller.id, ...body } })
    if (made.status !== 201) return { made, link: '', secret: '' }
    const { link } = (await server.ask(who, 'GET', `/relationship-requests/${made.body.id}?link=shown`)).body
    return { made, link: link as string, secret: new URL(link).hash.slice(1) }
  }

  it('carries the same names in its link, and a letter that the provider signs', async () => {
    const { provider, reseller, agent } = await aPairing()
    const elsa = await provider.person('adminAgent')
    const { made, link } = await askFor(elsa, reseller)
    expect(made.body).toMatchObject({ reseller: { id: reseller.id, name: reseller.name }, provider: null, services: expect.arrayContaining(both) })
    const [own, other] = [new URL(link).searchParams, new URL((await askJointly(agent, provider)).link).searchParams]
    for (const name of ['invType', 'partnerId', 'msppId', 'indirectCSPId', 'DAP']) expect(own.get(name), name).toBe(other.get(name))
    const { draft } = (await server.ask(elsa, 'GET', `/relationship-requests/${made.body.id}`)).body
    expect(draft.text).toMatch(new RegExp(`We and our reseller ${reseller.name}`))
    expect(draft.text).toMatch(new RegExp(`${reseller.name} also asks for delegated admin privileges, ${provider.name} does not`))
    expect(draft.text.trimEnd().endsWith(provider.name)).toBe(true)
  })

  it('is accepted once for both, with the privileges for the reseller only', async () => {
    const { provider, reseller, agent } = await aPairing()
    const customer = await aCustomer()
    const ana = await customer.person('globalAdministrator')
    const elsa = await provider.person('adminAgent')
    const { secret, made } = await askFor(elsa, reseller)
    const page = (await look(ana, secret)).body
    expect(page.partners.map((one: { id: string }) => one.id)).toEqual([reseller.id, provider.id])
    expect(page.asks.plainWords.join(' ')).toMatch(new RegExp(`${provider.name} supplies ${reseller.name}.*asks for no admin privileges`))
    expect((await accept(ana, secret)).status).toBe(201)
    expect(await tiesBetween(reseller, customer)).toMatchObject({ relationships: 1, grants: both, accounts: 1 })
    expect(await tiesBetween(provider, customer)).toMatchObject({ relationships: 1, grants: [], accounts: 1 })
    const channels = await sql('select partner_id, channel from reseller_relationships where customer_id = $1', [customer.id])
    expect(Object.fromEntries(channels.map((row) => [row.partner_id, row.channel]))).toEqual({ [reseller.id]: 'indirectReseller', [provider.id]: 'indirectProvider' })
    expect((await server.ask(elsa, 'GET', `/relationship-requests/${made.body.id}`)).body).toMatchObject({ status: 'accepted', customerId: customer.id })
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toMatchObject([{ customerId: customer.id, privilegedServices: both }])
  })

  it('rests on a partnership in which it is the provider, on the role, and on one second partner', async () => {
    const { provider, reseller, agent } = await aPairing()
    const elsa = await provider.person('adminAgent')
    expect(problem((await askFor(elsa, await aReseller())).made)).toEqual([409, 'requestNotPossible', 'jointResellerMissing'])
    expect(problem((await askFor(agent, provider)).made)).toEqual([409, 'requestNotPossible', 'jointResellerMissing'])
    expect(problem((await askFor(elsa, reseller, { secondPartnerId: reseller.id })).made)).toEqual([422, 'invalidInput', 'jointOneSecondPartner'])
    expect(problem((await askFor(await provider.person('salesAgent'), reseller)).made)).toEqual([403, 'notAllowed', 'roleMissing'])
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [reseller.id])
    expect(problem((await askFor(elsa, reseller)).made)).toEqual([409, 'requestNotPossible', 'jointResellerSuspended'])
  })

  it('is sent again for the same reseller, and ends with the partnership', async () => {
    const { provider, reseller, partnershipId } = await aPairing()
    const elsa = await provider.person('adminAgent')
    const { made } = await askFor(elsa, reseller)
    const again = await server.ask(elsa, 'POST', `/relationship-requests/${made.body.id}/resending`, { body: {} })
    expect(again.body).toMatchObject({ reseller: { id: reseller.id }, provider: null, status: 'draft' })
    const { link } = (await server.ask(elsa, 'GET', `/relationship-requests/${again.body.id}?link=shown`)).body
    expect((await remove(elsa, partnershipId)).status).toBe(201)
    expect((await server.ask(elsa, 'GET', `/relationship-requests/${again.body.id}`)).body).toMatchObject({ status: 'withdrawn' })
    const ana = await (await aCustomer()).person('globalAdministrator')
    expect((await look(ana, new URL(link).hash.slice(1))).body.verdict.reasonCode).toBe('withdrawn')
  })
})

describe('a customer that a provider creates', () => {
  const create = creating(server)
  const addFor = (who: TestPerson, resellerId: string) => server.ask(who, 'POST', '/customers', { body: { customer: aNewCustomer(), agreement: { choice: 'customerIsAsked' }, resellerId } })

  it('for a reseller needs a partnership with it, or nothing is created [S1.L1.9]', async () => {
    const [provider, reseller] = [await aProvider(), await aReseller()]
    const elsa = await provider.person('adminAgent')
    const before = await sql('select count(*)::int as count from tenants')
    expect(problem(await addFor(elsa, reseller.id))).toEqual([409, 'customerNotPossible', 'resellerNotInPartnership'])
    expect(await sql('select count(*)::int as count from tenants')).toEqual(before)
    await aPartnership(provider, reseller)
    const added = await addFor(elsa, reseller.id)
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    const rows = await sql('select partner_id, channel, origin from reseller_relationships where customer_id = $1', [added.body.customerId])
    expect(Object.fromEntries(rows.map((row) => [row.partner_id, [row.channel, row.origin]]))).toEqual({ [provider.id]: ['indirectProvider', 'creation'], [reseller.id]: ['indirectReseller', 'creation'] })
    const [valeria] = [await reseller.person('adminAgent')]
    expect((await server.ask(valeria, 'GET', `/customers?sharedWith=${provider.id}`)).body.items).toMatchObject([{ customerId: added.body.customerId, privilegedServices: [] }])
  })

  it('without a reseller is the provider’s alone; a reseller creates none, and attests for none [S1.L1.9, S1.L1.10]', async () => {
    const { provider, reseller, agent } = await aPairing()
    const alone = await create(await provider.person('adminAgent'), aNewCustomer())
    expect(await sql('select partner_id from reseller_relationships where customer_id = $1', [alone.body.customerId])).toEqual([{ partner_id: provider.id }])
    expect(problem(await create(agent, aNewCustomer()))).toEqual([409, 'customerNotPossible', 'resellerCannotCreate'])
    const customer = await aCustomer()
    await aRelationship(reseller, customer)
    const refused = await server.ask(agent, 'POST', `/customers/${customer.id}/attestations`, { body: { ...aStatement() } })
    expect(refused.status).toBe(409)
  })
})

it('accepting and removing the partnership at once leaves both relationships or none', async () => {
  const [provider, reseller] = [await aProvider(), await aReseller()]
  const [agent, elsa] = [await reseller.person('adminAgent'), await provider.person('adminAgent')]
  for (let round = 0; round < rounds; round++) {
    const partnershipId = await aPartnership(provider, reseller)
    const customer = await aCustomer()
    const { secret } = await askJointly(agent, provider)
    const [yes, gone] = await Promise.all([accept(await customer.person('globalAdministrator'), secret), remove(elsa, partnershipId)])
    expect(gone.status, JSON.stringify(gone.body)).toBe(201)
    expect([201, 409, 412], JSON.stringify(yes.body)).toContain(yes.status)
    const [one, two] = [await tiesBetween(reseller, customer), await tiesBetween(provider, customer)]
    expect([one.relationships, two.relationships]).toEqual(yes.status === 201 ? [1, 1] : [0, 0])
  }
}, 60_000 + rounds * 1_000)
