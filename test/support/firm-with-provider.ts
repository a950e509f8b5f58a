import { expect } from 'vitest'
import { aBrowser, type Browser, givePassword } from './cookie-browser.ts'
import { openIdProvider, type TestProvider } from './openid-provider.ts'
import type { Answer, TestServer } from './server.ts'
import { aCustomer, aPartner, sql, type TestPerson, type TestTenant } from './world.ts'

/** An organization whose people sign in through a real provider of its own. */
export interface Firm {
  readonly server: TestServer
  readonly tenant: TestTenant
  readonly admin: TestPerson
  readonly provider: TestProvider
  readonly portal: 'partner' | 'customer'
}

export async function aFirm(server: TestServer, portal: 'partner' | 'customer'): Promise<Firm> {
  const tenant = portal === 'partner' ? await aPartner() : await aCustomer()
  const admin = await tenant.person(portal === 'partner' ? 'globalAdmin' : 'globalAdministrator')
  await givePassword(admin)
  const path = portal === 'partner' ? 'partner' : 'admin'
  const provider = await openIdProvider([`${server.env.publicUrl}/${path}/sign-in/return/${tenant.id}`])
  const { issuer, clientId, clientSecret } = provider
  const saved = await server.ask(admin, 'POST', '/tenant/sign-in-provider', { body: { issuer, clientId, clientSecret } })
  expect(saved.status).toBe(201)
  expect(saved.body).toEqual({ provider: { issuer, clientId, isEnabled: true, version: 1 }, redirectUris: [`${server.env.publicUrl}/${path}/sign-in/return/${tenant.id}`] })
  return { server, tenant, admin, provider, portal }
}

export const browserAt = ({ server, portal }: Firm): Browser => aBrowser(server, portal)

export const comeBack = (browser: Browser, { tenant }: Firm, returned: string): Promise<Answer> =>
  browser.ask('POST', '/outside-sign-ins/completion', { organization: tenant.id, returned })

let count = 0
/** A colleague with the identity linked by themselves, signed in with a password. */
export async function linked(firm: Firm, more: { amr?: string[] } = {}): Promise<{ person: TestPerson; subject: string; browser: Browser }> {
  const id = (await sql<{ id: string }>(
    `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, mail, mail_confirmed_at, roles, created_at)
     values ($1, gen_random_uuid(), $2, $2, 'Eva', $2, now(), $3, now()) returning id`,
    [firm.tenant.id, `eva${++count}@${firm.tenant.domain}`, firm.portal === 'partner' ? ['salesAgent'] : ['billingAdministrator']],
  ))[0]!.id
  const person: TestPerson = { id, tenantId: firm.tenant.id, userPrincipalName: `eva${count}@${firm.tenant.domain}`, displayName: 'Eva', roles: [] }
  await givePassword(person)
  const subject = `subject-${count}`
  firm.provider.account = { subject, mail: person.userPrincipalName, ...more }
  const browser = browserAt(firm)
  expect((await browser.signIn(person)).body.next).toBe('signedIn')
  const { location } = (await browser.ask('POST', '/me/outside-identity')).body
  expect((await comeBack(browser, firm, await firm.provider.visit(location))).body).toEqual({ next: 'linked' })
  return { person, subject, browser }
}
