import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, items, lineOf } from '../../../test/support/catalogue.ts'
import { aPartnership } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aRelationship, anAgreement, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const reasonOf = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const refused = (reason: string) => ({ status: 409, code: 'subscriptionNotPossible', reason })
const plan = (more: object = {}) => lineOf(items.usage, { term: 'P1M', quantity: 1, ...more })
const listOf = (customer: TestTenant) => `/customers/${customer.id}/usage-subscriptions`
const provision = (who: TestPerson, customer: TestTenant, planId: string, more: object = {}) => server.ask(who, 'POST', listOf(customer), { body: { planId, name: 'Laredo, production', ...more } })
const act = (who: TestPerson, path: string, name: string) => server.ask(who, 'POST', `${path}/${name}`, { body: {} })
const own = async (who: TestPerson) => (await server.ask(who, 'GET', '/usage-subscriptions')).body.items as { usageId: string; name: string; owners: { ownerId: string; kind: string; name: string; endedAt: string | null; because: string }[] }[]

async function aPlan(wishes: Parameters<typeof aBuyer>[0] = {}) {
  const buyer = await aBuyer(wishes)
  const { id: planId, path: planPath } = await anActive(server, { ...buyer, operator, line: plan() })
  return { ...buyer, planId, planPath, admin: await buyer.customer.person('globalAdministrator') }
}

async function aUsage() {
  const given = await aPlan()
  const { body } = await provision(given.agent, given.customer, given.planId)
  const [first] = await own(given.admin)
  return { ...given, usageId: body.usageId as string, path: `${listOf(given.customer)}/${body.usageId}`, owners: `/usage-subscriptions/${body.usageId}/owners`, ownerId: first!.owners[0]!.ownerId }
}

describe('a usage subscription', () => {
  it('is provisioned with a relationship alone; the Admin agents are its owner from then on, and the customer reads it [S0.6] [S3.7] [S0.L1.11]', async () => {
    const { agent, customer, planId, admin } = await aPlan()
    const made = await provision(agent, customer, planId)
    expect({ status: made.status, body: made.body }).toMatchObject({ status: 201, body: { status: 'active', isOwner: true, isSoldByThisPartner: true, ownerUntil: null, notManaged: null, can: ['rename', 'suspend', 'cancel'] } })
    expect(await own(admin)).toMatchObject([{ name: 'Laredo, production', owners: [{ kind: 'foreignGroup', because: 'provisioned', endedAt: null, name: expect.stringContaining('Fabrikam') }] }])
    expect((await server.ask(agent, 'GET', listOf(customer))).body).toMatchObject({ plans: [{ planId }], provisionBlocked: null, items: [{ usageId: made.body.usageId }] })
  })

  it('is renamed, suspended, reactivated and cancelled by its owner without admin privileges [S0.6] [S3.7]', async () => {
    const { agent, path } = await aUsage()
    const renamed = await server.ask(agent, 'PUT', `${path}/name`, { body: { name: ' Laredo ' }, version: 1 })
    expect(renamed.body).toMatchObject({ name: 'Laredo', version: 2 })
    expect((await server.ask(agent, 'PUT', `${path}/name`, { body: { name: 'x1' }, version: 1 })).body.code).toBe('changedMeanwhile')
    expect((await act(agent, path, 'suspension')).body).toMatchObject({ status: 'suspended', can: ['rename', 'reactivate', 'cancel'] })
    expect((await act(agent, path, 'suspension')).body.code).toBe('invalidTransition')
    expect((await act(agent, path, 'reactivation')).body.status).toBe('active')
    expect((await act(agent, path, 'cancellation')).body).toMatchObject({ status: 'cancelled', can: [] })
    expect((await server.ask(agent, 'PUT', `${path}/name`, { body: { name: 'late' }, version: 5 })).body.code).toBe('invalidTransition')
  })

  it('goes with its plan: suspended, back, and over', async () => {
    const { agent, path, planPath } = await aUsage()
    const status = async () => (await server.ask(agent, 'GET', path)).body.status as string
    await server.ask(agent, 'POST', `${planPath}/suspension`, { body: { because: 'nonPayment' } })
    expect(await status()).toBe('suspended')
    expect((await act(agent, path, 'reactivation')).body.reason).toBe('planNotActive')
    await act(agent, planPath, 'reactivation')
    expect(await status()).toBe('active')
    await act(agent, planPath, 'cancellation')
    expect(await status()).toBe('cancelled')
  })

  it('needs an active usage plan of the partner’s own', async () => {
    const { agent, customer, planId, planPath } = await aPlan()
    const seats = await anActive(server, { agent, customer, operator, line: lineOf(items.office) })
    expect(reasonOf(await provision(agent, customer, seats.id))).toEqual(refused('planNotUsage'))
    expect(reasonOf(await provision(agent, customer, planId, { resellerOwns: true }))).toEqual(refused('planWithoutReseller'))
    await server.ask(agent, 'POST', `${planPath}/suspension`, { body: { because: 'nonPayment' } })
    expect(reasonOf(await provision(agent, customer, planId))).toEqual(refused('planNotActive'))
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['office365'] })
    expect(reasonOf(await provision(await other.person('adminAgent'), customer, planId))).toEqual(refused('notSeller'))
  })
})

