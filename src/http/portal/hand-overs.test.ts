import { describe, expect, it } from 'vitest'
import { anAgreedHandOver, handOverActs, hasSigned, partnersOf } from '../../../test/support/hand-overs.ts'
import { aRequest, requestRow } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, type PartnerWishes, sql, type TenantWishes } from '../../../test/support/world.ts'
import { performNow } from '../../application/perform.ts'
import { expireDueHandOvers } from '../../application/hand-overs/end-hand-over.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
const { read, give, take, agree, accept, decline, withdraw } = handOverActs(server)
const { versionId } = await anAgreement()
const both = ['azureActiveDirectory', 'office365']
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]
const reasons = ({ body }: { body: { problems: { reasonCode: string }[] } }) => body.problems.map(({ reasonCode }) => reasonCode)

async function three({ from: giver = {}, to: taker = {}, customer: wishes = {}, services = ['office365'] }: { from?: PartnerWishes; to?: PartnerWishes; customer?: TenantWishes; services?: string[] } = {}) {
  const [from, to, customer] = [await aPartner(giver), await aPartner(taker), await aCustomer(wishes)]
  await aRelationship(from, customer, { services })
  await hasSigned(customer, versionId)
  return { from, to, customer, giver: await from.person('adminAgent'), taker: await to.person('adminAgent'), admin: await customer.person('globalAdministrator') }
}

describe('a hand-over that the present partner proposes', () => {
  it('tells the proposer nothing of the other partner until that one has answered', async () => {
    const { to, customer, giver } = await three()
    const known = await give(giver, customer, to)
    expect(known.status).toBe(201)
    await withdraw(giver, known.body.id)
    const unknown = await give(giver, customer, { domain: 'nobody.example' })
    const shape = ({ body }: typeof known) => ({ ...body, id: 0, namedPartnerDomain: 0, createdAt: 0, validUntil: 0 })
    expect({ ...shape(unknown) }).toEqual({ ...shape(known) })
    expect(known.body).toMatchObject({ side: 'from', isGiven: true, to: null, status: 'proposed', can: ['withdraw'], namedPartnerDomain: to.domain })
  })

  it('moves the customer in one step when all three have said yes', async () => {
    const { from, to, customer, giver, taker, admin } = await three({ services: ['office365', 'azureActiveDirectory'] })
    const open = await aRequest(from, { namedCustomer: customer, kind: 'restorePrivileges', services: ['office365'] })
    const before = await server.ask(giver, 'GET', `/customers/${customer.id}/hand-over`, { language: 'en' })
    expect(before.body).toMatchObject({ customer: { name: customer.name }, problems: [] })
    const { id } = (await give(giver, customer, to)).body
    expect((await read(admin, id)).status).toBe(404)
    const asked = await read(taker, id)
    expect(asked.body).toMatchObject({ side: 'to', from: { id: from.id, name: from.name }, customer: { name: customer.name, country: 'ES' }, can: ['agree', 'decline'], problems: [] })
    expect(asked.body.preview.services.every((service: { begins: boolean }) => service.begins)).toBe(true)
    expect((await agree(taker, id, { askPrivileges: true })).body).toMatchObject({ status: 'agreed', can: ['withdraw'] })
    const page = await read(admin, id)
    expect(page.body).toMatchObject({ side: 'customer', from: { name: from.name }, to: { name: to.name }, can: ['accept', 'decline'], problems: [], namedPartnerDomain: null })
    expect(page.body.preview.liable).toContain(to.name)
    expect(page.body.preview.services).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'office365', ends: true, begins: true })]))
    const done = await accept(admin, id)
    expect([done.status, done.body.status]).toEqual([201, 'accepted'])
    expect(await partnersOf(customer)).toEqual({ partners: [to.id], lists: [to.id], grants: both.map((service) => ({ partner: to.id, service })) })
    expect((await requestRow(open.id)).status).toBe('withdrawn')
    expect((await server.ask(giver, 'GET', `/customers/${customer.id}/users`)).status).toBe(404)
    expect((await server.ask(taker, 'GET', `/customers/${customer.id}`)).status).toBe(200)
    const events = await sql('select type from events where resource_id = $1 order by sequence', [id])
    expect(events.map(({ type }) => type)).toEqual(['handOver.proposed', 'handOver.agreed', 'handOver.accepted'])
    const evidence = await server.ask(admin, 'POST', '/evidence/export', { body: { format: 'json' } })
    expect(evidence.body.handOvers).toEqual([expect.objectContaining({ id, answer: 'accepted', from: { id: from.id, name: from.name }, to: { id: to.id, name: to.name } })])
    expect(evidence.body.relationships.map(({ origin, endedAt }: { origin: string; endedAt: string | null }) => [origin, endedAt === null])).toEqual([['import', false], ['handOver', true]])
    const seen = await server.ask(giver, 'GET', '/activity', { language: 'es' })
    expect(seen.body.items.map(({ text }: { text: string }) => text).join()).toMatch(/aceptó el traspaso/)
  })

  it('repeats its answer under its key, and asks the customer to prove itself again', async () => {
    const { from, to, customer, admin } = await three()
    const id = await anAgreedHandOver(from, to, customer, { services: both })
    expect(problem(await accept(admin, id, { authenticatedAt: new Date(Date.now() - 3_600_000) }))).toEqual([403, 'stepUpRequired', 'stepUpMissing'])
    const key = crypto.randomUUID()
    const { versionShown } = (await read(admin, id)).body
    const say = () => server.ask(admin, 'POST', `/hand-overs/${id}/acceptance`, { body: { versionShown }, key })
    const [first, again] = [await say(), await say()]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(problem(await accept(admin, id))).toEqual([409, 'invalidTransition', undefined])
  })

  it('is agreed to by the other partner alone, and exists for nobody else', async () => {
    const { to, customer, giver } = await three()
    const { id } = (await give(giver, customer, to)).body
    expect(problem(await agree(giver, id))).toEqual([409, 'invalidTransition', undefined])
    const stranger = await (await aPartner()).person('adminAgent')
    for (const answer of [await read(stranger, id), await decline(stranger, id), await withdraw(stranger, id)]) expect(answer.status).toBe(404)
    expect(problem(await agree(await to.person('salesAgent'), id))).toEqual([403, 'notAllowed', 'roleMissing'])
  })
})

