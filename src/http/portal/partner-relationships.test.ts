import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aRequest, tiesBetween } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const both = ['azureActiveDirectory', 'office365']

async function related(wishes: { services?: string[]; cloud?: 'public' | 'china'; since?: Date } = {}) {
  const { cloud = 'public' } = wishes
  const [partner, customer] = await Promise.all([aPartner({ cloud }), aCustomer({ cloud })])
  await aRelationship(partner, customer, { services: wishes.services ?? both, ...(wishes.since && { since: wishes.since }) })
  return { partner, customer, ana: await customer.person('globalAdministrator'), agent: await partner.person('adminAgent') }
}

const remove = (who: TestPerson, partnerId: string, services: unknown, more: object = {}) =>
  server.ask(who, 'POST', `/partner-relationships/${partnerId}/privileges-removal`, { body: { services }, ...more })

describe('the partners of a customer', () => {
  it('show kind, since when and which of them hold privileges on what, with no end [S0.L1.4]', async () => {
    const { partner, customer, ana } = await related()
    const plain = await aPartner({ name: 'Zeta', verified: false, kinds: ['indirectProvider'] })
    await aRelationship(plain, customer)
    const { status, body } = await server.ask(ana, 'GET', '/partner-relationships')
    expect(status).toBe(200)
    expect(body.items.map((one: { partnerId: string }) => one.partnerId)).toEqual([partner.id, plain.id])
    expect(body.items[0]).toMatchObject({
      name: partner.name,
      isVerified: true,
      kinds: ['directBill'],
      relationship: { status: 'active', channel: 'direct', endedAt: null },
      privileges: [
        { service: 'azureActiveDirectory', serviceName: 'Azure Active Directory', lastUsedAt: null, lastUsedBy: null },
        { service: 'office365', serviceName: 'Office 365' },
      ],
      privilegesWithoutRelationship: false,
      recent: [],
      endRequest: null,
      can: ['removePrivileges', 'askEnd'],
    })
    expect(body.items[1]).toMatchObject({ isVerified: false, kinds: ['indirectProvider'], privileges: [], can: ['askEnd'] })
  })

  it('show when privileges were last used, by whom, and what the partner did lately', async () => {
    const { partner, customer, ana, agent } = await related({ since: new Date(Date.now() - 86_400_000) })
    const { body: organization } = await server.ask(agent, 'GET', `/customers/${customer.id}/organization`)
    await server.ask(agent, 'PATCH', `/customers/${customer.id}/organization`, { body: { contactName: 'Luis' }, version: organization.version })
    const { body } = await server.ask(ana, 'GET', `/partner-relationships/${partner.id}`, { language: 'es' })
    expect(body.privileges[0]).toMatchObject({ lastUsedBy: agent.displayName, lastUsedAt: expect.stringMatching(/^20/) })
    expect(body.recent.map((one: { text: string }) => one.text)).toEqual(
      expect.arrayContaining([
        `${agent.displayName} (${partner.name}) cambió los datos de contacto de la organización`,
        `${agent.displayName} (${partner.name}) usó privilegios de administración en Azure Active Directory y Office 365`,
      ]),
    )
  })

  it('keep a partner whose privileges outlived the relationship, marked as such [S1.48]', async () => {
    const { partner, ana } = await related()
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1', [partner.id])
    const { body } = await server.ask(ana, 'GET', '/partner-relationships')
    expect(body.items[0]).toMatchObject({ relationship: { status: 'ended' }, privilegesWithoutRelationship: true, can: ['removePrivileges'] })
  })

  it('are read in pages, forward and back', async () => {
    const customer = await aCustomer()
    const ana = await customer.person('globalAdministrator')
    for (const name of ['Alfa', 'Beta', 'Gamma']) await aRelationship(await aPartner({ name }), customer)
    const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map(({ name }) => name)
    const first = await server.ask(ana, 'GET', '/partner-relationships?size=2')
    expect(names(first)).toEqual(['Alfa', 'Beta'])
    const second = await server.ask(ana, 'GET', `/partner-relationships?size=2&cursor=${first.body.next}`)
    expect(names(second)).toEqual(['Gamma'])
    expect(names(await server.ask(ana, 'GET', `/partner-relationships?size=2&cursor=${second.body.previous}`))).toEqual(['Alfa', 'Beta'])
    expect(await server.ask(ana, 'GET', `/partner-relationships?size=3&cursor=${first.body.next}`)).toMatchObject({ status: 400, body: { code: 'invalidCursor' } })
  })

  it('are for administrators of the customer only; a stranger’s partner is not there', async () => {
    const { partner, customer, agent } = await related()
    const stranger = await (await aCustomer()).person('globalAdministrator')
    expect((await server.ask(await customer.person(), 'GET', '/partner-relationships')).status).toBe(403)
    expect((await server.ask(agent, 'GET', '/partner-relationships')).status).toBe(403)
    expect((await server.ask(null, 'GET', '/partner-relationships')).status).toBe(401)
    expect((await server.ask(await customer.person('billingAdministrator'), 'GET', '/partner-relationships')).body.items[0].can).toEqual([])
    const foreign = await server.ask(stranger, 'GET', `/partner-relationships/${partner.id}`)
    const absent = await server.ask(stranger, 'GET', `/partner-relationships/${randomUUID()}`)
    expect([foreign.status, absent.status]).toEqual([404, 404])
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' })
  })
})

