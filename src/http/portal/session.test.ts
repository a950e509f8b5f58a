import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aBrowser, goodPassword } from '../../../test/support/cookie-browser.ts'
import { eventsOf, signedInAt, somebody } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const signedIn = (person: TestPerson) => signedInAt(server, person)

describe('a visitor', () => {
  it('gets a page token and a cookie to bind it to', async () => {
    const answer = await aBrowser(server).ask('GET', '/session')
    expect(answer).toMatchObject({ status: 200, body: { signedIn: false, installation: { name: 'Vinculo', isSetUp: true, languages: ['en', 'es'] } } })
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-visitor=vis_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)])
  })

  it.each([
    ['GET', '/sessions'],
    ['DELETE', '/sessions'],
    ['DELETE', `/sessions/${randomUUID()}`],
    ['POST', '/session/step-up', { password: 'x' }],
  ])('has no session for %s %s', async (method, path, body?: object) => {
    expect(await aBrowser(server).ask(method, path, body)).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
  })

  it('has no sign-in to finish', async () => {
    const answer = await aBrowser(server).ask('POST', '/sessions/second-factor', { code: '123456' })
    expect(answer).toMatchObject({ status: 401, body: { code: 'signInFailed', reason: 'signInOver' } })
  })

  it('may sign out without being signed in', async () => {
    expect((await aBrowser(server).ask('DELETE', '/session')).status).toBe(204)
  })
})

describe('signing in with the password', () => {
  it('is complete at once where no second factor is asked', async () => {
    const person = await somebody('globalAdministrator')
    const browser = aBrowser(server, 'customer')
    const answer = await browser.signIn(person)
    expect(answer).toMatchObject({ status: 201, body: { next: 'signedIn' } })
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-customer=ses_[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)])
    const session = await browser.ask('GET', '/session')
    expect(session.body).toMatchObject({
      signedIn: true,
      awaits: null,
      person: { id: person.id, roles: ['globalAdministrator'], hasTotp: false },
      tenant: { id: person.tenantId, isCustomer: true, isPartner: false },
      cloud: { id: 'public', partnerMfa: 'mandatory' },
      steppedUpUntil: expect.any(String),
    })
    expect(session.body.can).toContain('invitation.accept')
    expect(await eventsOf(person)).toMatchObject([{ type: 'session.started', actor_person_id: person.id }])
  })

  it('takes the name in any letter case', async () => {
    const person = await somebody()
    const answer = await aBrowser(server, 'customer').ask('POST', '/sessions', { userPrincipalName: ` ${person.userPrincipalName.toUpperCase()} `, password: goodPassword })
    expect(answer.status).toBe(201)
  })

  it('answers alike for an unknown name, a wrong password, a disabled, an invited and a closed account', async () => {
    const [wrong, disabled, invited, closed] = await Promise.all([somebody(), somebody(), somebody(), somebody()])
    await sql("update people set status = 'disabled' where id = $1", [disabled.id])
    await sql("update people set status = 'invited', password_hash = null where id = $1", [invited.id])
    await sql("update tenants set status = 'closed' where id = $1", [closed.tenantId])
    const attempts = [
      { userPrincipalName: 'nobody@nowhere.example', password: goodPassword },
      { userPrincipalName: 'no name at all', password: goodPassword },
      { userPrincipalName: wrong.userPrincipalName, password: `${goodPassword}!` },
      ...[disabled, invited, closed].map(({ userPrincipalName }) => ({ userPrincipalName, password: goodPassword })),
    ]
    for (const attempt of attempts) {
      const { status, body } = await aBrowser(server, 'customer').ask('POST', '/sessions', attempt)
      expect({ status, ...body, traceId: '' }).toEqual({
        status: 401,
        type: 'urn:vinculo:problem:signInFailed',
        title: 'Sign-in failed',
        detail: 'The user name and password do not match an account that can sign in here.',
        code: 'signInFailed',
        traceId: '',
      })
    }
    const reasons = await Promise.all([wrong, disabled, invited].map(async (person) => (await eventsOf(person))[0]?.reason_code))
    expect(reasons).toEqual(['passwordWrong', 'accountClosed', 'passwordWrong'])
  })

  it('says that the portal is the wrong one only after the right password', async () => {
    const person = await somebody('globalAdministrator')
    const browser = aBrowser(server, 'partner')
    expect(await browser.signIn(person)).toMatchObject({ status: 401, body: { code: 'signInFailed', reason: 'wrongPortal' } })
    expect((await browser.signIn(person, 'not the password at all')).body.reason).toBeUndefined()
    expect(Object.keys(browser.cookies())).toEqual(['__Host-visitor'])
  })

  it('needs to know the portal', async () => {
    const person = await somebody()
    const browser = aBrowser(server)
    const answer = await browser.ask('POST', '/sessions', { userPrincipalName: person.userPrincipalName, password: goodPassword }, { 'x-portal': 'nowhere' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } })
    expect((await server.ask(null, 'POST', '/sessions', { body: { userPrincipalName: 'a@b.example', password: 'x' } })).status).toBe(400)
  })

  it.each([
    ['no password', { userPrincipalName: 'a@b.example' }],
    ['a number as password', { userPrincipalName: 'a@b.example', password: 5 }],
    ['an unknown member', { userPrincipalName: 'a@b.example', password: 'x', isAdmin: true }],
    ['a name without end', { userPrincipalName: 'a'.repeat(321), password: 'x' }],
    ['a password without end', { userPrincipalName: 'a@b.example', password: 'x'.repeat(1_025) }],
  ])('refuses %s', async (_title, body) => {
    expect(await aBrowser(server).ask('POST', '/sessions', body)).toMatchObject({ status: 422, body: { code: 'invalidInput' } })
  })

  it('hashes again, after a right password, what was hashed at another cost', async () => {
    const person = await somebody()
    const cheap = '$argon2id$v=19$m=8192,t=1,p=1$'
    const { hash } = await import('@node-rs/argon2')
    await sql('update people set password_hash = $2 where id = $1', [person.id, await hash(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 })])
    expect((await sql('select password_hash from people where id = $1', [person.id]))[0]!.password_hash).toContain(cheap)
    await signedIn(person)
    expect((await sql('select password_hash from people where id = $1', [person.id]))[0]!.password_hash).not.toContain(cheap)
    await signedIn(person)
  })

  it('keeps neither password nor secret in any row', async () => {
    const person = await somebody()
    const browser = await signedIn(person)
    const secret = browser.cookies()['__Host-customer']!
    const rows = await sql("select string_agg(s::text, ' ') as all from sessions s")
    expect(rows[0]!.all).not.toContain(secret.slice(4))
  })
})