describe('a hand-over that the new partner proposes', () => {
  it('names nobody whom it may not know, and the present partner finds its own customer', async () => {
    const { from, to, customer, giver, taker, admin } = await three()
    const made = await take(taker, customer, from, { askPrivileges: false })
    expect(made.body).toMatchObject({ side: 'to', from: null, customer: { id: null, name: null, domain: customer.domain, country: null }, isGiven: false })
    expect((await read(giver, made.body.id)).body).toMatchObject({ side: 'from', to: { name: to.name }, problems: [], can: ['agree', 'decline'] })
    expect((await agree(giver, made.body.id)).body).toMatchObject({ status: 'agreed', customer: { id: customer.id, name: customer.name } })
    expect((await accept(admin, made.body.id)).status).toBe(201)
    expect(await partnersOf(customer)).toEqual({ partners: [to.id], lists: [to.id], grants: [] })
  })

  it('shows the present partner that the customer named is not on its list, and nobody else', async () => {
    const { from, giver, taker } = await three()
    const { id } = (await take(taker, { domain: 'somebody-else.example' }, from)).body
    const seen = await read(giver, id)
    expect(reasons(seen)).toEqual(['handOverNotRelated'])
    expect(problem(await agree(giver, id))).toEqual([409, 'handOverNotPossible', 'handOverNotRelated'])
    expect((await read(taker, id)).body).toMatchObject({ problems: [], customer: { name: null } })
  })
})

