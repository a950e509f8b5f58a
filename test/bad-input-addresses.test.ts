import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { livedIn, type LivedIn } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { flawOf } from './support/problems.ts'
import { type Cast, castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { violationsOf } from './support/schema-violations.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson, type TestTenant } from './support/world.ts'

/** Parts D1 and D2 of the catalogue: ids in paths, parameters, sizes and page marks, for every entry that has them. */
let server: TestServer
let cast: Cast
let partner: TestTenant
let ids: LivedIn['ids']

beforeAll(async () => {
  server = await testServer()
  // It stands, so that two answers differ in nothing but what was asked.
  server.env.at.set(new Date())
  const customer = await aCustomer()
  partner = await aPartner()
  cast = await castOf(partner, customer)
  const [first, second] = [await anAgreement(), await anAgreement('public', { number: 2 })]
  ids = (await livedIn(partner, customer, 'active', first.versionId)).ids
  // A second row for every list, so that each has a second page.
  await livedIn(await aPartner(), customer, 'active', second.versionId)
  for (const relation of ['active', 'ended', 'ended'] as const) await livedIn(partner, await aCustomer(), relation, first.versionId)
  // Two who left each of them, for the list of those.
  for (const tenant of [partner, customer]) {
    for (let at = 0; at < 2; at++) await sql(`insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, status, created_at) values ($1, $2, $3, $3, 'Eva', 'removed', now())`, [tenant.id, randomUUID(), `left ${randomUUID()}`])
  }
})

const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`
const withId = portalRoutes.filter(({ path }) => path.includes(':'))
const withQuery = portalRoutes.filter(({ query }) => query !== undefined)
const sized = withQuery.filter(({ query }) => (query as { properties: Record<string, unknown> }).properties.size)
const paged = withQuery.filter(({ query }) => (query as { properties: Record<string, unknown> }).properties.cursor)

interface Asked {
  path: string
  who?: TestPerson | null
}

function ask(entry: AnyRoute, { path, who = someoneAllowed(entry, cast) }: Asked): Promise<Answer> {
  const { path: _sample, ...asked } = requestTo(entry)
  return server.ask(who, entry.method, path, asked)
}

/** The address with this text, as it stands, in place of the id. */
const pathWith = (entry: AnyRoute, id: string) => entry.path.replace(/:\w+/, id)
const ownPath = (entry: AnyRoute) => requestTo(entry, { params: paramsFor(entry, ids), query: {} }).path

async function expectAll(entries: readonly AnyRoute[], pathsFor: (entry: AnyRoute) => readonly string[], status: readonly number[], codes?: readonly string[]): Promise<void> {
  const before = await contentHashes()
  const wrong: string[] = []
  for (const entry of entries) {
    await Promise.all(
      pathsFor(entry).map(async (path) => {
        const answer = await ask(entry, { path })
        const flaw = flawOf({ ...answer, contentType: answer.headers.get('content-type') })
        const isExpected = status.includes(answer.status) && (!codes || codes.includes(answer.body.code))
        if (flaw || !isExpected) wrong.push(`${nameOf(entry)} at ${path.slice(0, 150)}: ${flaw ?? `${answer.status} ${answer.body.code}`}`)
      }),
    )
  }
  expect(wrong).toEqual([])
  expect(await contentHashes()).toEqual(before)
}

describe('an id in an address', () => {
  it('that is no GUID answers like an absent one [B01] [B03]', async () => {
    const texts = ['not-a-uuid', '1', '0', '-1', '00000000000040008000000000000000', '{00000000-0000-4000-8000-000000000000}', 'urn:uuid:00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-00000000000', '00000000-0000-4000-8000-0000000000000', '00000000-0000-4000-8000-00000000000g', '%2000000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000%0a', "'%20or%201=1--", '%D9%A0%D9%A0%D9%A0', 'null', 'undefined', '*', 'me', '__proto__', 'constructor']
    await expectAll(withId, (entry) => texts.map((text) => pathWith(entry, text)).filter((path) => !portalRoutes.some((other) => other.method === entry.method && other.path === path)), [404], ['notFound'])
  })

  it('that nobody has is absent, the least and the greatest too [B05]', async () => {
    await expectAll(withId, (entry) => ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', randomUUID()].map((id) => pathWith(entry, id)), [404], ['notFound'])
  })

  it('of a thing of another kind is absent [B14]', async () => {
    await expectAll(
      withId.filter(({ path }) => !path.startsWith('/operator/')),
      (entry) => Object.values(ids).filter((id) => !Object.values(paramsFor(entry, ids)).includes(id)).map((id) => pathWith(entry, id)),
      [404],
      ['notFound'],
    )
  })

  it('is the same in any letter case, with the same ETag [B04]', async () => {
    const reads = withId.filter(({ method }) => method === 'GET')
    for (const entry of reads) {
      const path = ownPath(entry)
      const [lower, upper] = [await ask(entry, { path }), await ask(entry, { path: path.replace(/[0-9a-f-]{36}/, (id) => id.toUpperCase()) })]
      expect({ entry: nameOf(entry), status: upper.status, body: { ...upper.body, traceId: 0 }, etag: upper.headers.get('etag') }).toEqual({ entry: nameOf(entry), status: lower.status, body: { ...lower.body, traceId: 0 }, etag: lower.headers.get('etag') })
    }
    expect(reads.length).toBeGreaterThan(5)
  })

  it('holds no NUL and is no other file, decoded once and never twice [B07] [B08]', async () => {
    await expectAll(withId, (entry) => ['%00', `${randomUUID()}%00`, 'a%00b'].map((text) => pathWith(entry, text)), [400], ['malformed'])
    await expectAll(withId, (entry) => ['..%2f..%2fetc', '%2e%2e%2f', '..;', '%5c..', '..%5c..', '%252e%252e%252f', '%2500', '..%c0%af'].map((text) => pathWith(entry, text)), [400, 404], ['malformed', 'notFound'])
  })

  it('is spelled as addresses are [B10]', async () => {
    await expectAll(withId, (entry) => ['%zz', '%', '%4', '%u0041', '%ff', '%c3%28', '%ed%a0%80'].map((text) => pathWith(entry, text)), [400], ['malformed'])
  })

  it('is not of any length [B11]', async () => {
    await expectAll(withId, (entry) => [300, 500, 5_000].map((length) => pathWith(entry, 'a'.repeat(length))), [404, 414], ['notFound', 'uriTooLong'])
  })
})

describe('a parameter', () => {
  it('stands once, however it is spelled [B21]', async () => {
    await expectAll(withQuery, (entry) => ['size=1&size=2', 'size=1&size=1', 'size=1&%73ize=2', 'size=1?x&size=2', '&&', 'a&a'].map((query) => `${ownPath(entry)}?${query}`), [400], ['duplicateParameter'])
  })

  it('is known, on every entry of the table, whether it takes any or none [B72]', async () => {
    await expectAll(portalRoutes, (entry) => ['x=1', 'Size=1', 'size[]=1', 'access_token=x', '__proto__=1', 'constructor=1', '=1', '%00'].slice(0, -1).map((query) => `${ownPath(entry)}?${query}`), [400], ['unknownParameter'])
  })

  it('is UTF-8 without NUL, and there are not many [B07] [B10]', async () => {
    const many = Array.from({ length: 101 }, (_, at) => `p${at}=1`).join('&')
    await expectAll(portalRoutes, (entry) => ['x=%00', '%00=1', 'x=%ff', 'x=%', 'x=%zz', 'x=%ed%a0%80', many].map((query) => `${ownPath(entry)}?${query}`), [400], ['malformed'])
  })

  it('fits its schema, dates and instants too [B32] [B33] [B35]', async () => {
    let broken = 0
    await expectAll(
      withQuery,
      (entry) =>
        violationsOf(entry.query!, {}).flatMap(({ input, rule }) => {
          const values = Object.entries((input ?? {}) as Record<string, unknown>)
          if (Array.isArray(input) || rule.startsWith('type') || rule === 'unknown' || rule === 'letter case' || values.length === 0 || values.some(([, value]) => typeof value !== 'string')) return []
          broken++
          return [`${ownPath(entry)}?${new URLSearchParams(values as [string, string][])}`]
        }).filter((path) => path.length < 8_000),
      [422],
    )
    expect(broken).toBeGreaterThan(100)
  })

  it('of time is a day or an instant that there is [B32] [B33] [B35] [B36]', async () => {
    const activity = portalRoutes.filter(({ path }) => path === '/activity')
    const texts = ['2026-02-30', '2025-02-29', '2026-13-01', '2026-02-30T00:00:00Z', '0000-01-01', '0000-01-01T00:00:00Z', '10000-01-01', '+275760-09-13', '2026-01-01T00:00:00', '2026-01-01T00:00:00+25:00', '2026-01-01t00:00:00z', `2026-01-01T00:00:00.${'1'.repeat(30)}Z`, '2026-01-01T25:00:00Z', 'yesterday', '1767225600', '']
    await expectAll(activity, () => ['from', 'to'].flatMap((name) => texts.map((text) => `/activity?${name}=${encodeURIComponent(text)}`)), [422], ['invalidInput'])
  })

  it('of size is a plain number from 1 to 500 [B18] [B19] [B20] [B23]', async () => {
    const sizes = ['-1', '0', '501', '1e9', '1e2', '0x10', '1.5', '%D9%A1%D9%A0', 'NaN', '', 'null', '+1', '%201', '1%20', '01', '9007199254740993', '9'.repeat(400), 'true', '1,2']
    await expectAll(sized, (entry) => sizes.map((size) => `${ownPath(entry)}?size=${size}`), [422], ['invalidInput'])
    expect(sized.length).toBeGreaterThan(8)
  })
})

describe('a page mark', () => {
  const marked = new Map<AnyRoute, string>()

  it('is there for each list that has a second page', async () => {
    for (const entry of paged) {
      const { status, body } = await ask(entry, { path: `${ownPath(entry)}?size=1` })
      expect({ entry: nameOf(entry), status, next: typeof body.next }).toEqual({ entry: nameOf(entry), status: 200, next: 'string' })
      marked.set(entry, body.next)
      expect((await ask(entry, { path: `${ownPath(entry)}?size=1&cursor=${body.next}` })).status).toBe(200)
    }
    expect(marked.size).toBeGreaterThan(8)
  })

  const pathsWith = (entry: AnyRoute, marks: readonly string[], more = 'size=1') => marks.map((mark) => `${ownPath(entry)}?${more}&cursor=${encodeURIComponent(mark)}`)

  it('with any bit changed, cut, or padded is refused [B27]', async () => {
    await expectAll(paged, (entry) => {
      const mark = marked.get(entry)!
      const bytes = Buffer.from(mark, 'base64url')
      const flipped = Array.from({ length: 60 }, (_, at) => {
        const copy = Buffer.from(bytes)
        const bit = Math.floor((at * bytes.length * 8) / 60)
        copy[bit >> 3]! ^= 1 << (bit & 7)
        return copy.toString('base64url')
      })
      return pathsWith(entry, [...flipped, mark.slice(0, -1), mark.slice(1), mark.slice(0, 10), `${mark}=`, `${mark}A`, `${mark} `, `A${mark}`, mark + mark, mark.toUpperCase()])
    }, [400], ['invalidCursor'])
  })

  /** Lists that Billing administrators do not read. */
  const notForBilling = new Set(['/people', '/former-people', '/devices'])

  it('of somebody else is refused: a colleague, another organization [B28]', async () => {
    const other = await aPartner()
    const otherCustomer = await aCustomer()
    await livedIn(other, otherCustomer, 'active', (await sql<{ id: string }>('select id from agreement_versions limit 1'))[0]!.id)
    const otherCast = await castOf(other, otherCustomer, cast.get('operator')!)
    for (const entry of paged.filter(({ path }) => !path.includes(':') && !path.startsWith('/operator'))) {
      const who = someoneAllowed(entry, cast)!
      const role = who.roles[0]!
      const colleague = role === 'globalAdministrator' ? cast.get('billingAdministrator')! : cast.get('adminAgent')!
      const strangers = [otherCast.get(role)!, ...(colleague.id === who.id || notForBilling.has(entry.path) ? [] : [colleague])]
      for (const stranger of strangers) {
        const { status, body } = await ask(entry, { path: `${ownPath(entry)}?size=1&cursor=${marked.get(entry)}`, who: stranger })
        expect({ entry: nameOf(entry), status, code: body.code }).toEqual({ entry: nameOf(entry), status: 400, code: 'invalidCursor' })
      }
    }
  })

  it('continues its own list only: same filter, order, size and address [B29]', async () => {
    const filters: Record<string, string> = { search: 'c', match: 'inside', country: 'ES', tag: 'x', privileges: 'with', sort: '-name', status: 'shared', kind: 'establish', type: 'privileges.used', from: '2026-01-01', to: '2030-01-01', counterpart: randomUUID(), person: randomUUID() }
    // Where the same name takes other words.
    const ownWords: Record<string, Record<string, string>> = {
      '/creation-requests': { status: 'waiting', side: 'reseller' },
      '/operator/mails': { status: 'failed' },
      '/operator/mail-blocks': { kind: 'optedOut' },
      '/hand-overs': { status: 'agreed' },
      '/transfers': { status: 'offered' },
      '/support-cases': { status: 'closed' },
      '/service-requests': { status: 'closed' },
      '/own-service-requests': { status: 'closed' },
      '/operator/service-requests': { status: 'closed' },
      '/people': { status: 'disabled' },
      '/customers/:id/people': { status: 'disabled' },
      '/operator/support-cases': { status: 'closed' },
    }
    await expectAll(paged, (entry) => {
      const own = Object.keys((entry.query as { properties: Record<string, unknown> }).properties)
      const other = own.filter((name) => filters[name] && !(name === 'match')).map((name) => `size=1&${name}=${ownWords[entry.path]?.[name] ?? filters[name]}`)
      return [...other.flatMap((more) => pathsWith(entry, [marked.get(entry)!], more)), ...pathsWith(entry, [marked.get(entry)!], 'size=2'), `${ownPath(entry)}?cursor=${marked.get(entry)}`]
    }, [400], ['invalidCursor'])
    await expectAll(paged, (entry) => pathsWith(entry, [...marked].filter(([other]) => other !== entry).map(([, mark]) => mark)), [400], ['invalidCursor'])
  })

  it('is none of anybody’s making [B31]', async () => {
    const made = ["' or 1=1 --", 'eyJpZCI6MX0', Buffer.from('{"keys":[false,"a"],"expiresAt":9999999999999}').toString('base64url'), Buffer.from("1; drop table tenants").toString('base64url'), 'AAAA', '0', randomUUID(), 'a'.repeat(4_096)]
    await expectAll(paged, (entry) => pathsWith(entry, made), [400], ['invalidCursor'])
    await expectAll(paged, (entry) => pathsWith(entry, ['', 'a'.repeat(4_097)]), [422], ['invalidInput'])
  })

  it('ends after a day [B28]', async () => {
    server.env.at.forward({ days: 1, minutes: 1 })
    await expectAll(paged, (entry) => pathsWith(entry, [marked.get(entry)!]), [400], ['invalidCursor'])
  })
})
