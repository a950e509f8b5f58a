import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aPartnerWith, askingAt, problem } from '../../../test/support/asking.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql } from '../../../test/support/world.ts'

const server = await testServer()
const { ask, read, check, aSharedRequest } = askingAt(server)
const both = ['azureActiveDirectory', 'office365']

describe('privileges', () => {
  it('are asked on Azure Active Directory and Office 365 where the box is ticked, and not where it is not [S0.12] [S0.13]', async () => {
    const { agent } = await aPartnerWith()
    expect((await ask(agent, { askPrivileges: true })).body).toMatchObject({ services: both, serviceNames: ['Azure Active Directory', 'Office 365'] })
    const without = (await ask(agent, { askPrivileges: false })).body
    expect(without).toMatchObject({ services: [], askPrivileges: false })
    const { link, draft } = (await read(agent, without.id, '?link=shown')).body
    expect(new URL(link).searchParams.get('DAP')).toBe('false')
    expect(draft.text).toContain('We do not ask for admin privileges')
  })

  it.each([
    ['usGov', 'S0.7] [S3.8'],
    ['germany', 'S0.8'],
  ] as const)('cannot be left out in %s [%s]', async (...[cloud]) => {
    const { agent } = await aPartnerWith({ cloud })
    expect(problem(await ask(agent, { askPrivileges: false }))).toEqual({ status: 422, code: 'privilegesRuledByCloud', reason: 'privilegesForcedByCloud' })
    expect((await ask(agent)).body.services).toEqual(both)
  })

  it('are not ticked for an indirect reseller that says nothing', async () => {
    const { agent } = await aPartnerWith({ kinds: ['indirectReseller'] })
    expect((await ask(agent)).body.services).toEqual([])
    expect((await ask(agent, { askPrivileges: true })).body.services).toEqual(both)
  })
})

describe('what bars a request', () => {
  it('a country outside the region [S0.10] [S3.12]', async () => {
    const { agent } = await aPartnerWith({ country: 'ES' })
    expect(problem(await ask(agent, { customer: { country: 'US' } }))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'outsideMarket' })
    expect((await ask(agent, { customer: { country: 'FR' } })).status).toBe(201)
  })

  it('a suspended partner, and one in debt where the cloud says so', async () => {
    const suspended = await aPartnerWith({ status: 'suspended' })
    expect(problem(await ask(suspended.agent))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerSuspended' })
    const inDebt = await aPartnerWith({ cloud: 'china', inDebt: true })
    expect(problem(await ask(inDebt.agent))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerInDebt' })
    const publicDebt = await aPartnerWith({ inDebt: true })
    expect((await ask(publicDebt.agent)).status).toBe(201)
  })

  it('a cloud that invites with the partner link only', async () => {
    const { agent } = await aPartnerWith({ cloud: 'china' })
    expect(problem(await ask(agent))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'trackedRequestNotOffered' })
  })

  it('a relationship that exists; then privileges can be asked back [S0.2]', async () => {
    const { partner, agent } = await aPartnerWith()
    const customer = await aCustomer()
    await aRelationship(partner, customer, { services: ['office365'] })
    const named = { customer: { customerId: customer.id.toUpperCase() } }
    expect(problem(await ask(agent, named))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'alreadyRelated' })
    const restoring = await ask(agent, { ...named, kind: 'restorePrivileges' })
    expect(restoring.body).toMatchObject({
      kind: 'restorePrivileges',
      services: ['azureActiveDirectory'],
      named: { customerId: customer.id, domain: customer.domain, country: customer.country, companyName: customer.name },
      customerName: customer.name,
    })
  })

  it('the partner’s own tenant, by id and by domain', async () => {
    const { partner, agent } = await aPartnerWith()
    for (const customer of [{ customerId: partner.id }, { domain: partner.domain.toUpperCase() }]) {
      expect(problem(await ask(agent, { customer }))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'ownTenant' })
    }
  })

  it('a joint request without a partnership, asked by a role that may', async () => {
    const { partner, agent } = await aPartnerWith()
    const provider = await aPartner({ kinds: ['indirectProvider'] })
    for (const secondPartnerId of [provider.id, randomUUID()]) {
      expect(problem(await ask(agent, { secondPartnerId }))).toEqual({ status: 409, code: 'requestNotPossible', reason: 'partnershipMissing' })
      expect(problem(await ask(await partner.person('salesAgent'), { secondPartnerId }))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    }
  })

  it('says why in the reader’s language', async () => {
    const { agent } = await aPartnerWith()
    const { body } = await ask(agent, { customer: { country: 'US' } }, { language: 'es' })
    expect(body.detail).toMatch(/^El país del cliente está fuera de la región/)
    expect(body.blockers).toEqual([{ reasonCode: 'outsideMarket', field: 'customer' }])
  })
})

