import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { aPartnership, aProvider, aReseller, partnershipActs } from '../../../test/support/partnerships.ts'
import { composeLetters, lettersTo } from '../../../test/support/letters.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, anAgreement, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { composeMails } from '../../application/mail/compose-mails.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const at = testClock()
const server = await testServer({ at })
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

const outcome = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, reason: body.reason ?? body.code })
const words = { title: 'No llega el correo', body: 'Desde esta mañana no entra ningún mensaje.', severity: 'critical' }
const post = (who: TestPerson, path: string, body: object = {}) => server.ask(who, 'POST', path, { body })
const read = async (who: TestPerson, path: string) => (await server.ask(who, 'GET', path)).body
const own = '/own-service-requests'
const desk = '/service-requests'
const operators = '/operator/service-requests'

/** A provider and its reseller, both with the same customer; the reseller holds privileges there. */
async function aTriangle({ services = ['office365'], cloud = 'public', country = 'ES' }: { services?: string[]; cloud?: 'public' | 'china'; country?: string } = {}) {
  const [provider, reseller, customer] = [await aProvider({ cloud, country }), await aReseller({ cloud, country }), await aCustomer({ cloud, country })]
  const partnership = await aPartnership(provider, reseller)
  await aRelationship(provider, customer)
  await aRelationship(reseller, customer, { services })
  await attested(provider, customer)
  const agent = await provider.person('adminAgent')
  const { id, path } = await anActive(server, { agent, customer, operator, line: lineOf(cloud === 'china' ? 'NIMBUS-OFFICE:BUSINESS:CHINA1' : items.office) })
  return { provider, reseller, customer, partnership, agent, subscriptionId: id, path, contact: `${path}/support-contact`, admin: await customer.person('globalAdministrator') }
}

const assign = async (who: TestPerson, path: string, supportTenantId: string, version = 1) => server.ask(who, 'PUT', path, { body: { supportTenantId }, version })
const contactIn = async (admin: TestPerson) => (await read(admin, '/own-support')).products[0].contact

async function remove(partner: TestTenant, customer: TestTenant) {
  const agent = await partner.person('adminAgent')
  const { statement } = await read(agent, `/customers/${customer.id}/removal`)
  return post(agent, `/customers/${customer.id}/removal`, { statementSha256: statement.sha256, endPrivileges: true })
}