describe('a request of a page', () => {
  it.each([
    ['without its token', { 'x-csrf-token': '' }],
    ['with a token of its own making', { 'x-csrf-token': 'A'.repeat(43) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a page without origin', { origin: 'null' }],
  ])('%s changes nothing', async (_title, headers) => {
    const browser = await signedIn(await somebody())
    expect(await browser.ask('DELETE', '/sessions', undefined, headers)).toMatchObject({ status: 403, body: { code: 'csrfFailed' } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
  })

  it('with the token of another session changes nothing', async () => {
    const [browser, other] = [await signedIn(await somebody()), await signedIn(await somebody())]
    const { csrfToken } = (await other.ask('GET', '/session')).body
    expect((await browser.ask('DELETE', '/sessions', undefined, { 'x-csrf-token': csrfToken })).status).toBe(403)
  })
})

describe('a bearer token', () => {
  it('names a person as they are now, and nobody who was disabled', async () => {
    const person = await somebody('globalAdministrator')
    expect((await server.ask(person, 'GET', '/session')).body).toMatchObject({ signedIn: true, person: { id: person.id } })
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await server.ask(person, 'GET', '/session')).status).toBe(401)
  })

  it.each([
    ['Bearer', 400],
    ['Bearer a b', 400],
    ['Basic YTpi', 401],
    ['Bearer nonsense', 401],
    [`Bearer ${'a'.repeat(100_000)}`, 431],
  ])('%.20s is answered with %i (B96)', async (authorization, status) => {
    const answer = await fetch(`${server.url}/api/v1/sessions`, { headers: { authorization } })
    expect(answer.status).toBe(status)
  })
})
