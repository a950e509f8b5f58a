import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'

const server = await testServer()
const both = ['azureActiveDirectory', 'office365']
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const preview = (who: TestPerson, id: string, language = 'en', at = server) => at.ask(who, 'GET', `/customers/${id}/removal`, { language })
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })

async function remove(who: TestPerson, id: string, body: object = {}, { at = server, ...more }: Parameters<typeof server.ask>[3] & { at?: typeof server } = {}) {
  const { statement } = (await preview(who, id, 'en', at)).body
  return at.ask(who, 'POST', `/customers/${id}/removal`, { body: { statementSha256: statement?.sha256 ?? 'a'.repeat(64), endPrivileges: false, ...body }, ...more })
}

async function aPair(wishes: { services?: string[]; partner?: Parameters<typeof aPartner>[0]; customer?: Parameters<typeof aCustomer>[0] } = {}) {
  const partner = await aPartner(wishes.partner)
  const customer = await aCustomer({ cloud: wishes.partner?.cloud ?? 'public', ...wishes.customer })
  await aRelationship(partner, customer, { services: wishes.services ?? [] })
  return { partner, customer, agent: await partner.person('adminAgent') }
}

async function anEndRequest(partner: TestTenant, customer: TestTenant) {
  const id = randomUUID()
  const admin = await customer.person('globalAdministrator')
  await sql(`insert into end_requests (partner_id, customer_id, id, status, reason, asked_at, asked_by, answer_due_at) values ($1, $2, $3, 'asked', 'We merge', now(), $4, now() + interval '30 days')`, [partner.id, customer.id, id, admin.id])
  return id
}

const held = (partner: TestTenant) => sql<{ service: string; ended_at: Date | null; end_reason: string | null }>('select service, ended_at, end_reason from delegated_admin_privileges where partner_id = $1 order by service', [partner.id])
const feed = (tenant: TestTenant) => sql(`select e.type, e.data, r.counterpart_id from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 order by e.at, e.type`, [tenant.id])

describe('the page before removing', () => {
  it('shows the statement of good faith and indemnity, with its hash, in the reader’s language [S1.49] [S1.50] [S1.51]', async () => {
    const { customer, agent } = await aPair()
    const [english, spanish] = [(await preview(agent, customer.id)).body, (await preview(agent, customer.id, 'es')).body]
    expect(english.statement.text).toMatch(/good faith.*legitimate business purpose.*in line with its contracts.*defend Microsoft and hold Microsoft harmless.*legal notice of termination/s)
    expect(spanish.statement.text).toMatch(/buena fe.*fin comercial legítimo.*conforme a sus contratos.*mantendrá indemne.*aviso legal de terminación/s)
    for (const { statement } of [english, spanish]) expect(statement.sha256).toBe(sha256(statement.text))
  })

  it('says that no notice is generated [S1.52]', async () => {
    const { customer, agent } = await aPair()
    expect((await preview(agent, customer.id)).body.noticeNote).toContain('No legal notice to the customer or to another partner is generated')
  })

  it('lists no blockers and says why, and what stops and what stays', async () => {
    const { customer, agent } = await aPair({ services: ['office365'] })
    const { body } = await preview(agent, customer.id)
    expect(body).toMatchObject({ blockers: [], privileges: [{ service: 'office365', serviceName: 'Office 365' }], privilegesChoice: 'ask' })
    expect(body.blockersNote).toContain('No subscription')
    expect(body.whatStops.join(' ')).toMatch(/leaves the customer list.*Nothing more can be bought.*Open requests.*Admin privileges on Office 365 stay in force unless.*support for what was sold, do not end/s)
    expect((await preview((await aPair()).agent, customer.id)).status).toBe(404)
  })

  it('changes nothing', async () => {
    const { customer, agent, partner } = await aPair({ services: both })
    await preview(agent, customer.id)
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toHaveLength(1)
    expect(await feed(partner)).toEqual([])
  })
})

