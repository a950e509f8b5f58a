import { describe, expect, it } from 'vitest'
import { aNewCustomer } from '../../../test/support/new-customers.ts'
import { aPartnership, aProvider, aReseller, partnershipActs } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import type { NewCustomer } from './new-customer-schemas.ts'

const server = await testServer()
const rounds = Number(process.env.RACE_ROUNDS ?? 4)
const { remove } = partnershipActs(server)
await anAgreement()
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]

async function aPairing() {
  const [provider, reseller] = [await aProvider(), await aReseller()]
  const partnershipId = await aPartnership(provider, reseller)
  return { provider, reseller, partnershipId, agent: await reseller.person('adminAgent'), elsa: await provider.person('adminAgent') }
}

const ask = (who: TestPerson | null, provider: TestTenant, customer: NewCustomer = aNewCustomer(), more: object = {}) =>
  server.ask(who, 'POST', '/creation-requests', { body: { customer, providerId: provider.id, ...more } })
const complete = (who: TestPerson, creationRequestId: string, customer: NewCustomer, more: object = {}) =>
  server.ask(who, 'POST', '/customers', { body: { customer, agreement: { choice: 'customerIsAsked' }, creationRequestId, ...more } })
const act = (who: TestPerson | null, id: string, act: 'withdrawal' | 'decline', body: object = {}) => server.ask(who, 'POST', `/creation-requests/${id}/${act}`, { body })
const read = (who: TestPerson, id: string) => server.ask(who, 'GET', `/creation-requests/${id}`)
const listOf = async (who: TestPerson, side: string) => (await server.ask(who, 'GET', `/creation-requests?side=${side}`)).body.items as { id: string; status: string; can: string[] }[]

