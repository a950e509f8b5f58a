import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret, mailsTo } from '../../../test/support/mailbox.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()

const anInvitation = (tenant: TestTenant, changes: object = {}) => {
  const name = `eva.${randomUUID().slice(0, 8)}@${tenant.domain}`
  return { displayName: 'Eva Ruiz', userPrincipalName: name, mail: name, roles: ['salesAgent'], language: 'es', ...changes }
}
const invite = (by: TestPerson | null, body: object, key?: string) => server.ask(by, 'POST', '/people', { body, ...(key && { key }) })
const act = (by: TestPerson | null, id: string, what: string) => server.ask(by, 'POST', `/people/${id}/${what}`)
const eventsOf = (id: string) => sql('select type, reason_code, actor_person_id, data from events where resource_id = $1 order by sequence', [id])
const accept = (secret: string, body: object = {}) => server.ask(null, 'POST', '/person-invitations/acceptance', { body: { secret, password: goodPassword, language: 'es', ...body } })
const exchange = (secret: string) => server.ask(null, 'POST', '/person-invitations/exchange', { body: { secret } })

/** A tenant of its own for each test, with somebody of each kind that is asked for. */
async function aTeam() {
  const partner = await aPartner()
  return { partner, admin: await partner.person('globalAdmin'), users: await partner.person('userManagementAdmin'), agent: await partner.person('adminAgent') }
}

