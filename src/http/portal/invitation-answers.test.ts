import { describe, expect, it } from 'vitest'
import { aPair, aPartnerLink, aRequest, eventsOf, invitationActs, requestRow, tiesBetween } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
await anAgreement('public')
const { look, accept } = invitationActs(server)

describe('declining', () => {
  const decline = (who: TestPerson | null, secret: string, reason?: unknown) => server.ask(who, 'POST', '/invitations/decline', { body: { secret, ...(reason !== undefined && { reason }) } })

  it('ends the request, with the reason in the own words of the customer for the partner', async () => {
    const { partner, customer, ana } = await aPair()
    const { id, secret } = await aRequest(partner)
    expect(await decline(ana, secret, ' Ya tenemos partner. ')).toMatchObject({ status: 200 })
    expect(await requestRow(id)).toMatchObject({ status: 'declined', customer_id: customer.id, decline_reason: 'Ya tenemos partner.' })
    expect((await eventsOf(id)).map(({ type, readers }) => [type, readers])).toEqual([
      ['relationshipRequest.opened', 1],
      ['relationshipRequest.declined', 2],
    ])
    expect(JSON.stringify(await sql('select data from events where resource_id = $1', [id]))).not.toContain('partner.')
    expect(await accept(ana, secret)).toMatchObject({ status: 409, body: { reason: 'declined' } })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0 })
  })

  it('is open where accepting is not: a related customer may say no', async () => {
    const { partner, customer, ana } = await aPair()
    await aRelationship(partner, customer)
    const { id, secret } = await aRequest(partner)
    expect((await look(ana, secret)).body).toMatchObject({ verdict: { canAccept: false, reasonCode: 'alreadyRelated' }, can: ['decline'] })
    expect((await decline(ana, secret)).status).toBe(200)
    expect((await requestRow(id)).status).toBe('declined')
  })

  it('is not for strangers, visitors or people without the role', async () => {
    const { partner, customer } = await aPair()
    const { id, secret } = await aRequest(partner, { namedCustomer: customer })
    expect(await decline(await (await aCustomer()).person('globalAdministrator'), secret)).toMatchObject({ status: 403, body: { reason: 'wrongAccount' } })
    expect(await decline(await customer.person('billingAdministrator'), secret)).toMatchObject({ status: 403, body: { reason: 'wrongRole' } })
    expect(await decline(null, secret)).toMatchObject({ status: 401 })
    expect((await requestRow(id)).status).toBe('shared')
  })

  it('refuses words that hide something', async () => {
    const { partner, ana } = await aPair()
    const { secret } = await aRequest(partner)
    expect(await decline(ana, secret, 'a\u202eb')).toMatchObject({ status: 422, body: { reason: 'controlCharacters' } })
    expect(await decline(ana, secret, 'x'.repeat(501))).toMatchObject({ status: 422, body: { reason: 'tooLong' } })
    expect(await decline(ana, secret, 'x'.repeat(1_001))).toMatchObject({ status: 422 })
    expect(await decline(ana, secret, 7)).toMatchObject({ status: 422 })
  })

  it('what came through a partner link is told to both and ends nothing', async () => {
    const { partner, customer, ana } = await aPair({ partner: { cloud: 'china' } })
    const link = await aPartnerLink(partner)
    expect((await decline(ana, link.secret)).status).toBe(200)
    expect((await tiesBetween(partner, customer)).events).toEqual(['partnerLink.declined'])
    expect((await accept(ana, link.secret)).status).toBe(201)
  })
})

describe('asking for a fresh link', () => {
  const askFresh = (secret: string) => server.ask(null, 'POST', '/invitations/fresh-link-requests', { body: { secret } })
  const over = { at: new Date(Date.now() - 10 * 86_400_000), validDays: 9 }

  it('tells the partner once a day however often it is clicked', async () => {
    const { id, secret } = await aRequest(await aPartner(), over)
    const first = await askFresh(secret)
    expect(first.status).toBe(202)
    expect(await askFresh(secret)).toMatchObject({ status: 202, body: first.body })
    expect((await eventsOf(id)).map(({ type, actor_kind }) => [type, actor_kind])).toEqual([['relationshipRequest.freshLinkAsked', 'visitor']])
    server.env.at.forward({ days: 1, seconds: 1 })
    expect((await askFresh(secret)).status).toBe(202)
    expect(await eventsOf(id)).toHaveLength(2)
  })

  it('is possible where it has ended only, and where a partner is there to answer', async () => {
    expect(await askFresh((await aRequest(await aPartner())).secret)).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect(await askFresh((await aRequest(await aPartner(), { status: 'declined' })).secret)).toMatchObject({ status: 409, body: { reason: 'declined' } })
    expect(await askFresh((await aRequest(await aPartner({ status: 'suspended' }), over)).secret)).toMatchObject({ status: 409, body: { reason: 'partnerSuspended' } })
    expect(await askFresh(`inv_${'A'.repeat(43)}`)).toMatchObject({ status: 404, body: { reason: 'unknownLink' } })
    expect((await askFresh((await aRequest(await aPartner(), { status: 'withdrawn' })).secret)).status).toBe(202)
  })
})
