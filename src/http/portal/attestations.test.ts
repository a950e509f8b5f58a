import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aNewCustomer, aStatement, creating, problemOf } from '../../../test/support/new-customers.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { composeMails } from '../../application/mail/compose-mails.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { addDays, dayOf } from '../../domain/activity/day-bounds.ts'

const server = await testServer()
const agreement = await anAgreement('public', { number: 2 })
await anAgreement('usGov')
const create = creating(server)
const attest = (who: TestPerson | null, customer: TestTenant, wishes = {}, more = {}) =>
  server.ask(who, 'POST', `/customers/${customer.id}/attestations`, { body: aStatement(wishes), ...more })
const account = async (who: TestPerson, customer: TestTenant) => (await server.ask(who, 'GET', `/customers/${customer.id}`)).body
const shown = () => ({ versionId: agreement.versionId, language: 'es', sha256: agreement.sha256('es') })

async function aPair(wishes: Parameters<typeof aPartner>[0] = {}) {
  const partner = await aPartner(wishes)
  const customer = await aCustomer({ cloud: wishes.cloud ?? 'public' })
  await aRelationship(partner, customer)
  return { partner, customer, agent: await partner.person('salesAgent') }
}

describe('a partner that attests the customer agreement (D.6)', () => {
  it('does it while adding the customer', async () => {
    const agent = await (await aPartner()).person('salesAgent')
    const { status, body } = await create(agent, aNewCustomer(), { choice: 'attested', statement: aStatement({ phone: '+34 600 000 000' }) })
    expect({ status, agreement: body.agreement }, JSON.stringify(body)).toEqual({ status: 201, agreement: 'attested' })
    const { agreement: standing } = (await server.ask(agent, 'GET', `/customers/${body.customerId}`)).body
    expect(standing).toMatchObject({
      status: 'attested',
      signedAt: null,
      attestation: { firstName: 'Lucía', lastName: 'Olmedo', mail: 'lucia@olmedo.example', phone: '+34 600 000 000', agreedOn: '2026-01-15', attestedBy: agent.displayName, versionNumber: 2 },
    })
  })

  it('adds nothing at all where the attestation is refused', async () => {
    const agent = await (await aPartner()).person('salesAgent')
    const tomorrow = addDays(dayOf(server.env.clock(), 'Europe/Madrid'), 1)
    const answer = await create(agent, aNewCustomer(), { choice: 'attested', statement: aStatement({ agreedOn: tomorrow }) })
    expect(problemOf(answer)).toEqual({ status: 422, code: 'invalidInput', reason: 'agreedInFuture' })
    expect(await sql('select customer_id from created_customers where partner_id = $1', [agent.tenantId])).toEqual([])
  })

  it('does it later for a customer that is there, and the event names who did', async () => {
    const { agent, customer } = await aPair()
    const { status, body } = await attest(agent, customer)
    expect({ status, agreement: body.agreement.status }, JSON.stringify(body)).toEqual({ status: 201, agreement: 'attested' })
    const events = await sql("select e.actor_person_id, e.data from events e join event_readers r on r.event_id = e.id where e.type = 'agreement.attested' and r.tenant_id = $1", [customer.id])
    expect(events).toEqual([{ actor_person_id: agent.id, data: { versionId: agreement.versionId, versionNumber: 2, agreedOn: '2026-01-15' } }])
  })

  it('is told to the administrators of the customer by mail, without the name of the signer', async () => {
    const { partner, agent, customer } = await aPair()
    const admin = await customer.person('globalAdministrator')
    await customer.person('billingAdministrator')
    await attest(agent, customer)
    const [event] = await sql<{ id: string }>("select e.id from events e join event_readers r on r.event_id = e.id where e.type = 'agreement.attested' and r.tenant_id = $1", [customer.id])
    await performNow(server.env, composeMails, theSystem, { eventId: event!.id })
    const mails = await sql<{ recipient: string; body: string }>("select recipient, body from mails where template = 'agreementAttested' and tenant_id = $1", [customer.id])
    expect(mails.map(({ recipient }) => recipient)).toEqual([admin.userPrincipalName])
    expect(mails[0]!.body).toContain(partner.name)
    expect(mails[0]!.body).toContain('/admin/agreements')
    expect(mails[0]!.body).not.toMatch(/Olmedo/)
  })

  it('does not do it twice with the same signer, only when name, mail or phone changed', async () => {
    const { agent, customer } = await aPair()
    await attest(agent, customer)
    expect(problemOf(await attest(agent, customer, { agreedOn: '2026-01-16' }))).toEqual({ status: 409, code: 'attestationNotPossible', reason: 'attestedAlready' })
    for (const changed of [{ lastName: 'Prado' }, { mail: 'otra@olmedo.example' }, { phone: '+34 611 111 111' }]) expect((await attest(agent, customer, changed)).status).toBe(201)
    expect((await account(agent, customer)).agreement.attestation.phone).toBe('+34 611 111 111')
  })

  it('does it once of two at the same moment', async () => {
    const { agent, customer } = await aPair()
    const answers = await Promise.all([attest(agent, customer), attest(agent, customer)])
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409])
  })

  it.each([
    ['a day in the future', { agreedOn: '2999-01-01' }, 'agreedOn', 'agreedInFuture'],
    ['a day that does not exist', { agreedOn: '2026-02-30' }, 'agreedOn', 'agreedOnForm'],
    ['no first name', { firstName: ' ' }, 'firstName', 'nameEmpty'],
    ['no mail', { mail: 'nobody' }, 'mail', 'addressForm'],
    ['a phone that is none', { phone: '<script>' }, 'phone', 'phoneForm'],
  ])('is refused %s', async (_title, wishes, field, reason) => {
    const { agent, customer } = await aPair()
    const { status, body } = await attest(agent, customer, wishes)
    expect({ status, field: body.field, reason: body.reason }).toEqual({ status: 422, field, reason })
  })

  it.each([
    ['an indirect reseller', { kinds: ['indirectReseller'] }, 'resellerCannotAttest'],
    ['where the cloud lets no partner attest', { cloud: 'usGov' }, 'cloudWithoutAttestation'],
    ['where the cloud asks for no agreement', { cloud: 'china' }, 'agreementNotRequired'],
  ] as const)('is refused for %s, and the page knows before', async (_title, wishes, reason) => {
    const { agent, customer } = await aPair(wishes as Parameters<typeof aPartner>[0])
    expect(problemOf(await attest(agent, customer))).toEqual({ status: 409, code: 'attestationNotPossible', reason })
    const { attestBlocked } = (await account(agent, customer)).agreement
    if (reason !== 'agreementNotRequired') expect(attestBlocked).toMatchObject({ reasonCode: reason })
  })

  it('is an admin or sells, and has the customer', async () => {
    const { partner, customer } = await aPair()
    for (const role of ['helpdeskAgent', 'userManagementAdmin'] as const) expect(problemOf(await attest(await partner.person(role), customer))).toMatchObject({ status: 403, reason: 'roleMissing' })
    expect((await attest(await (await aPartner()).person('adminAgent'), customer)).status).toBe(404)
    expect((await attest(null, customer)).status).toBe(401)
    const creator = await partner.person('userManagementAdmin')
    expect(problemOf(await create(creator, aNewCustomer(), { choice: 'attested', statement: aStatement() }))).toMatchObject({ status: 403, reason: 'roleMissing' })
    expect((await attest(await partner.person('salesAgent'), customer, {}, { key: null })).status).toBe(400)
  })

  it('says whether it attests or the customer is asked', async () => {
    const agent = await (await aPartner()).person('salesAgent')
    expect(problemOf(await create(agent, aNewCustomer(), null))).toMatchObject({ status: 422, reason: 'agreementChoiceMissing' })
    const china = await (await aPartner({ cloud: 'china' })).person('salesAgent')
    const form = aNewCustomer({ country: 'CN', state: 'BJ', postalCode: '100000', language: 'zh', culture: 'zh-CN' })
    expect(problemOf(await create(china, form, { choice: 'customerIsAsked' }))).toMatchObject({ status: 422, reason: 'agreementChoiceNotOffered' })
    expect((await create(china, form, null)).body.agreement).toBe('notRequired')
  })
})

