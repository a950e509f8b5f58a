import { beforeAll, describe, expect, it } from 'vitest'
import { readiness } from '../src/application/installation/readiness.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { aBrowser, givePassword } from './support/cookie-browser.ts'
import { contentHashes } from './support/content-hash.ts'
import { testEnvironment } from './support/environment.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { type Cast, castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { type TestServer, testServer } from './support/server.ts'
import { aWebFolder } from './support/web-folder.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestTenant } from './support/world.ts'

/** T06: looking changes nothing, whoever looks and whatever the look is for. Links are followed by scanners before people do (decision 4). */
const webFolder = await aWebFolder()
let server: TestServer
let cast: Cast
let partner: TestTenant
let lived: LivedIn

beforeAll(async () => {
  server = await testServer({}, { webFolder, readiness: readiness(await testEnvironment()) })
  const customer = await aCustomer()
  partner = await aPartner()
  cast = await castOf(partner, customer)
  lived = await livedIn(partner, customer, 'active', (await anAgreement()).versionId)
})

const lookers: Record<string, string>[] = [
  {},
  { 'user-agent': 'Mozilla/5.0 (compatible; Microsoft-SafeLinks)' },
  { 'user-agent': 'GoogleImageProxy', 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' },
]

type Look = (headers: Record<string, string>) => Promise<number>

/** Asked by each looker; the answer must be as it should, and every table as it was. */
async function expectUntouched(name: string, look: Look, statuses: readonly number[]): Promise<void> {
  await expectAllUntouched([[name, look]], statuses)
}

/** The same of many, with one look at the tables for so many of them. */
async function expectAllUntouched(looks: readonly (readonly [name: string, look: Look])[], statuses: readonly number[]): Promise<void> {
  for (let from = 0; from < looks.length; from += atATime) {
    const some = looks.slice(from, from + atATime)
    const before = await contentHashes()
    for (const [name, look] of some) {
      for (const headers of lookers) expect([name, statuses.includes(await look(headers)) || (await look(headers))]).toEqual([name, true])
    }
    expect([some.map(([name]) => name), await contentHashes()]).toEqual([some.map(([name]) => name), before])
  }
}

const atATime = 25

describe('reading', () => {
  const reads = portalRoutes.filter(({ method }) => method === 'GET')

  it.each(reads.map((entry) => [entry.path, entry] as const))('%s changes nothing, for somebody who may', async (path, entry) => {
    const { path: address } = requestTo(entry, { params: paramsFor(entry, lived.ids) })
    await expectUntouched(path, async (headers) => (await server.ask(someoneAllowed(entry, cast), 'GET', address, { headers })).status, [entry.status ?? 200])
  })

  it('changes nothing for somebody who may not, and for nobody', async () => {
    const looks = reads.flatMap((entry) => {
      const { path } = requestTo(entry, { params: paramsFor(entry, lived.ids) })
      return [null, cast.get('billingAdmin')!, cast.get('operator')!].map((who) => [entry.path, async (headers: Record<string, string>) => (await server.ask(who, 'GET', path, { headers })).status] as const)
    })
    await expectAllUntouched(looks, [200, 302, 401, 403, 404])
  })

  it('changes nothing in a browser’s session but when it was last seen', async () => {
    const person = await partner.person('globalAdmin', 'adminAgent')
    await givePassword(person)
    const browser = aBrowser(server, 'partner')
    await browser.signIn(person)
    server.env.at.forward({ minutes: 2 })
    const looks = reads.map((entry) => {
      const { path } = requestTo(entry, { params: paramsFor(entry, lived.ids) })
      return [entry.path, async (headers: Record<string, string>) => (await browser.ask('GET', path, undefined, headers)).status] as const
    })
    await expectAllUntouched(looks, [200, 302, 401, 403, 404])
    server.env.at.forward({ minutes: -2 })
  })
})

describe('asking what an address offers', () => {
  it('changes nothing and is answered with 405, by HEAD and by OPTIONS', async () => {
    const token = await server.tokenOf(cast.get('globalAdmin')!)
    const looks = portalRoutes.flatMap((entry) => {
      const { path } = requestTo(entry, { params: paramsFor(entry, lived.ids) })
      return ['HEAD', 'OPTIONS'].map((method) => [`${method} ${entry.path}`, async (headers: Record<string, string>) => (await fetch(`${server.url}/api/v1${path}`, { method, headers: { ...headers, authorization: `Bearer ${token}` } })).status] as const)
    })
    await expectAllUntouched(looks, [405])
  }, 60_000)
})

describe('a page', () => {
  const pages = ['/', '/partner', '/partner/customers', '/partner/relationship-requests/new', '/admin', '/admin/partners', '/admin/partner-invitation', '/operator', '/operator/set-up', '/assets/main-1a2b.js', '/assets/nothing.js', '/livez', '/readyz', '/api/openapi.json', '/nowhere', '/favicon.ico']

  it.each(pages)('%s is shown without a change', async (page) => {
    await expectUntouched(page, async (headers) => (await fetch(server.url + page, { headers, redirect: 'manual' })).status, [200, 302, 404])
    await expectUntouched(`HEAD ${page}`, async (headers) => (await fetch(server.url + page, { method: 'HEAD', headers, redirect: 'manual' })).status, [200, 302, 404])
  })

  it('of an invitation is shown without opening it, whoever follows the link [S3.15]', async () => {
    const query = new URLSearchParams({ ...lived.request.claims, token: lived.request.secret })
    await expectUntouched('invitation', async (headers) => (await fetch(`${server.url}/admin/partner-invitation?${query}#${lived.request.secret}`, { headers })).status, [200])
    expect((await sql('select status, opened_at from relationship_requests where id = $1', [lived.request.id]))[0]).toEqual({ status: 'shared', opened_at: null })
    expect(await sql('select id from request_visits')).toEqual([])
  })
})