describe('inviting a colleague', () => {
  it('makes an account that nobody can sign in to, and mails the link', async () => {
    const { partner, admin } = await aTeam()
    const body = anInvitation(partner)
    const answer = await invite(admin, body)
    expect(answer).toMatchObject({ status: 201, body: { ...body, status: 'invited', version: 1, can: ['update', 'changeRoles', 'resendInvitation', 'disable', 'remove', 'resetPassword'] } })
    expect(answer.headers.get('etag')).toBe('"1"')
    const [mail] = await mailsTo(server.env, body.mail)
    expect(mail).toMatchObject({ template: 'personInvited', language: 'es', secret: expect.stringMatching(/^http:\/\/localhost:4000\/partner\/set-password\?for=invitation#cin_[\w-]{43}$/) })
    expect(mail!.body).toContain(body.userPrincipalName)
    expect(mail!.body).not.toContain('cin_')
    expect(JSON.stringify(answer.body)).not.toContain('cin_')
    expect((await aBrowser(server).ask('POST', '/sessions', { userPrincipalName: body.userPrincipalName, password: goodPassword })).status).toBe(401)
    expect(await eventsOf(answer.body.id)).toMatchObject([{ type: 'person.invited', actor_person_id: admin.id }, { type: 'session.refused' }])
  })

  it('has one effect however often the same key is sent', async () => {
    const { partner, admin } = await aTeam()
    const body = anInvitation(partner)
    const first = await invite(admin, body, 'once')
    const again = await invite(admin, body, 'once')
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await mailsTo(server.env, body.mail)).toHaveLength(1)
    expect(await invite(admin, anInvitation(partner), 'once')).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } })
    expect((await server.ask(admin, 'POST', '/people', { body, key: null })).body.code).toBe('idempotencyKeyMissing')
  })

  it('refuses a name that is taken, whatever its letter case', async () => {
    const { partner, admin, agent } = await aTeam()
    const answer = await invite(admin, anInvitation(partner, { userPrincipalName: agent.userPrincipalName.toUpperCase() }))
    expect(answer).toMatchObject({ status: 409, body: { code: 'alreadyExists', reason: 'userPrincipalNameTaken' } })
  })

  it.each([
    ['a name of another organization’s domain', { userPrincipalName: 'ceo@victim.example' }, 'domainNotOwn'],
    ['a name without a domain', { userPrincipalName: 'eva' }, 'addressForm'],
    ['a role of customers', { roles: ['globalAdministrator'] }, 'roleNotFitting'],
    ['an unknown role', { roles: ['owner'] }, 'roleNotFitting'],
    ['a role in another letter case', { roles: ['SalesAgent'] }, 'roleNotFitting'],
    ['a role twice', { roles: ['salesAgent', 'salesAgent'] }, undefined],
    ['ten thousand roles', { roles: Array.from({ length: 10_000 }, (_, number) => `r${number}`) }, undefined],
    ['no mail address', { mail: 'eva' }, 'addressForm'],
    ['a line break in the name', { displayName: 'Eva\nBcc: all' }, 'nameControl'],
    ['a status', { status: 'active' }, undefined],
    ['an id', { id: randomUUID() }, undefined],
  ])('refuses %s', async (_title, changes, reason) => {
    const { partner, admin } = await aTeam()
    const answer = await invite(admin, anInvitation(partner, changes))
    expect([answer.status, answer.body.reason]).toEqual([422, reason])
    expect((await server.ask(admin, 'GET', '/people')).body.items).toHaveLength(3)
  })

  it('lets a User management admin invite agents, never administrators', async () => {
    const { partner, users } = await aTeam()
    expect((await invite(users, anInvitation(partner, { roles: ['adminAgent', 'userManagementAdmin'] }))).status).toBe(201)
    expect(await invite(users, anInvitation(partner, { roles: ['globalAdmin'] }))).toMatchObject({ status: 403, body: { code: 'notAllowed', reason: 'administratorsOnly' } })
    const dual = await aPartner({ isCustomer: true })
    const dualUsers = await dual.person('userManagementAdmin')
    expect((await invite(dualUsers, anInvitation(dual, { roles: ['globalAdministrator'] }))).status).toBe(403)
    expect((await invite(await dual.person('globalAdmin'), anInvitation(dual, { roles: ['globalAdministrator', 'adminAgent'] }))).status).toBe(201)
  })

  it('keeps the mail here where none can leave', async () => {
    const quiet = await testServer({ mailLeaves: false })
    const { partner, admin } = await aTeam()
    const body = anInvitation(partner)
    expect((await quiet.ask(admin, 'POST', '/people', { body })).status).toBe(201)
    expect(await sql('select status from mails where recipient = $1', [body.mail])).toEqual([{ status: 'held' }])
  })

  it('mails one invitation once a day (R39)', async () => {
    const strict = await testServer({ rateFactor: 1 })
    const { partner, admin } = await aTeam()
    const { id } = (await strict.ask(admin, 'POST', '/people', { body: anInvitation(partner) })).body
    expect(await strict.ask(admin, 'POST', `/people/${id}/invitation`)).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    const refused = await strict.ask(admin, 'POST', '/people', { body: anInvitation(partner, { userPrincipalName: admin.userPrincipalName, mail: 'x@y.example' }) })
    expect(refused.status).toBe(409)
  })
})