describe('attestation is each partner’s own', () => {
  it('and shown to the customer with who stated it, whatever other partners see', async () => {
    const { agent, partner, customer } = await aPair()
    const other = await aPartner()
    await aRelationship(other, customer)
    await attest(agent, customer)
    expect((await account(await other.person('salesAgent'), customer)).agreement).toMatchObject({ status: 'missing', attestation: null })
    const { status, body } = await server.ask(await customer.person('globalAdministrator'), 'GET', '/attestations')
    expect(status).toBe(200)
    expect(body.items).toMatchObject([{ partnerId: partner.id, partnerName: partner.name, attester: agent.displayName, signer: 'Lucía Olmedo', agreedOn: '2026-01-15', versionNumber: 2 }])
    expect((await server.ask(await (await aCustomer()).person('globalAdministrator'), 'GET', '/attestations')).body.items).toEqual([])
    expect((await server.ask(agent, 'GET', '/attestations')).status).toBe(403)
  })

  it('of the list goes on page by page', async () => {
    const { agent, customer } = await aPair()
    for (const lastName of ['Uno', 'Dos', 'Tres']) await attest(agent, customer, { lastName })
    const admin = await customer.person('globalAdministrator')
    const first = (await server.ask(admin, 'GET', '/attestations?size=2')).body
    const second = (await server.ask(admin, 'GET', `/attestations?size=2&cursor=${encodeURIComponent(first.next)}`)).body
    expect([...first.items, ...second.items].map(({ signer }: { signer: string }) => signer)).toEqual(['Lucía Tres', 'Lucía Dos', 'Lucía Uno'])
    expect((await server.ask(admin, 'GET', `/attestations?cursor=${encodeURIComponent(second.previous)}&size=2`)).body.items).toHaveLength(2)
    expect((await server.ask(admin, 'GET', '/attestations?cursor=nothing')).status).toBe(400)
  })
})