describe('removing a customer', () => {
  it.each(['globalAdmin', 'adminAgent'] as const)('by a %s takes it off the list [S1.2] [S1.44] [S1.45] [S1.46] [S1.47] [S0.L3.4]', async (role) => {
    const { partner, customer } = await aPair({ partner: { kinds: ['indirectReseller'] } })
    const agent = await partner.person(role)
    expect((await server.ask(agent, 'GET', '/customers')).body.items.map((row: { customerId: string }) => row.customerId)).toEqual([customer.id])
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body.can).toContain('remove')
    const { status, body } = await remove(agent, customer.id, { reason: 'No orders for two years' })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toEqual({
      removedAt: expect.any(String),
      privilegesEnded: false,
      servicesEnded: [],
      servicesRemaining: [],
      requestsWithdrawn: 0,
      reinstate: { kind: 'establish', customer: { customerId: customer.id, domain: customer.domain, country: 'ES', companyName: customer.name }, askPrivileges: false },
    })
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toEqual([])
    expect(await sql('select ended_by, end_reason from reseller_relationships where partner_id = $1 and ended_at is not null', [partner.id])).toEqual([{ ended_by: agent.id, end_reason: 'No orders for two years' }])
  })

  it('leaves granted privileges unchanged unless they are ended too, and never silently [S1.48]', async () => {
    const { partner, customer, agent } = await aPair({ services: both })
    expect((await remove(agent, customer.id)).body).toMatchObject({ privilegesEnded: false, servicesEnded: [], servicesRemaining: both })
    expect((await held(partner)).map(({ ended_at }) => ended_at)).toEqual([null, null])
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body).toMatchObject({ removed: { at: expect.any(String) }, privileges: both.map((service) => ({ service })), can: [] })
    for (const [one, other] of [[partner, customer], [customer, partner]] as const) {
      expect(await feed(one)).toMatchObject([{ type: 'resellerRelationship.removed', counterpart_id: other.id, data: { privilegesEnded: [], privilegesRemaining: both } }])
    }
  })

  it('ends privileges in the same step where that was chosen, and tells both sides', async () => {
    const { partner, customer, agent } = await aPair({ services: both })
    expect((await remove(agent, customer.id, { endPrivileges: true })).body).toMatchObject({ privilegesEnded: true, servicesEnded: both, servicesRemaining: [] })
    expect(await held(partner)).toMatchObject(both.map((service) => ({ service, ended_at: expect.any(Date), end_reason: 'removedWithRelationship' })))
    expect((await feed(customer)).map(({ type }) => type)).toEqual(['privileges.removed', 'resellerRelationship.removed'])
  })

  it('ends privileges always where the operator decided so', async () => {
    const always = await testServer({ manifestOf: () => ({ ...builtInClouds.public, removalEndsPrivileges: 'always' }) })
    const { customer, agent, partner } = await aPair({ services: both })
    expect((await preview(agent, customer.id, 'en', always)).body).toMatchObject({ privilegesChoice: 'always' })
    expect(problem(await remove(agent, customer.id, { endPrivileges: false }, { at: always }))).toEqual({ status: 422, code: 'privilegesRuledByCloud', reason: 'privilegesEndWithRelationship' })
    expect((await held(partner)).map(({ ended_at }) => ended_at)).toEqual([null, null])
    expect((await remove(agent, customer.id, { endPrivileges: true }, { at: always })).body.privilegesEnded).toBe(true)
  })

  it('goes through the provider where the operator decided so', async () => {
    const through = await testServer({ manifestOf: () => ({ ...builtInClouds.public, indirectResellerMayRemove: false }) })
    const reseller = await aPair({ partner: { kinds: ['indirectReseller'] } })
    expect((await preview(reseller.agent, reseller.customer.id, 'en', through)).body.blockers).toMatchObject([{ reasonCode: 'removedThroughProvider' }])
    expect((await through.ask(reseller.agent, 'GET', `/customers/${reseller.customer.id}`)).body.can).not.toContain('remove')
    const refused = await remove(reseller.agent, reseller.customer.id, {}, { at: through })
    expect(problem(refused)).toEqual({ status: 409, code: 'removalBlocked', reason: 'removedThroughProvider' })
    expect(refused.body.blockers).toMatchObject([{ reasonCode: 'removedThroughProvider', reasonText: expect.stringContaining('provider') }])
    const direct = await aPair({ partner: { kinds: ['directBill', 'indirectReseller'] } })
    expect((await remove(direct.agent, direct.customer.id, {}, { at: through })).status).toBe(201)
  })

  it('keeps the hash of the statement that was read, in whichever language', async () => {
    const { partner, customer, agent } = await aPair()
    const { statement } = (await preview(agent, customer.id, 'es')).body
    expect(problem(await server.ask(agent, 'POST', `/customers/${customer.id}/removal`, { body: { statementSha256: sha256('another text'), endPrivileges: false } }))).toEqual({ status: 409, code: 'removalBlocked', reason: 'statementChanged' })
    expect((await server.ask(agent, 'POST', `/customers/${customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: false } })).status).toBe(201)
    const [row] = await sql('select end_statement_sha256 from reseller_relationships where partner_id = $1', [partner.id])
    expect(row!.end_statement_sha256.toString('hex')).toBe(statement.sha256)
  })

  it('withdraws the open requests that name this customer, by id or by domain, and no others', async () => {
    const { customer, agent } = await aPair()
    const ask = async (body: object) => (await server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'en', ...body } })).body.id
    const restoring = await ask({ kind: 'restorePrivileges', customer: { customerId: customer.id } })
    const byDomain = await ask({ customer: { domain: 'other.example' } })
    await sql('update relationship_requests set named_domain = $2 where id = $1', [byDomain, customer.domain])
    const unbound = await ask({})
    expect((await remove(agent, customer.id)).body.requestsWithdrawn).toBe(2)
    const statusOf = async (id: string) => (await server.ask(agent, 'GET', `/relationship-requests/${id}`)).body.status
    expect([await statusOf(restoring), await statusOf(byDomain), await statusOf(unbound)]).toEqual(['withdrawn', 'withdrawn', 'draft'])
    expect(await sql(`select data from events where resource_id = $1 and type = 'relationshipRequest.withdrawn'`, [restoring])).toEqual([{ data: { because: 'relationshipRemoved' } }])
  })

  it('ends every channel of a partner that had two', async () => {
    const { partner, customer, agent } = await aPair({ partner: { kinds: ['directBill', 'indirectReseller'] } })
    await sql(`insert into reseller_relationships (partner_id, customer_id, id, channel, started_at, origin) values ($1, $2, $3, 'indirectReseller', now(), 'import')`, [partner.id, customer.id, randomUUID()])
    await remove(agent, customer.id)
    expect(await sql('select channel from reseller_relationships where partner_id = $1 and ended_at is null', [partner.id])).toEqual([])
    expect((await feed(customer)).map(({ data }) => [...(data as { channels: string[] }).channels].sort())).toEqual([['direct', 'indirectReseller']])
  })

  it('touches nobody else’s relationship with that customer', async () => {
    const { customer, agent } = await aPair({ services: both })
    const other = await aPartner()
    await aRelationship(other, customer, { services: both })
    await remove(agent, customer.id, { endPrivileges: true })
    expect((await server.ask(await other.person('adminAgent'), 'GET', `/customers/${customer.id}`)).body).toMatchObject({ removed: null, privileges: both.map((service) => ({ service })) })
  })

  it('has one effect however often pressed, with one key or with many', async () => {
    const { customer, agent } = await aPair({ services: both })
    const body = { statementSha256: (await preview(agent, customer.id)).body.statement.sha256, endPrivileges: true }
    const key = randomUUID()
    const press = () => server.ask(agent, 'POST', `/customers/${customer.id}/removal`, { body, key })
    const [first, second] = [await press(), await press()]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    const parallel = await aPair({ services: both })
    const { statement } = (await preview(parallel.agent, parallel.customer.id)).body
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => server.ask(parallel.agent, 'POST', `/customers/${parallel.customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })),
    )
    expect(presses.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 404, 404, 404])
    expect((await feed(parallel.customer)).filter(({ type }) => type === 'resellerRelationship.removed')).toHaveLength(1)
  })

  it('needs the role, a recent sign-in, a key and a body that fits', async () => {
    const { partner, customer, agent } = await aPair()
    for (const role of ['salesAgent', 'helpdeskAgent', 'billingAdmin'] as const) {
      expect(problem(await remove(await partner.person(role), customer.id))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    }
    expect(problem(await remove(agent, customer.id, {}, { authenticatedAt: new Date(server.env.clock().getTime() - 16 * 60_000) }))).toMatchObject({ status: 403, code: 'stepUpRequired' })
    expect(problem(await remove(agent, customer.id, {}, { key: null }))).toMatchObject({ status: 400, code: 'idempotencyKeyMissing' })
    for (const body of [{ endPrivileges: 'yes' }, { statementSha256: 'x' }, { endPrivileges: undefined }, { reason: '' }, { force: true }]) {
      expect((await remove(agent, customer.id, body)).status).toBe(422)
    }
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toHaveLength(1)
  })
})

