import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const agreement = await anAgreement('public', { number: 3 })
const both = ['azureActiveDirectory', 'office365']
const read = (who: TestPerson | null, id: string, language = 'en') => server.ask(who, 'GET', `/customers/${id}`, { language })
const record = (who: TestPerson | null, id: string, language = 'en') => server.ask(who, 'GET', `/customers/${id}/record`, { language })
const update = (who: TestPerson | null, id: string, version: number | undefined, body: object) =>
  server.ask(who, 'PATCH', `/customers/${id}`, { body, ...(version !== undefined && { version }) })
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string; field?: string } }) => ({ status, code: body.code, reason: body.reason })

async function aPair(wishes: { services?: string[]; partner?: Parameters<typeof aPartner>[0]; customer?: Parameters<typeof aCustomer>[0] } = {}) {
  const partner = await aPartner(wishes.partner)
  const customer = await aCustomer({ cloud: wishes.partner?.cloud ?? 'public', ...wishes.customer })
  await aRelationship(partner, customer, { services: wishes.services ?? [] })
  return { partner, customer, agent: await partner.person('adminAgent') }
}

async function sign(customer: TestTenant, language = 'es') {
  const signer = await customer.person('globalAdministrator')
  await sql(
    `insert into signatures (customer_id, id, version_id, language, sha256, person_id, role, signed_at, authenticated_by)
     select $1, $2, version_id, language, sha256, $3, 'globalAdministrator', '2026-05-04T10:00:00Z', '{pwd,otp}' from agreement_texts where version_id = $4 and language = $5`,
    [customer.id, randomUUID(), signer.id, agreement.versionId, language],
  )
  return signer
}

it.each(['public', 'usGov'] as const)('the list is seen by Admin agents and Global admins, with each customer’s id, name, domain and relationship: %s [S4.L6]', async (cloud) => {
  const country = cloud === 'public' ? 'ES' : 'US'
  const { partner, customer, agent } = await aPair({ partner: { cloud, country }, customer: { country } })
  for (const person of [agent, await partner.person('globalAdmin')]) {
    const { status, body } = await server.ask(person, 'GET', '/customers')
    expect({ status, items: body.items }).toMatchObject({ status: 200, items: [{ customerId: customer.id, companyName: customer.name, primaryDomain: customer.domain, channels: ['direct'] }] })
  }
  expect((await server.ask(await partner.person('userManagementAdmin'), 'GET', '/customers')).status).toBe(403)
})