describe('the support contact of a subscription', () => {
  it('is the indirect provider that sold it, until a reseller with privileges is named; the customer sees whom [S0.L2.5] [S0.L2.7] [S0.L2.1]', async () => {
    const { provider, reseller, agent, contact, admin } = await aTriangle()
    const first = await server.ask(agent, 'GET', contact)
    expect(first.body).toMatchObject({ contact: { supportTenantId: provider.id, name: provider.name, isDefault: true }, candidates: [{ supportTenantId: reseller.id, hasPrivileges: true }], refusal: null })
    expect(first.body.contact.supportMpnId).toMatch(/^\d+$/)
    const named = await server.ask(agent, 'PUT', contact, { body: { supportTenantId: reseller.id, supportMpnId: first.body.candidates[0].supportMpnId, name: reseller.name }, version: 1 })
    expect({ status: named.status, etag: named.headers.get('etag'), contact: named.body.contact }).toMatchObject({ status: 200, etag: '"2"', contact: { supportTenantId: reseller.id, isDefault: false } })
    expect(await contactIn(admin)).toMatchObject({ supportTenantId: reseller.id, name: reseller.name })
    expect((await read(await reseller.person('helpdeskAgent'), contact)).contact).toMatchObject({ supportTenantId: reseller.id })
    expect(outcome(await assign(agent, contact, provider.id))).toMatchObject({ status: 412 })
    expect((await server.ask(agent, 'PUT', contact, { body: { supportTenantId: provider.id }, version: 2 })).body.contact).toMatchObject({ supportTenantId: provider.id, isDefault: true })
  })

  it('may be named by Admin, Global and Helpdesk agents, in clouds that have it, of what they sold [S0.L2]', async () => {
    const { provider, reseller, contact } = await aTriangle()
    for (const role of ['globalAdmin', 'adminAgent', 'helpdeskAgent'] as const) expect((await assign(await provider.person(role), contact, provider.id)).status).toBe(200)
    for (const role of ['salesAgent', 'billingAdmin', 'userManagementAdmin'] as const) expect((await assign(await provider.person(role), contact, provider.id)).status).toBe(403)
    expect(problem(await assign(await reseller.person('adminAgent'), contact, reseller.id))).toEqual({ status: 409, reason: 'notSellerContact' })
    expect((await assign(await (await aPartner()).person('adminAgent'), contact, provider.id)).status).toBe(404)
    const chinese = await aTriangle({ cloud: 'china', country: 'CN' })
    expect(problem(await assign(chinese.agent, chinese.contact, chinese.reseller.id))).toEqual({ status: 409, reason: 'supportContactNotInCloud' })
    expect((await read(chinese.agent, chinese.contact)).refusal.reasonCode).toBe('supportContactNotInCloud')
  })

  it('is a reseller in partnership that the customer is related to and that holds privileges; who lacks that is told of the request [S0.L2.3] [S0.L2.6]', async () => {
    const { provider, agent, customer, contact, reseller } = await aTriangle({ services: [] })
    expect(problem(await assign(agent, contact, reseller.id))).toEqual({ status: 409, reason: 'contactWithoutPrivileges' })
    const missing = await aReseller()
    await aPartnership(provider, missing)
    expect(problem(await assign(agent, contact, missing.id))).toEqual({ status: 409, reason: 'contactNotRelated' })
    expect((await read(agent, contact)).candidates).toHaveLength(1)
    await aRelationship(missing, customer, { services: ['office365'] })
    expect((await assign(agent, contact, missing.id)).body.contact).toMatchObject({ supportTenantId: missing.id })
    const stranger = await aReseller()
    await aRelationship(stranger, customer, { services: ['office365'] })
    expect(problem(await assign(agent, contact, stranger.id, 2))).toMatchObject({ reason: 'contactNotRelated' })
  })

  it('is told to the reseller and to the customer when it is named, to nobody who did it', async () => {
    const { provider, reseller, customer, agent, contact, admin } = await aTriangle()
    // By the table a matter for the digest; these two want it at once.
    const wanting = [await reseller.person('adminAgent'), admin]
    for (const person of wanting) await server.ask(person, 'PATCH', '/me/notification-preferences', { body: { kinds: { supportContact: { portal: true, mail: 'now' } } }, version: 1 })
    await assign(agent, contact, reseller.id)
    await composeLetters(server.env)
    const [[toReseller], [toCustomer]] = [await lettersTo(reseller), await lettersTo(customer)]
    expect(toReseller).toMatchObject({ template: 'supportContactToPartner' })
    expect([toReseller!.subject.includes(customer.name), toReseller!.subject.includes(reseller.name)]).toEqual([true, true])
    expect(toCustomer).toMatchObject({ template: 'supportContactToCustomer' })
    expect([toCustomer!.subject.includes(reseller.name), toCustomer!.body.includes('/admin/service-requests')]).toEqual([true, true])
    expect(await lettersTo(provider)).toEqual([])
  })

  it('falls back to the seller when relationship, privileges or partnership of the contact end, told to all three [S0.L3.1]', async () => {
    const endings = {
      privilegesEnded: ({ admin, reseller }: Awaited<ReturnType<typeof aTriangle>>) => post(admin, `/partner-relationships/${reseller.id}/privileges-removal`, { services: ['office365'] }),
      relationshipEnded: ({ reseller, customer }: Awaited<ReturnType<typeof aTriangle>>) => remove(reseller, customer),
      partnershipEnded: async ({ reseller, partnership }: Awaited<ReturnType<typeof aTriangle>>) => partnershipActs(server).remove(await reseller.person('globalAdmin'), partnership),
    }
    for (const [because, end] of Object.entries(endings)) {
      const world = await aTriangle()
      await assign(world.agent, world.contact, world.reseller.id)
      expect((await end(world)).status, because).toBeLessThan(300)
      expect(await contactIn(world.admin), because).toMatchObject({ supportTenantId: world.provider.id, isDefault: true })
      const told = await sql<{ tenant_id: string; data: object }>(`select r.tenant_id, e.data from events e join event_readers r on r.event_id = e.id where e.type = 'supportContact.ended' and e.resource_id = $1`, [world.subscriptionId])
      expect(told.map(({ tenant_id }) => tenant_id).sort(), because).toEqual([world.provider.id, world.customer.id, world.reseller.id].sort())
      expect(told[0]!.data).toMatchObject({ because, contact: world.reseller.name, fallback: world.provider.name })
    }
  })

  it('does not stay when privileges are taken while it is being named', async () => {
    const { agent, contact, admin, reseller, provider } = await aTriangle()
    const [named, ended] = await Promise.all([assign(agent, contact, reseller.id), post(admin, `/partner-relationships/${reseller.id}/privileges-removal`, { services: ['office365'] })])
    expect(ended.status).toBeLessThan(300)
    expect([200, 409]).toContain(named.status)
    expect(await contactIn(admin)).toMatchObject({ supportTenantId: provider.id })
  })
})

