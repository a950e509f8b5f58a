import { expect, it } from 'vitest'
import { aPartnerLink, invitationActs, tiesBetween } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql } from '../../../test/support/world.ts'

const server = await testServer()
const rounds = Number(process.env.EXCLUSIVE_RACE_ROUNDS ?? process.env.ROUNDS ?? 40)
const { look, accept } = invitationActs(server)
const both = ['azureActiveDirectory', 'office365']

it('two partners that race for the exclusive services of a customer have one winner, and the loser is told the rule by its name [S2.23]', async () => {
  const partners = [await aPartner({ cloud: 'china' }), await aPartner({ cloud: 'china' })]
  const links = [await aPartnerLink(partners[0]!), await aPartnerLink(partners[1]!)]
  for (let round = 0; round < rounds; round++) {
    const customer = await aCustomer({ cloud: 'china' })
    const admins = [await customer.person('globalAdministrator'), await customer.person('globalAdministrator', 'billingAdministrator')]
    const answers = await Promise.all(links.map(({ secret }, at) => accept(admins[(at + round) % 2]!, secret)))
    const statuses = answers.map(({ status }) => status)
    expect([...statuses].sort((one, other) => one - other), JSON.stringify(answers.map(({ body }) => body))).toEqual([201, 409])
    const winner = partners[statuses.indexOf(201)]!
    const loser = partners[statuses.indexOf(409)]!
    const refusal = answers[statuses.indexOf(409)]!.body
    expect(refusal).toMatchObject({ code: 'invitationNotPossible', reason: 'exclusiveServiceTaken', rule: 'oneDapPartnerPerService' })
    expect(refusal.heldBy.map(({ partnerId, service }: { partnerId: string; service: string }) => [partnerId, service])).toEqual(both.map((service) => [winner.id, service]))
    expect(await tiesBetween(winner, customer)).toMatchObject({ relationships: 1, grants: both, accounts: 1 })
    expect(await tiesBetween(loser, customer)).toMatchObject({ relationships: 0, grants: [], accounts: 0 })
  }
}, 60_000 + rounds * 1_000)

it('the page names the holder service by service; once the customer has taken the privileges back, the other may be accepted [S2.5, S2.26]', async () => {
  const [first, second] = [await aPartner({ cloud: 'china' }), await aPartner({ cloud: 'china' })]
  const customer = await aCustomer({ cloud: 'china' })
  const ana = await customer.person('globalAdministrator')
  const link = await aPartnerLink(second)
  await accept(ana, (await aPartnerLink(first)).secret)
  const held = (await look(ana, link.secret, {}, 'es')).body.verdict
  expect(held).toMatchObject({ canAccept: false, rule: 'oneDapPartnerPerService', heldBy: both.map((service) => ({ partnerId: first.id, partnerName: first.name, service })) })
  expect(held.heldBy[1].serviceName).toBe('Office 365 operado por 21Vianet')
  await server.ask(ana, 'POST', `/partner-relationships/${first.id}/privileges-removal`, { body: { services: ['office365'] } })
  expect((await look(ana, link.secret)).body.verdict.heldBy.map(({ service }: { service: string }) => service)).toEqual(['azureActiveDirectory'])
  await server.ask(ana, 'POST', `/partner-relationships/${first.id}/privileges-removal`, { body: { services: ['azureActiveDirectory'] } })
  expect((await accept(ana, link.secret)).status).toBe(201)
  expect(await tiesBetween(first, customer)).toMatchObject({ relationships: 1, grants: [] })
  expect(await tiesBetween(second, customer)).toMatchObject({ relationships: 1, grants: both })
})

it('nobody else is told who holds them: neither a visitor nor a helper of the customer', async () => {
  const [first, second] = [await aPartner({ cloud: 'china' }), await aPartner({ cloud: 'china' })]
  const customer = await aCustomer({ cloud: 'china' })
  await accept(await customer.person('globalAdministrator'), (await aPartnerLink(first)).secret)
  const { secret } = await aPartnerLink(second)
  for (const who of [null, await customer.person('billingAdministrator'), await (await aCustomer({ cloud: 'china' })).person('globalAdministrator')]) {
    expect((await look(who, secret)).body.verdict.heldBy).toEqual([])
  }
})

it('a link of an indirect reseller from other days is refused where its cloud lets none invite [S2.L2.3]', async () => {
  const reseller = await aPartner({ cloud: 'china', kinds: ['indirectReseller'] })
  const ana = await (await aCustomer({ cloud: 'china' })).person('globalAdministrator')
  const { secret } = await aPartnerLink(reseller)
  expect((await look(ana, secret)).body.verdict).toMatchObject({ canAccept: false, reasonCode: 'indirectResellerMayNotInvite', rule: 'indirectResellersMayInvite' })
  expect(await accept(ana, secret)).toMatchObject({ status: 409, body: { reason: 'indirectResellerMayNotInvite', rule: 'indirectResellersMayInvite' } })
  expect(await sql('select 1 from reseller_relationships where partner_id = $1', [reseller.id])).toEqual([])
})
