import { randomUUID } from 'node:crypto'
import { sql as raw } from 'kysely'
import { describe, expect, it } from 'vitest'
import { barrierOn } from '../../../test/support/barrier.ts'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { aNewCustomer, creating, problemOf } from '../../../test/support/new-customers.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
await anAgreement('public')
const create = creating(server)
const reissue = (who: TestPerson | null, customerId: string, more = {}) => server.ask(who, 'POST', `/customers/${customerId}/administrator-credentials`, more)

async function aCreatedCustomer() {
  const partner = await aPartner()
  const agent = await partner.person('adminAgent')
  const { status, body } = await create(agent, aNewCustomer())
  expect(status, JSON.stringify(body)).toBe(201)
  return { partner, agent, customerId: body.customerId as string, credentials: body.administrator as { userPrincipalName: string; temporaryPassword: string } }
}

const signIn = (credentials: { userPrincipalName: string; temporaryPassword: string }, portal: 'customer' | 'partner' = 'customer') => {
  const browser = aBrowser(server, portal)
  const { userPrincipalName, temporaryPassword: password } = credentials
  return browser.ask('POST', '/sessions', { userPrincipalName, password })
}

async function join(credentials: { userPrincipalName: string; temporaryPassword: string }) {
  const { body } = await signIn(credentials)
  return aBrowser(server, 'customer').ask('POST', '/person-invitations/acceptance', { secret: body.invitation, password: goodPassword })
}

describe('the credentials of the first administrator', () => {
  it('stand in the answer once and can be fetched nowhere [S1.L1.6]', async () => {
    const { agent, customerId, credentials } = await aCreatedCustomer()
    for (const path of [`/customers/${customerId}`, `/customers/${customerId}/record`, '/customers', '/activity']) {
      expect(JSON.stringify((await server.ask(agent, 'GET', path)).body), path).not.toContain(credentials.temporaryPassword)
    }
    expect((await server.ask(agent, 'GET', `/customers/${customerId}/administrator-credentials`)).status).toBe(405)
  })

  it('are stored as a hash, and nowhere as they are', async () => {
    const { customerId, credentials } = await aCreatedCustomer()
    const [row] = await sql('select temporary_password_hash, password_hash, status from people where tenant_id = $1', [customerId])
    expect(row).toEqual({ temporary_password_hash: expect.stringMatching(/^\$/), password_hash: null, status: 'invited' })
    for (const table of ['events', 'idempotency_keys', 'mails', 'people']) {
      expect(JSON.stringify(await sql(`select t::text from ${table} t`)), table).not.toContain(credentials.temporaryPassword)
    }
  })

  it('open no session: the first sign-in leads to choosing an own password', async () => {
    const { credentials } = await aCreatedCustomer()
    const first = await signIn(credentials)
    expect(first).toMatchObject({ status: 201, body: { next: 'chooseOwnPassword', invitation: expect.stringMatching(/^cin_/) } })
    expect(first.headers.getSetCookie().filter((line) => line.startsWith('__Host-customer'))).toEqual([])
    expect((await join(credentials)).status).toBe(201)
    expect(problemOf(await signIn(credentials))).toMatchObject({ status: 401, code: 'signInFailed' })
    expect(await signIn({ ...credentials, temporaryPassword: goodPassword })).toMatchObject({ status: 201, body: { next: 'signedIn' } })
  })

  it('confirm no mail address: they were handed on by people', async () => {
    const { credentials, customerId } = await aCreatedCustomer()
    await join(credentials)
    expect(await sql('select mail_confirmed_at, status from people where tenant_id = $1', [customerId])).toEqual([{ mail_confirmed_at: null, status: 'active' }])
  })

  it('do not open the partner’s door, run out, and are told from wrong ones by nobody', async () => {
    const { credentials, customerId } = await aCreatedCustomer()
    expect(problemOf(await signIn(credentials, 'partner'))).toMatchObject({ status: 401, reason: 'wrongPortal' })
    await sql("update people set temporary_password_expires_at = now() - interval '1 minute' where tenant_id = $1", [customerId])
    expect(problemOf(await signIn(credentials))).toMatchObject({ status: 401, reason: 'temporaryPasswordOver' })
    const wrong = await signIn({ ...credentials, temporaryPassword: 'AAAAA-AAAAA-AAAAA-AAAAA' })
    const nobody = await signIn({ userPrincipalName: `nobody${randomUUID()}@contoso.example`, temporaryPassword: 'x' })
    expect(problemOf(wrong)).toEqual(problemOf(nobody))
  })
})

