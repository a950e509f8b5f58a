import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aPartnerLink, aRequest, eventsOf, requestRow, tiesBetween } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const agreement = await anAgreement('public')
const shown = { versionId: agreement.versionId, language: 'en', sha256: agreement.sha256('en') }
const rounds = Number(process.env.ROUNDS ?? 30)
const services = ['azureActiveDirectory', 'office365']

async function pressed(ana: TestPerson, secret: string): Promise<{ send: (key?: string) => ReturnType<typeof server.ask> }> {
  const page = await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })
  const body = { secret, version: page.body.version, agreement: shown }
  return { send: (key = randomUUID()) => server.ask(ana, 'POST', '/invitations/acceptance', { body, key }) }
}

const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status).sort((one, other) => one - other)

describe('eight accepts at once', { timeout: 120_000 + rounds * 1_500 }, () => {
  it('of one request have one effect: one relationship, one signature, one set of events', async () => {
    for (let round = 0; round < rounds; round++) {
      const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
      const ana = await customer.person('globalAdministrator')
      const { id, secret } = await aRequest(partner, { services })
      const { send } = await pressed(ana, secret)
      const barrier = await barrierOn('select 1 from relationship_requests where id = $1 for update', [id])
      const answers = Promise.all(Array.from({ length: 8 }, () => send()))
      await barrier.untilWaiting(8)
      await barrier.release()
      expect(statusesOf(await answers)).toEqual([201, ...Array.from({ length: 7 }, () => 409)])
      expect(await tiesBetween(partner, customer)).toEqual({
        relationships: 1,
        grants: services,
        signatures: 1,
        accounts: 1,
        events: ['agreement.signed', 'privileges.granted', 'relationshipRequest.accepted', 'resellerRelationship.formed'],
      })
      const mails = await sql(`select 1 from graphile_worker.jobs where key = any(select 'compose:' || e.id from events e where resource_id = $1 and type = 'relationshipRequest.accepted')`, [id])
      expect(mails).toHaveLength(1)
    }
  })

  it('with one key have one effect, and whoever asks again gets its answer', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const { id, secret } = await aRequest(partner, { services })
    const { send } = await pressed(await customer.person('globalAdministrator'), secret)
    const key = randomUUID()
    const barrier = await barrierOn('select 1 from relationship_requests where id = $1 for update', [id])
    const answers = Promise.all(Array.from({ length: 8 }, () => send(key)))
    await barrier.untilWaiting(1)
    await barrier.release()
    const statuses = (await answers).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect((await send(key)).status).toBe(201)
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, signatures: 1 })
  })

  it('through one partner link make one relationship', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const link = await aPartnerLink(partner)
    const { send } = await pressed(await customer.person('globalAdministrator'), link.secret)
    const barrier = await barrierOn('select 1 from tenants where id = $1 for update', [customer.id])
    const answers = Promise.all(Array.from({ length: 8 }, () => send()))
    await barrier.untilWaiting(8)
    await barrier.release()
    const won = (await answers).filter(({ status }) => status === 201)
    expect(won).toHaveLength(1)
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, signatures: 1, accounts: 1 })
  })

  it('of eight partners by one customer make eight relationships and one signature', async () => {
    const customer = await aCustomer()
    const ana = await customer.person('globalAdministrator')
    const requests = await Promise.all(Array.from({ length: 8 }, async () => aRequest(await aPartner())))
    const sends = await Promise.all(requests.map(({ secret }) => pressed(ana, secret)))
    const barrier = await barrierOn('select 1 from tenants where id = $1 for update', [customer.id])
    const answers = Promise.all(sends.map(({ send }) => send()))
    await barrier.untilWaiting(8)
    await barrier.release()
    expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(await sql('select 1 from signatures where customer_id = $1', [customer.id])).toHaveLength(1)
    expect(await sql('select 1 from reseller_relationships where customer_id = $1', [customer.id])).toHaveLength(8)
  })

  it('by two tenants of one unbound request bind it to one of them', async () => {
    for (let round = 0; round < rounds; round++) {
      const [partner, one, other] = await Promise.all([aPartner(), aCustomer(), aCustomer()])
      const { id, secret } = await aRequest(partner, { services })
      const sends = await Promise.all([one, other].map(async (customer) => pressed(await customer.person('globalAdministrator'), secret)))
      const barrier = await barrierOn('select 1 from relationship_requests where id = $1 for update', [id])
      const answers = Promise.all(sends.map(({ send }) => send()))
      await barrier.untilWaiting(2)
      await barrier.release()
      expect(statusesOf(await answers)).toEqual([201, 409])
      expect(await sql('select 1 from reseller_relationships where partner_id = $1', [partner.id])).toHaveLength(1)
    }
  })
})

