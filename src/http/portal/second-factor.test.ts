import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aBrowser, givePassword, goodPassword } from '../../../test/support/cookie-browser.ts'
import { anAgentOf, eventsOf, signedInAt, somebody } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, type TestPerson } from '../../../test/support/world.ts'
import { portalRoutes } from '../routes.ts'

const server = await testServer()
const signedIn = (person: TestPerson) => signedInAt(server, person)
const anAgent = () => anAgentOf(server)

describe('the second factor', () => {
  it('is asked after the password, and the session opens nothing before it (V43)', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    expect(await browser.signIn(person)).toMatchObject({ status: 201, body: { next: 'secondFactor' } })
    expect((await browser.ask('GET', '/session')).body).toMatchObject({ signedIn: true, awaits: 'secondFactor', can: [], steppedUpUntil: null })
    // An entry that reads a form looks at no session at all.
    const closed = portalRoutes.filter(({ tag, form }) => tag !== 'Sign-in' && tag !== 'Invitation' && !form)
    expect(closed.length).toBeGreaterThan(10)
    for (const { method, path } of closed) {
      const answer = await browser.ask(method, path.replace(/:\w+/g, randomUUID()), method === 'GET' || method === 'DELETE' ? undefined : {})
      expect([method, path, answer.status, ['secondFactorRequired', 'invalidInput'].includes(answer.body.code)]).toEqual([method, path, answer.body.code === 'invalidInput' ? 422 : 403, true])
    }
    expect(await browser.ask('POST', '/me/totp', {})).toMatchObject({ status: 403, body: { code: 'secondFactorRequired' } })
    expect(await browser.ask('POST', '/me/totp/confirmation', { code: authenticator.code() })).toMatchObject({ status: 403, body: { code: 'secondFactorRequired' } })
    expect(await eventsOf(person)).toEqual([])
  })

  it('completes the session under a fresh secret; the one before is worth nothing (B98)', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    const before = browser.cookies()['__Host-partner']!
    expect(await browser.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).toMatchObject({ status: 200, body: { next: 'signedIn' } })
    expect(browser.cookies()['__Host-partner']).not.toBe(before)
    expect((await browser.ask('GET', '/sessions')).body.items).toHaveLength(1)
    const thief = aBrowser(server)
    thief.setCookie('__Host-partner', before)
    expect((await thief.ask('GET', '/session')).body.signedIn).toBe(false)
    expect((await thief.ask('GET', '/sessions')).status).toBe(401)
    expect(await eventsOf(person)).toMatchObject([{ type: 'session.started', data: { secondFactor: 'totp' } }])
  })

  it('refuses a wrong code, tells the tenant and lets one try again', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    const wrong = authenticator.code(new Date('2001-01-01'))
    expect(await browser.ask('POST', '/sessions/second-factor', { code: wrong })).toMatchObject({ status: 422, body: { code: 'wrongCode' } })
    expect(await eventsOf(person)).toMatchObject([{ type: 'session.refused', reason_code: 'codeWrong' }])
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).status).toBe(200)
  })

  it('takes a code once, and none before it', async () => {
    const { person, authenticator } = await anAgent()
    const [first, second] = [aBrowser(server), aBrowser(server)]
    await Promise.all([first.signIn(person), second.signIn(person)])
    const now = server.env.clock()
    const [earlier, code] = [authenticator.code(new Date(now.getTime() - 30_000)), authenticator.code(now)]
    expect((await first.ask('POST', '/sessions/second-factor', { code })).status).toBe(200)
    expect((await second.ask('POST', '/sessions/second-factor', { code })).body.code).toBe('wrongCode')
    expect((await second.ask('POST', '/sessions/second-factor', { code: earlier })).body.code).toBe('wrongCode')
  })

  it('may be a recovery code, in any spelling, once', async () => {
    const { person, authenticator } = await anAgent()
    const [first, second] = [aBrowser(server), aBrowser(server)]
    await Promise.all([first.signIn(person), second.signIn(person)])
    const [code] = authenticator.recoveryCodes
    expect((await first.ask('POST', '/sessions/second-factor', { code: ` ${code!.toLowerCase().replace('-', ' ')} ` })).status).toBe(200)
    expect((await second.ask('POST', '/sessions/second-factor', { code })).body.code).toBe('wrongCode')
    expect(await eventsOf(person)).toMatchObject([{ data: { secondFactor: 'recoveryCode' } }, { reason_code: 'codeWrong' }])
  })

  it('is refused to a session that is complete already', async () => {
    const browser = await signedIn(await somebody())
    expect(await browser.ask('POST', '/sessions/second-factor', { code: '123456' })).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
  })

  it('has to be set up first by people of a partner whose cloud demands it, and by operators', async () => {
    const partner = await (await aPartner()).person('salesAgent')
    const operator = await anOperator()
    await Promise.all([givePassword(partner), givePassword(operator)])
    expect((await aBrowser(server, 'partner').signIn(partner)).body).toEqual({ next: 'enrolSecondFactor' })
    const answer = await aBrowser(server, 'operator').signIn(operator)
    expect(answer.body).toEqual({ next: 'enrolSecondFactor' })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-operator=.*SameSite=Strict$/)
  })

  it('is recommended only in US Government, and then a long password is enough', async () => {
    const person = await (await aPartner({ cloud: 'usGov' })).person('salesAgent')
    await givePassword(person)
    expect((await aBrowser(server).signIn(person)).body).toEqual({ next: 'signedIn' })
  })

  it('is asked of everybody whose password is too short to stand alone', async () => {
    const person = await (await aCustomer()).person()
    await givePassword(person, 'pérgola7')
    expect((await aBrowser(server, 'customer').signIn(person, 'pérgola7')).body).toEqual({ next: 'enrolSecondFactor' })
  })
})