describe('what stands in the way of a hand-over', () => {
  it('is shown before with its reason, and refused with the same: the market, standing, debt and the agreement', async () => {
    const cases = [
      { to: { country: 'BR' }, reason: 'handOverOutsideMarket' },
      { to: { status: 'suspended' as const }, reason: 'handOverToSuspended' },
      { to: { hasSigned: false }, reason: 'handOverToUnsigned' },
    ]
    for (const { to: wishes, reason } of cases) {
      const { from, to, customer, admin } = await three({ to: wishes })
      const id = await anAgreedHandOver(from, to, customer)
      expect(reasons(await read(admin, id)), reason).toContain(reason)
      expect(problem(await accept(admin, id)), reason).toEqual([409, 'handOverNotPossible', reason])
      expect((await partnersOf(customer)).partners).toEqual([from.id])
    }
    const [from, to, customer] = [await aPartner(), await aPartner(), await aCustomer()]
    await aRelationship(from, customer)
    const id = await anAgreedHandOver(from, to, customer)
    expect(reasons(await read(await customer.person('globalAdministrator'), id))).toEqual(['handOverAgreementMissing'])
    expect(reasons(await read(await customer.person('billingAdministrator'), id))).toContain('handOverWrongRole')
  })

  it('includes a second proposal for the same customer, until the first is over', async () => {
    const { to, customer, giver } = await three()
    const { id } = (await give(giver, customer, to)).body
    expect(problem(await give(giver, customer, to))).toEqual([409, 'handOverNotPossible', 'handOverOpenAlready'])
    expect(reasons(await server.ask(giver, 'GET', `/customers/${customer.id}/hand-over`))).toEqual(['handOverOpenAlready'])
    await sql(`update hand_overs set created_at = now() - interval '40 days', expires_at = now() - interval '10 days' where id = $1`, [id])
    expect((await give(giver, customer, to)).status).toBe(201)
    expect((await read(giver, id)).body.status).toBe('expired')
  })

  it('is that whoever spoke for a partner may no longer do so', async () => {
    const { from, to, customer, admin } = await three()
    const id = await anAgreedHandOver(from, to, customer)
    await sql(`update people set roles = '{salesAgent}' where id = $1`, [(await to.person('adminAgent')).id])
    expect(problem(await accept(admin, id))).toEqual([409, 'handOverNotPossible', 'handOverAskerLostRight'])
  })

  it('is another partner that holds a service alone, or is there at all, where the cloud says so; the old one lets go as the new one takes it [S2.23]', async () => {
    await anAgreement('china')
    const china = { cloud: 'china', country: 'CN' } as const
    const [from, to, third, customer] = [await aPartner(china), await aPartner(china), await aPartner(china), await aCustomer(china)]
    await aRelationship(from, customer, { services: ['office365'] })
    await sql(`update delegated_admin_privileges set is_exclusive = true where partner_id = $1`, [from.id])
    const [version] = await sql<{ id: string }>(`select id from agreement_versions where cloud = 'china'`)
    await sql(`insert into signatures (customer_id, id, version_id, language, sha256, person_id, role, signed_at, authenticated_by) select $1, $2, $3, 'zh-Hans', sha256, $4, 'globalAdministrator', now(), '{pwd}' from agreement_texts where version_id = $3 and language = 'zh-Hans'`, [customer.id, crypto.randomUUID(), version!.id, (await customer.person('globalAdministrator')).id])
    const made = await give(await from.person('adminAgent'), customer, to)
    expect(problem(await agree(await to.person('adminAgent'), made.body.id, { askPrivileges: false }))).toEqual([409, 'handOverNotPossible', 'privilegesAddedByCloud'])
    const agreed = await agree(await to.person('adminAgent'), made.body.id)
    const services = agreed.body.asks.services.map(({ id }: { id: string }) => id)
    expect(services).toContain('office365')
    await aRelationship(third, customer)
    const other = services.find((service: string) => service !== 'office365')!
    await sql(`insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by, is_exclusive) values ($1, $2, $3, $4, now(), $5, true)`, [third.id, customer.id, other, crypto.randomUUID(), (await customer.person('globalAdministrator')).id])
    const admin = await customer.person('globalAdministrator')
    expect(reasons(await read(admin, made.body.id))).toContain('exclusiveServiceTaken')
    await sql('update delegated_admin_privileges set ended_at = now() where partner_id = $1', [third.id])
    expect((await accept(admin, made.body.id)).status).toBe(201)
    expect((await partnersOf(customer)).grants).toEqual([...services].sort((one: string, other: string) => (one < other ? -1 : 1)).map((service) => ({ partner: to.id, service })))
  })
})