describe('the check before drafting', () => {
  it('tells what would happen and changes nothing', async () => {
    const { agent, partner } = await aPartnerWith()
    const { status, body } = await check(agent, { customer: { domain: 'litware.example', country: 'ES' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      possible: true,
      problems: [],
      warnings: [],
      linkKind: 'trackedRequest',
      privileges: { rule: 'optionalOn', asked: true, canChoose: true, services: both },
      language: 'es',
      validityDays: { default: 90, max: 365 },
      customer: null,
    })
    expect(body.countries).toContain('FR')
    expect(body.countries).not.toContain('US')
    expect(await sql('select id from relationship_requests where partner_id = $1', [partner.id])).toEqual([])
  })

  it('answers a suspended or indebted partner with the reason instead of a refusal', async () => {
    const { agent } = await aPartnerWith({ cloud: 'china', status: 'suspended', inDebt: true })
    const { body } = await check(agent, {}, 'es')
    expect(body).toMatchObject({ possible: false, linkKind: 'partnerLink', problems: [{ reasonCode: 'partnerSuspended' }, { reasonCode: 'partnerInDebt', reasonText: expect.stringContaining('pagos pendientes') }] })
  })

  it.each([
    ['public', { rule: 'optionalOn', asked: true, canChoose: true }],
    ['usGov', { rule: 'forced', asked: true, canChoose: false }],
    ['germany', { rule: 'forced', asked: true, canChoose: false }],
    ['china', { rule: 'alwaysAdded', asked: true, canChoose: false }],
  ] as const)('explains the privileges rule of %s', async (cloud, rule) => {
    const { agent } = await aPartnerWith({ cloud })
    expect((await check(agent)).body.privileges).toMatchObject(rule)
    expect((await check(agent)).body.privileges.explanation.length).toBeGreaterThan(20)
  })

  it('says what the partner knows of a customer it has, in that customer’s language', async () => {
    const { agent, partner } = await aPartnerWith()
    const customer = await aCustomer({ language: 'de', country: 'AT' })
    await aRelationship(partner, customer, { services: both })
    for (const named of [{ customerId: customer.id }, { domain: customer.domain }]) {
      expect((await check(agent, { customer: named })).body).toMatchObject({
        possible: false,
        problems: [{ reasonCode: 'alreadyRelated', field: 'kind' }],
        customer: { customerId: customer.id, companyName: customer.name, isRelated: true, privilegedServices: both },
        language: 'de',
      })
    }
    expect((await check(agent, { kind: 'restorePrivileges', customer: { customerId: customer.id } })).body.problems).toMatchObject([{ reasonCode: 'privilegesHeldAlready' }])
  })

  it('warns of an open request to the same customer', async () => {
    const { agent } = await aPartnerWith()
    await aSharedRequest(agent, { customer: { domain: 'wingtip.example' } })
    expect((await check(agent, { customer: { domain: 'WINGTIP.example' } })).body.warnings).toMatchObject([{ reasonCode: 'openRequestExists' }])
    expect((await check(agent, { customer: { domain: 'adatum.example' } })).body.warnings).toEqual([])
  })

  it('warns where the cloud takes no new tenants, and does not bar the request', async () => {
    const { agent } = await aPartnerWith({ cloud: 'germany' })
    expect((await check(agent)).body).toMatchObject({ possible: true, warnings: [{ reasonCode: 'cloudClosedToNewTenants' }] })
  })

  it('agrees with what making the request then says', async () => {
    const { agent } = await aPartnerWith()
    for (const body of [{ customer: { country: 'US' } }, { kind: 'restorePrivileges' }, { askPrivileges: false }, { secondPartnerId: randomUUID() }]) {
      const [checked, made] = [await check(agent, body), await ask(agent, body)]
      expect(checked.body.possible).toBe(made.status === 201)
      expect(checked.body.problems[0]?.reasonCode).toBe(made.body.reason)
    }
  })

  it('is for those who may ask', async () => {
    const { partner } = await aPartnerWith()
    expect((await check(await partner.person('helpdeskAgent'))).status).toBe(403)
    expect((await server.ask(null, 'POST', '/relationship-request-checks', { body: { kind: 'establish', customer: null } })).status).toBe(401)
  })
})