describe('stepping up', () => {
  it('renews the proof of fifteen minutes under a fresh secret', async () => {
    const browser = await signedIn(await somebody('globalAdministrator'))
    const before = browser.cookies()['__Host-customer']!
    server.env.at.forward({ minutes: 16 })
    expect((await browser.ask('GET', '/session')).body.steppedUpUntil).toBeNull()
    const answer = await browser.ask('POST', '/session/step-up', { password: goodPassword })
    expect(answer.status).toBe(200)
    expect(new Date(answer.body.steppedUpUntil).getTime() - server.env.clock().getTime()).toBeGreaterThan(14 * 60_000)
    expect((await browser.ask('GET', '/session')).body.steppedUpUntil).not.toBeNull()
    expect(browser.cookies()['__Host-customer']).not.toBe(before)
    const thief = aBrowser(server, 'customer')
    thief.setCookie('__Host-customer', before)
    expect((await thief.ask('GET', '/sessions')).status).toBe(401)
  })

  it('opens what asks for it, and only for its time', async () => {
    const admin = await somebody('globalAdministrator')
    const colleague = randomUUID()
    const browser = await signedIn(admin)
    const disable = () => browser.ask('POST', `/people/${colleague}/disabling`, {})
    expect((await disable()).status).toBe(404)
    server.env.at.forward({ minutes: 15 })
    expect(await disable()).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    await browser.ask('POST', '/session/step-up', { password: goodPassword })
    expect((await disable()).status).toBe(404)
  })

  it('asks for the code where there is an authenticator, and takes a recovery code', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    const code = authenticator.code()
    await browser.ask('POST', '/sessions/second-factor', { code })
    expect(await browser.ask('POST', '/session/step-up', { password: goodPassword })).toMatchObject({ status: 422, body: { code: 'wrongCode' } })
    expect((await browser.ask('POST', '/session/step-up', { password: goodPassword, code })).body.code).toBe('wrongCode')
    expect((await browser.ask('POST', '/session/step-up', { password: goodPassword, code: authenticator.recoveryCodes[3] })).status).toBe(200)
    server.env.at.forward({ seconds: 31 })
    expect((await browser.ask('POST', '/session/step-up', { password: goodPassword, code: authenticator.code() })).status).toBe(200)
  })

  it('refuses a wrong password and uses no code up with it', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    await browser.ask('POST', '/sessions/second-factor', { code: authenticator.recoveryCodes[0] })
    const code = authenticator.code()
    expect(await browser.ask('POST', '/session/step-up', { password: 'wrong', code })).toMatchObject({ status: 401, body: { code: 'signInFailed', reason: 'passwordWrong' } })
    expect((await browser.ask('POST', '/session/step-up', { password: goodPassword, code })).status).toBe(200)
  })

  it('raises no bearer token', async () => {
    const person = await somebody()
    expect(await server.ask(person, 'POST', '/session/step-up', { body: { password: goodPassword } })).toMatchObject({ status: 422, body: { reason: 'noSession' } })
  })
})