describe('removed customers', () => {
  it('are listed latest first, with what a request to reinstate needs [S0.L3.6] [S4.23]', async () => {
    const { partner, customer, agent } = await aPair({ services: both })
    const second = await aCustomer({ country: 'FR' })
    await aRelationship(partner, second)
    await remove(agent, customer.id, { endPrivileges: true })
    await remove(agent, second.id)
    const { body } = await server.ask(agent, 'GET', '/removed-customers')
    expect(body.items).toMatchObject([
      { customerId: second.id, hadServices: [], privilegesRemain: [], prefill: { kind: 'establish', customer: { customerId: second.id, country: 'FR' }, askPrivileges: false } },
      { customerId: customer.id, hadServices: both, privilegesRemain: [], prefill: { kind: 'establish', customer: { customerId: customer.id, domain: customer.domain, companyName: customer.name }, askPrivileges: true } },
    ])
    const pages = [(await server.ask(agent, 'GET', '/removed-customers?size=1')).body]
    pages.push((await server.ask(agent, 'GET', `/removed-customers?size=1&cursor=${pages[0].next}`)).body)
    expect(pages.map(({ items, next, previous }) => [items[0].customerId, next === null, previous === null])).toEqual([[second.id, false, true], [customer.id, true, false]])
    const { kind, customer: named, askPrivileges } = body.items[1].prefill
    const again = await server.ask(agent, 'POST', '/relationship-requests', { body: { kind, customer: named, askPrivileges, language: 'es' } })
    expect(again.body).toMatchObject({ kind: 'establish', services: both, customerName: customer.name })
  })

  it('show privileges that remained, and are nobody else’s to see', async () => {
    const { customer, agent } = await aPair({ services: ['office365'] })
    await remove(agent, customer.id)
    expect((await server.ask(agent, 'GET', '/removed-customers')).body.items).toMatchObject([{ customerId: customer.id, privilegesRemain: ['office365'] }])
    expect((await server.ask((await aPair()).agent, 'GET', '/removed-customers')).body.items).toEqual([])
    expect((await server.ask(null, 'GET', '/removed-customers')).status).toBe(401)
  })
})