describe('an invitation', () => {
  async function invited(changes: object = {}) {
    const team = await aTeam()
    const body = anInvitation(team.partner, changes)
    const { id } = (await invite(team.admin, body)).body
    return { ...team, id, body, secret: await mailedSecret(server.env, body.mail) }
  }

  it('says who and where, as often as it is opened (a scanner uses nothing up)', async () => {
    const { partner, body, secret } = await invited()
    for (let times = 0; times < 3; times++) {
      expect(await exchange(secret)).toMatchObject({ status: 200, body: { displayName: 'Eva Ruiz', tenantName: partner.name, userPrincipalName: body.userPrincipalName, portal: 'partner' } })
    }
    expect((await accept(secret)).status).toBe(201)
  })

  it('ends at the sign-in page, where the second factor is asked like of everybody (V19, V25)', async () => {
    const { id, body, secret } = await invited()
    const answer = await accept(secret)
    expect(answer).toMatchObject({ status: 201, body: { next: 'signIn' } })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await aBrowser(server).ask('POST', '/sessions', { userPrincipalName: body.userPrincipalName, password: goodPassword })).toMatchObject({ status: 201, body: { next: 'enrolSecondFactor' } })
    expect((await eventsOf(id)).map(({ type, actor_person_id: by }) => [type, by === id])).toEqual([['person.invited', false], ['person.joined', true]])
  })

  it('works once', async () => {
    const { secret } = await invited()
    expect((await accept(secret)).status).toBe(201)
    expect(await accept(secret, { password: 'una frase de otra persona' })).toMatchObject({ status: 404, body: { reason: 'linkNotValid' } })
    expect((await exchange(secret)).status).toBe(404)
  })

  it('works for seven days', async () => {
    const { secret } = await invited()
    server.env.at.forward({ days: 7 })
    expect((await exchange(secret)).status).toBe(404)
    expect((await accept(secret)).status).toBe(404)
  })

  it('takes a password that is good enough, and is not used up by one that is not', async () => {
    const { body, secret } = await invited()
    expect(await accept(secret, { password: 'corta' })).toMatchObject({ status: 422, body: { code: 'weakPassword' } })
    expect(await accept(secret, { password: body.userPrincipalName })).toMatchObject({ status: 422, body: { reason: 'ownName' } })
    expect((await accept(secret, { password: 'pérgola7' })).status).toBe(201)
  })

  it('of a customer without second factor takes a long password only', async () => {
    const customer = await aCustomer()
    const body = anInvitation(customer, { roles: [] })
    await invite(await customer.person('globalAdministrator'), body)
    const secret = await mailedSecret(server.env, body.mail)
    expect((await exchange(secret)).body.portal).toBe('customer')
    expect((await accept(secret, { password: 'pérgola7' })).body.reason).toBe('tooShort')
    expect((await accept(secret)).status).toBe(201)
    expect((await aBrowser(server, 'customer').ask('POST', '/sessions', { userPrincipalName: body.userPrincipalName, password: goodPassword })).body.next).toBe('signedIn')
  })

  it('that was sent again ends the one before', async () => {
    const { admin, id, body, secret } = await invited()
    server.env.at.forward({ seconds: 1 })
    expect(await act(admin, id, 'invitation')).toMatchObject({ status: 200, body: { status: 'invited' } })
    const fresh = await mailedSecret(server.env, body.mail)
    expect(fresh).not.toBe(secret)
    expect((await accept(secret)).status).toBe(404)
    expect((await accept(fresh)).status).toBe(201)
    expect(await act(admin, id, 'invitation')).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
  })

  it('ends when the account is disabled, also when it is enabled again', async () => {
    const { admin, id, secret } = await invited()
    expect((await act(admin, id, 'disabling')).status).toBe(200)
    expect((await accept(secret)).status).toBe(404)
    expect(await act(admin, id, 'enabling')).toMatchObject({ status: 200, body: { status: 'invited' } })
    expect((await accept(secret)).status).toBe(404)
  })

  it.each([
    ['was disabled', "status = 'disabled'"],
    ['lost the role', "roles = '{salesAgent}'"],
  ])('ends when whoever invited %s (R7)', async (_title, change) => {
    const { admin, secret } = await invited()
    await sql(`update people set ${change} where id = $1`, [admin.id])
    expect((await exchange(secret)).status).toBe(404)
    expect((await accept(secret)).status).toBe(404)
  })

  it('shows nothing for a secret that was altered, made up or of another kind', async () => {
    const { secret } = await invited()
    for (const wrong of [`${secret.slice(0, -2)}${secret.at(-2) === 'A' ? 'B' : 'A'}${secret.at(-1)}`, secret.replace('cin_', 'rst_'), `cin_${'A'.repeat(43)}`, `${secret}=`, 'cin_short!']) {
      expect([wrong, (await exchange(wrong)).status, (await accept(wrong)).status]).toEqual([wrong, 404, 404])
    }
  })
})
