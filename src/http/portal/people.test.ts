import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { permissionOf } from '../../domain/permissions.ts'
import { type AssignableRole, customerRoles, partnerRoles } from '../../domain/roles.ts'
import { aBrowser, giveAuthenticator, givePassword } from '../../../test/support/cookie-browser.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()

const longAgo = () => new Date(server.env.clock().getTime() - 16 * 60_000)
const anInvitation = (tenant: TestTenant, changes: object = {}) => {
  const name = `eva.${randomUUID().slice(0, 8)}@${tenant.domain}`
  return { displayName: 'Eva Ruiz', userPrincipalName: name, mail: name, roles: ['salesAgent'], language: 'es', ...changes }
}
const invite = (by: TestPerson | null, body: object, key?: string) => server.ask(by, 'POST', '/people', { body, ...(key && { key }) })
const act = (by: TestPerson | null, id: string, what: string) => server.ask(by, 'POST', `/people/${id}/${what}`)
const eventsOf = (id: string) => sql('select type, reason_code, actor_person_id, data from events where resource_id = $1 order by sequence', [id])

/** A tenant of its own for each test, with somebody of each kind that is asked for. */
async function aTeam() {
  const partner = await aPartner()
  return { partner, admin: await partner.person('globalAdmin'), users: await partner.person('userManagementAdmin'), agent: await partner.person('adminAgent') }
}

/** Two tests in one process share the names of the tenant, so nobody of the former is the only administrator. */
async function another(tenant: TestTenant, role?: AssignableRole): Promise<string> {
  const id = randomUUID()
  await sql("insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) values ($1, $2, $3, $3, 'Otra', $4, now())", [tenant.id, id, `o${id.slice(0, 8)}@${tenant.domain}`, role ? [role] : []])
  return id
}

describe('the list of people', () => {
  it('shows one’s own organization by name, with what may be done with each', async () => {
    const { admin, users, agent } = await aTeam()
    const { status, body } = await server.ask(admin, 'GET', '/people')
    expect(status).toBe(200)
    const names = body.items.map(({ displayName }: { displayName: string }) => displayName)
    expect(names).toEqual([admin, users, agent].map(({ displayName }) => displayName).sort())
    const [row] = body.items.filter(({ id }: { id: string }) => id === agent.id)
    expect(row).toMatchObject({ roles: ['adminAgent'], status: 'active', hasTotp: false, lastSignInAt: null, version: 1, can: ['update', 'changeRoles', 'disable', 'remove', 'resetPassword', 'endSessions'] })
    expect(JSON.stringify(body).replaceAll('"resetPassword"', '')).not.toMatch(/password|seed|argon/i)
  })

  it('is read page by page in both directions, each person once', async () => {
    const partner = await aPartner()
    const admin = await partner.person('globalAdmin')
    for (let number = 0; number < 6; number++) await another(partner, 'salesAgent')
    const all = (await server.ask(admin, 'GET', '/people')).body.items.map(({ id }: { id: string }) => id)
    expect(all).toHaveLength(7)
    const forth: string[] = []
    let page = (await server.ask(admin, 'GET', '/people?size=3')).body
    const first = page
    for (;;) {
      forth.push(...page.items.map(({ id }: { id: string }) => id))
      if (!page.next) break
      page = (await server.ask(admin, 'GET', `/people?size=3&cursor=${page.next}`)).body
    }
    expect(forth).toEqual(all)
    const back = (await server.ask(admin, 'GET', `/people?size=3&cursor=${page.previous}`)).body
    const start = (await server.ask(admin, 'GET', `/people?size=3&cursor=${back.previous}`)).body
    expect(start.items).toEqual(first.items)
    expect(start.previous).toBeNull()
  })

  it.each([
    ['size=0', 422, 'invalidInput'],
    ['size=501', 422, 'invalidInput'],
    ['size=1e2', 422, 'invalidInput'],
    ['page=2', 400, 'unknownParameter'],
    ['size=1&size=2', 400, 'duplicateParameter'],
    ['cursor=nonsense', 400, 'invalidCursor'],
  ])('refuses %s', async (query, status, code) => {
    const { admin } = await aTeam()
    expect(await server.ask(admin, 'GET', `/people?${query}`)).toMatchObject({ status, body: { code } })
  })

  it('gives its cursor to nobody else', async () => {
    const { admin, users } = await aTeam()
    const { next } = (await server.ask(admin, 'GET', '/people?size=1')).body
    expect((await server.ask(users, 'GET', `/people?size=1&cursor=${next}`)).body.code).toBe('invalidCursor')
    expect((await server.ask(admin, 'GET', `/people?size=2&cursor=${next}`)).body.code).toBe('invalidCursor')
  })

  it('shows an operator its own people only', async () => {
    const operator = await anOperator()
    const { agent } = await aTeam()
    const { body } = await server.ask(operator, 'GET', '/people')
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([operator.id])
    expect((await server.ask(operator, 'GET', `/people/${agent.id}`)).status).toBe(404)
  })
})