describe('the account of a customer', () => {
  it('shows ids, company, privileges with last use, and who signed which agreement in which language', async () => {
    const { partner, customer, agent } = await aPair({ services: both })
    const signer = await sign(customer)
    await sql(`insert into privilege_uses (partner_id, customer_id, service, last_used_at, last_used_by, last_action) values ($1, $2, 'office365', now(), $3, 'organization.read')`, [partner.id, customer.id, agent.id])
    const { status, body, headers } = await read(agent, customer.id.toUpperCase(), 'es')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      customerId: customer.id,
      companyName: customer.name,
      primaryDomain: customer.domain,
      country: 'ES',
      cloud: 'public',
      channels: ['direct'],
      agreement: { status: 'accepted', signedAt: '2026-05-04T10:00:00.000Z', signerName: signer.displayName, versionNumber: 3, language: 'es' },
      privileges: [
        { service: 'azureActiveDirectory', lastUsedAt: null, adminPortalName: 'Centro de administración de Azure Active Directory' },
        { service: 'office365', serviceName: 'Office 365', lastUsedAt: expect.any(String) },
      ],
      endRequest: null,
      removed: null,
      can: ['updateAccount', 'remove', 'attestAgreement', 'readOrganization', 'listUsers', 'createUsers', 'readLicenses', 'assignLicenses', 'exportUsers'],
    })
    expect(headers.get('etag')).toBe(`"${body.version}"`)
  })

  it('says when the agreement is missing, and where none is asked', async () => {
    const missing = await aPair()
    expect((await read(missing.agent, missing.customer.id)).body.agreement).toEqual({ status: 'missing', signedAt: null, signerName: null, versionNumber: null, language: null, attestation: null, attestBlocked: null })
    const china = await aPair({ partner: { cloud: 'china' } })
    expect((await read(china.agent, china.customer.id)).body.agreement.status).toBe('notRequired')
  })

  it('shows a use only to the grant under which it happened', async () => {
    const { partner, customer, agent } = await aPair({ services: ['office365'] })
    await sql(`insert into privilege_uses (partner_id, customer_id, service, last_used_at, last_used_by, last_action) values ($1, $2, 'office365', now() - interval '1 year', $3, 'organization.read')`, [partner.id, customer.id, agent.id])
    expect((await read(agent, customer.id)).body.privileges).toMatchObject([{ lastUsedAt: null }])
  })

  it.each([
    ['salesAgent', ['updateAccount', 'attestAgreement']],
    ['helpdeskAgent', ['updateAccount', 'readOrganization', 'listUsers', 'readLicenses', 'assignLicenses']],
    ['globalAdmin', ['updateAccount', 'remove', 'attestAgreement', 'readOrganization', 'listUsers', 'createUsers', 'readLicenses', 'assignLicenses', 'exportUsers']],
  ] as const)('offers a %s what its role opens', async (role, can) => {
    const { partner, customer } = await aPair({ services: both })
    expect((await read(await partner.person(role), customer.id)).body.can).toEqual(can)
  })

  it('without privileges offers nothing that is done on the customer’s behalf', async () => {
    const { customer, agent } = await aPair()
    expect((await read(agent, customer.id)).body.can).toEqual(['updateAccount', 'remove', 'attestAgreement'])
  })

  it('of another partner’s customer answers like an absent one, on every address', async () => {
    const { customer } = await aPair({ services: both })
    const stranger = await (await aPartner()).person('globalAdmin')
    const own = (await aPair()).partner
    for (const [method, path, body] of [['GET', ''], ['GET', '/record'], ['GET', '/removal'], ['PATCH', '', { tags: [] }], ['POST', '/removal', { statementSha256: 'a'.repeat(64), endPrivileges: false }], ['POST', '/end-answers', { answer: 'refused' }]] as const) {
      const ask = (id: string) => server.ask(stranger, method, `/customers/${id}${path}`, { ...(body && { body }), ...(method === 'PATCH' && { version: 1 }) })
      const [absent, ...others] = await Promise.all([randomUUID(), customer.id, stranger.tenantId, own.id, 'not-a-guid'].map(ask))
      expect(absent!.status).toBe(404)
      for (const other of others) expect([other.status, { ...other.body, traceId: '', detail: '' }]).toEqual([404, { ...absent!.body, traceId: '', detail: '' }])
    }
  })

  it('is closed to visitors, other roles and the customer itself', async () => {
    const { partner, customer } = await aPair()
    expect((await read(null, customer.id)).status).toBe(401)
    expect(problem(await read(await partner.person('billingAdmin'), customer.id))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    expect((await read(await customer.person('globalAdministrator'), customer.id)).status).toBe(403)
  })
})

