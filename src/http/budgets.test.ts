import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { aBrowser, type Browser, giveAuthenticator, givePassword, goodPassword } from '../../test/support/cookie-browser.ts'
import { testServer, type TestServer } from '../../test/support/server.ts'
import { aCustomer, aPartner, type TestPerson } from '../../test/support/world.ts'
import { rateBudgets } from '../security/rate-budgets.ts'
import { portalRoutes } from './routes.ts'

let server: TestServer

beforeEach(async () => {
  server = await testServer({ rateFactor: 1 })
})

async function somebody(): Promise<TestPerson> {
  const person = await (await aCustomer()).person('globalAdministrator')
  await givePassword(person)
  return person
}

/** The statuses of so many tries, one after another. */
async function statuses(times: number, ask: (number: number) => Promise<{ status: number }>): Promise<Record<number, number>> {
  const count: Record<number, number> = {}
  for (let number = 0; number < times; number++) {
    const { status } = await ask(number)
    count[status] = (count[status] ?? 0) + 1
  }
  return count
}

const tryPassword = (browser: Browser, userPrincipalName: string, password = 'wrong') => browser.ask('POST', '/sessions', { userPrincipalName, password })

describe('the route table', () => {
  it('names budgets that exist only', () => {
    expect(portalRoutes.filter(({ budget }) => budget !== undefined && !Object.hasOwn(rateBudgets, budget)).map(({ path }) => path)).toEqual([])
  })

  it('has a budget of its own for every way to guess', () => {
    const unnamed = portalRoutes.filter(({ tag, method, budget, path }) => tag === 'Sign-in' && method === 'POST' && !budget && path !== '/me/totp')
    expect(unnamed.map(({ path }) => path)).toEqual([])
  })
})

describe('guessing a password', () => {
  it('is refused after ten wrong ones for one account, with the time to wait; a right one then waits too', async () => {
    const person = await somebody()
    const browser = aBrowser(server, 'customer')
    expect(await statuses(12, () => tryPassword(browser, person.userPrincipalName))).toEqual({ 401: 10, 429: 2 })
    const refused = await browser.signIn(person)
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooManyRequests', retryAfterSeconds: expect.any(Number) } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('is counted for names that nobody has just the same', async () => {
    const name = `nobody.${randomUUID()}@nowhere.example`
    expect(await statuses(12, () => tryPassword(aBrowser(server, 'customer'), name))).toEqual({ 401: 10, 429: 2 })
  })

  it('is counted for the account, however its name is written', async () => {
    const { userPrincipalName: name } = await somebody()
    const spelled = [name, name.toUpperCase(), ` ${name} `, name.replace('p', 'P')]
    expect(await statuses(12, (number) => tryPassword(aBrowser(server, 'customer'), spelled[number % 4]!))).toEqual({ 401: 10, 429: 2 })
  })

  it('from one address is refused after thirty, whatever the account', async () => {
    expect(await statuses(32, (number) => tryPassword(aBrowser(server, 'customer'), `n${number}@nowhere.example`))).toEqual({ 401: 30, 429: 2 })
  })

  it('costs nobody who signs in rightly: what was right is given back', async () => {
    const person = await somebody()
    expect(await statuses(35, () => aBrowser(server, 'customer').signIn(person))).toEqual({ 201: 35 })
  })
})

describe('guessing codes', () => {
  it('of the second factor is refused after ten wrong ones of one person', async () => {
    const person = await (await aPartner()).person('adminAgent')
    await givePassword(person)
    const authenticator = await giveAuthenticator(server.env, person)
    const browser = aBrowser(server)
    await browser.signIn(person)
    expect(await statuses(11, () => browser.ask('POST', '/sessions/second-factor', { code: '000000' }))).toEqual({ 422: 10, 429: 1 })
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).status).toBe(429)
  })

  it('in a step-up is refused after ten wrong ones', async () => {
    const person = await somebody()
    const browser = aBrowser(server, 'customer')
    await browser.signIn(person)
    expect(await statuses(11, () => browser.ask('POST', '/session/step-up', { password: 'wrong' }))).toEqual({ 401: 10, 429: 1 })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
  })

  it.each([
    ['a reset', '/password-resets/completion', { secret: `rst_${'A'.repeat(43)}`, password: goodPassword }],
    ['an invitation', '/person-invitations/exchange', { secret: `cin_${'A'.repeat(43)}` }],
  ])('of %s is refused after thirty from one address', async (_title, path, body) => {
    expect(await statuses(31, () => server.ask(null, 'POST', path, { body }))).toEqual({ 404: 30, 429: 1 })
  })

  it('of the set-up is refused after twenty', async () => {
    const body = { code: 'x', tenantName: 'A', displayName: 'A', userPrincipalName: 'a@b.example', mail: 'a@b.example', password: goodPassword }
    expect(await statuses(21, () => server.ask(null, 'POST', '/set-up', { body }))).toEqual({ 409: 20, 429: 1 })
  })
})

describe('asking for mails', () => {
  it('of a forgotten password sends three an hour for one account at most, known or not', async () => {
    const { userPrincipalName } = await somebody()
    for (const name of [userPrincipalName, 'nobody@nowhere.example']) {
      expect(await statuses(4, () => server.ask(null, 'POST', '/password-resets', { body: { userPrincipalName: name } }))).toEqual({ 202: 3, 429: 1 })
    }
  })
})

describe('everything else', () => {
  it('has the ordinary budget of its address', async () => {
    const counted = await statuses(rateBudgets.anonymous[0].points + 2, () => server.ask(null, 'GET', '/session'))
    expect(counted).toEqual({ 200: rateBudgets.anonymous[0].points, 429: 2 })
  })

  it('still lets somebody end sessions when their ordinary budget is used up', async () => {
    const person = await somebody()
    const { limitsOf } = await import('../application/limits.ts')
    const limits = limitsOf(server.env)
    for (let number = 0; number < rateBudgets.api[0].points; number++) await limits.consume('api', { personId: person.id, tenantId: person.tenantId })
    expect((await server.ask(person, 'GET', '/me')).status).toBe(429)
    expect((await server.ask(person, 'DELETE', '/sessions')).status).toBe(204)
  })
})