describe('before removing privileges', () => {
  it('the customer reads what stops, that the partner stays responsible, and that it can file no service requests [S0.26] [S0.L1.3]', async () => {
    const { partner, customer, ana } = await related()
    const { status, body } = await server.ask(ana, 'GET', `/partner-relationships/${partner.id}/privileges-removal`)
    expect(status).toBe(200)
    expect(body.services.map((one: { service: string }) => one.service)).toEqual(both)
    expect(body.stops.join(' ')).toMatch(/can no longer administer Azure Active Directory and Office 365.*Helpdesk administrator.*service requests to Microsoft support/)
    expect(body.stays.join(' ')).toMatch(/subscriptions, licenses, renewals and bills go on.*stays responsible for your support and for the terms of its Microsoft Partner Agreement/)
    expect(body.warning).toContain(`Until you agree on something else with ${partner.name}, it cannot open service requests`)
    expect(await tiesBetween(partner, customer)).toMatchObject({ grants: both })
  })

  it('in the cloud of 21Vianet the duties are those of its reseller agreement, in Spanish too', async () => {
    const { partner, ana } = await related({ cloud: 'china' })
    const { body } = await server.ask(ana, 'GET', `/partner-relationships/${partner.id}/privileges-removal`, { language: 'es' })
    expect(body.stays.join(' ')).toContain('sigue siendo responsable del soporte técnico y de los términos de su Contrato de revendedor CSP de China')
    expect(body.warning).toContain('soporte técnico de 21Vianet')
  })

  it('of one service, the others stay', async () => {
    const { partner, ana } = await related()
    const { body } = await server.ask(ana, 'GET', `/partner-relationships/${partner.id}/privileges-removal?service=office365`)
    expect(body.services).toEqual([{ service: 'office365', serviceName: 'Office 365' }])
    expect(body.stays[0]).toBe('The admin privileges on Azure Active Directory stay.')
    expect(body.stops.join(' ')).not.toContain('service requests')
  })

  it('of what the partner does not hold there is nothing to see', async () => {
    const { partner, ana } = await related({ services: ['office365'] })
    expect(await server.ask(ana, 'GET', `/partner-relationships/${partner.id}/privileges-removal?service=azureActiveDirectory`)).toMatchObject({ status: 409, body: { reason: 'privilegesNotHeld' } })
  })
})