describe('changing the account', () => {
  const billing = { mail: 'Facturas@Contoso.example', language: 'es', firstName: 'Carla', lastName: 'Núñez', phone: '+34 (600) 000-000 ext. 4', addressLine1: 'Calle Mayor 1', addressLine2: null, city: 'Madrid', state: 'M', postalCode: '28001' }

  it('changes this partner’s list and bills, and nothing else', async () => {
    const { partner, customer, agent } = await aPair()
    const other = await aPartner()
    await aRelationship(other, customer)
    const { version } = (await read(agent, customer.id)).body
    const { status, body, headers } = await update(agent, customer.id, version, { companyName: '  Contoso   Norte ', tags: ['Gold', 'gold', 'EU'], billing })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ companyName: 'Contoso Norte', tags: ['gold', 'EU'], billing: { ...billing, mail: 'Facturas@contoso.example' }, version: version + 1 })
    expect(headers.get('etag')).toBe(`"${version + 1}"`)
    expect((await server.ask(agent, 'GET', '/customers?search=contoso norte')).body.items).toMatchObject([{ companyName: 'Contoso Norte' }])
    expect((await read(await other.person('adminAgent'), customer.id)).body).toMatchObject({ companyName: customer.name, tags: [], billing: { city: null } })
    expect(await sql('select name from tenants where id = $1', [customer.id])).toEqual([{ name: customer.name }])
    const events = await sql(`select e.type, e.data, array_agg(r.tenant_id) as readers from events e join event_readers r on r.event_id = e.id where e.type = 'customerAccount.updated' and r.tenant_id = $1 group by e.id`, [partner.id])
    expect(events).toMatchObject([{ readers: [partner.id], data: { fields: expect.arrayContaining(['companyName', 'tags', 'billing.mail']) } }])
    expect(JSON.stringify(events)).not.toMatch(/Carla|Norte|Facturas/)
  })

  it('leaves what is not named, empties what is null, and writes nothing where nothing changes', async () => {
    const { customer, agent } = await aPair()
    await update(agent, customer.id, 1, { tags: ['a'], billing: { city: 'Madrid', state: 'M' } })
    const second = (await update(agent, customer.id, 2, { billing: { city: null } })).body
    expect(second).toMatchObject({ companyName: customer.name, tags: ['a'], billing: { city: null, state: 'M' }, version: 3 })
    expect((await update(agent, customer.id, 3, { tags: ['a'], billing: { city: null } })).body.version).toBe(3)
    expect((await update(agent, customer.id, 3, {})).body.version).toBe(3)
  })

  it('needs the version that was seen', async () => {
    const { customer, agent } = await aPair()
    expect(problem(await update(agent, customer.id, undefined, { tags: [] }))).toMatchObject({ status: 428, code: 'preconditionRequired' })
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((tag) => update(agent, customer.id, 1, { tags: [tag] })))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 412, 412, 412])
    expect(answers.find(({ status }) => status === 412)!.body.code).toBe('changedMeanwhile')
  })

  it.each([
    [{ companyName: '' }, 'companyName'],
    [{ companyName: 'Con\u200btoso' }, 'companyName'],
    [{ companyName: null }, undefined],
    [{ companyName: 'x'.repeat(101) }, 'companyName'],
    [{ tags: ['a'.repeat(51)] }, 'tags'],
    [{ tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) }, 'tags'],
    [{ tags: 'gold' }, undefined],
    [{ billing: { mail: 'a@b.example\r\nBcc: x@y.example' } }, 'billing.mail'],
    [{ billing: { mail: 'not an address' } }, 'billing.mail'],
    [{ billing: { phone: '<script>' } }, 'billing.phone'],
    [{ billing: { addressLine1: 'a\u0007b' } }, 'billing.addressLine1'],
    [{ billing: { addressLine1: 'x'.repeat(201) } }, 'billing.addressLine1'],
    [{ billing: { city: 'a\u202eb' } }, 'billing.city'],
    [{ billing: { language: 'Spanish!' } }, 'billing.language'],
    [{ billing: { iban: 'ES00' } }, undefined],
    [{ customerId: randomUUID() }, undefined],
    [{ channels: ['direct'] }, undefined],
  ])('refuses %j without effect, and says which field', async (body, field) => {
    const { customer, agent } = await aPair()
    const answer = await update(agent, customer.id, 1, body)
    expect(answer.status).toBe(422)
    expect(answer.body.field).toBe(field)
    expect(answer.body.pointers.length).toBeGreaterThan(0)
    expect((await read(agent, customer.id)).body.version).toBe(1)
  })

  it('keeps what looks like a formula or a tag as it is', async () => {
    const { customer, agent } = await aPair()
    const companyName = '=HYPERLINK("http://x","<b>")'
    expect((await update(agent, customer.id, 1, { companyName })).body.companyName).toBe(companyName)
  })

  it('is closed to a suspended partner, and in China to helpdesk agents', async () => {
    const suspended = await aPair({ partner: { status: 'suspended' } })
    expect(problem(await update(suspended.agent, suspended.customer.id, 1, { tags: [] }))).toEqual({ status: 403, code: 'notAllowed', reason: 'partnerSuspended' })
    const china = await aPair({ partner: { cloud: 'china' } })
    expect(problem(await update(await china.partner.person('helpdeskAgent'), china.customer.id, 1, { tags: [] }))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleDeniedByCloud' })
  })

  it('is over once the customer was removed', async () => {
    const { partner, customer, agent } = await aPair()
    await sql('update reseller_relationships set ended_at = now() where partner_id = $1', [partner.id])
    await sql('update customer_accounts set ended_at = now() where partner_id = $1', [partner.id])
    expect(problem(await update(agent, customer.id, 1, { tags: [] }))).toMatchObject({ status: 404, code: 'notFound' })
    expect((await read(agent, customer.id)).body).toMatchObject({ removed: { at: expect.any(String) }, can: [], agreement: { status: 'unknown' } })
  })
})

