import { beforeAll, describe, expect, it } from 'vitest'
import { aBrowser } from '../../../test/support/cookie-browser.ts'
import { openIdProvider, type TestProvider } from '../../../test/support/openid-provider.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

let server: TestServer
let one: { tenant: TestTenant; admin: TestPerson; provider: TestProvider }

beforeAll(async () => {
  server = await testServer()
  const tenant = await aCustomer()
  const admin = await tenant.person('globalAdministrator')
  const provider = await openIdProvider([`${server.env.publicUrl}/admin/sign-in/return/${tenant.id}`])
  one = { tenant, admin, provider }
  const { issuer, clientId, clientSecret } = provider
  const saved = await server.ask(admin, 'POST', '/tenant/sign-in-provider', { body: { issuer, clientId, clientSecret } })
  if (saved.status !== 201) throw new Error(JSON.stringify(saved.body))
})

describe('the organization’s provider', () => {
  it('is kept with its secret sealed, by administrators only, with a recent sign-in', async () => {
    const [row] = await sql<{ text: string }>('select p::text as text from sign_in_providers p where tenant_id = $1', [one.tenant.id])
    expect(row!.text).not.toContain(one.provider.clientSecret)
    expect(JSON.stringify((await server.ask(one.admin, 'GET', '/tenant/sign-in-provider')).body)).not.toContain(one.provider.clientSecret)
    const clerk = await one.tenant.person('billingAdministrator')
    expect((await server.ask(clerk, 'GET', '/tenant/sign-in-provider')).status).toBe(403)
    expect((await server.ask(one.admin, 'PATCH', '/tenant/sign-in-provider', { version: 7, body: { clientId: 'x' } })).status).toBe(412)
    const longAgo = new Date(server.env.clock().getTime() - 16 * 60_000)
    expect((await server.ask(one.admin, 'PATCH', '/tenant/sign-in-provider', { version: 1, body: { isEnabled: false }, authenticatedAt: longAgo })).body.code).toBe('stepUpRequired')
    const { issuer, clientId, clientSecret } = one.provider
    expect((await server.ask(one.admin, 'POST', '/tenant/sign-in-provider', { body: { issuer, clientId, clientSecret } })).body).toMatchObject({ status: 409, reason: 'providerExists' })
  })

  it('is refused where nothing answers, or under another name than its own', async () => {
    const tenant = await aCustomer()
    const admin = await tenant.person('globalAdministrator')
    const save = (issuer: string) => server.ask(admin, 'POST', '/tenant/sign-in-provider', { body: { issuer, clientId: 'x', clientSecret: 'y' } })
    for (const issuer of [`${one.provider.issuer}/`, 'http://127.0.0.1:1', 'http://169.254.169.254/latest', 'https://10.0.0.1']) expect((await save(issuer)).body).toMatchObject({ status: 422, reason: 'providerSilent' })
    expect((await save('ftp://provider.example')).status).toBe(422)
    expect((await server.ask(admin, 'GET', '/tenant/sign-in-provider')).body.provider).toBeNull()
  })

  it('is asked for by the organization, never by a person: every name of its domain gets the same answer', async () => {
    for (const organization of [one.admin.userPrincipalName, `nobody@${one.tenant.domain}`, one.tenant.domain.toUpperCase(), one.tenant.id]) {
      expect((await aBrowser(server, 'customer').ask('POST', '/outside-sign-ins', { organization })).status).toBe(200)
    }
    const without = await aCustomer()
    for (const organization of ['nowhere.example', without.domain, without.id, '@', ' ']) {
      expect((await aBrowser(server, 'customer').ask('POST', '/outside-sign-ins', { organization })).body).toMatchObject({ status: 404, reason: 'noSignInProvider' })
    }
  })
})
