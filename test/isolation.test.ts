import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { customerRoles, partnerRoles } from '../src/domain/roles.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { aCanaryWorld, type CanaryWorld } from './support/canaries.ts'
import { hasBody, requestTo } from './support/route-requests.ts'
import { sampleOf, type Schema } from './support/sample-input.ts'
import { type TestServer, testServer } from './support/server.ts'
import { sql, type TestPerson, type TestTenant } from './support/world.ts'

/** T10: random people ask random things about random tenants; what is somebody else's is neither told nor touched. */
const requests = Number(process.env.ISOLATION_REQUESTS ?? 2_500)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let server: TestServer
let world: CanaryWorld
let foreignIds: string[]

beforeAll(async () => {
  server = await testServer()
  world = await aCanaryWorld()
  foreignIds = world.lives.flatMap(({ ids }) => Object.values(ids))
}, 120_000)

const asked = portalRoutes.filter(({ path }) => !path.startsWith('/sessions') && path !== '/session')

/** One line of chance: who asks, what, and where ids and words come from. */
interface Chance {
  readonly tenant: number
  readonly role: number
  readonly route: number
  readonly id: number
  readonly own: boolean
  readonly word: number
}
const chance: fc.Arbitrary<Chance> = fc.record({ tenant: fc.double({ min: 0, max: 0.999, noNaN: true }), role: fc.nat(50), route: fc.nat(1_000), id: fc.nat(100_000), own: fc.integer({ min: 0, max: 99 }).map((at) => at < 30), word: fc.double({ min: 0, max: 0.999, noNaN: true }) })

async function someone({ tenant, role }: Chance): Promise<{ of: TestTenant; person: TestPerson }> {
  // Neither the last partner nor the last customer ever acts.
  const actors = [...world.partners.slice(0, -1), ...world.customers.slice(0, -1)]
  const of = tenant < 0.5 ? world.partners[Math.floor(tenant * 2 * (world.partners.length - 1))]! : actors[world.partners.length - 1 + Math.floor((tenant - 0.5) * 2 * (world.customers.length - 1))]!
  const roles = world.partners.includes(of) ? partnerRoles : customerRoles
  return { of, person: await of.person(roles[role % roles.length]!) }
}

function idFor(of: TestTenant, { own, id }: Chance): string {
  const mine = world.lives.filter(({ partner, customer }) => partner.id === of.id || customer.id === of.id).flatMap(({ ids }) => Object.values(ids))
  const ids = own && mine.length > 0 ? mine : foreignIds
  return ids[id % ids.length]!
}

/** The entry's own sample with ids and words of chance in it. */
function filled(schema: Schema | undefined, ids: string, word: string): unknown {
  if (!schema) return {}
  const full = (one: Schema): unknown => {
    if (one.anyOf) return full(one.anyOf[0]!)
    if (one.format === 'id') return ids
    if (one.type === 'object') return Object.fromEntries(Object.entries(one.properties ?? {}).filter(([name]) => name !== 'cursor').map(([name, member]) => [name, /search|tag$|domain|companyName/.test(name) ? word.slice(0, member.maxLength ?? 50) : full(member)]))
    return sampleOf(one)
  }
  return full(schema)
}

/** What an organization searched for when it exported stands in its own record of that: words that came from nobody but itself. */
const exported = new Map<string, Set<string>>()

function withoutOwnWords(text: string, tenantId: string): string {
  return [...(exported.get(tenantId) ?? [])].reduce((rest, word) => rest.replaceAll(word, ''), text)
}

async function askBy(line: Chance): Promise<{ said: string; of: TestTenant; entry: AnyRoute; status: number }> {
  const { of, person } = await someone(line)
  const entry = asked[line.route % asked.length]!
  const [id, word] = [idFor(of, line), world.anyMark(line.word)]
  const { path, ...rest } = requestTo(entry, { params: { id, partnerId: id }, ...(entry.query && { query: filled(entry.query as Schema, id, word) as Record<string, string> }), ...(hasBody(entry) && entry.body && { body: filled(entry.body as Schema, id, word) }) })
  if (entry.path === '/customers/export') exported.set(of.id, (exported.get(of.id) ?? new Set()).add(word))
  const { status, body, headers } = await server.ask(person, entry.method, path, rest)
  // What one said oneself may come back.
  const said = withoutOwnWords(`${JSON.stringify(body)} ${[...headers].join(' ')}`.replaceAll(word, ''), of.id)
  return { said, of, entry, status }
}

