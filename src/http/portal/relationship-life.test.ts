import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
await anAgreement('public')
const both = ['azureActiveDirectory', 'office365']

/** The partner asks, opens the draft in mail and marks it done; what leaves is the letter with the link. */
async function letterOf(agent: TestPerson, wish: object): Promise<{ id: string; link: URL }> {
  const made = await server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'es', ...wish } })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { id } = made.body
  for (const by of ['mail', 'done']) await server.ask(agent, 'POST', `/relationship-requests/${id}/sharing`, { body: { by } })
  const { body } = await server.ask(agent, 'GET', `/relationship-requests/${id}/message`)
  const link = /https?:\/\/\S+#inv_[\w-]{43}/.exec(body.text)?.[0]
  return { id, link: new URL(link!) }
}

/** The customer follows the link as its page does: the secret from the fragment, the names from the query. */
async function follow(who: TestPerson, link: URL) {
  const names = Object.fromEntries(link.searchParams)
  const claims = { invType: names.invType, partnerId: names.partnerId, msppId: names.msppId, dap: names.DAP }
  return server.ask(who, 'POST', '/invitations/opening', { body: { secret: link.hash.slice(1), claims } })
}

async function accept(who: TestPerson, link: URL) {
  const { body: page } = await follow(who, link)
  const { versionId, language, sha256, alreadyAccepted } = page.agreement
  const agreement = alreadyAccepted ? null : { versionId, language, sha256 }
  return server.ask(who, 'POST', '/invitations/acceptance', { body: { secret: link.hash.slice(1), version: page.version, agreement } })
}

const listed = async (agent: TestPerson) => (await server.ask(agent, 'GET', '/customers')).body.items as { customerId: string; relationship: string; privilegedServices: string[] }[]

describe('the life of a reseller relationship', () => {
  it('begins with a mailed link: an existing customer follows it, accepts, and is on the list [S0.21] [S1.12] [S1.21] [S1.25] [S3.18] [S4.20] [S4.21]', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const [agent, ana] = [await partner.person('salesAgent'), await customer.person('globalAdministrator')]
    expect(await listed(agent)).toEqual([])
    const { id, link } = await letterOf(agent, { askPrivileges: false })
    expect((await follow(ana, link)).body.verdict).toMatchObject({ canAccept: true })
    expect((await accept(ana, link)).status).toBe(201)
    expect(await listed(agent)).toMatchObject([{ customerId: customer.id, relationship: 'reseller', privilegedServices: [] }])
    const request = await server.ask(agent, 'GET', `/relationship-requests/${id}`)
    expect(request.body).toMatchObject({ status: 'accepted', customerId: customer.id, visits: [{ outcome: 'opened', visitor: 'anOrganisation' }] })
  })

  it('gives, takes back and gives again admin privileges while the relationship stays [S0.L1] [S0.2] [S0.L1.5]', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const [agent, ana] = [await partner.person('adminAgent'), await customer.person('globalAdministrator')]
    const look = () => server.ask(agent, 'GET', `/customers/${customer.id}/organization`)
    expect((await accept(ana, (await letterOf(agent, { askPrivileges: true })).link)).body.privileges).toHaveLength(2)
    expect((await look()).status).toBe(200)
    await server.ask(ana, 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: both } })
    expect(await look()).toMatchObject({ status: 403, body: { reason: 'noPrivileges' } })
    expect(await listed(agent)).toMatchObject([{ customerId: customer.id, privilegedServices: [] }])
    const { link } = await letterOf(agent, { kind: 'restorePrivileges', customer: { customerId: customer.id } })
    expect((await accept(ana, link)).body).toMatchObject({ relationshipId: null, privileges: [{ service: both[0] }, { service: both[1] }] })
    expect((await look()).status).toBe(200)
    expect(await listed(agent)).toMatchObject([{ customerId: customer.id, privilegedServices: both }])
  })

  it('ends and begins anew: removed from the list, reinstated by a new request, on the list again [S0.L3.6] [S4.23]', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const [agent, ana] = [await partner.person('adminAgent'), await customer.person('globalAdministrator')]
    await accept(ana, (await letterOf(agent, { askPrivileges: true })).link)
    const { body: before } = await server.ask(agent, 'GET', `/customers/${customer.id}/removal`)
    const removal = { statementSha256: before.statement.sha256, endPrivileges: true }
    expect((await server.ask(agent, 'POST', `/customers/${customer.id}/removal`, { body: removal })).status).toBe(201)
    expect(await listed(agent)).toEqual([])
    expect((await server.ask(ana, 'GET', '/partner-relationships')).body.items).toEqual([])
    const { link } = await letterOf(agent, { customer: { customerId: customer.id }, askPrivileges: true })
    expect((await follow(ana, link)).body.agreement).toMatchObject({ alreadyAccepted: true })
    expect((await accept(ana, link)).status).toBe(201)
    expect(await listed(agent)).toMatchObject([{ customerId: customer.id, privilegedServices: both }])
    expect((await server.ask(ana, 'GET', `/partner-relationships/${partner.id}`)).body).toMatchObject({ relationship: { status: 'active' }, privilegesWithoutRelationship: false })
  })

  it('asked to end by the customer ends when the partner agrees; both read the same story', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const [agent, ana] = [await partner.person('adminAgent'), await customer.person('globalAdministrator')]
    await accept(ana, (await letterOf(agent, { askPrivileges: true })).link)
    expect((await server.ask(ana, 'POST', `/partner-relationships/${partner.id}/end-requests`, { body: { reason: 'Nos fusionamos.' } })).status).toBe(201)
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}`)).body).toMatchObject({ endRequest: { status: 'asked', reason: 'Nos fusionamos.' }, privileges: [] })
    const { body: before } = await server.ask(agent, 'GET', `/customers/${customer.id}/removal`)
    const answer = { answer: 'agreed', statementSha256: before.statement.sha256, endPrivileges: true }
    expect((await server.ask(agent, 'POST', `/customers/${customer.id}/end-answers`, { body: answer })).status).toBe(201)
    const story = ['agreement.signed', 'privileges.granted', 'privileges.removed', 'relationshipRequest.accepted', 'resellerRelationship.endAsked', 'resellerRelationship.formed', 'resellerRelationship.removed']
    for (const [who, counterpart] of [[ana, partner], [agent, customer]] as const) {
      const { items } = (await server.ask(who, 'GET', `/activity?counterpart=${counterpart.id}`)).body as { items: { type: string; outcome: string }[] }
      expect(items.map(({ type }) => type).sort()).toEqual(story)
    }
  })
})
