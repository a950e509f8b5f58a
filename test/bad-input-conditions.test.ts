import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { flawOf } from './support/problems.ts'
import { type Cast, castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { type Ask, type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner, type TestTenant } from './support/world.ts'

/** Keys of repetition and versions, for every entry that asks for them (rules R17 and R18). */
let server: TestServer
let cast: Cast
let ids: LivedIn['ids']
let partner: TestTenant

beforeAll(async () => {
  server = await testServer()
  partner = await aPartner()
  const customer = await aCustomer()
  cast = await castOf(partner, customer)
  ids = (await livedIn(partner, customer, 'active', (await anAgreement()).versionId)).ids
})

const colleague = (name: string) => {
  const address = `${name.slice(0, 3).toLowerCase()}@${partner.domain}`
  return { displayName: name, userPrincipalName: address, mail: address, roles: ['salesAgent'], language: 'es' }
}
const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`
const keyed = portalRoutes.filter(({ keyKeptForDays }) => keyKeptForDays !== undefined)
const versioned = portalRoutes.filter(({ ifMatch }) => ifMatch)

function ask(entry: AnyRoute, asked: Ask): Promise<Answer> {
  const { path, version, ...request } = requestTo(entry, { params: paramsFor(entry, ids) })
  // Where an act asks for both, it is the key that is looked at.
  const matched = 'key' in asked && version !== undefined ? { version } : {}
  return server.ask(someoneAllowed(entry, cast), entry.method, path, { ...request, ...matched, ...asked, headers: { ...request.headers, ...asked.headers } })
}

async function expectAll(entries: readonly AnyRoute[], asks: readonly Ask[], status: number, code: string): Promise<void> {
  const before = await contentHashes()
  const wrong: string[] = []
  for (const entry of entries) {
    for (const asked of asks) {
      const answer = await ask(entry, asked)
      const flaw = flawOf({ ...answer, contentType: answer.headers.get('content-type') })
      if (flaw || answer.status !== status || answer.body.code !== code) wrong.push(`${nameOf(entry)} with ${JSON.stringify(asked).slice(0, 100)}: ${flaw ?? `${answer.status} ${answer.body.code}`}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await contentHashes()).toEqual(before)
}

describe('an Idempotency-Key', () => {
  it('is there, where an act asks for one [B95]', async () => {
    await expectAll(keyed, [{ key: null }], 400, 'idempotencyKeyMissing')
    expect(keyed.length).toBeGreaterThan(15)
  })

  it('has 1 to 255 visible ASCII characters [B95]', async () => {
    await expectAll(keyed, ['', 'k'.repeat(256), 'two words', 'clave-única', 'tab\there'].map((key) => ({ key: null, headers: { 'idempotency-key': key } })), 400, 'idempotencyKeyInvalid')
    const longest = await server.ask(cast.get('globalAdmin')!, 'POST', '/people', { body: colleague('Ada'), key: 'k'.repeat(255) })
    expect(longest.status).toBe(201)
  })

  it('belongs to one request: another body, and the first is not repeated; the same, and its answer is [B95]', async () => {
    const admin = cast.get('globalAdmin')!
    const key = randomUUID()
    const first = await server.ask(admin, 'POST', '/people', { body: colleague('Eva'), key })
    expect(first.status).toBe(201)
    const before = await contentHashes()
    const again = await server.ask(admin, 'POST', '/people', { body: colleague('Eva'), key })
    expect({ status: again.status, body: again.body, etag: again.headers.get('etag') }).toEqual({ status: 201, body: first.body, etag: first.headers.get('etag') })
    const other = await server.ask(admin, 'POST', '/people', { body: colleague('Eva María'), key })
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: 'idempotencyKeyReused' })
    // Somebody else's key of the same text is another key.
    const somebodyElse = await server.ask(cast.get('userManagementAdmin')!, 'POST', '/people', { body: colleague('Eva'), key })
    expect(somebodyElse.body.code).toBe('alreadyExists')
    expect(await contentHashes()).toEqual(before)
  })

  it('of a request that still runs is not run again [B95]', async () => {
    const admin = cast.get('globalAdmin')!
    const key = randomUUID()
    const body = colleague('Iris')
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask(admin, 'POST', '/people', { body, key })))
    const statuses = answers.map(({ status, body: told }) => (status === 201 ? told.id : told.code))
    const made = new Set(statuses.filter((one) => one !== 'idempotencyKeyRunning'))
    expect(made.size, String(statuses)).toBe(1)
    expect((await server.ask(admin, 'POST', '/people', { body, key })).body.id).toBe([...made][0])
  })
})

describe('If-Match', () => {
  it('is there, where something is changed (rule R18)', async () => {
    await expectAll(versioned, [{}], 428, 'preconditionRequired')
    expect(versioned.length).toBeGreaterThan(4)
  })

  it('is a strong tag as we give them: not weak, not a star, not a list, nothing else (rule R18)', async () => {
    const tags = ['W/"1"', '*', '1', '"0"', '"01"', '"-1"', '"1.0"', '"abc"', '"1", "2"', '', '""', '"1', "'1'", '"9999999999"', '"1e0"', '"\u00b9"']
    await expectAll(versioned, tags.map((tag) => ({ headers: { 'if-match': tag } })), 412, 'changedMeanwhile')
  })

  it('names the version that there is: what was changed meanwhile is not changed over', async () => {
    const reads = new Map(portalRoutes.filter(({ method }) => method === 'GET').map((entry) => [withoutPart(entry.path), entry]))
    for (const entry of versioned) {
      const read = reads.get(withoutPart(entry.path))!
      const { path } = requestTo(read, { params: paramsFor(read, ids) })
      const { headers } = await server.ask(someoneAllowed(entry, cast), 'GET', path)
      expect(headers.get('etag') ?? `none for ${nameOf(read)}`).toMatch(/^"[1-9]\d*"$/)
    }
    await expectAll(versioned, [{ version: 999 }], 412, 'changedMeanwhile')
  })
})

/** A part that is changed alone, and an act upon it, has the version of its whole. */
function withoutPart(path: string): string {
  return path.replace(/\/(draft|logo|start|quantity|name|auto-renewal|reseller|notes|checkout)$/, '')
}