describe('an open hand-over ends', () => {
  it('with its relationship, with a suspended partner, with the customer’s organization and with its last day', async () => {
    const one = await three()
    const removed = await anAgreedHandOver(one.from, one.to, one.customer)
    const { statement } = (await server.ask(one.giver, 'GET', `/customers/${one.customer.id}/removal`)).body
    expect((await server.ask(one.giver, 'POST', `/customers/${one.customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })).status).toBe(201)
    expect((await read(one.taker, removed)).body).toMatchObject({ status: 'ended', endedBecause: 'relationshipRemoved' })

    const two = await three()
    const suspended = await anAgreedHandOver(two.from, two.to, two.customer)
    const operator = await anOperator()
    const answer = await server.ask(operator, 'POST', `/operator/partners/${two.to.id}/suspension`, { body: { reason: 'A check' } })
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    expect((await read(two.giver, suspended)).body).toMatchObject({ status: 'ended', endedBecause: 'partnerSuspended' })

    const closing = await three()
    const closed = await anAgreedHandOver(closing.from, closing.to, closing.customer)
    const closure = await server.ask(operator, 'POST', `/operator/customers/${closing.customer.id}/closure`, { body: {} })
    expect(closure.status, JSON.stringify(closure.body)).toBeLessThan(300)
    expect((await read(closing.giver, closed)).body).toMatchObject({ status: 'ended', endedBecause: 'tenantClosed' })

    const late = await three()
    const due = await anAgreedHandOver(late.from, late.to, late.customer)
    await sql(`update hand_overs set expires_at = now() - interval '1 minute' where id = $1`, [due])
    expect(problem(await accept(late.admin, due))).toEqual([409, 'invalidTransition', undefined])
    expect(await performNow(server.env, expireDueHandOvers, theSystem, undefined)).toBeGreaterThan(0)
    const [row] = await sql('select status from hand_overs where id = $1', [due])
    expect(row!.status).toBe('expired')
  })

  it('with a no of the other partner or of the customer, whose words the others read, and with a withdrawal', async () => {
    const { from, to, customer, giver, taker, admin } = await three()
    const first = (await give(giver, customer, to)).body.id
    expect((await decline(taker, first, 'Too far away.')).body).toMatchObject({ status: 'declined', note: 'Too far away.' })
    expect((await read(giver, first)).body).toMatchObject({ status: 'declined', note: 'Too far away.', to: { name: to.name } })
    const second = await anAgreedHandOver(from, to, customer)
    expect((await decline(admin, second, 'We stay.')).status).toBe(200)
    expect((await read(taker, second)).body).toMatchObject({ status: 'declined', note: 'We stay.' })
    const third = await anAgreedHandOver(from, to, customer)
    expect((await withdraw(taker, third)).body.status).toBe('withdrawn')
    expect(problem(await accept(admin, third))).toEqual([409, 'invalidTransition', undefined])
    expect((await server.ask(admin, 'GET', '/hand-overs')).body.items.map(({ status }: { status: string }) => status).sort()).toEqual(['declined', 'withdrawn'])
    expect((await partnersOf(customer)).partners).toEqual([from.id])
  })
})