describe('an accept against', { timeout: 120_000 + rounds * 1_500 }, () => {
  it('a withdrawal has one winner', async () => {
    let accepted = 0
    for (let round = 0; round < rounds; round++) {
      const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
      const { id, secret } = await aRequest(partner)
      const seller = await partner.person('salesAgent')
      const { send } = await pressed(await customer.person('globalAdministrator'), secret)
      const barrier = await barrierOn('select 1 from relationship_requests where id = $1 for update', [id])
      const withdraw = () => server.ask(seller, 'POST', `/relationship-requests/${id}/withdrawal`, { body: {} })
      const [first, second] = round % 2 ? [send, withdraw] : [withdraw, send]
      const one = first()
      // In half of the rounds chance decides who comes first; in the others each side does in turn.
      if (round % 4 < 2) await barrier.untilWaiting(1)
      const answers = Promise.all([one, second()])
      await barrier.untilWaiting(2)
      await barrier.release()
      const won = (await answers).filter(({ status }) => status < 300)
      expect(won).toHaveLength(1)
      const { status } = await requestRow(id)
      const { relationships } = await tiesBetween(partner, customer)
      expect([status, relationships]).toEqual(status === 'accepted' ? ['accepted', 1] : ['withdrawn', 0])
      accepted += relationships
    }
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThan(rounds)
  })

  it('a suspension of the partner: whoever comes first holds the other', async () => {
    for (let round = 0; round < 10; round++) {
      const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
      const { secret } = await aRequest(partner)
      const { send } = await pressed(await customer.person('globalAdministrator'), secret)
      const barrier = await barrierOn(`update partner_profiles set status = 'suspended' where tenant_id = $1 returning 1`, [partner.id])
      const answer = send()
      await barrier.untilWaiting(1)
      await barrier.release()
      expect(await answer).toMatchObject({ status: 409, body: { reason: 'partnerSuspended' } })
      expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0, signatures: 0 })
    }
  })

  it('the asker losing the role sees it', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const { secret, id } = await aRequest(partner)
    const { send } = await pressed(await customer.person('globalAdministrator'), secret)
    const barrier = await barrierOn(`update people set roles = '{}' where tenant_id = $1 returning 1`, [partner.id])
    const answer = send()
    await barrier.untilWaiting(1)
    await barrier.release()
    expect(await answer).toMatchObject({ status: 409, body: { reason: 'askerLostRight' } })
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'relationshipRequest.blocked', reason_code: 'askerLostRight' })
  })

  it('the rotation of a partner link sees it', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const link = await aPartnerLink(partner)
    const { send } = await pressed(await customer.person('globalAdministrator'), link.secret)
    const barrier = await barrierOn('update partner_links set ended_at = now() where id = $1 returning 1', [link.id])
    const answer = send()
    await barrier.untilWaiting(1)
    await barrier.release()
    expect(await answer).toMatchObject({ status: 409, body: { reason: 'linkReplaced' } })
  })

  it('a removal of the relationship whose privileges it restores sees it', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    await aRelationship(partner, customer)
    const { secret } = await aRequest(partner, { kind: 'restorePrivileges', services })
    const { send } = await pressed(await customer.person('globalAdministrator'), secret)
    const barrier = await barrierOn('update reseller_relationships set ended_at = now() where partner_id = $1 returning 1', [partner.id])
    const answer = send()
    await barrier.untilWaiting(1)
    await barrier.release()
    expect(await answer).toMatchObject({ status: 409, body: { reason: 'notRelated' } })
    expect(await tiesBetween(partner, customer)).toMatchObject({ grants: [], signatures: 0 })
  })
})