describe.each([
  ['person.list', (by: TestPerson | null, id: string) => server.ask(by, 'GET', `/people/${id}`)],
  ['person.list', (by: TestPerson | null) => server.ask(by, 'GET', '/people')],
  ['person.invite', (by: TestPerson | null, _id: string, tenant: TestTenant) => invite(by, anInvitation(tenant, { roles: [] }))],
  ['person.invite', (by: TestPerson | null, id: string) => act(by, id, 'invitation')],
  ['person.update', (by: TestPerson | null, id: string) => server.ask(by, 'PATCH', `/people/${id}`, { version: 1, body: {} })],
  ['person.update', (by: TestPerson | null, id: string) => act(by, id, 'disabling')],
  ['person.update', (by: TestPerson | null, id: string) => act(by, id, 'enabling')],
  ['person.update', (by: TestPerson | null, id: string) => act(by, id, 'second-factor-removal')],
] as const)('who may: %s', (action, ask) => {
  it.each([...partnerRoles, ...customerRoles])('%s as the table says', async (role) => {
    const tenant = (partnerRoles as readonly string[]).includes(role) ? await aPartner() : await aCustomer()
    const by = await tenant.person(role)
    // A customer's user administrators touch nobody who holds a role.
    const somebody = await another(tenant, (partnerRoles as readonly string[]).includes(role) ? 'salesAgent' : undefined)
    const answer = await ask(by, somebody, tenant)
    const roles: readonly string[] = permissionOf(action).roles
    expect([role, answer.status === 403]).toEqual([role, !roles.includes(role)])
    if (answer.status === 403) expect(answer.body).toMatchObject({ code: 'notAllowed', reason: 'roleMissing' })
    else expect(answer.status).toBeLessThan(500)
  })

  it('nobody who is not signed in', async () => {
    expect((await ask(null, randomUUID(), await aPartner())).status).toBe(401)
  })
})

describe('somebody of another organization', () => {
  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { displayName: 'Eva' }],
    ['POST', '/invitation', undefined],
    ['POST', '/disabling', undefined],
    ['POST', '/enabling', undefined],
    ['POST', '/second-factor-removal', undefined],
  ])('is not there for %s %s, in the words for an unknown one', async (method, path, body) => {
    const { admin } = await aTeam()
    const { agent: stranger } = await aTeam()
    const ask = (id: string) => server.ask(admin, method, `/people/${id}${path}`, { ...(body && { body }), ...(method === 'PATCH' && { version: 1 }) })
    const [foreign, absent, malformed] = [await ask(stranger.id), await ask(randomUUID()), await ask('1')]
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' })
    expect(malformed.status).toBe(404)
    expect((await sql('select version, status from people where id = $1', [stranger.id]))[0]).toEqual({ version: 1, status: 'active' })
  })
})

