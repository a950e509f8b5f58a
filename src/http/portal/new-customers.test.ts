import { describe, expect, it } from 'vitest'
import { aNewCustomer, creating, problemOf } from '../../../test/support/new-customers.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql } from '../../../test/support/world.ts'
import { registrationCountries } from '../../domain/new-customers/country-rules.ts'

const server = await testServer()
await anAgreement('public')
const create = creating(server)
const agentOf = async (wishes: Parameters<typeof aPartner>[0] = {}) => (await aPartner(wishes)).person('salesAgent')

describe('a partner that adds a customer', () => {
  it('gets its tenant, account, relationship and first administrator in one step [S1.L1] [S3.4] [S4.L4]', async () => {
    const partner = await aPartner()
    const agent = await partner.person('salesAgent')
    const customer = aNewCustomer({ companyName: 'Talleres Olmedo, S. L.' })
    const { status, body } = await create(agent, customer, { choice: 'customerIsAsked' })
    expect(status, JSON.stringify(body)).toBe(201)
    const domain = `${customer.domainPrefix}.onmicrosoft.com`
    expect(body).toMatchObject({
      companyName: 'Talleres Olmedo, S. L.',
      primaryDomain: domain,
      agreement: 'customerIsAsked',
      administrator: { userPrincipalName: `admin@${domain}`, temporaryPassword: expect.stringMatching(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/) },
      signInUrl: expect.stringMatching(/\/admin\/sign-in$/),
    })
    const account = (await server.ask(agent, 'GET', `/customers/${body.customerId}`)).body
    expect(account).toMatchObject({ companyName: 'Talleres Olmedo, S. L.', country: 'ES', channels: ['direct'], privileges: [], administrator: { hasJoined: false }, agreement: { status: 'missing' } })
    expect(await sql('select cloud, country, is_customer, origin, contact_mail from tenants where id = $1', [body.customerId])).toEqual([{ cloud: 'public', country: 'ES', is_customer: true, origin: 'createdByPartner', contact_mail: 'lucia@olmedo.example' }])
    expect(await sql("select origin from reseller_relationships where partner_id = $1 and customer_id = $2 and ended_at is null", [partner.id, body.customerId])).toEqual([{ origin: 'creation' }])
  })

  it('keeps mail, culture, language, company name and default address as the billing profile [S1.L1.7]', async () => {
    const agent = await agentOf()
    const { body } = await create(agent, aNewCustomer({ mail: 'facturas@olmedo.example', culture: 'es-ES', language: 'es' }))
    expect((await server.ask(agent, 'GET', `/customers/${body.customerId}`)).body.billing).toMatchObject({
      mail: 'facturas@olmedo.example',
      language: 'es',
      culture: 'es-ES',
      addressLine1: 'Calle de la Rueda 12',
      city: 'Valladolid',
      postalCode: '47001',
    })
  })

  it('tells both sides what happened, by name and without the password', async () => {
    const partner = await aPartner()
    const { body } = await create(await partner.person('adminAgent'), aNewCustomer())
    for (const tenant of [partner.id, body.customerId]) {
      const events = await sql<{ type: string; data: object }>('select e.type, e.data from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 order by e.type', [tenant])
      expect(events.map(({ type }) => type)).toEqual(['person.temporaryPasswordIssued', 'resellerRelationship.formed', 'tenant.created'])
      expect(JSON.stringify(events)).not.toContain(body.administrator.temporaryPassword)
    }
  })

  it('is an admin, an agent who sells or who manages people, and no Helpdesk agent [S1.L1]', async () => {
    const partner = await aPartner()
    for (const role of ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'] as const) {
      expect((await create(await partner.person(role), aNewCustomer())).status, role).toBe(201)
    }
    for (const role of ['helpdeskAgent', 'billingAdmin'] as const) {
      expect(problemOf(await create(await partner.person(role), aNewCustomer()))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
    }
    expect((await create(null, aNewCustomer())).status).toBe(401)
  })

  it.each([
    ['in a cloud that is closed to new tenants', { cloud: 'germany' }, 409, 'cloudClosedToCreating'],
    ['as an indirect reseller only', { kinds: ['indirectReseller'] }, 409, 'resellerCannotCreate'],
    ['while suspended', { status: 'suspended' }, 403, 'partnerSuspended'],
    ['while in debt, in a cloud that minds', { cloud: 'china', inDebt: true }, 403, 'partnerInDebt'],
  ] as const)('is refused %s', async (_title, wishes, status, reason) => {
    const agent = await agentOf(wishes as Parameters<typeof aPartner>[0])
    expect(problemOf(await create(agent, aNewCustomer({ country: 'DE', postalCode: '10115' })))).toMatchObject({ status, reason })
  })

  it('needs an Idempotency-Key', async () => {
    const { status, body } = await server.ask(await agentOf(), 'POST', '/customers', { body: { customer: aNewCustomer(), agreement: null }, key: null })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'idempotencyKeyMissing' })
  })
})

