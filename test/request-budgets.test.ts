import { describe, expect, it } from 'vitest'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { testEnvironment } from './support/environment.ts'
import { flawOf } from './support/problems.ts'
import { castOf, requestTo, someoneAllowed } from './support/route-requests.ts'
import { testServer } from './support/server.ts'
import { aCustomer, aPartner } from './support/world.ts'

/** One pool for all of them: a server for each entry would use up the connections that the engine has. */
const { database } = await testEnvironment()

/** Every limit shrunk to one request: whoever asks twice is asked to wait, whatever the entry (rule R39). */
const shrunk = () => testServer({ rateFactor: 1e-9, database })

describe('an entry', async () => {
  const cast = await castOf(await aPartner(), await aCustomer())

  it.each(portalRoutes.map((entry) => [`${entry.method} ${entry.path}`, entry] as const))('%s is not there for any number of requests', async (_name, entry) => {
    const server = await shrunk()
    const who = someoneAllowed(entry, cast)
    const { path, ...asked } = requestTo(entry)
    const more = { ...asked, ...(entry.path === '/sessions' && { headers: { 'x-portal': 'partner' } }) }
    // A visitor's page is a request, too: it is read first, and has the budget of its own that it used up.
    const first = who === null ? undefined : await server.ask(who, entry.method, path, more)
    if (first) expect(first.status).not.toBe(429)
    else await server.ask(null, entry.method, path, more)
    const before = await contentHashes()
    const { status, body, headers } = await server.ask(who, entry.method, path, more)
    expect(flawOf({ status, body, contentType: headers.get('content-type') })).toBeUndefined()
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'tooManyRequests' })
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    expect(Number(headers.get('retry-after'))).toBe(body.retryAfterSeconds)
    expect(await contentHashes()).toEqual(before)
  })
})

describe('a request that does not fit its schema', () => {
  it('is counted like any other', async () => {
    const server = await shrunk()
    const admin = await (await aPartner()).person('globalAdmin')
    const ask = () => server.ask(admin, 'PATCH', '/me', { body: { nonsense: 1 }, version: 1 })
    expect([(await ask()).status, (await ask()).status]).toEqual([422, 429])
  })
})

describe('the end of a right', () => {
  it('has a budget of its own, which no flood of other requests uses up', async () => {
    const server = await shrunk()
    const admin = await (await aPartner()).person('globalAdmin')
    expect((await server.ask(admin, 'GET', '/me')).status).toBe(200)
    expect((await server.ask(admin, 'GET', '/me')).status).toBe(429)
    expect((await server.ask(admin, 'DELETE', '/sessions')).status).toBe(204)
  })
})
