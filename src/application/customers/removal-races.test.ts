import { expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const rounds = Number(process.env.ROUNDS ?? 40)
const partner = await aPartner()
const agent = await partner.person('adminAgent')
const colleague = await partner.person('globalAdmin')

async function statement(customerId: string) {
  return (await server.ask(agent, 'GET', `/customers/${customerId}/removal`)).body.statement.sha256 as string
}

const remove = (who: TestPerson, customerId: string, statementSha256: string, endPrivileges: boolean) =>
  server.ask(who, 'POST', `/customers/${customerId}/removal`, { body: { statementSha256, endPrivileges } })

it('no change of an account commits after its removal was answered', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const customer = await aCustomer()
    await aRelationship(partner, customer)
    const sha256 = await statement(customer.id)
    let removedAt = Number.POSITIVE_INFINITY
    const [removal, ...updates] = await Promise.all([
      remove(colleague, customer.id, sha256, false).then((answer) => ((removedAt = performance.now()), answer)),
      ...[0, 1, 2, 3].map(async (at) => {
        const answer = await server.ask(agent, 'PATCH', `/customers/${customer.id}`, { body: { tags: [`round ${round} ${at}`] }, version: 1 })
        return { status: answer.status, answeredAt: performance.now() }
      }),
    ])
    expect(removal!.status).toBe(201)
    const late = await server.ask(agent, 'PATCH', `/customers/${customer.id}`, { body: { tags: ['late'] }, version: 2 })
    expect(late.status).toBe(404)
    for (const { status } of updates) expect([200, 404, 412]).toContain(status)
    expect(updates.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    const [account] = await sql('select ended_at, tags from customer_accounts where customer_id = $1', [customer.id])
    expect(account!.ended_at).not.toBeNull()
    expect((account!.tags as string[]).length).toBe(updates.filter(({ status }) => status === 200).length)
    for (const { status, answeredAt } of updates) outcomes.add(`${status} ${answeredAt < removedAt ? 'before' : 'after'}`)
  }
  expect([...outcomes].some((outcome) => outcome.startsWith('200'))).toBe(true)
}, 60_000 + rounds * 1_000)

it('a removal and an acceptance of more privileges leave nothing behind that was to end', async () => {
  const seen = { accepted: 0, refused: 0 }
  for (let round = 0; round < rounds; round++) {
    const customer = await aCustomer()
    await aRelationship(partner, customer, { services: ['office365'] })
    const admin = await customer.person('globalAdministrator')
    const { id } = (await server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'restorePrivileges', customer: { customerId: customer.id }, language: 'es' } })).body
    const { link } = (await server.ask(agent, 'GET', `/relationship-requests/${id}?link=shown`)).body
    const secret = new URL(link).hash.slice(1)
    const page = (await server.ask(admin, 'POST', '/invitations/opening', { body: { secret } })).body
    const sha256 = await statement(customer.id)
    const [removal, acceptance] = await Promise.all([
      remove(colleague, customer.id, sha256, true),
      server.ask(admin, 'POST', '/invitations/acceptance', { body: { secret, agreement: null, version: page.version } }),
    ])
    expect(removal.status, JSON.stringify(removal.body)).toBe(201)
    expect([201, 409], JSON.stringify(acceptance.body)).toContain(acceptance.status)
    seen[acceptance.status === 201 ? 'accepted' : 'refused']++
    const left = await sql('select service from delegated_admin_privileges where customer_id = $1 and ended_at is null', [customer.id])
    expect(left).toEqual([])
    expect(await sql('select privileged_services from customer_accounts where customer_id = $1', [customer.id])).toEqual([{ privileged_services: [] }])
    expect((await server.ask(agent, 'GET', `/relationship-requests/${id}`)).body.status).toBe(acceptance.status === 201 ? 'accepted' : 'withdrawn')
  }
  expect(seen.accepted + seen.refused).toBe(rounds)
}, 60_000 + rounds * 1_000)

it('eight removals at once have one effect', async () => {
  const customer = await aCustomer()
  await aRelationship(partner, customer, { services: ['office365'] })
  const sha256 = await statement(customer.id)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => remove(at % 2 ? agent : colleague, customer.id, sha256, true)))
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, ...Array(7).fill(404)])
  const events = await sql(`select e.type from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 order by e.type`, [customer.id])
  expect(events.map(({ type }) => type)).toEqual(['privileges.removed', 'resellerRelationship.removed'])
}, 60_000 + rounds * 1_000)