describe('a customer that is there already', () => {
  it('is not created twice: same name on the own list [S1.L1.1] [S4.8]', async () => {
    const agent = await agentOf()
    expect((await create(agent, aNewCustomer({ companyName: 'Óptica Serrano S.A.' }))).status).toBe(201)
    expect(problemOf(await create(agent, aNewCustomer({ companyName: 'OPTICA  Serrano S.A.' })))).toEqual({ status: 409, code: 'alreadyExists', reason: 'customerOnYourList' })
  })

  it('of another partner is neither shown nor hinted at by its name [S1.L1.1]', async () => {
    const name = `Fundición Robledo ${Date.now()} S.A.`
    const other = await aPartner()
    const known = await aCustomer({ name })
    await aRelationship(other, known)
    expect((await create(await agentOf(), aNewCustomer({ companyName: name }))).status).toBe(201)
  })

  it('is not created twice under one domain, and nobody learns whose it is', async () => {
    const customer = aNewCustomer()
    expect((await create(await agentOf(), customer)).status).toBe(201)
    const again = await create(await agentOf(), { ...aNewCustomer(), domainPrefix: customer.domainPrefix.toUpperCase() })
    expect(problemOf(again)).toEqual({ status: 409, code: 'alreadyExists', reason: 'domainInUse' })
    expect(JSON.stringify(again.body)).not.toContain(customer.companyName)
  })
})

describe('what is wrong with a form', () => {
  it('is said field by field and all at once, in the reader’s language', async () => {
    const { status, body } = await create(await agentOf(), aNewCustomer({ companyName: ' ', mail: 'no', postalCode: '99999', city: '' }), { choice: 'customerIsAsked' }, { language: 'es' })
    expect(status).toBe(422)
    const said = Object.fromEntries(body.pointers.map(({ pointer, rule }: { pointer: string; rule: string }) => [pointer, rule]))
    expect(said).toEqual({ '/companyName': 'fieldMissing', '/city': 'fieldMissing', '/mail': 'addressForm', '/postalCode': 'postalCodeForm' })
    expect(body.pointers[0].detail).toBe('Rellene este campo.')
  })

  it.each([
    ['a test name', { companyName: 'Prueba 2 S. L.' }, 'companyName', 'testName'],
    ['a reserved domain', { domainPrefix: 'postmaster' }, 'domainPrefix', 'domainPrefixReserved'],
    ['a short domain', { domainPrefix: 'ab' }, 'domainPrefix', 'domainPrefixLength'],
    ['a misshapen domain', { domainPrefix: 'xn--contoso' }, 'domainPrefix', 'domainPrefixShape'],
    ['a country outside the market', { country: 'US', state: 'WA', postalCode: '98052' }, 'country', 'outsideMarket'],
    ['a country that does not exist', { country: 'QQ' }, 'country', 'unknownCountry'],
    ['a culture of another language', { culture: 'fr-FR' }, 'culture', 'cultureOfAnotherLanguage'],
  ])('refuses %s', async (_title, wishes, field, reason) => {
    const { status, body } = await create(await agentOf(), aNewCustomer(wishes))
    expect({ status, field: body.field, reason: body.reason }).toEqual({ status: 422, field, reason })
  })

  it('hints at what a verifier stumbles over, and refuses none of it [S1.L1.4]', async () => {
    const agent = await agentOf()
    const form = aNewCustomer({ companyName: 'ACME', addressLine1: 'Plaza Mayor' })
    const { status, body } = await server.ask(agent, 'POST', '/new-customer-checks', { body: form, language: 'es' })
    expect({ status, problems: body.problems }).toEqual({ status: 200, problems: [] })
    expect(body.hints).toEqual([
      { field: 'companyName', reasonCode: 'nameLooksLikeAcronym', reasonText: 'Parece una sigla. Escriba la razón social completa.' },
      { field: 'addressLine1', reasonCode: 'addressWithoutNumber', reasonText: expect.any(String) },
    ])
    expect((await create(agent, form)).status).toBe(201)
  })
})

