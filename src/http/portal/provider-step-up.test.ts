import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, giveAuthenticator } from '../../../test/support/cookie-browser.ts'
import { aFirm, browserAt, comeBack, type Firm, linked } from '../../../test/support/firm-with-provider.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let firm: Firm

beforeAll(async () => {
  server = await testServer()
  firm = await aFirm(server, 'customer')
})

const leave = async (browser: Browser): Promise<URL> => new URL((await browser.ask('POST', '/session/step-up/provider')).body.location)
const outAndBack = async (browser: Browser) => comeBack(browser, firm, await firm.provider.visit((await leave(browser)).href))
const grownOld = ({ id }: TestPerson) => sql("update sessions set stepped_up_at = now() - interval '16 minutes' where person_id = $1", [id])
const until = async (browser: Browser): Promise<string | null> => (await browser.ask('GET', '/session')).body.steppedUpUntil
const refused = { status: 401, reason: 'outsideSignInFailed' }

describe('proving again who one is, at the organization’s provider', () => {
  it('asks the provider to ask anew, and gives the session a fresh secret and fifteen minutes', async () => {
    const { person, browser } = await linked(firm)
    await grownOld(person)
    expect((await browser.ask('POST', '/me/outside-identity')).body.code).toBe('stepUpRequired')
    expect(await until(browser)).toBeNull()
    const before = browser.cookies()['__Host-customer']
    const way = await leave(browser)
    expect(Object.fromEntries(way.searchParams)).toMatchObject({ prompt: 'login', max_age: '0', scope: 'openid' })
    expect((await comeBack(browser, firm, await firm.provider.visit(way.href))).body).toEqual({ next: 'steppedUp' })
    expect(browser.cookies()['__Host-customer']).toMatch(/^.{20,}$/)
    expect(browser.cookies()['__Host-customer']).not.toBe(before)
    expect(Date.parse((await until(browser))!) - server.env.clock().getTime()).toBeGreaterThan(14 * 60_000)
    expect((await browser.ask('POST', '/me/outside-identity')).body.reason).toBe('identityLinked')
  })

  it('opens to whoever has no password at all', async () => {
    const { person, browser } = await linked(firm)
    await sql('update people set password_hash = null where id = $1', [person.id])
    await grownOld(person)
    expect((await browser.ask('GET', '/session')).body.person).toMatchObject({ hasPassword: false, hasOutsideIdentity: true })
    expect((await outAndBack(browser)).body).toEqual({ next: 'steppedUp' })
  })

  it('is not done where the provider does not say that it asked just now', async () => {
    const { person, browser } = await linked(firm)
    await grownOld(person)
    const way = await leave(browser)
    way.searchParams.delete('max_age')
    way.searchParams.delete('prompt')
    expect((await comeBack(browser, firm, await firm.provider.visit(way.href))).body).toMatchObject(refused)
    expect(await until(browser)).toBeNull()
  })

  it('is not done by a colleague’s identity, in another browser, or twice', async () => {
    const { person, subject, browser } = await linked(firm)
    await grownOld(person)
    firm.provider.account = { subject: 'somebody-else' }
    expect((await outAndBack(browser)).body).toMatchObject(refused)
    firm.provider.account = { subject }
    const returned = await firm.provider.visit((await leave(browser)).href)
    expect((await comeBack(browserAt(firm), firm, returned)).body).toMatchObject(refused)
    expect(await until(browser)).toBeNull()
    const again = await firm.provider.visit((await leave(browser)).href)
    expect((await comeBack(browser, firm, again)).body).toEqual({ next: 'steppedUp' })
    expect((await comeBack(browser, firm, again)).body).toMatchObject(refused)
  })

  it('takes two factors where the account has two', async () => {
    const { person, subject, browser } = await linked(firm)
    await giveAuthenticator(server.env, person)
    await grownOld(person)
    expect((await outAndBack(browser)).body).toMatchObject({ status: 401, reason: 'providerOneFactor' })
    firm.provider.account = { subject, amr: ['pwd', 'otp'] }
    expect((await outAndBack(browser)).body).toEqual({ next: 'steppedUp' })
  })

  it('is not offered without a linked identity, nor to a bearer token', async () => {
    const browser = browserAt(firm)
    await browser.signIn(firm.admin)
    expect((await browser.ask('POST', '/session/step-up/provider')).body).toMatchObject({ status: 404, reason: 'identityNotLinked' })
    expect((await server.ask(firm.admin, 'POST', '/session/step-up/provider')).body).toMatchObject({ status: 422, reason: 'noSession' })
  })
})