describe('changing a colleague', () => {
  const patch = (by: TestPerson, id: string, body: object, version = 1) => server.ask(by, 'PATCH', `/people/${id}`, { body, version })

  it('gives new roles that hold from the next request on', async () => {
    const { admin, agent } = await aTeam()
    expect((await server.ask(agent, 'GET', '/people')).status).toBe(200)
    const answer = await patch(admin, agent.id, { displayName: 'Ana Gil', roles: ['salesAgent', 'billingAdmin'] })
    expect(answer).toMatchObject({ status: 200, body: { displayName: 'Ana Gil', roles: ['billingAdmin', 'salesAgent'], version: 2 } })
    expect(answer.headers.get('etag')).toBe('"2"')
    expect((await server.ask(agent, 'GET', '/people')).status).toBe(403)
    const [updated, roles] = await eventsOf(agent.id)
    expect([updated, roles]).toMatchObject([{ type: 'person.updated', data: { changed: ['displayName'] } }, { type: 'person.rolesChanged', data: { added: ['billingAdmin', 'salesAgent'], removed: ['adminAgent'] } }])
    expect(JSON.stringify([updated, roles])).not.toContain('Ana Gil')
  })

  it('needs the version that was read, and a recent sign-in', async () => {
    const { admin, agent } = await aTeam()
    expect((await server.ask(admin, 'PATCH', `/people/${agent.id}`, { body: { roles: [] } })).status).toBe(428)
    expect((await patch(admin, agent.id, { roles: [] }, 3)).status).toBe(412)
    expect(await server.ask(admin, 'PATCH', `/people/${agent.id}`, { body: { roles: [] }, version: 1, authenticatedAt: longAgo() })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
  })

  it('never raises somebody above who changes them', async () => {
    const { admin, users, agent } = await aTeam()
    expect((await patch(users, agent.id, { roles: ['globalAdmin'] })).body.reason).toBe('administratorsOnly')
    expect((await patch(users, admin.id, { roles: ['salesAgent'] })).body.reason).toBe('administratorsOnly')
    expect((await patch(users, admin.id, { displayName: 'Otro' })).body.reason).toBe('administratorsOnly')
    expect((await act(users, admin.id, 'disabling')).body.reason).toBe('administratorsOnly')
    expect((await act(users, admin.id, 'second-factor-removal')).body.reason).toBe('administratorsOnly')
    expect((await patch(users, users.id, { roles: ['userManagementAdmin', 'adminAgent'] })).body.reason).toBe('ownRoles')
    expect((await patch(users, agent.id, { roles: ['salesAgent'] })).status).toBe(200)
  })

  it('leaves every organization an administrator (B110)', async () => {
    const { partner, admin } = await aTeam()
    expect(await patch(admin, admin.id, { roles: ['salesAgent'] })).toMatchObject({ status: 409, body: { code: 'lastAdministrator', reason: 'ownAdministratorRole' } })
    expect(await act(admin, admin.id, 'disabling')).toMatchObject({ status: 409, body: { reason: 'ownAccount' } })
    const second = await another(partner, 'globalAdmin')
    expect((await patch(admin, second, { roles: [] })).status).toBe(200)
    const customer = await aCustomer()
    const only = await customer.person('globalAdministrator')
    expect((await patch(only, only.id, { roles: [] })).body.code).toBe('lastAdministrator')
    const operator = await anOperator()
    expect((await patch(operator, operator.id, { roles: [] })).body.code).toBe('lastAdministrator')
  })

  it('counts nobody who cannot sign in as an administrator', async () => {
    const dual = await aPartner({ isCustomer: true })
    const admin = await dual.person('globalAdmin')
    const only = await another(dual, 'globalAdministrator')
    const invitedOne = await another(dual, 'globalAdministrator')
    await sql("update people set status = 'invited' where id = $1", [invitedOne])
    expect(await patch(admin, only, { roles: [] })).toMatchObject({ status: 409, body: { code: 'lastAdministrator' } })
    expect((await act(admin, only, 'disabling')).body.code).toBe('lastAdministrator')
    expect((await act(admin, invitedOne, 'disabling')).status).toBe(200)
  })
})

describe('disabling', () => {
  it('ends sessions and tokens on the very next request, and enabling gives none back', async () => {
    const customer = await aCustomer()
    const admin = await customer.person('globalAdministrator')
    const person = await customer.person('billingAdministrator')
    await givePassword(person)
    const browser = aBrowser(server, 'customer')
    await browser.signIn(person)
    const token = await server.tokenOf(person)
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
    expect(await act(admin, person.id, 'disabling')).toMatchObject({ status: 200, body: { status: 'disabled', can: ['update', 'changeRoles', 'enable', 'remove'] } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    const withToken = () => fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
    expect((await withToken()).status).toBe(401)
    expect((await browser.signIn(person)).status).toBe(401)
    expect(await act(admin, person.id, 'disabling')).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect(await act(admin, person.id, 'enabling')).toMatchObject({ status: 200, body: { status: 'active' } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    expect((await browser.signIn(person)).status).toBe(201)
    expect(await act(admin, person.id, 'enabling')).toMatchObject({ status: 409 })
    expect((await eventsOf(person.id)).map(({ type }) => type)).toEqual(['session.started', 'person.disabled', 'session.refused', 'person.enabled', 'session.started'])
  })

  it('has one effect for one key', async () => {
    const { admin, agent } = await aTeam()
    const ask = () => server.ask(admin, 'POST', `/people/${agent.id}/disabling`, { key: 'leaver' })
    const first = await ask()
    expect(await ask()).toMatchObject({ status: 200, body: first.body })
    expect(await eventsOf(agent.id)).toHaveLength(1)
  })
})

describe('a lost authenticator', () => {
  it('is removed by an administrator; another is set up at the next sign-in', async () => {
    const { admin, agent } = await aTeam()
    await givePassword(agent)
    const { code } = await giveAuthenticator(server.env, agent)
    const browser = aBrowser(server)
    await browser.signIn(agent)
    await browser.ask('POST', '/sessions/second-factor', { code: code() })
    expect(await act(admin, agent.id, 'second-factor-removal')).toMatchObject({ status: 200, body: { hasTotp: false } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    expect((await browser.signIn(agent)).body.next).toBe('enrolSecondFactor')
    expect(await act(admin, agent.id, 'second-factor-removal')).toMatchObject({ status: 409, body: { reason: 'noSecondFactor' } })
    expect(await act(admin, admin.id, 'second-factor-removal')).toMatchObject({ status: 409, body: { reason: 'ownAccount' } })
    expect((await eventsOf(agent.id)).at(-1)).toMatchObject({ type: 'person.secondFactorRemoved', actor_person_id: admin.id })
  })
})
