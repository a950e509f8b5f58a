import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aBrowser, givePassword, goodPassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret } from '../../../test/support/mailbox.ts'
import { testServer } from '../../../test/support/server.ts'
import { identifyByToken } from '../sign-in/identify.ts'
import { performNow } from '../perform.ts'
import { disablePerson } from './disable-person.ts'
import { invitePerson } from './invite-person.ts'
import { updatePerson } from './update-person.ts'
import { aCustomer, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()

async function anAdministrator(tenant: TestTenant): Promise<TestPerson> {
  const id = randomUUID()
  const userPrincipalName = `a${id.slice(0, 8)}@${tenant.domain}`
  await sql("insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) values ($1, $2, $3, $3, 'Admin', '{globalAdministrator}', now())", [tenant.id, id, userPrincipalName])
  return { id, tenantId: tenant.id, userPrincipalName, displayName: 'Admin', roles: ['globalAdministrator'] }
}

const activeAdministrators = (tenant: TestTenant) =>
  sql("select id from people where tenant_id = $1 and status = 'active' and 'globalAdministrator' = any (roles)", [tenant.id])

describe('administrators who take each other’s role at once', () => {
  it.each([
    ['by disabling', (by: TestPerson, whom: TestPerson) => server.ask(by, 'POST', `/people/${whom.id}/disabling`)],
    ['by removing', (by: TestPerson, whom: TestPerson) => server.ask(by, 'POST', `/people/${whom.id}/removal`)],
    ['by changing roles', (by: TestPerson, whom: TestPerson) => server.ask(by, 'PATCH', `/people/${whom.id}`, { version: 1, body: { roles: [] } })],
  ])('leave one of them, %s', async (_title, take) => {
    for (let round = 0; round < 40; round++) {
      const tenant = await aCustomer()
      const [one, other, third] = [await anAdministrator(tenant), await anAdministrator(tenant), await anAdministrator(tenant)]
      const answers = await Promise.all([take(one, other), take(other, third), take(third, one), take(one, third), take(other, one), take(third, other)])
      const left = await activeAdministrators(tenant)
      expect(left.length).toBeGreaterThanOrEqual(1)
      const taken = answers.filter(({ status }) => status === 200 || status === 204).length
      expect(left.length).toBe(3 - taken)
      expect(answers.every(({ status }) => [200, 204, 401, 403, 404, 409, 412].includes(status))).toBe(true)
    }
  })

  it('cannot after their own was taken: a request under way reads again who acts (R10)', async () => {
    const tenant = await aCustomer()
    const [one, other, third] = [await anAdministrator(tenant), await anAdministrator(tenant), await anAdministrator(tenant)]
    const circumstances = { address: null, userAgent: null, traceId: 'test' }
    const underWay = await identifyByToken(server.env, server.tokens, await server.tokenOf(one), circumstances)
    expect((await server.ask(other, 'PATCH', `/people/${one.id}`, { version: 1, body: { roles: [] } })).status).toBe(200)
    for (const act of [
      () => performNow(server.env, updatePerson, underWay, { id: third.id, version: 1, roles: [] }),
      () => performNow(server.env, disablePerson, underWay, { id: third.id }),
      () => performNow(server.env, invitePerson, underWay, { displayName: 'Eva', userPrincipalName: `eva@${tenant.domain}`, mail: 'eva@x.example', roles: ['globalAdministrator'], language: 'es' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'notAllowed', details: { reason: 'roleMissing' } })
    }
    expect(await activeAdministrators(tenant)).toHaveLength(2)
  })
})

describe('an account that is disabled while its person signs in', () => {
  it('has no session afterwards', async () => {
    for (let round = 0; round < 20; round++) {
      const tenant = await aCustomer()
      const admin = await anAdministrator(tenant)
      const person = await tenant.person('billingAdministrator')
      await givePassword(person)
      const browsers = [aBrowser(server, 'customer'), aBrowser(server, 'customer')]
      const [disabled] = await Promise.all([server.ask(admin, 'POST', `/people/${person.id}/disabling`), ...browsers.map((browser) => browser.signIn(person))])
      expect(disabled.status).toBe(200)
      for (const browser of browsers) expect((await browser.ask('GET', '/sessions')).status).toBe(401)
      expect(await sql('select id from sessions where person_id = $1 and ended_at is null', [person.id])).toEqual([])
    }
  })
})

describe('an invitation', () => {
  it('is accepted by one of eight at once', async () => {
    const partner = await aPartner()
    const name = `eva@${partner.domain}`
    await server.ask(await partner.person('globalAdmin'), 'POST', '/people', { body: { displayName: 'Eva', userPrincipalName: name, mail: name, roles: ['salesAgent'], language: 'es' } })
    const secret = await mailedSecret(server.env, name)
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask(null, 'POST', '/person-invitations/acceptance', { body: { secret, password: goodPassword } })))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 404, 404, 404, 404, 404, 404, 404])
    expect(await sql("select e.id from events e join people p on p.id = e.resource_id where p.user_principal_name = $1 and e.type = 'person.joined'", [name])).toHaveLength(1)
  })

  it('that is accepted while the account is disabled leaves nobody active', async () => {
    for (let round = 0; round < 15; round++) {
      const partner = await aPartner()
      const admin = await partner.person('globalAdmin')
      const name = `eva@${partner.domain}`
      const { id } = (await server.ask(admin, 'POST', '/people', { body: { displayName: 'Eva', userPrincipalName: name, mail: name, roles: [], language: 'es' } })).body
      const secret = await mailedSecret(server.env, name)
      const [accepted, disabled] = await Promise.all([
        server.ask(null, 'POST', '/person-invitations/acceptance', { body: { secret, password: goodPassword } }),
        server.ask(admin, 'POST', `/people/${id}/disabling`),
      ])
      expect([201, 404]).toContain(accepted.status)
      expect(disabled.status).toBe(200)
      expect(await sql('select status from people where id = $1', [id])).toEqual([{ status: 'disabled' }])
    }
  })

  it('of two colleagues for one name makes one account', async () => {
    const partner = await aPartner()
    const admin = await partner.person('globalAdmin')
    const name = `eva@${partner.domain}`
    const body = { displayName: 'Eva', userPrincipalName: name, mail: name, roles: [], language: 'es' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask(admin, 'POST', '/people', { body })))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    expect(await sql('select id from mails where recipient = $1', [name])).toHaveLength(1)
  })
})
