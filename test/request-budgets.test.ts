import { describe, expect, it } from 'vitest'
import { partnerRoles } from '../src/domain/roles.ts'
import type { AnyRoute } from '../src/http/route.ts'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { flawOf } from './support/problems.ts'
import { castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { type Answer, testServer } from './support/server.ts'
import { aCustomer, anOperator, aPartner, type TestPerson } from './support/world.ts'

/** Every limit shrunk to one request: whoever asks twice is asked to wait, whatever the entry (rule R39). */
const server = await testServer({ rateFactor: 1e-9 }, { trustProxy: ['127.0.0.1'] })

const cast = await castOf(await aPartner(), await aCustomer())

/** Somebody with the role that the entry asks for, who has not asked anything yet. */
async function aFresh(who: TestPerson): Promise<TestPerson> {
  const [role] = who.roles
  if (role === 'operator') return anOperator()
  return (await (partnerRoles.includes(role as never) ? aPartner() : aCustomer())).person(role!)
}

/** Asks as somebody, or as a visitor from an address, of whom this is the first request. */
async function aCaller(entry: AnyRoute, number: number): Promise<() => Promise<Answer>> {
  const someone = someoneAllowed(entry, cast)
  const who = someone && (await aFresh(someone))
  const { path, ...asked } = requestTo(entry)
  const headers = { ...asked.headers, 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}`, ...(entry.path === '/sessions' && { 'x-portal': 'partner' }) }
  return () => server.ask(who, entry.method, path, { ...asked, headers })
}

const entries = portalRoutes.map((entry, number) => ({ name: `${entry.method} ${entry.path}`, entry, number }))
/** Few enough to be asked twice within the shortest window of a limit. */
const atATime = 30

describe.each(Array.from({ length: Math.ceil(entries.length / atATime) }, (_, part) => part * atATime))('the entries from %i on', (start) => {
  it('are not there for any number of requests', async () => {
    const part = entries.slice(start, start + atATime)
    const wrong: unknown[] = []
    const floods = []
    for (const { name, entry, number } of part) {
      const ask = await aCaller(entry, number)
      const { status, body } = await ask()
      if (status === 429) wrong.push({ name, first: body })
      floods.push({ name, ask })
    }
    const before = await contentHashes()
    for (const { name, ask } of floods) {
      const { status, body, headers } = await ask()
      const flaw = flawOf({ status, body, contentType: headers.get('content-type') })
      const retryAfter = headers.get('retry-after')
      const isRefused = status === 429 && body.code === 'tooManyRequests' && /^[1-9]\d*$/.test(retryAfter ?? '') && Number(retryAfter) === body.retryAfterSeconds
      if (flaw || !isRefused) wrong.push({ name, flaw, status, code: body?.code, retryAfter })
    }
    expect(wrong).toEqual([])
    expect(await contentHashes()).toEqual(before)
  })
})

describe('a request that does not fit its schema', () => {
  it('is counted like any other', async () => {
    const admin = await (await aPartner()).person('globalAdmin')
    const ask = () => server.ask(admin, 'PATCH', '/me', { body: { nonsense: 1 }, version: 1 })
    expect([(await ask()).status, (await ask()).status]).toEqual([422, 429])
  })
})

describe('the end of a right', () => {
  it('has a budget of its own, which no flood of other requests uses up', async () => {
    const admin = await (await aPartner()).person('globalAdmin')
    expect((await server.ask(admin, 'GET', '/me')).status).toBe(200)
    expect((await server.ask(admin, 'GET', '/me')).status).toBe(429)
    expect((await server.ask(admin, 'DELETE', '/sessions')).status).toBe(204)
  })
})
