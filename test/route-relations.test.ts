import { beforeAll, describe, expect, it } from 'vitest'
import { builtInClouds } from '../src/domain/clouds/built-in-clouds.ts'
import type { PersonActor } from '../src/domain/actor.ts'
import { permissionOf } from '../src/domain/permissions.ts'
import { decide, mightAllow, refusalReasons, type RightsFacts } from '../src/domain/rights.ts'
import { type PartnerRole, partnerRoles } from '../src/domain/roles.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { livedIn, type LivedIn, type Relation, relations } from './support/lived-in.ts'
import { paramsFor } from './support/lived-in-addresses.ts'
import { actionOf, type Cast, castOf, hasBody, requestTo, someoneAllowed } from './support/route-requests.ts'
import { sampleOf, type Schema } from './support/sample-input.ts'
import { type Answer, type TestServer, testServer } from './support/server.ts'
import { aCustomer, anAgreement, aPartner, type TestPerson, type TestTenant } from './support/world.ts'

/** T09, second half: every route on a customer × every role at a partner × how both stand; and what is somebody else's. */
let server: TestServer
let versionId: string

beforeAll(async () => {
  server = await testServer()
  versionId = (await anAgreement()).versionId
})

const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`
const onCustomers = portalRoutes.filter(({ path }) => path.startsWith('/customers/:id'))
const ofPartners = portalRoutes.filter((entry) => partnerRoles.some((role) => mightAllow([role], actionOf(entry))) && !(permissionOf(actionOf(entry)).roles as readonly string[]).includes('visitor'))

type Standing = 'active' | 'suspended' | 'inDebt' | 'unsigned'
interface Verdict {
  readonly status?: number
  readonly code?: string
  readonly reason?: string
}

/** What the table says, in the words of the API; undefined where nothing bars the act. */
function verdictOf(entry: AnyRoute, role: PartnerRole, { relation, standing, cloud }: { relation: Relation; standing: Standing; cloud: keyof typeof builtInClouds }): Verdict | undefined {
  const action = actionOf(entry)
  const missing = { status: 404, code: 'notFound' }
  if (!mightAllow([role], action)) return { status: 403, code: 'notAllowed', reason: 'roleMissing' }
  const isOnCustomer = entry.path.startsWith('/customers/:id')
  if (isOnCustomer && (relation === 'none' || relation === 'pending')) return missing
  const facts: RightsFacts = {
    partner: { status: standing === 'suspended' ? 'suspended' : 'active', inDebt: standing === 'inDebt', hasSigned: standing !== 'unsigned' },
    roleDenials: builtInClouds[cloud].roleDenials,
    debtBlocksRequests: builtInClouds[cloud].debtBlocksRequests,
    relationship: isOnCustomer ? (relation === 'active' ? 'active' : 'ended') : 'none',
    privilegedServices: isOnCustomer && (relation === 'active' || relation === 'privilegesOnly') ? ['azure'] : [],
  }
  const verdict = decide({ tenantId: 'partner', roles: [role] } as unknown as PersonActor, action, isOnCustomer ? 'customer' : 'partner', facts)
  if (verdict.allowed) return undefined
  return verdict.reason === 'noRelationship' ? missing : { status: 403, code: 'notAllowed', reason: verdict.reason }
}

async function askAbout(entry: AnyRoute, who: TestPerson, ids: LivedIn['ids']): Promise<Answer> {
  const { path, ...asked } = requestTo(entry, { params: paramsFor(entry, ids) })
  return server.ask(who, entry.method, path, asked)
}

async function expectVerdicts(entries: readonly AnyRoute[], partner: TestTenant, ids: LivedIn['ids'], at: Parameters<typeof verdictOf>[2]): Promise<number> {
  const wrong: unknown[] = []
  for (const entry of entries) {
    for (const role of partnerRoles) {
      const { status, body } = await askAbout(entry, await partner.person(role), ids)
      const expected = verdictOf(entry, role, at)
      const seen = { status, code: body?.code, reason: body?.reason }
      const isRight = expected
        ? seen.status === expected.status && seen.code === expected.code && (expected.reason === undefined || seen.reason === expected.reason)
        : status < 500 && !(body?.code === 'notAllowed' && (refusalReasons as readonly string[]).includes(body.reason)) && body?.code !== 'notSignedIn' && !isMissing(entry, status, at.relation)
      if (!isRight) wrong.push({ entry: nameOf(entry), role, expected: expected ?? 'allowed', seen })
    }
  }
  expect(wrong).toEqual([])
  return entries.length * partnerRoles.length
}

/** Once it has ended there is nothing to end; everything else about the customer stays to be seen. */
function isMissing({ path }: AnyRoute, status: number, relation: Relation): boolean {
  const isAboutEnding = path.endsWith('/removal') || path.endsWith('/end-answers')
  return status === 404 && path.startsWith('/customers/:id') && !(isAboutEnding && relation !== 'active') && !(path.endsWith('/end-answers'))
}

describe.each(relations)('a customer with whom the relation is %s', (relation) => {
  it('answers each role as the permission table says', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    const { ids } = await livedIn(partner, customer, relation, versionId)
    expect(await expectVerdicts(onCustomers, partner, ids, { relation, standing: 'active', cloud: 'public' })).toBeGreaterThan(50)
  })

  it.each(['suspended', 'inDebt', 'unsigned'] as const)('answers a partner that is %s as the permission table says', async (standing) => {
    const [partner, customer] = [await aPartner({ suspended: { status: 'suspended' as const }, inDebt: { inDebt: true }, unsigned: { hasSigned: false } }[standing]), await aCustomer()]
    const { ids } = await livedIn(partner, customer, relation, versionId)
    await expectVerdicts(onCustomers, partner, ids, { relation, standing, cloud: 'public' })
  })
})

describe('a cloud that takes acts from roles', () => {
  it('takes them on each route [S2.L5.2]', async () => {
    const [partner, customer] = [await aPartner({ cloud: 'china' }), await aCustomer({ cloud: 'china' })]
    const { ids } = await livedIn(partner, customer, 'active', versionId)
    await expectVerdicts(ofPartners, partner, ids, { relation: 'active', standing: 'active', cloud: 'china' })
  })
})

describe.each(['active', 'suspended', 'inDebt'] as const)('a partner that is %s', (standing) => {
  // Those on customers were asked above, for each relation.
  const others = ofPartners.filter((entry) => !onCustomers.includes(entry))

  it('is answered as the permission table says, on every other route', async () => {
    const [partner, customer] = [await aPartner({ ...(standing === 'suspended' && { status: 'suspended' as const }), inDebt: standing === 'inDebt' }), await aCustomer()]
    const { ids } = await livedIn(partner, customer, 'active', versionId)
    expect(await expectVerdicts(others, partner, ids, { relation: 'active', standing, cloud: 'public' })).toBeGreaterThan(1_000)
  })
})

describe('what is somebody else’s', () => {
  let cast: Cast
  let foreign: LivedIn['ids']
  let own: LivedIn['ids']
  const absent = '12345678-1234-4234-8234-123456789abc'
  const notOperators = (entry: AnyRoute) => !entry.path.startsWith('/operator/')

  beforeAll(async () => {
    const [partner, customer] = [await aPartner(), await aCustomer()]
    cast = await castOf(partner, customer)
    own = (await livedIn(partner, customer, 'active', versionId)).ids
    foreign = (await livedIn(await aPartner(), await aCustomer(), 'active', versionId)).ids
  })

  const told = ({ status, body, headers }: Answer, id: string) => ({
    status,
    body: JSON.parse(JSON.stringify({ ...body, traceId: undefined }).replaceAll(id, 'the id')) as unknown,
    headers: [...headers].filter(([name]) => !['date', 'content-length'].includes(name)),
  })

  it('answers exactly as what does not exist, on every route with an id and for a foreign id of every kind [B13]', async () => {
    const wrong: unknown[] = []
    for (const entry of portalRoutes.filter((one) => one.path.includes(':') && notOperators(one))) {
      const who = someoneAllowed(entry, cast)
      const ask = async (id: string) => {
        const { path, ...asked } = requestTo(entry, { params: { id, partnerId: id } })
        return told(await server.ask(who, entry.method, path, asked), id)
      }
      const expected = await ask(absent)
      // What a partner published is there for everybody (decision 40).
      const kinds = Object.entries(foreign).filter(([kind]) => !(kind === 'foundPartner' && entry.path === '/partner-finder/:id'))
      // Refused, they change nothing, so they need not wait for each other.
      const answers = await Promise.all(kinds.map(async ([kind, id]) => ({ kind, seen: await ask(id) })))
      for (const { kind, seen } of answers) if (expected.status !== 404 || JSON.stringify(seen) !== JSON.stringify(expected)) wrong.push({ entry: nameOf(entry), kind, seen, expected })
    }
    expect(wrong).toEqual([])
  }, 180_000)

  it('is not found out by naming it in a body or a parameter [B13]', async () => {
    const wrong: unknown[] = []
    let named = 0
    for (const entry of portalRoutes.filter(notOperators)) {
      const who = someoneAllowed(entry, cast)
      for (const [part, place] of placesOfIds(entry)) {
        const ask = async (id: string) => {
          const { path, ...asked } = requestTo(entry, { params: paramsFor(entry, own), ...(part === 'body' ? { body: place(id) } : { query: place(id) as Record<string, string> }) })
          return told(await server.ask(who, entry.method, path, asked), id)
        }
        const expected = await ask(absent)
        for (const [kind, id] of Object.entries(foreign)) {
          named++
          const seen = await ask(id)
          // What was made carries ids and instants of its own.
          if (seen.status !== expected.status || (seen.status >= 300 && JSON.stringify(seen) !== JSON.stringify(expected))) wrong.push({ entry: nameOf(entry), kind, seen, expected })
        }
      }
    }
    expect(wrong).toEqual([])
    expect(named).toBeGreaterThan(50)
  })
})

/** Each member that takes an id, as a function that puts one there. */
function placesOfIds(entry: AnyRoute): ['body' | 'query', (id: string) => unknown][] {
  const found: ['body' | 'query', (id: string) => unknown][] = []
  const walk = (part: 'body' | 'query', schema: Schema, put: (value: unknown) => unknown) => {
    for (const branch of schema.anyOf ?? [schema]) {
      if (branch.format === 'id') found.push([part, put])
      for (const [name, member] of Object.entries(branch.properties ?? {})) {
        walk(part, member, (value) => put({ ...(sampleOf(branch) as object), [name]: value }))
      }
    }
  }
  if (entry.query) walk('query', entry.query as Schema, (value) => value)
  if (entry.body && hasBody(entry)) walk('body', entry.body as Schema, (value) => value)
  return found
}
