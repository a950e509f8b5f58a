import { expect, it } from 'vitest'
import { anAgreedHandOver, handOverActs, hasSigned, partnersOf } from '../../../test/support/hand-overs.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, sql } from '../../../test/support/world.ts'

const server = await testServer()
const { read, withdraw } = handOverActs(server)
const { versionId } = await anAgreement()
const rounds = Number(process.env.RACE_ROUNDS ?? 10)
const [from, to, other] = [await aPartner(), await aPartner(), await aPartner()]
const [giver, taker] = [await from.person('adminAgent'), await to.person('adminAgent')]

async function agreed(taking = to) {
  const customer = await aCustomer()
  await aRelationship(from, customer, { services: ['office365'] })
  await hasSigned(customer, versionId)
  const id = await anAgreedHandOver(from, taking, customer, { services: ['office365', 'azureActiveDirectory'] })
  const admin = await customer.person('globalAdministrator')
  const { versionShown } = (await read(admin, id)).body
  return { customer, id, admin, accept: () => server.ask(admin, 'POST', `/hand-overs/${id}/acceptance`, { body: { versionShown } }) }
}

/** One partner holds the customer, whole: its relationship, its place on the list and nobody else's privileges. */
async function expectOneWhole(customer: Parameters<typeof partnersOf>[0], holders: readonly string[]) {
  const { partners, lists, grants } = await partnersOf(customer)
  expect(holders).toContain(partners[0])
  expect([partners.length, lists]).toEqual([1, partners])
  expect(new Set(grants.map(({ partner }) => partner))).toEqual(new Set(partners))
}

it('of eight acceptances at once one has an effect', async () => {
  const { customer, id, accept } = await agreed()
  const answers = await Promise.all(Array.from({ length: 8 }, accept))
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, ...Array(7).fill(409)])
  await expectOneWhole(customer, [to.id])
  const [{ count }] = (await sql<{ count: number }>(`select count(*)::int as count from events where resource_id = $1 and type = 'handOver.accepted'`, [id])) as [{ count: number }]
  expect(count).toBe(1)
})

it('an acceptance and a withdrawal: one of them wins, and the customer always has one partner whole', async () => {
  const outcomes = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const { customer, id, accept } = await agreed()
    const [accepted, withdrawn] = await Promise.all([accept(), withdraw(taker, id)])
    expect([accepted.status, withdrawn.status].sort((one, other) => one - other)).toEqual(accepted.status === 201 ? [201, 409] : [200, 409])
    await expectOneWhole(customer, [accepted.status === 201 ? to.id : from.id])
    outcomes.add(String(accepted.status))
  }
  expect(outcomes.size).toBeGreaterThan(0)
}, 60_000 + rounds * 1_000)

it('an acceptance and the removal by the present partner leave the new one or nobody, never both', async () => {
  for (let round = 0; round < rounds; round++) {
    const { customer, id, accept } = await agreed()
    const { statement } = (await server.ask(giver, 'GET', `/customers/${customer.id}/removal`)).body
    const [accepted, removed] = await Promise.all([accept(), server.ask(giver, 'POST', `/customers/${customer.id}/removal`, { body: { statementSha256: statement.sha256, endPrivileges: true } })])
    expect([[201, 404], [409, 201]], JSON.stringify([accepted.body, removed.body])).toContainEqual([accepted.status, removed.status])
    if (accepted.status === 201) await expectOneWhole(customer, [to.id])
    else {
      expect(await partnersOf(customer)).toEqual({ partners: [], lists: [], grants: [] })
      expect((await read(taker, id)).body).toMatchObject({ status: 'ended', endedBecause: 'relationshipRemoved' })
    }
  }
}, 60_000 + rounds * 1_000)

it('an acceptance and the suspension of the new partner: whoever comes second sees the first', async () => {
  const operator = await anOperator()
  for (let round = 0; round < Math.ceil(rounds / 3); round++) {
    const { customer, id, accept } = await agreed(other)
    const [accepted, suspended] = await Promise.all([accept(), server.ask(operator, 'POST', `/operator/partners/${other.id}/suspension`, { body: { reason: 'A check' } })])
    expect(suspended.status, JSON.stringify(suspended.body)).toBeLessThan(300)
    expect([201, 409]).toContain(accepted.status)
    expect((await read(giver, id)).body.status).toBe(accepted.status === 201 ? 'accepted' : 'ended')
    await expectOneWhole(customer, [accepted.status === 201 ? other.id : from.id])
    await sql(`update partner_profiles set status = 'active' where tenant_id = $1`, [other.id])
  }
}, 60_000 + rounds * 1_000)

it('what goes wrong in the middle undoes all of it', async () => {
  const { customer, id, accept } = await agreed()
  // The new partner's place on the list cannot be written: everything before it was to be undone.
  await sql(`create or replace function refuse_this_one() returns trigger language plpgsql as $$ begin if new.partner_id = '${to.id}' and new.customer_id = '${customer.id}' then raise exception 'no'; end if; return new; end $$`)
  await sql('create trigger refuse_this_one before insert on customer_accounts for each row execute function refuse_this_one()')
  const answer = await accept()
  await sql('drop trigger refuse_this_one on customer_accounts')
  expect(answer.status).toBe(500)
  await expectOneWhole(customer, [from.id])
  expect((await read(giver, id)).body.status).toBe('agreed')
  expect(await sql(`select type from events where resource_id = $1 and type = 'handOver.accepted'`, [id])).toEqual([])
  expect((await accept()).status).toBe(201)
  await expectOneWhole(customer, [to.id])
})
