import fastify from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Action, permissionOf } from '../src/domain/permissions.ts'
import { mightAllow, roleAllows } from '../src/domain/rights.ts'
import { assignableRoles, type AssignableRole, customerRoles, partnerRoles } from '../src/domain/roles.ts'
import { mountRoutes } from '../src/http/mount-routes.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { aBrowser, giveAuthenticator, givePassword } from './support/cookie-browser.ts'
import { actionOf, hasBody, isOpenToVisitors, requestTo } from './support/route-requests.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from './support/world.ts'

/** T09: every route of the router × every kind of caller; the verdict comes from the permission table, not from the route. */
let server: TestServer
const people = new Map<AssignableRole | 'nobody', TestPerson>()
let disabled: TestPerson
let ofClosedTenant: TestPerson

beforeAll(async () => {
  server = await testServer()
  const [partner, customer, closed] = [await aPartner(), await aCustomer(), await aPartner()]
  for (const role of partnerRoles) people.set(role, await partner.person(role))
  for (const role of customerRoles) people.set(role, await customer.person(role))
  people.set('operator', await anOperator())
  people.set('nobody', await customer.person())
  disabled = await partner.person('globalAdmin', 'adminAgent')
  await sql(`update people set status = 'disabled' where id = $1`, [disabled.id])
  ofClosedTenant = await closed.person('globalAdmin')
  await sql(`update tenants set status = 'closed' where id = $1`, [closed.id])
})

function ask(entry: AnyRoute, who: TestPerson | null): Promise<Answer> {
  const { path, ...asked } = requestTo(entry)
  return server.ask(who, entry.method, path, asked)
}

/** Open to whoever can show a secret or a password, and refused without it by the act itself. */
const asksForProof = new Set<Action>(['self.enrolSecondFactor', 'session.start', 'installation.setUp'])

describe('the routes of our own API', () => {
  it('are there', () => {
    expect(portalRoutes.length).toBeGreaterThan(50)
  })

  it('answer only where they are declared', () => {
    const declared = new Set(portalRoutes.map(({ method, path }) => `${method} /api/v1${path}`))
    const printed = [...server.app.printRoutes({ commonPrefix: false, includeHooks: false }).matchAll(/(\/api\/v1\/\S*) \(([^)]*)\)/g)]
    const served = printed.flatMap((path) => path[2]!.split(', ').map((method) => `${method} ${path[1]}`))
    expect(served.filter((route) => !declared.has(route))).toEqual([])
  })

  it('stop the start when one is not declared, is declared twice, or names no action', async () => {
    const start = async (routes: readonly AnyRoute[], more: (api: ReturnType<typeof fastify>) => void = () => undefined) => {
      const app = fastify()
      await app.register(async (api) => {
        mountRoutes(api as never, server.env, routes)
        more(api as never)
      })
      await app.close()
    }
    await expect(start([])).resolves.toBeUndefined()
    await expect(start([], (api) => void api.get('/planted', async () => ({})))).rejects.toThrow('no entry of the route table')
    const [entry] = portalRoutes
    await expect(start([entry!, entry!])).rejects.toThrow('declared twice')
    await expect(start([{ ...entry!, useCase: { ...entry!.useCase, action: 'planted.act' as Action } }])).rejects.toThrow('names no action')
  })
})

describe.each(portalRoutes.map((entry) => [`${entry.method} ${entry.path}`, entry] as const))('%s', (_name, entry) => {
  const action = actionOf(entry)

  it(`asks a visitor as ${action} says`, async () => {
    const { status, body } = await ask(entry, null)
    if (!isOpenToVisitors(entry)) expect({ status, code: body.code }).toEqual({ status: 401, code: 'notSignedIn' })
    else if (asksForProof.has(action)) expect({ status, code: body?.code }).not.toMatchObject({ code: 'notAllowed' })
    else expect([401, 403].includes(status) || status >= 500 ? body : null).toBeNull()
  })

  it(`allows the roles of ${action} and no others`, async () => {
    // A partner's people act in an organization only where it is a customer's.
    const allows = entry.path.startsWith('/customers/') ? mightAllow : roleAllows
    for (const role of [...assignableRoles, 'nobody'] as const) {
      const { status, body } = await ask(entry, people.get(role)!)
      const seen = { role, status, code: body?.code, reason: body?.reason }
      if (allows(role === 'nobody' ? [] : [role], action)) {
        expect(status, JSON.stringify({ seen, body })).toBeLessThan(500)
        expect(body?.code === 'notAllowed' && body?.reason === 'roleMissing' ? seen : null).toBeNull()
      } else {
        expect(seen).toEqual({ role, status: 403, code: 'notAllowed', reason: 'roleMissing' })
      }
    }
  })

  it('is shut to an account that is disabled and to one whose organization is closed', async () => {
    for (const who of [disabled, ofClosedTenant]) {
      const { status, body } = await ask(entry, who)
      expect({ status, code: body?.code }).toEqual({ status: 401, code: 'notSignedIn' })
    }
  })

  it.runIf(permissionOf(action).stepUp)(`wants a fresh proof of who it is, as ${action} says`, async () => {
    const role = assignableRoles.find((one) => (entry.path.startsWith('/customers/') ? mightAllow : roleAllows)([one], action))!
    const { path, ...asked } = requestTo(entry)
    const stale = await server.ask(people.get(role)!, entry.method, path, { ...asked, authenticatedAt: new Date(Date.now() - 16 * 60_000) })
    expect({ status: stale.status, code: stale.body.code }).toEqual({ status: 403, code: 'stepUpRequired' })
  })
})

describe('a session that awaits its second factor', () => {
  it('opens what a visitor may ask and nothing else', async () => {
    const partner = await aPartner()
    const person = await partner.person('globalAdmin')
    await givePassword(person)
    await giveAuthenticator(server.env, person)
    const browser = aBrowser(server, 'partner')
    expect((await browser.signIn(person)).body.next).toBe('secondFactor')
    const wrong: unknown[] = []
    for (const entry of portalRoutes.filter(({ path }) => !path.startsWith('/sessions') && path !== '/session')) {
      const { path, body, version } = requestTo(entry)
      const answer = await browser.ask(entry.method, path, hasBody(entry) ? body : undefined, version === undefined ? {} : { 'if-match': `"${version}"` })
      const isShut = (answer.status === 403 && answer.body.code === 'secondFactorRequired') || (answer.status === 401 && answer.body.code === 'notSignedIn')
      if (isOpenToVisitors(entry) ? answer.status >= 500 : !isShut) wrong.push({ entry: `${entry.method} ${entry.path}`, status: answer.status, body: answer.body })
    }
    expect(wrong).toEqual([])
    expect((await browser.ask('GET', '/session')).body).toMatchObject({ awaits: 'secondFactor' })
  })
})