describe('admin privileges', () => {
  it('give nothing over usage subscriptions that exist already [S0.L1.10]', async () => {
    const { customer, path } = await aUsage()
    const late = await aPartner()
    await aRelationship(late, customer, { services: ['office365', 'azureActiveDirectory'] })
    const agent = await late.person('adminAgent')
    expect((await server.ask(agent, 'GET', listOf(customer))).body.items).toEqual([])
    for (const [method, to] of [['GET', path], ['POST', `${path}/cancellation`]] as const) expect((await server.ask(agent, method, to, method === 'POST' ? { body: {} } : {})).status).toBe(404)
  })

  it('do not take the ownership with them when they are removed; the customer ends it itself, at once [S0.L1.12]', async () => {
    const { agent, partner, customer, path, admin, owners, ownerId, planId } = await aUsage()
    await aPrivilege(partner, customer, admin)
    const preview = await server.ask(admin, 'GET', `/partner-relationships/${partner.id}/privileges-removal`)
    expect(preview.body.stays.join(' ')).toMatch(/Servicios de uso|Usage services/)
    expect((await server.ask(admin, 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: ['office365'] } })).status).toBe(201)
    expect((await act(agent, path, 'suspension')).body.status).toBe('suspended')
    expect((await act(admin, `${owners}/${ownerId}`, 'removal')).body.owners).toMatchObject([{ endedAt: expect.any(String) }])
    expect(reasonOf(await act(agent, path, 'reactivation'))).toEqual(refused('notUsageOwner'))
    expect((await server.ask(agent, 'GET', path)).body).toMatchObject({ isOwner: false, ownerUntil: expect.any(String), can: [], notManaged: { reasonCode: 'notUsageOwner' } })
    expect((await act(admin, `${owners}/${ownerId}`, 'removal')).body.code).toBe('invalidTransition')
    expect((await provision(agent, customer, planId)).body.isOwner).toBe(true)
  })
})

describe('the customer', () => {
  it('makes the same partner owner again, another partner that it has, and its own people', async () => {
    const { agent, partner, customer, path, admin, owners, ownerId } = await aUsage()
    await act(admin, `${owners}/${ownerId}`, 'removal')
    const give = (body: object) => server.ask(admin, 'POST', owners, { body })
    expect((await give({ partnerId: partner.id })).status).toBe(201)
    expect((await act(agent, path, 'suspension')).body.status).toBe('suspended')
    expect((await give({ partnerId: partner.id })).body).toMatchObject({ code: 'alreadyExists', reason: 'usageOwnerAlready' })
    const other = await aPartner()
    expect((await give({ partnerId: other.id })).status).toBe(404)
    await aRelationship(other, customer)
    expect((await give({ partnerId: other.id })).status).toBe(201)
    const second = await other.person('adminAgent')
    expect((await server.ask(second, 'GET', listOf(customer))).body.items).toMatchObject([{ isOwner: true, isSoldByThisPartner: false, otherOwners: [] }])
    expect((await act(second, path, 'reactivation')).body.status).toBe('active')
    const person = await customer.person('billingAdministrator')
    expect((await give({ personId: person.id })).body.owners.at(-1)).toMatchObject({ kind: 'person', name: person.displayName })
    expect((await give({})).body).toMatchObject({ reason: 'ownerUnclear' })
    expect((await give({ personId: agent.id })).status).toBe(404)
  })

  it('asks for the end of the relationship, and the partner owns nothing any more', async () => {
    const { agent, partner, path, admin } = await aUsage()
    await server.ask(admin, 'POST', `/partner-relationships/${partner.id}/end-requests`, { body: {} })
    expect(reasonOf(await act(agent, path, 'suspension'))).toEqual(refused('notUsageOwner'))
  })

  it('is told apart from others: another one finds nothing', async () => {
    const { owners, ownerId } = await aUsage()
    const stranger = await (await aBuyer()).customer.person('globalAdministrator')
    expect((await act(stranger, `${owners}/${ownerId}`, 'removal')).status).toBe(404)
    expect((await server.ask(stranger, 'POST', owners, { body: { personId: stranger.id } })).status).toBe(404)
    expect(await own(stranger)).toEqual([])
  })
})

describe('an indirect reseller', () => {
  it('becomes owner, too, where its provider says so, and then manages what the provider provisioned [S1.41]', async () => {
    const given = await aBuyer({ partner: { kinds: ['indirectProvider'] } })
    const reseller = await aPartner({ kinds: ['indirectReseller'] })
    await aPartnership(given.partner, reseller)
    await aRelationship(reseller, given.customer, { services: ['office365'] })
    const { id: planId } = await anActive(server, { ...given, operator, line: plan({ resellerId: reseller.id }) })
    const made = await provision(given.agent, given.customer, planId, { resellerOwns: true })
    expect(made.body).toMatchObject({ isOwner: true, otherOwners: [reseller.name] })
    const agent = await reseller.person('adminAgent')
    const path = `${listOf(given.customer)}/${made.body.usageId}`
    expect((await act(agent, path, 'suspension')).body).toMatchObject({ status: 'suspended', isSoldByThisPartner: false })
    const without = await provision(given.agent, given.customer, planId)
    expect((await server.ask(agent, 'GET', `${listOf(given.customer)}/${without.body.usageId}`)).status).toBe(404)
    expect(reasonOf(await provision(agent, given.customer, planId))).toEqual(refused('soldByProvider'))
  })
})

async function aPrivilege(partner: TestTenant, customer: TestTenant, granter: TestPerson): Promise<void> {
  await sql("insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) values ($1, $2, 'office365', gen_random_uuid(), now(), $3)", [partner.id, customer.id, granter.id])
}