/** Every row that belongs to the island, whatever the table. */
async function islandRows(): Promise<string> {
  const island = [world.partners.at(-1)!.id, world.customers.at(-1)!.id]
  const columns = await sql<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = 'public' and column_name in ('tenant_id', 'partner_id', 'customer_id', 'second_partner_id') and table_name not in ('events') group by 1 order by 1`,
  )
  const hashes = await Promise.all(
    columns.map(({ name, columns: own }) => sql<{ hash: string }>(`select md5(coalesce(string_agg(to_jsonb(t)::text, '' order by to_jsonb(t)::text), '')) as hash from ${name} t where ${own.map((column) => `${column} = any($1)`).join(' or ')}`, [island])),
  )
  return JSON.stringify(hashes.map(([row], at) => [columns[at]!.name, row!.hash]))
}

describe('a world of five partners and forty customers', () => {
  it('shows its marks to those who may see them, so that the search can find something', async () => {
    const { partner, customer } = world.lives.find(({ relation }) => relation === 'active')!
    const list = JSON.stringify((await server.ask(await partner.person('adminAgent'), 'GET', '/customers')).body)
    expect(list).toMatch(/cnry\d+x/)
    expect(world.foreignIn(list, partner.id)).toEqual([])
    expect(world.foreignIn(list, customer.id)).not.toEqual([])
  })

  it(`tells nobody what is somebody else’s, and changes nothing of theirs (seed ${seed}, ${requests} requests)`, async () => {
    const island = await islandRows()
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(chance, async (line) => {
        const { said, of, entry, status } = await askBy(line)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        const leaked = world.foreignIn(said, of.id)
        expect(leaked, `${entry.method} ${entry.path} told ${of.name} the ${leaked.join(', ')}`).toEqual([])
        expect(status, `${entry.method} ${entry.path}: ${said.slice(0, 300)}`).toBeLessThan(500)
      }),
      { numRuns: requests, seed, endOnFailure: true },
    )
    expect(await islandRows()).toBe(island)
    // A walk that only ever met closed doors would prove nothing.
    expect(statuses.get(200) ?? 0, JSON.stringify([...statuses])).toBeGreaterThan(requests / 20)
  }, 60_000 + requests * 20)

  it('gives each organization its evidence without a word of anybody else', async () => {
    for (const tenant of [...world.partners, ...world.customers]) {
      const admin = await tenant.person(world.partners.includes(tenant) ? 'globalAdmin' : 'globalAdministrator')
      const { status, body } = await server.ask(admin, 'POST', '/evidence/export', { body: { format: 'json' } })
      expect(status, JSON.stringify(body)).toBe(200)
      expect(world.foreignIn(withoutOwnWords(JSON.stringify(body), tenant.id), tenant.id), tenant.name).toEqual([])
    }
  }, 120_000)

  it('pages through whole lists without meeting anybody else', async () => {
    for (const tenant of [...world.partners, ...world.customers.slice(0, 10)]) {
      const roles = world.partners.includes(tenant) ? partnerRoles : customerRoles
      for (const entry of asked.filter(({ query, path }) => (query as Schema | undefined)?.properties?.cursor && !path.includes(':') && !path.startsWith('/operator'))) {
        for (let cursor: string | null = ''; cursor !== null; ) {
          const { status, body } = await server.ask(await tenant.person(roles[0]), 'GET', `${entry.path}?size=25${cursor && `&cursor=${cursor}`}`)
          expect(world.foreignIn(withoutOwnWords(JSON.stringify(body), tenant.id), tenant.id), `${entry.path} for ${tenant.name}`).toEqual([])
          cursor = status === 200 ? body.next : null
        }
      }
    }
  }, 120_000)
})