describe('issuing them again', () => {
  it('gives a new password and ends the one before, with its event', async () => {
    const { agent, customerId, credentials } = await aCreatedCustomer()
    const opened = (await signIn(credentials)).body.invitation
    const { status, body } = await reissue(agent, customerId)
    expect({ status, name: body.userPrincipalName }).toEqual({ status: 201, name: credentials.userPrincipalName })
    expect((await signIn(credentials)).status).toBe(401)
    expect((await aBrowser(server, 'customer').ask('POST', '/person-invitations/acceptance', { secret: opened, password: goodPassword })).status).toBe(404)
    expect((await signIn(body)).body.next).toBe('chooseOwnPassword')
    expect(await sql("select data from events where type = 'person.temporaryPasswordIssued' and actor_person_id = $1 order by at", [agent.id])).toEqual([{ data: { because: 'creation' } }, { data: { because: 'reissue' } }])
  })

  it('needs a recent sign-in and an Idempotency-Key', async () => {
    const { agent, customerId } = await aCreatedCustomer()
    expect(problemOf(await reissue(agent, customerId, { authenticatedAt: new Date(Date.now() - 20 * 60_000) }))).toMatchObject({ status: 403, code: 'stepUpRequired' })
    expect(problemOf(await reissue(agent, customerId, { key: null }))).toMatchObject({ status: 400, code: 'idempotencyKeyMissing' })
  })

  it('ends when the administrator came', async () => {
    const { agent, customerId, credentials } = await aCreatedCustomer()
    await join(credentials)
    expect(problemOf(await reissue(agent, customerId))).toEqual({ status: 409, code: 'invalidTransition', reason: 'administratorCameAlready' })
    const account = (await server.ask(agent, 'GET', `/customers/${customerId}`)).body
    expect(account.administrator).toEqual({ userPrincipalName: credentials.userPrincipalName, hasJoined: true, temporaryPasswordUntil: null })
    expect(account.can).not.toContain('reissueCredentials')
  })

  it('is for the partner that created the customer, by those who may', async () => {
    const { partner, customerId } = await aCreatedCustomer()
    const other = await aPartner()
    const related = await aCustomer()
    await aRelationship(other, related)
    expect(problemOf(await reissue(await other.person('adminAgent'), customerId))).toMatchObject({ status: 404, code: 'notFound' })
    expect(problemOf(await reissue(await other.person('adminAgent'), related.id))).toMatchObject({ status: 409, reason: 'administratorNotYours' })
    expect(problemOf(await reissue(await partner.person('helpdeskAgent'), customerId))).toMatchObject({ status: 403, reason: 'roleMissing' })
    expect((await reissue(null, customerId)).status).toBe(401)
  })

  it('leaves a disabled administrator alone', async () => {
    const { agent, customerId } = await aCreatedCustomer()
    await sql("update people set status = 'disabled' where tenant_id = $1", [customerId])
    expect(problemOf(await reissue(agent, customerId))).toMatchObject({ status: 409, reason: 'administratorGone' })
  })
})

describe('two at once', () => {
  it('under one domain make one tenant', async () => {
    const form = aNewCustomer()
    const agents = await Promise.all([1, 2, 3, 4].map(async () => (await aPartner()).person('salesAgent')))
    const answers = await Promise.all(agents.map((agent, index) => create(agent, { ...aNewCustomer(), companyName: `Firma ${index}`, domainPrefix: form.domainPrefix })))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409, 409])
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.reason))).toEqual(new Set(['domainInUse']))
    expect(await sql('select id from tenants where primary_domain = $1', [`${form.domainPrefix}.onmicrosoft.com`])).toHaveLength(1)
  })

  it('of one name at one partner make one customer [S4.8]', async () => {
    const agent = await (await aPartner()).person('salesAgent')
    const { companyName } = aNewCustomer()
    const answers = await Promise.all([1, 2, 3].map(() => create(agent, aNewCustomer({ companyName }))))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409])
  })

  it('with one key have one effect and the same credentials', async () => {
    const agent = await (await aPartner()).person('salesAgent')
    const [form, key] = [aNewCustomer(), randomUUID()]
    const [first, second] = await Promise.all([create(agent, form, undefined, { key }), create(agent, form, undefined, { key })])
    const late = await create(agent, form, undefined, { key })
    const done = [first, second, late].filter(({ status }) => status === 201)
    expect(done.length).toBeGreaterThanOrEqual(2)
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await sql('select customer_id from created_customers where partner_id = $1', [agent.tenantId])).toHaveLength(1)
    expect(problemOf(await create(agent, { ...form, city: 'Soria' }, undefined, { key }))).toMatchObject({ status: 422, code: 'idempotencyKeyReused' })
  })

  it('joining and issuing again, one comes first and the other sees it', async () => {
    const { agent, customerId, credentials } = await aCreatedCustomer()
    const secret = (await signIn(credentials)).body.invitation
    const barrier = await barrierOn('select id from people where tenant_id = $1 for update', [customerId])
    const joining = aBrowser(server, 'customer').ask('POST', '/person-invitations/acceptance', { secret, password: goodPassword })
    await barrier.untilWaiting(1)
    const issuing = reissue(agent, customerId)
    await barrier.untilWaiting(2)
    await barrier.release()
    expect((await joining).status).toBe(201)
    expect(problemOf(await issuing)).toMatchObject({ status: 409, reason: 'administratorCameAlready' })
  })
})

describe('row-level security', () => {
  const as = (tenant: string, query: string) =>
    server.env.database.transaction({ tenant, scope: 'tenant' }, async (trx) => (await raw.raw(query).execute(trx)).rows)

  it('shows what was created to the two sides and to nobody else', async () => {
    const { partner, customerId } = await aCreatedCustomer()
    const stranger = await aPartner()
    const query = `select customer_id from created_customers where customer_id = '${customerId}'`
    expect(await as(partner.id, query)).toHaveLength(1)
    expect(await as(customerId, query)).toHaveLength(1)
    expect(await as(stranger.id, query)).toHaveLength(0)
    expect(await as(stranger.id, `select * from created_administrator('${customerId}')`)).toHaveLength(0)
    expect(await as(partner.id, `select * from created_administrator('${customerId}')`)).toHaveLength(1)
    // The people of the customer stay its own: no privileges were given.
    expect(await as(partner.id, `select id from people where tenant_id = '${customerId}'`)).toHaveLength(0)
    const id = randomUUID()
    await expect(as(stranger.id, `insert into created_customers values ('${partner.id}', '${id}', '${id}', null, now(), '${id}')`)).rejects.toThrow(/row-level security/)
    await expect(as(stranger.id, `insert into attestations values ('${partner.id}', '${customerId}', '${id}', '${id}', 'A', 'B', 'a@b.example', null, now(), now(), '${id}')`)).rejects.toThrow(/row-level security/)
  })
})