describe('the record that the arrow opens', () => {
  it('gives account, services, users, licenses and admin portals, each with what is known', async () => {
    const { customer, agent } = await aPair({ services: ['office365'] })
    await customer.person('billingAdministrator')
    const { status, body } = await record(agent, customer.id)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      account: { tenantId: customer.id, primaryDomain: customer.domain, country: 'ES', agreementStatus: 'missing' },
      services: [
        { service: 'azureActiveDirectory', name: 'Azure Active Directory', grantedAt: null, subscriptions: { own: 0, ownSeats: 0, others: 0 }, standing: { health: 'notStated', checkedAt: null, incidents: [] } },
        { service: 'office365', name: 'Office 365', grantedAt: expect.any(String) },
      ],
      users: { known: 2, reasonCode: null },
      licenses: { known: 0, reasonCode: null },
    })
  })

  it('opens the admin portal of a service only with privileges on that very service [S0.4]', async () => {
    const { partner, customer, agent } = await aPair({ services: ['office365'] })
    const portals = async (who: TestPerson) => (await record(who, customer.id)).body.adminPortals.map(({ service, canOpen, reasonCode }: Record<string, unknown>) => [service, canOpen, reasonCode])
    expect(await portals(agent)).toEqual([['azureActiveDirectory', false, 'noPrivilegesOnService'], ['office365', true, null]])
    expect(await portals(await partner.person('salesAgent'))).toEqual([['azureActiveDirectory', false, 'noPrivilegesOnService'], ['office365', false, 'portalRoleMissing']])
    await sql('update delegated_admin_privileges set ended_at = now() where partner_id = $1', [partner.id])
    expect(await portals(agent)).toEqual([['azureActiveDirectory', false, 'noPrivilegesOnService'], ['office365', false, 'noPrivilegesOnService']])
  })

  it('counts the customer’s users under privileges only, and notes that use', async () => {
    const { partner, customer, agent } = await aPair()
    expect((await record(agent, customer.id, 'es')).body.users).toEqual({ known: null, reasonCode: 'usersNeedPrivileges', reasonText: expect.stringContaining('privilegios de administración') })
    const granted = await aPair({ services: both })
    expect((await record(await granted.partner.person('salesAgent'), granted.customer.id)).body.users).toMatchObject({ known: null, reasonCode: 'portalRoleMissing' })
    expect(await sql('select 1 from privilege_uses where partner_id = any($1)', [[partner.id, granted.partner.id]])).toEqual([])
    await record(granted.agent, granted.customer.id)
    expect(await sql('select service, last_action, last_used_by from privilege_uses where partner_id = $1 order by service', [granted.partner.id])).toEqual(
      both.map((service) => ({ service, last_action: 'directoryUser.list', last_used_by: granted.agent.id })),
    )
  })
})