describe('a customer that accepts by itself', () => {
  it('reads the text, signs it once, and needs no attestation from then on', async () => {
    const { agent, customer } = await aPair()
    const admin = await customer.person('globalAdministrator')
    const offer = (await server.ask(admin, 'GET', '/own-agreement?language=es')).body
    expect(offer).toMatchObject({ standing: 'missing', agreement: { versionId: agreement.versionId, versionNumber: 2, language: 'es', sha256: agreement.sha256('es') } })
    const signed = await server.ask(admin, 'POST', '/agreements', { body: shown() })
    expect(signed, JSON.stringify(signed.body)).toMatchObject({ status: 201, body: { versionNumber: 2, language: 'es' } })
    expect((await server.ask(admin, 'GET', '/own-agreement')).body).toEqual({ standing: 'accepted', mustSignAgain: false, agreement: null })
    expect((await account(agent, customer)).agreement).toMatchObject({ status: 'accepted', signerName: admin.displayName })
    expect(problemOf(await attest(agent, customer))).toMatchObject({ status: 409, reason: 'agreementAcceptedDirectly' })
    expect(problemOf(await server.ask(admin, 'POST', '/agreements', { body: shown() }))).toMatchObject({ status: 409, reason: 'agreementToSignMissing' })
  })

  it('keeps its acceptance where a partner attested before', async () => {
    const { agent, customer } = await aPair()
    await attest(agent, customer)
    await server.ask(await customer.person('globalAdministrator'), 'POST', '/agreements', { body: shown() })
    expect((await account(agent, customer)).agreement).toMatchObject({ status: 'accepted', attestation: { lastName: 'Olmedo' } })
  })

  it('signs only what was shown, as its Global administrator, after a recent sign-in', async () => {
    const { customer } = await aPair()
    const admin = await customer.person('globalAdministrator')
    expect(problemOf(await server.ask(admin, 'POST', '/agreements', { body: { ...shown(), sha256: 'a'.repeat(64) } }))).toMatchObject({ status: 409, code: 'agreementChanged' })
    expect(problemOf(await server.ask(admin, 'POST', '/agreements', { body: { ...shown(), versionId: randomUUID() } }))).toMatchObject({ status: 409, code: 'agreementChanged' })
    expect((await server.ask(admin, 'POST', '/agreements', { body: shown(), authenticatedAt: new Date(Date.now() - 20 * 60_000) })).body.code).toBe('stepUpRequired')
    expect(problemOf(await server.ask(await customer.person('billingAdministrator'), 'POST', '/agreements', { body: shown() }))).toMatchObject({ status: 403, reason: 'wrongRole' })
    expect((await server.ask(null, 'POST', '/agreements', { body: shown() })).status).toBe(401)
  })

  it('signs once of two at the same moment', async () => {
    const admin = await (await aPair()).customer.person('globalAdministrator')
    const answers = await Promise.all([1, 2].map(() => server.ask(admin, 'POST', '/agreements', { body: shown() })))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409])
  })
})