describe('a customer that asked for the end', () => {
  const answer = (who: TestPerson, id: string, body: object) => server.ask(who, 'POST', `/customers/${id}/end-answers`, { body })

  it('is seen on the account, with what is due when', async () => {
    const { partner, customer, agent } = await aPair()
    const id = await anEndRequest(partner, customer)
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body).toMatchObject({
      endRequest: { id, status: 'asked', reason: 'We merge', askedAt: expect.any(String), answerDueAt: expect.any(String) },
      can: ['updateAccount', 'remove', 'attestAgreement', 'answerEnd'],
    })
  })

  it('is let go where the partner agrees, in one step', async () => {
    const { partner, customer, agent } = await aPair({ services: ['office365'] })
    await anEndRequest(partner, customer)
    const { statement } = (await preview(agent, customer.id)).body
    expect(problem(await answer(agent, customer.id, { answer: 'agreed' }))).toEqual({ status: 422, code: 'invalidInput', reason: 'statementMissing' })
    const { status, body } = await answer(agent, customer.id, { answer: 'agreed', statementSha256: statement.sha256, note: 'Good luck' })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({ answer: 'agreed', removedAt: expect.any(String), privilegesEnded: true })
    expect(await sql('select status, answer_note, answered_by from end_requests where partner_id = $1', [partner.id])).toEqual([{ status: 'agreed', answer_note: 'Good luck', answered_by: agent.id }])
    expect((await feed(customer)).find(({ type }) => type === 'resellerRelationship.removed')!.data).toMatchObject({ isAnswerToCustomer: true })
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toEqual([])
  })

  it('stays where the partner refuses, and reads the note', async () => {
    const { partner, customer, agent } = await aPair()
    await anEndRequest(partner, customer)
    const { status, body } = await answer(agent, customer.id, { answer: 'refused', note: 'There is an open invoice' })
    expect([status, body]).toEqual([201, { answer: 'refused' }])
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body).toMatchObject({ endRequest: null, removed: null })
    const [event] = await feed(customer)
    expect(event).toMatchObject({ type: 'resellerRelationship.endRefused', data: { hasNote: true } })
    expect(JSON.stringify(event)).not.toContain('invoice')
    expect(problem(await answer(agent, customer.id, { answer: 'refused' }))).toEqual({ status: 409, code: 'invalidTransition', reason: 'noOpenEndRequest' })
  })

  it('is answered by an ordinary removal as well', async () => {
    const { partner, customer, agent } = await aPair()
    await anEndRequest(partner, customer)
    await remove(agent, customer.id)
    expect(await sql('select status from end_requests where partner_id = $1', [partner.id])).toEqual([{ status: 'agreed' }])
  })

  it('is answered by those who may remove, and by nobody else', async () => {
    const { partner, customer } = await aPair()
    await anEndRequest(partner, customer)
    expect(problem(await answer(await partner.person('salesAgent'), customer.id, { answer: 'refused' }))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    expect((await answer((await aPair()).agent, customer.id, { answer: 'refused' })).status).toBe(404)
    expect((await answer(await partner.person('adminAgent'), customer.id, { answer: 'maybe' })).status).toBe(422)
  })
})