describe('a service request', () => {
  it('names a subscription as its offer is called: the seller’s own name for it is the seller’s', async () => {
    const { agent, path, admin, subscriptionId } = await aTriangle()
    const { version } = await read(agent, path)
    expect((await server.ask(agent, 'PUT', `${path}/name`, { body: { friendlyName: 'Pays late' }, version })).status).toBe(200)
    const { body } = await post(admin, own, { ...words, subscriptionId })
    expect(body.subscription.name).toBeTruthy()
    expect(JSON.stringify([body, await read(admin, '/own-support')])).not.toContain('Pays late')
    expect(JSON.stringify(await read(agent, `${desk}/${body.id}`))).toContain('Pays late')
  })

  it('goes from the customer to its contact, on to the operator, and back; all three read one thread [S4.11]', async () => {
    const { reseller, agent, contact, admin, subscriptionId } = await aTriangle()
    await assign(agent, contact, reseller.id)
    const filed = await post(admin, own, { ...words, subscriptionId })
    expect(filed).toMatchObject({ status: 201, body: { status: 'open', desk: 'partner', partner: { id: reseller.id }, filedSide: 'customer', severity: 'critical', isOverdue: false, can: ['write', 'close', 'attach'] } })
    const { id } = filed.body
    const helper = await reseller.person('helpdeskAgent')
    expect((await read(helper, `${desk}?status=open&search=CORREO`)).items).toMatchObject([{ id, customer: { id: admin.tenantId } }])
    expect((await server.ask(operator, 'GET', `${operators}/${id}`)).status).toBe(404)
    expect((await post(helper, `${desk}/${id}/notes`, { body: 'Lo miramos.' })).body).toMatchObject({ status: 'attentionNeeded', answerDueAt: null, can: ['answer', 'escalate', 'close', 'attach'] })
    expect((await post(admin, `${own}/${id}/notes`, { body: 'Sigue igual.' })).body).toMatchObject({ status: 'open' })
    expect((await post(helper, `${desk}/${id}/escalation`, { body: 'No depende de nosotros.' })).body).toMatchObject({ status: 'open', desk: 'operator', movedBecause: 'escalated', can: ['write', 'attach'] })
    expect(problem(await post(helper, `${desk}/${id}/escalation`, { body: 'Otra vez.' }))).toEqual({ status: 409, reason: 'serviceRequestAtOperator' })
    expect(problem(await post(helper, `${desk}/${id}/closure`))).toEqual({ status: 409, reason: 'serviceRequestNotYours' })
    expect((await post(operator, `${operators}/${id}/notes`, { body: 'Arreglado.' })).body).toMatchObject({ status: 'attentionNeeded', can: ['answer', 'close', 'attach'] })
    const closed = await post(admin, `${own}/${id}/closure`)
    expect(closed.body).toMatchObject({ status: 'closed', can: ['write', 'reopen'], notes: [{ side: 'customer' }, { side: 'partner', authorName: helper.displayName }, { side: 'customer' }, { side: 'partner' }, { side: 'operator' }] })
    expect((await post(operator, `${operators}/${id}/reopening`)).body.status).toBe('open')
    const types = await sql<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])
    expect(types.map(({ type }) => type.split('.')[1])).toEqual(['filed', 'answered', 'written', 'escalated', 'answered', 'closed', 'reopened'])
  })

  it('is filed by a partner in the customer’s name only under privileges; without them it is told the way that remains [S0.27] [S0.L1.3]', async () => {
    const { partner, customer, agent } = await aBuyer({ services: ['office365'] })
    const path = `/customers/${customer.id}/service-requests`
    for (const role of ['globalAdmin', 'adminAgent', 'helpdeskAgent'] as const) expect((await post(await partner.person(role), path, words)).body).toMatchObject({ desk: 'operator', filedSide: 'partner', can: ['write', 'close', 'attach'] })
    expect(outcome(await post(await partner.person('salesAgent'), path, words))).toMatchObject({ status: 403, reason: 'roleMissing' })
    const admin = await customer.person('globalAdministrator')
    expect((await read(admin, own)).items).toHaveLength(3)
    await post(admin, `/partner-relationships/${partner.id}/privileges-removal`, { services: ['office365'] })
    expect(outcome(await post(agent, path, words))).toMatchObject({ status: 403, reason: 'noPrivileges' })
    const { fileBlocked, operatorSupport, items: listed } = await read(agent, path)
    expect({ ...fileBlocked, operatorSupport }).toMatchObject({ reasonCode: 'supportWithoutPrivileges', reasonText: expect.stringContaining('operator’s support'), operatorSupport: 'Microsoft support' })
    expect(listed).toHaveLength(3)
    const called = await post(operator, operators, { ...words, customerId: customer.id, partnerId: partner.id })
    expect(called.body).toMatchObject({ filedSide: 'operator', desk: 'operator', partner: { id: partner.id } })
    expect((await read(agent, `${desk}/${called.body.id}`)).can).toEqual(['write', 'attach'])
    expect((await read(admin, `${own}/${called.body.id}`)).notes).toHaveLength(1)
    expect((await post(await (await aPartner()).person('adminAgent'), path, words)).status).toBe(404)
  })

  it('takes what a cloud’s roles may not file', async () => {
    const { customer, partner } = await aBuyer({ partner: { cloud: 'china', country: 'CN' }, customer: { country: 'CN' }, services: ['office365'] })
    expect((await post(await partner.person('helpdeskAgent'), `/customers/${customer.id}/service-requests`, words)).status).toBe(201)
    expect((await read(await partner.person('salesAgent'), `/customers/${customer.id}/service-requests`)).fileBlocked).not.toBeNull()
  })

  it('goes to a partner that the customer names, or to the operator; never to a stranger, and nobody else finds it', async () => {
    const { partner, customer } = await aBuyer()
    const admin = await customer.person('helpdeskAdministrator')
    const { id } = (await post(admin, own, { ...words, partnerId: partner.id, serviceId: 'office365' })).body
    expect((await post(admin, own, words)).body).toMatchObject({ desk: 'operator', partner: null })
    const stranger = await aPartner()
    expect(problem(await post(admin, own, { ...words, partnerId: stranger.id }))).toEqual({ status: 422, reason: 'supportPartnerUnknown' })
    expect(problem(await post(admin, own, { ...words, subscriptionId: randomUUID() }))).toEqual({ status: 422, reason: 'supportSubscriptionUnknown' })
    expect(problem(await post(admin, own, { ...words, serviceId: 'no-such' }))).toEqual({ status: 422, reason: 'supportServiceUnknown' })
    expect(problem(await post(operator, operators, { ...words, customerId: randomUUID() }))).toEqual({ status: 422, reason: 'supportCustomerUnknown' })
    for (const [who, base] of [[await stranger.person('adminAgent'), desk], [await (await aCustomer()).person('globalAdministrator'), own]] as const) {
      expect((await server.ask(who, 'GET', `${base}/${id}`)).status).toBe(404)
      expect((await post(who, `${base}/${id}/notes`, { body: 'Hola' })).status).toBe(404)
    }
    expect((await server.ask(await customer.person(), 'GET', own)).status).toBe(403)
    expect((await post(await partner.person('salesAgent'), `${desk}/${id}/notes`, { body: 'Hola' })).status).toBe(403)
    expect((await read(await partner.person('salesAgent'), `${desk}/${id}`)).can).toEqual([])
  })

  it('shows when an answer is due and when it is late, and does nothing by itself', async () => {
    const { partner, customer, agent } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    const clock = testClock()
    const slow = await testServer({ at: clock })
    const { body } = await slow.ask(admin, 'POST', own, { body: { ...words, partnerId: partner.id } })
    expect(Date.parse(body.answerDueAt) - Date.parse(body.openedAt)).toBe(4 * 3_600_000)
    clock.forward({ milliseconds: 4 * 3_600_000 })
    expect((await slow.ask(agent, 'GET', `${desk}?overdue=true`)).body.items).toMatchObject([{ id: body.id, isOverdue: true, status: 'open' }])
    expect((await slow.ask(agent, 'POST', `${desk}/${body.id}/notes`, { body: { body: 'Perdón.' } })).body).toMatchObject({ isOverdue: false, answerDueAt: null })
    expect((await slow.ask(agent, 'GET', `${desk}?overdue=true`)).body.items).toEqual([])
  })

  it('pages by latest change', async () => {
    const { customer } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    for (const severity of ['critical', 'moderate', 'minimal']) await post(admin, own, { ...words, severity })
    const first = await read(admin, `${own}?size=2`)
    const second = await read(admin, `${own}?size=2&cursor=${encodeURIComponent(first.next)}`)
    expect([...first.items, ...second.items].map(({ severity }: { severity: string }) => severity).sort()).toEqual(['critical', 'minimal', 'moderate'])
    expect((await read(admin, `${own}?severity=minimal`)).items).toHaveLength(1)
  })

  it('is told to the other side by mail, without the words', async () => {
    const { partner, customer, agent } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    const { id } = (await post(admin, own, { ...words, partnerId: partner.id })).body
    await post(agent, `${desk}/${id}/notes`, { body: 'Secreto entre nosotros.' })
    for (const { id: eventId } of await sql<{ id: string }>('select id from events where resource_id = $1 order by sequence', [id])) await performNow(server.env, composeMails, theSystem, { eventId })
    const mails = await sql<{ template: string; recipient: string; body: string }>('select template, recipient, body from mails where about_id = $1 order by created_at, recipient', [id])
    expect(mails.map(({ template }) => template)).toEqual(expect.arrayContaining(['serviceRequestToPartner', 'serviceRequestToCustomer']))
    expect(mails.every(({ body }) => !body.includes('Secreto') && !body.includes('Desde esta mañana') && body.includes(id))).toBe(true)
    expect(mails.find(({ template }) => template === 'serviceRequestToCustomer')!.recipient).toBe(admin.userPrincipalName)
  })
})

