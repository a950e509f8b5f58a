import { expect, it } from 'vitest'
import { handOverActs, hasSigned } from '../../../test/support/hand-overs.ts'
import { aPartnership, aProvider } from '../../../test/support/partnerships.ts'
import { composeLetters, lettersTo } from '../../../test/support/letters.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql } from '../../../test/support/world.ts'
import { expireDueHandOvers } from '../../application/hand-overs/end-hand-over.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const server = await testServer()
const { give, take, agree, accept } = handOverActs(server)
const { versionId } = await anAgreement()

const tell = () => composeLetters(server.env)

async function three() {
  const [from, to, customer] = [await aPartner(), await aPartner(), await aCustomer()]
  await aRelationship(from, customer, { services: ['office365'] })
  await hasSigned(customer, versionId)
  return { from, to, customer, giver: await from.person('adminAgent'), taker: await to.person('adminAgent'), admin: await customer.person('globalAdministrator') }
}

it('each side is told of what the others did, once, and the customer from the agreement on', async () => {
  const { from, to, customer, giver, taker, admin } = await three()
  const { id } = (await give(giver, customer, to)).body
  await tell()
  expect([(await lettersTo(from)).length, (await lettersTo(customer)).length]).toEqual([0, 0])
  const [asked] = await lettersTo(to)
  expect(asked).toMatchObject({ template: 'handOverToPartner' })
  expect(asked!.body).toContain(`/partner/hand-overs/${id}`)
  await agree(taker, id)
  await tell()
  const [[agreed], [question]] = [await lettersTo(from), await lettersTo(customer)]
  expect(agreed!.subject).toContain(to.name)
  expect([question!.body.includes(`/admin/partners/hand-overs/${id}`), question!.body.includes(from.name), question!.body.includes(to.name)]).toEqual([true, true, true])
  await accept(admin, id)
  await tell()
  // One letter for the whole, none for each tie that ended with it.
  for (const tenant of [from, to, customer]) expect((await lettersTo(tenant)).map(({ template }) => template)).toEqual([tenant === customer ? 'handOverToCustomer' : 'handOverToPartner'])
  const told = await server.ask(giver, 'GET', '/notifications', { language: 'en' })
  expect(told.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['handOver', 'handOver'])
})

it('what a proposer is told of a proposal that ran out is the same whether there is such a partner or not', async () => {
  const { from, taker, customer } = await three()
  await take(taker, customer, from)
  await take(taker, customer, { domain: 'nobody.example' })
  await tell()
  await lettersTo(from)
  await sql(`update hand_overs set created_at = now() - interval '40 days', expires_at = now() - interval '1 day' where proposer_id = $1`, [taker.tenantId])
  await performNow(server.env, expireDueHandOvers, theSystem, undefined)
  await tell()
  const letters = await sql<{ subject: string; body: string }>('select subject, body from mails where tenant_id = $1', [taker.tenantId])
  expect(letters).toHaveLength(2)
  expect(letters.map(({ body }) => body).join()).not.toContain(from.name)
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(1)
})

it('the provider learns whom it got, the customer who came; evidence and activity keep it', async () => {
  const [lender, provider, customer] = [await aPartner({ kinds: ['directBill', 'indirectReseller'] }), await aProvider(), await aCustomer()]
  await aPartnership(provider, lender)
  await aRelationship(lender, customer)
  const [agent, admin] = [await lender.person('adminAgent'), await customer.person('globalAdministrator')]
  await provider.person('adminAgent')
  const { statement } = (await server.ask(agent, 'GET', `/customers/${customer.id}/extension`)).body
  await server.ask(agent, 'POST', `/customers/${customer.id}/extension`, { body: { providerId: provider.id, statementSha256: statement.sha256 } })
  await tell()
  expect((await lettersTo(provider)).map(({ template }) => template)).toEqual(expect.arrayContaining(['extensionToProvider']))
  const [letter] = await lettersTo(customer)
  expect([letter!.template, letter!.body.includes(lender.name), letter!.body.includes(provider.name)]).toEqual(['extensionToCustomer', true, true])
  const seen = await server.ask(admin, 'GET', '/activity', { language: 'es' })
  expect(seen.body.items.map(({ text }: { text: string }) => text).join()).toMatch(/extendió la relación a un proveedor indirecto/)
})
