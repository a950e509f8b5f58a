import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const both = ['azureActiveDirectory', 'office365']
const rounds = Number(process.env.ROUNDS ?? 30)

async function related(services: string[] = both, cloud: 'public' | 'china' = 'public') {
  const [partner, customer] = await Promise.all([aPartner({ cloud }), aCustomer({ cloud })])
  await aRelationship(partner, customer, { services })
  return { partner, customer, agent: await partner.person('adminAgent'), ana: await customer.person('globalAdministrator') }
}

const read = (who: TestPerson | null, customer: TestTenant) => server.ask(who, 'GET', `/customers/${customer.id}/organization`)
const change = (who: TestPerson, customer: TestTenant, version: number | undefined, body: object = { contactName: 'Luis' }) =>
  server.ask(who, 'PATCH', `/customers/${customer.id}/organization`, { body, ...(version !== undefined && { version }) })

describe('one’s own organization', () => {
  it('is read and changed by its administrator, with the version that was seen', async () => {
    const { customer, ana } = await related()
    const { status, body, headers } = await server.ask(ana, 'GET', '/organization')
    expect([status, headers.get('etag')]).toEqual([200, `"${body.version}"`])
    expect(body).toMatchObject({ id: customer.id, name: customer.name, primaryDomain: customer.domain, domains: [customer.domain], can: ['update'] })
    const changed = await server.ask(ana, 'PATCH', '/organization', { body: { contactName: ' Luis  Gil ', contactMail: 'Luis@Contoso.example', contactPhone: '+34 91 000', language: 'en' }, version: body.version })
    expect(changed).toMatchObject({ status: 200, body: { contactName: 'Luis Gil', contactMail: 'Luis@contoso.example', language: 'en', version: body.version + 1 } })
    expect(await server.ask(ana, 'PATCH', '/organization', { body: { contactName: null }, version: body.version })).toMatchObject({ status: 412, body: { code: 'changedMeanwhile' } })
    expect(await server.ask(ana, 'PATCH', '/organization', { body: { contactName: null } })).toMatchObject({ status: 428 })
    expect(await server.ask(ana, 'PATCH', '/organization', { body: { contactName: null }, version: body.version + 1 })).toMatchObject({ status: 200, body: { contactName: null } })
  })

  it('is not changed by others, nor with what is no contact', async () => {
    const { customer, ana } = await related()
    const bill = await customer.person('billingAdministrator')
    expect((await server.ask(bill, 'GET', '/organization')).body.can).toEqual([])
    expect((await server.ask(bill, 'PATCH', '/organization', { body: {}, version: 1 })).status).toBe(403)
    expect((await server.ask(await customer.person(), 'GET', '/organization')).status).toBe(403)
    expect((await server.ask(null, 'GET', '/organization')).status).toBe(401)
    for (const body of [{ contactMail: 'no' }, { contactName: 'a\u202eb' }, { contactPhone: 'call me' }, { language: 'fr' }, { name: 'New' }, { status: 'closed' }]) {
      expect((await server.ask(ana, 'PATCH', '/organization', { body, version: 1 })).status).toBe(422)
    }
  })
})