describe('two at once', () => {
  it('answering and closing queue up: one is refused or both stand in order', async () => {
    const { partner, customer, agent } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    const { id } = (await post(admin, own, { ...words, partnerId: partner.id })).body
    const [answered, closed] = await Promise.all([post(agent, `${desk}/${id}/notes`, { body: 'Hecho.' }), post(admin, `${own}/${id}/closure`)])
    expect(closed.status).toBe(200)
    expect([201, 409]).toContain(answered.status)
    const whole = await read(admin, `${own}/${id}`)
    expect(whole).toMatchObject({ status: 'closed', answerDueAt: null })
    expect(whole.notes).toHaveLength(answered.status === 201 ? 2 : 1)
  })

  it('one closes, the other is told', async () => {
    const { partner, customer, agent } = await aBuyer()
    const { id } = (await post(await customer.person('globalAdministrator'), own, { ...words, partnerId: partner.id })).body
    const both = await Promise.all([post(agent, `${desk}/${id}/closure`), post(agent, `${desk}/${id}/closure`)])
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })
})

describe('a partner that leaves', () => {
  it('leaves its open requests to the operator, reads them no more, and is off the customer’s list [S0.L3.1]', async () => {
    const { partner, customer, agent } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    const [open, done] = [(await post(admin, own, { ...words, partnerId: partner.id })).body.id, (await post(admin, own, { ...words, partnerId: partner.id })).body.id]
    await post(admin, `${own}/${done}/closure`)
    expect((await read(admin, '/own-support')).partners).toMatchObject([{ supportTenantId: partner.id, name: partner.name }])
    expect((await remove(partner, customer)).status).toBeLessThan(300)
    expect((await read(admin, '/own-support')).partners).toEqual([])
    expect(await read(admin, `${own}/${open}`)).toMatchObject({ status: 'open', desk: 'operator', partner: null, movedBecause: 'relationshipEnded' })
    expect((await server.ask(agent, 'GET', `${desk}/${open}`)).status).toBe(404)
    expect((await read(operator, `${operators}/${open}`)).can).toEqual(['answer', 'close', 'attach'])
    expect(await read(agent, `${desk}/${done}`)).toMatchObject({ status: 'closed', can: [] })
    expect(problem(await post(admin, `${own}/${done}/notes`, { body: 'Otra vez.' }))).toEqual({ status: 409, reason: 'serviceRequestOver' })
  })

  it('leaves nothing open behind when the customer writes at the same moment', async () => {
    const { partner, customer } = await aBuyer()
    const admin = await customer.person('globalAdministrator')
    const { id } = (await post(admin, own, { ...words, partnerId: partner.id })).body
    await post(admin, `${own}/${id}/closure`)
    const [removed] = await Promise.all([remove(partner, customer), post(admin, `${own}/${id}/notes`, { body: 'Otra vez.' }), post(admin, own, { ...words, partnerId: partner.id })])
    expect(removed.status).toBeLessThan(300)
    const left = await sql(`select id from service_requests where partner_id = $1 and status <> 'closed'`, [partner.id])
    expect(left).toEqual([])
  })

  it('a customer that closes leaves nothing to be answered', async () => {
    const { partner, customer } = await aBuyer()
    const { id } = (await post(await customer.person('globalAdministrator'), own, { ...words, partnerId: partner.id })).body
    expect((await post(operator, `/operator/customers/${customer.id}/closure`)).status).toBeLessThan(300)
    expect(await sql('select status, closed_because from service_requests where id = $1', [id])).toEqual([{ status: 'closed', closed_because: 'tenantClosed' }])
  })
})