describe('removing privileges', () => {
  it('ends them at once and keeps relationship, account and duties [S0.25] [S0.L1.5] [S0.L1.6]', async () => {
    const { partner, customer, ana, agent } = await related()
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/organization`)).status).toBe(200)
    expect(await remove(ana, partner.id, both)).toMatchObject({ status: 201, body: { services: both } })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, accounts: 1, grants: [], events: expect.arrayContaining(['privileges.removed']) })
    expect(await server.ask(agent, 'GET', `/customers/${customer.id}/organization`)).toMatchObject({ status: 403, body: { reason: 'noPrivileges' } })
    const [account] = await sql('select privileged_services from customer_accounts where partner_id = $1', [partner.id])
    expect(account!.privileged_services).toEqual([])
    const [mails] = await sql<{ count: number }>(
      `select count(*)::int from graphile_worker.jobs where key in (select 'compose:' || event_id from event_readers where tenant_id = $1 and type = 'privileges.removed')`,
      [customer.id],
    )
    expect(mails!.count).toBe(1)
  })

  it('on one service leaves the other [S0.4]', async () => {
    const { partner, customer, ana } = await related()
    await remove(ana, partner.id, ['office365'])
    expect(await tiesBetween(partner, customer)).toMatchObject({ grants: ['azureActiveDirectory'] })
    const [ended] = await sql('select ended_by, end_reason from delegated_admin_privileges where partner_id = $1 and ended_at is not null', [partner.id])
    expect(ended).toEqual({ ended_by: ana.id, end_reason: 'removedByCustomer' })
  })

  it('twice with one key is once; with another key there is nothing left', async () => {
    const { partner, ana } = await related()
    const key = randomUUID()
    const first = await remove(ana, partner.id, both, { key })
    expect(await remove(ana, partner.id, both, { key })).toMatchObject({ status: 201, body: first.body })
    expect(await remove(ana, partner.id, both)).toMatchObject({ status: 409, body: { code: 'invalidTransition', reason: 'privilegesNotHeld' } })
    expect(await remove(ana, partner.id, both, { key: null })).toMatchObject({ status: 400 })
  })

  it('needs the Global administrator, a recent sign-in and services that are named', async () => {
    const { partner, customer, ana, agent } = await related()
    expect((await remove(await customer.person('billingAdministrator'), partner.id, both)).status).toBe(403)
    expect((await remove(agent, partner.id, both)).status).toBe(403)
    expect(await remove(ana, partner.id, both, { authenticatedAt: new Date(Date.now() - 16 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    for (const services of [[], ['office365', 'office365'], ['no such'], 'office365', null]) expect((await remove(ana, partner.id, services)).status).toBe(422)
    expect((await remove(ana, partner.id, ['unknown'])).status).toBe(409)
    expect((await remove(ana, randomUUID(), both)).status).toBe(404)
    expect((await remove(await (await aCustomer()).person('globalAdministrator'), partner.id, both)).status).toBe(404)
    expect(await tiesBetween(partner, customer)).toMatchObject({ grants: both })
  })

  it('after handing them to another partner leaves the other in place', async () => {
    const { partner, customer, ana } = await related()
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['office365'] })
    await remove(ana, partner.id, both)
    expect(await tiesBetween(other, customer)).toMatchObject({ grants: ['office365'] })
  })

  it('lets the partner ask for them again', async () => {
    const { partner, customer, ana } = await related()
    await remove(ana, partner.id, both)
    const { secret } = await aRequest(partner, { kind: 'restorePrivileges', services: both })
    const page = await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })
    expect(page.body.asks).toMatchObject({ relationship: false, services: [{ id: 'azureActiveDirectory' }, { id: 'office365' }] })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1 })
  })
})

describe('asking for the end of a relationship', () => {
  const ask = (who: TestPerson, partnerId: string, reason?: unknown) =>
    server.ask(who, 'POST', `/partner-relationships/${partnerId}/end-requests`, { body: reason === undefined ? {} : { reason } })

  it('ends the rights at once and gives the partner until the end of a day to answer', async () => {
    const { partner, customer, ana, agent } = await related()
    const answer = await ask(ana, partner.id, 'Cambiamos de partner.')
    expect(answer).toMatchObject({ status: 201, body: { endRequest: { status: 'asked', reason: 'Cambiamos de partner.' }, privilegesEnded: both } })
    const due = new Date(answer.body.endRequest.answerDueAt)
    expect(due.toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid' })).toBe('23:59:00')
    expect(Math.round((due.getTime() - Date.now()) / 86_400_000)).toBeGreaterThanOrEqual(30)
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, grants: [] })
    expect((await server.ask(agent, 'GET', `/customers/${customer.id}/organization`)).status).toBe(403)
    const { body } = await server.ask(ana, 'GET', `/partner-relationships/${partner.id}`)
    expect(body).toMatchObject({ endRequest: { status: 'asked' }, can: [] })
    const data = await sql(`select e.data from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 and e.type = 'resellerRelationship.endAsked'`, [partner.id])
    expect(JSON.stringify(data)).not.toContain('Cambiamos')
  })

  it('is asked once, until it is answered', async () => {
    const { partner, ana } = await related()
    expect((await ask(ana, partner.id)).status).toBe(201)
    expect(await ask(ana, partner.id)).toMatchObject({ status: 409, body: { code: 'alreadyExists', reason: 'endAlreadyAsked' } })
    await sql(`update end_requests set status = 'refused', answered_at = now() where partner_id = $1`, [partner.id])
    expect((await ask(ana, partner.id)).status).toBe(201)
  })

  it('needs a relationship that is there, and the Global administrator', async () => {
    const { partner, customer, ana } = await related()
    expect((await ask(await customer.person('billingAdministrator'), partner.id)).status).toBe(403)
    expect((await ask(ana, randomUUID())).status).toBe(404)
    expect(await ask(ana, partner.id, 'a\u0007')).toMatchObject({ status: 422 })
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1', [partner.id])
    expect(await ask(ana, partner.id)).toMatchObject({ status: 409, body: { reason: 'relationshipEndedAlready' } })
  })
})

describe('the responsibility map', () => {
  const marksOn = (body: { items: { service: string; duties: { duty: string; marks: string[]; answerable: { partnerId: string; marks: string[]; isBehind: boolean }[] }[] }[] }, service: string) =>
    Object.fromEntries(body.items.find((one) => one.service === service)!.duties.map(({ duty, marks, answerable }) => [duty, [...marks, ...answerable.flatMap((one) => one.marks)]]))

  it('shows any number of partners on each service, with overlap, gap, and who is liable without rights [S0.1, S2.4, S2.22]', async () => {
    const { customer, partner, ana } = await related({ services: ['office365'] })
    const second = await aPartner({ name: 'Zeta' })
    await aRelationship(second, customer)
    const { status, body } = await server.ask(ana, 'GET', '/responsibility-map', { language: 'es' })
    expect(status).toBe(200)
    expect(body.items.map((one: { serviceName: string }) => one.serviceName)).toEqual(['Azure Active Directory', 'Office 365'])
    expect(marksOn(body, 'office365')).toEqual({ billing: ['notSold'], admin: [], support: ['overlap', 'liableWithoutRights'] })
    expect(marksOn(body, 'azureActiveDirectory')).toEqual({ billing: ['notSold'], admin: ['gap'], support: ['overlap', 'liableWithoutRights', 'liableWithoutRights'] })
    expect(body.items[1].duties[1].answerable).toEqual([{ partnerId: partner.id, partnerName: partner.name, channel: 'direct', isBehind: false, subscriptions: null, marks: [] }])
  })

  it('marks privileges that outlived the relationship, and is all gaps where nobody is a partner', async () => {
    const { partner, ana } = await related({ services: ['office365'] })
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1', [partner.id])
    expect(marksOn((await server.ask(ana, 'GET', '/responsibility-map')).body, 'office365')).toEqual({ billing: ['notSold'], admin: ['rightsWithoutRelationship'], support: ['gap'] })
    const alone = await (await aCustomer()).person('globalAdministrator')
    expect(marksOn((await server.ask(alone, 'GET', '/responsibility-map')).body, 'office365')).toEqual({ billing: ['notSold'], admin: ['gap'], support: ['gap'] })
  })

  it('is for administrators of the customer; a partner reads its own part on the account, and nothing about another', async () => {
    const { customer, agent } = await related({ services: ['office365'] })
    const other = await aPartner()
    await aRelationship(other, customer, { services: ['azureActiveDirectory'] })
    expect((await server.ask(agent, 'GET', '/responsibility-map')).status).toBe(403)
    const { body } = await server.ask(agent, 'GET', `/customers/${customer.id}`)
    const [directory, mail] = body.responsibilities
    expect(mail.duties).toEqual([
      { duty: 'billing', isOwn: false, subscriptions: null, marks: ['notSold'] },
      { duty: 'admin', isOwn: true, subscriptions: null, marks: [] },
      { duty: 'support', isOwn: true, subscriptions: null, marks: [] },
    ])
    expect(directory.duties.slice(1)).toEqual([{ duty: 'admin', isOwn: false, subscriptions: null, marks: [] }, { duty: 'support', isOwn: true, subscriptions: null, marks: ['liableWithoutRights'] }])
    expect(JSON.stringify(body)).not.toContain(other.id)
    expect(JSON.stringify(body)).not.toContain(other.name)
  })
})