describe('the number in the country’s register', () => {
  const inMarket = async (country: string) => {
    const agent = await agentOf({ country })
    const rules = (await server.ask(agent, 'GET', '/new-customer-rules')).body.countries.find((one: { country: string }) => one.country === country)
    return { agent, form: aNewCustomer({ country, postalCode: rules.postalCodeExample ?? '', phone: '', registrationNumber: '' }) }
  }

  it.each(registrationCountries)('is mandatory in %s, and so is a phone [S1.L1.8]', async (country) => {
    const { agent, form } = await inMarket(country)
    const { body } = await create(agent, form)
    expect(body.pointers.map(({ rule }: { rule: string }) => rule)).toEqual(['registrationNumberMissing', 'phoneMissing'])
    expect((await create(agent, { ...form, phone: '+374 10 000000', registrationNumber: '!' })).body.pointers).toMatchObject([{ rule: 'registrationNumberForm' }])
    const made = await create(agent, { ...form, phone: '+374 10 000000', registrationNumber: '12345678' })
    expect((await server.ask(agent, 'GET', `/customers/${made.body.customerId}`)).body.registrationNumber).toBe('12345678')
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(await sql('select registration_number from created_customers where customer_id = $1', [made.body.customerId])).toEqual([{ registration_number: '12345678' }])
  })

  it.each(['ES', 'US', 'MX', 'CH'])('is refused in %s [S1.L1.8]', async (country) => {
    const { agent, form } = await inMarket(country)
    expect((await create(agent, { ...form, registrationNumber: '12345678' })).body.pointers.map(({ rule }: { rule: string }) => rule)).toContain('registrationNumberRefused')
  })
})

describe('whether a domain is free', () => {
  const ask = async (prefix: string) => (await server.ask(await agentOf(), 'GET', `/domain-availability?prefix=${encodeURIComponent(prefix)}`)).body

  it('is told before, and nothing but that [S1.L1.7]', async () => {
    const customer = aNewCustomer()
    expect(await ask(customer.domainPrefix)).toEqual({ prefix: customer.domainPrefix, domain: `${customer.domainPrefix}.onmicrosoft.com`, isAvailable: true, reasonCode: null, reasonText: null })
    await create(await agentOf(), customer)
    expect(await ask(customer.domainPrefix)).toMatchObject({ isAvailable: false, reasonCode: 'domainInUse', reasonText: expect.stringContaining('relationship request') })
    expect(await ask('admin')).toMatchObject({ isAvailable: false, reasonCode: 'domainPrefixReserved' })
  })

  it('is told thirty times in ten minutes by the refusal of a new customer; after that a free one waits, too', async () => {
    const tryOne = creating(await testServer({ rateFactor: 1 }))
    const agent = await agentOf()
    const taken = aNewCustomer()
    expect((await create(agent, taken)).status).toBe(201)
    expect((await tryOne(agent, aNewCustomer())).status).toBe(201)
    for (let told = 0; told < 30; told++) expect(problemOf(await tryOne(agent, { ...aNewCustomer(), domainPrefix: taken.domainPrefix })).reason).toBe('domainInUse')
    for (const form of [{ ...aNewCustomer(), domainPrefix: taken.domainPrefix }, aNewCustomer()]) {
      expect(await tryOne(agent, form)).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    }
  })

  it('is asked by those who may add customers', async () => {
    const partner = await aPartner()
    expect(problemOf(await server.ask(await partner.person('helpdeskAgent'), 'GET', '/domain-availability?prefix=contoso'))).toMatchObject({ status: 403, reason: 'roleMissing' })
    expect((await server.ask(null, 'GET', '/domain-availability?prefix=contoso')).status).toBe(401)
    expect((await server.ask(await partner.person('adminAgent'), 'GET', '/domain-availability')).status).toBe(422)
  })
})