describe('a reseller’s request to create a customer', () => {
  it('goes to its provider, which completes it; the customer stands on both lists from then on [S1.53] [S1.L1.10] [S4.16]', async () => {
    const { provider, reseller, agent, elsa } = await aPairing()
    const customer = aNewCustomer()
    const asked = await ask(agent, provider, customer, { note: 'Ya nos conocen.' })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    expect(asked.body).toMatchObject({ side: 'reseller', status: 'waiting', companyName: customer.companyName, partner: { id: provider.id }, note: 'Ya nos conocen.', customer, can: ['withdraw'], customerId: null })
    expect(await listOf(elsa, 'provider')).toMatchObject([{ id: asked.body.id, status: 'waiting', can: ['complete', 'decline'], partner: { name: reseller.name } }])
    expect(await listOf(elsa, 'reseller')).toEqual([])
    const made = await complete(elsa, asked.body.id, { ...customer, city: 'Medina del Campo' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const rows = await sql('select partner_id, channel, origin from reseller_relationships where customer_id = $1', [made.body.customerId])
    expect(Object.fromEntries(rows.map((row) => [row.partner_id, [row.channel, row.origin]]))).toEqual({ [provider.id]: ['indirectProvider', 'creation'], [reseller.id]: ['indirectReseller', 'creation'] })
    expect((await read(agent, asked.body.id)).body).toMatchObject({ status: 'completed', customerId: made.body.customerId, answeredBy: { displayName: elsa.displayName }, can: [] })
    expect((await server.ask(agent, 'GET', '/customers')).body.items).toMatchObject([{ customerId: made.body.customerId, relationship: 'reseller' }])
    expect(problem(await complete(elsa, asked.body.id, aNewCustomer()))).toEqual([409, 'invalidTransition', undefined])
    const events = await sql(`select e.type, count(*)::int as readers from events e join event_readers r on r.event_id = e.id where e.resource_id = $1 group by e.id, e.type, e.sequence order by e.sequence`, [asked.body.id])
    expect(events).toEqual([{ type: 'creationRequest.sent', readers: 2 }, { type: 'creationRequest.completed', readers: 2 }])
  })

  it('is declined with a reason that the reseller reads, or withdrawn; then nobody completes it', async () => {
    const { provider, agent, elsa } = await aPairing()
    const { id } = (await ask(agent, provider)).body
    expect(problem(await act(elsa, id, 'decline', { reason: '  ' }))).toEqual([422, 'invalidInput', 'declineReasonMissing'])
    expect((await act(elsa, id, 'decline', { reason: 'Ya es cliente nuestro.' })).body).toMatchObject({ status: 'declined', can: [] })
    expect((await read(agent, id)).body).toMatchObject({ status: 'declined', declineReason: 'Ya es cliente nuestro.', can: [] })
    const again = (await ask(agent, provider)).body
    expect((await act(agent, again.id, 'withdrawal')).body).toMatchObject({ status: 'withdrawn', can: [] })
    for (const one of [id, again.id]) {
      expect(problem(await complete(elsa, one, aNewCustomer()))).toEqual([409, 'invalidTransition', undefined])
      expect((await act(elsa, one, 'decline', { reason: 'No' })).status).toBe(409)
      expect((await act(agent, one, 'withdrawal')).status).toBe(409)
    }
  })

  it('is nobody else’s, and each side has its own acts: others answer as if there were none', async () => {
    const { provider, agent, elsa } = await aPairing()
    const { id } = (await ask(agent, provider)).body
    const stranger = await (await aProvider()).person('adminAgent')
    for (const [who, what] of [[stranger, 'decline'], [stranger, 'withdrawal'], [agent, 'decline'], [elsa, 'withdrawal']] as const) {
      expect((await act(who, id, what, what === 'decline' ? { reason: 'No' } : {})).status).toBe(404)
    }
    expect((await read(stranger, id)).status).toBe(404)
    expect((await complete(stranger, id, aNewCustomer())).status).toBe(404)
    expect((await read(elsa, id)).status).toBe(200)
    expect(await listOf(stranger, 'provider')).toEqual([])
    expect((await act(null, id, 'withdrawal')).status).toBe(401)
    expect(problem(await ask(await (await aReseller()).person('helpdeskAgent'), provider))).toEqual([403, 'notAllowed', 'roleMissing'])
  })

  it('needs a partnership, and is for those who create none themselves', async () => {
    const { reseller } = await aPairing()
    const agent = await reseller.person('adminAgent')
    expect(problem(await ask(agent, await aProvider()))).toEqual([409, 'customerNotPossible', 'providerNotInPartnership'])
    const direct = await aPartner()
    expect(problem(await ask(await direct.person('adminAgent'), await aProvider()))).toEqual([409, 'customerNotPossible', 'onlyResellersAskProviders'])
    const germany = await aReseller({ cloud: 'germany' })
    expect(problem(await ask(await germany.person('adminAgent'), await aProvider({ cloud: 'germany' })))).toEqual([409, 'customerNotPossible', 'cloudClosedToCreating'])
  })

  it('is judged as the creation would be: fields, the reseller’s own list, a domain in use, once at a time', async () => {
    const { provider, reseller, agent } = await aPairing()
    const wrong = await ask(agent, provider, aNewCustomer({ companyName: '', postalCode: '1', mail: 'x' }))
    expect(problem(wrong)).toEqual([422, 'invalidInput', 'fieldMissing'])
    expect(wrong.body.pointers.map(({ pointer }: { pointer: string }) => pointer)).toEqual(expect.arrayContaining(['/companyName', '/postalCode', '/mail']))
    const customer = await aCustomer({ name: 'Molinos de Tera' })
    await aRelationship(reseller, customer)
    expect(problem(await ask(agent, provider, aNewCustomer({ companyName: 'MOLINOS de Tera' })))).toEqual([409, 'alreadyExists', 'customerOnYourList'])
    const first = aNewCustomer()
    expect((await ask(agent, provider, first)).status).toBe(201)
    expect((await ask(agent, provider, { ...first, domainPrefix: `x${first.domainPrefix}` })).body).toMatchObject({ code: 'alreadyExists' })
  })

  it('names its reseller: no other can be chosen for it', async () => {
    const { provider, agent, elsa } = await aPairing()
    const other = await aReseller()
    await aPartnership(provider, other)
    const { id } = (await ask(agent, provider)).body
    expect(problem(await complete(elsa, id, aNewCustomer(), { resellerId: other.id }))).toEqual([422, 'invalidInput', 'requestOfAnotherReseller'])
    expect((await read(agent, id)).body.status).toBe('waiting')
  })

  it('ends with the partnership', async () => {
    const { provider, agent, elsa, partnershipId } = await aPairing()
    const { id } = (await ask(agent, provider)).body
    expect((await remove(elsa, partnershipId)).status).toBe(201)
    expect((await read(agent, id)).body.status).toBe('withdrawn')
    expect((await complete(elsa, id, aNewCustomer())).status).toBe(409)
  })

  it('is completed once, however many try', async () => {
    const { provider, agent, elsa } = await aPairing()
    for (let round = 0; round < rounds; round++) {
      const customer = aNewCustomer()
      const { id } = (await ask(agent, provider, customer)).body
      const answers = await Promise.all([complete(elsa, id, customer), complete(elsa, id, aNewCustomer()), act(agent, id, 'withdrawal'), act(elsa, id, 'decline', { reason: 'No' })])
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
      const { status, customerId } = (await read(agent, id)).body
      expect(customerId === null).toBe(status !== 'completed')
    }
  }, 60_000 + rounds * 1_000)
})