describe('under delegated admin privileges', () => {
  it.each([
    ['globalAdmin', 200, 200],
    ['adminAgent', 200, 200],
    ['helpdeskAgent', 200, 403],
    ['salesAgent', 403, 403],
    ['billingAdmin', 403, 403],
  ] as const)('%s reads with %i and changes with %i [S0.L1.8]', async (role, reads, changes) => {
    const { partner, customer } = await related()
    const person = await partner.person(role)
    expect((await read(person, customer)).status).toBe(reads)
    expect((await server.ask(person, 'GET', `/customers/${customer.id}/people`)).status).toBe(reads)
    expect((await change(person, customer, 1)).status).toBe(changes)
  })

  it('an act is recorded for both sides with who, what and under which right; a look is only counted [S0.4]', async () => {
    const { partner, customer, agent } = await related()
    const { body } = await read(agent, customer)
    await read(agent, customer)
    const events = () =>
      sql(`select e.type, e.through, e.actor_person_id, e.data from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 and r.counterpart_id = $2 order by e.sequence`, [
        customer.id,
        partner.id,
      ])
    expect(await events()).toEqual([])
    expect(await change(agent, customer, body.version)).toMatchObject({ status: 200, body: { contactName: 'Luis', version: body.version + 1 } })
    expect(await events()).toEqual([
      { type: 'organization.updated', through: 'privileges', actor_person_id: agent.id, data: { changed: ['contactName'] } },
      { type: 'privileges.used', through: 'privileges', actor_person_id: agent.id, data: { action: 'organization.update', services: both } },
    ])
    const uses = await sql('select service, use_count, last_action, last_used_by from privilege_uses where customer_id = $1 order by service', [customer.id])
    expect(uses).toEqual(both.map((service) => ({ service, use_count: 3, last_action: 'organization.update', last_used_by: agent.id })))
  })

  it('the people of the customer are listed by name, in pages', async () => {
    const { customer, agent } = await related()
    const users = await Promise.all([customer.person('billingAdministrator'), customer.person()])
    const names = [...users, await customer.person('globalAdministrator')].map(({ displayName }) => displayName).sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1))
    const first = await server.ask(agent, 'GET', `/customers/${customer.id}/people?size=2`)
    expect(first.body.items.map((user: { displayName: string }) => user.displayName)).toEqual(names.slice(0, 2))
    const second = await server.ask(agent, 'GET', `/customers/${customer.id}/people?size=2&cursor=${first.body.next}`)
    expect(second.body.items.map((user: { displayName: string }) => user.displayName)).toEqual(names.slice(2))
    const back = await server.ask(agent, 'GET', `/customers/${customer.id}/people?size=2&cursor=${second.body.previous}`)
    expect(back.body.items).toEqual(first.body.items)
    // The same rows as the customer's own administrators see; what can be done stands in customer-people.test.ts.
    expect(Object.keys(first.body.items[0])).toEqual(expect.arrayContaining(['displayName', 'id', 'mail', 'roles', 'status', 'userPrincipalName', 'can']))
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/people?size=0`)).status).toBe(422)
  })

  it('nothing is possible without them: the relationship alone gives no look inside', async () => {
    const { partner, customer, agent } = await related([])
    expect(await read(agent, customer)).toMatchObject({ status: 403, body: { reason: 'noPrivileges' } })
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/people`)).status).toBe(403)
    await sql(`insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) values ($1, $2, 'office365', $3, now(), $3)`, [partner.id, customer.id, randomUUID()])
    expect((await read(agent, customer)).status).toBe(200)
  })

  it('a customer of somebody else answers like an absent one', async () => {
    const { agent } = await related()
    const foreign = await read(agent, await aCustomer())
    const absent = await server.ask(agent, 'GET', `/customers/${randomUUID()}/organization`)
    expect([foreign.status, absent.status]).toEqual([404, 404])
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' })
    expect((await change(agent, await aCustomer(), 1)).status).toBe(404)
    expect((await server.ask(agent, 'GET', `/customers/${(await aCustomer()).id}/people`)).status).toBe(404)
  })

  it('a suspended partner does nothing with them', async () => {
    const { partner, customer, agent } = await related()
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [partner.id])
    expect(await read(agent, customer)).toMatchObject({ status: 403, body: { reason: 'partnerSuspended' } })
  })

  it('in China a sales agent is refused by the cloud as well', async () => {
    const { partner, customer } = await related(both, 'china')
    expect((await read(await partner.person('salesAgent'), customer)).status).toBe(403)
    expect((await read(await partner.person('helpdeskAgent'), customer)).status).toBe(200)
  })
})

describe('a removal of privileges against acts under way', () => {
  const removal = (who: TestPerson, partner: TestTenant) => server.ask(who, 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: both } })

  it('waits for an act that holds them', async () => {
    const { partner, customer, agent, ana } = await related()
    const barrier = await barrierOn('select 1 from tenants where id = $1 for update', [customer.id])
    const act = change(agent, customer, 1)
    await barrier.untilWaiting(1)
    const end = removal(ana, partner)
    await barrier.untilWaiting(2)
    await barrier.release()
    expect([(await act).status, (await end).status]).toEqual([200, 201])
  })

  it('that came first stops an act that waited for them', async () => {
    const { partner, customer, agent, ana } = await related()
    const barrier = await barrierOn('select 1 from customer_accounts where partner_id = $1 for update', [partner.id])
    const end = removal(ana, partner)
    await barrier.untilWaiting(1)
    const act = change(agent, customer, 1)
    await barrier.untilWaiting(2)
    await barrier.release()
    expect([(await act).status, (await end).status]).toEqual([403, 201])
    expect(await sql('select version from tenants where id = $1', [customer.id])).toEqual([{ version: 1 }])
  })

  it(`once it is answered no later act exists, ${rounds} times`, async () => {
    let landed = 0
    let stopped = 0
    for (let round = 0; round < rounds; round++) {
      const { partner, customer, agent, ana } = await related()
      const versionNow = async () => (await sql<{ version: number }>('select version from tenants where id = $1', [customer.id]))[0]!.version
      // Acts without pause, each on the version it has just seen, while the customer removes the privileges.
      let goesOn = true
      const statuses: number[] = []
      const acting = Array.from({ length: 3 }, async () => {
        while (goesOn) statuses.push((await change(agent, customer, await versionNow(), { contactName: `Luis ${statuses.length}` })).status)
      })
      const removal = await server.ask(ana, 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: both } })
      const atAnswer = await versionNow()
      goesOn = false
      await Promise.all(acting)
      expect(removal.status).toBe(201)
      expect(await versionNow()).toBe(atAnswer)
      expect((await change(agent, customer, atAnswer)).status).toBe(403)
      landed += statuses.filter((status) => status === 200).length
      stopped += statuses.filter((status) => status === 403).length
    }
    expect(landed).toBeGreaterThan(0)
    expect(stopped).toBeGreaterThan(0)
  }, 60_000 + rounds * 1_500)
})
