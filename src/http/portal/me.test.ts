import { describe, expect, it } from 'vitest'
import { aBrowser, authenticatorCode, type Browser, giveAuthenticator, givePassword, goodPassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret, mailsTo } from '../../../test/support/mailbox.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()

async function somebody(): Promise<TestPerson> {
  const person = await (await aCustomer()).person('globalAdministrator')
  await givePassword(person)
  return person
}

async function signedIn(person: TestPerson, password = goodPassword): Promise<Browser> {
  const browser = aBrowser(server, 'customer')
  expect((await browser.signIn(person, password)).body).toEqual({ next: 'signedIn' })
  return browser
}

const eventTypesOf = async (person: TestPerson) => (await sql('select type from events where resource_id = $1 order by sequence', [person.id])).map(({ type }) => type)

describe('one’s own account', () => {
  it('is read with its version', async () => {
    const person = await somebody()
    const answer = await server.ask(person, 'GET', '/me')
    expect(answer).toMatchObject({ status: 200, body: { id: person.id, displayName: person.displayName, hasTotp: false, mustHaveSecondFactor: false, recoveryCodesLeft: 0, version: 1 } })
    expect(answer.headers.get('etag')).toBe('"1"')
    expect((await server.ask(null, 'GET', '/me')).status).toBe(401)
  })

  it('changes name and language, and answers in that language from then on', async () => {
    const person = await somebody()
    const answer = await server.ask(person, 'PATCH', '/me', { version: 1, body: { displayName: '  Ana  Núñez ', language: 'es' } })
    expect(answer).toMatchObject({ status: 200, body: { displayName: 'Ana Núñez', language: 'es', version: 2 } })
    expect((await server.ask(person, 'GET', '/people/none')).body.title).toBe('No encontrado')
    expect(await eventTypesOf(person)).toEqual(['person.updated'])
  })

  it('that is changed to what it is stays as it is', async () => {
    const person = await somebody()
    const answer = await server.ask(person, 'PATCH', '/me', { version: 1, body: { displayName: person.displayName } })
    expect(answer).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await eventTypesOf(person)).toEqual([])
  })

  it.each([
    ['a name of nothing but blanks', { displayName: '   ' }, 'invalidName'],
    ['a name that turns its direction', { displayName: 'Ana \u202e' }, 'invalidName'],
    ['a name without end', { displayName: 'a'.repeat(101) }, 'invalidName'],
    ['an address, which is asked for apart', { mail: 'ana@example.com' }, 'invalidInput'],
    ['a language that we do not speak', { language: 'fr' }, 'invalidInput'],
    ['roles', { roles: ['globalAdministrator'] }, 'invalidInput'],
    ['no name at all', { displayName: null }, 'invalidInput'],
  ])('refuses %s', async (_title, body, code) => {
    const person = await somebody()
    expect(await server.ask(person, 'PATCH', '/me', { version: 1, body })).toMatchObject({ status: 422, body: { code } })
  })

  it('is changed only from the version that was read', async () => {
    const person = await somebody()
    expect((await server.ask(person, 'PATCH', '/me', { body: { language: 'es' } })).status).toBe(428)
    expect((await server.ask(person, 'PATCH', '/me', { version: 7, body: { language: 'es' } })).status).toBe(412)
  })
})

describe('changing the password', () => {
  it('ends every other session and gives this one a fresh secret', async () => {
    const person = await somebody()
    const [here, there] = [await signedIn(person), await signedIn(person)]
    const before = here.cookies()['__Host-customer']
    const password = 'otra frase bastante larga'
    expect((await here.ask('POST', '/me/password', { currentPassword: goodPassword, password })).status).toBe(204)
    expect(here.cookies()['__Host-customer']).not.toBe(before)
    expect((await here.ask('GET', '/sessions')).body.items).toHaveLength(1)
    expect((await there.ask('GET', '/sessions')).status).toBe(401)
    expect((await aBrowser(server, 'customer').signIn(person)).status).toBe(401)
    await signedIn(person, password)
    expect(await eventTypesOf(person)).toContain('person.passwordChanged')
  })

  it('needs the present one', async () => {
    const browser = await signedIn(await somebody())
    expect(await browser.ask('POST', '/me/password', { currentPassword: 'wrong', password: 'otra frase bastante larga' })).toMatchObject({ status: 401, body: { reason: 'passwordWrong' } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
  })

  it.each([
    ['is short', 'corta', 'tooShort'],
    ['is not long enough to stand alone', 'catorce letras', 'tooShort'],
    ['is guessed first', 'passwordpassword', 'common'],
    ['runs along the keyboard', 'qwertyuiopasdfgh', 'common'],
    ['holds a tab', 'una frase\tbastante larga', 'unreadable'],
    ['is longer than any', 'x1'.repeat(150), 'tooLong'],
  ])('refuses one that %s', async (_title, password, reason) => {
    const browser = await signedIn(await somebody())
    expect(await browser.ask('POST', '/me/password', { currentPassword: goodPassword, password })).toMatchObject({ status: 422, body: { code: 'weakPassword', reason } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
  })

  it('to eight characters is enough beside a second factor', async () => {
    const person = await somebody()
    await giveAuthenticator(server.env, person)
    expect((await server.ask(person, 'POST', '/me/password', { body: { currentPassword: goodPassword, password: 'pérgola7' } })).status).toBe(204)
  })
})

describe('an authenticator', () => {
  it('that the cloud demands is set up on the way in, with recovery codes shown once', async () => {
    const person = await (await aPartner()).person('salesAgent')
    await givePassword(person)
    const browser = aBrowser(server)
    expect((await browser.signIn(person)).body.next).toBe('enrolSecondFactor')
    const before = browser.cookies()['__Host-partner']
    const begun = await browser.ask('POST', '/me/totp', {})
    expect(begun).toMatchObject({ status: 200, body: { uri: expect.stringContaining('otpauth://totp/Vinculo:'), qrSvg: expect.stringContaining('<svg') } })
    expect((await browser.ask('GET', '/sessions')).status).toBe(403)
    const confirmed = await browser.ask('POST', '/me/totp/confirmation', { code: authenticatorCode(begun.body.secret, server.env.clock()) })
    expect(confirmed.status).toBe(200)
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10)
    expect(browser.cookies()['__Host-partner']).not.toBe(before)
    expect((await browser.ask('GET', '/session')).body).toMatchObject({ awaits: null, person: { hasTotp: true } })
    expect((await browser.ask('GET', '/me')).body).toMatchObject({ hasTotp: true, mustHaveSecondFactor: true, recoveryCodesLeft: 10 })
    expect(await eventTypesOf(person)).toEqual(['person.secondFactorEnrolled', 'session.started'])
    const again = aBrowser(server)
    expect((await again.signIn(person)).body.next).toBe('secondFactor')
    expect((await again.ask('POST', '/sessions/second-factor', { code: confirmed.body.recoveryCodes[9] })).status).toBe(200)
  })

  it('is confirmed by its own code only, and the code is used up with it', async () => {
    const person = await somebody()
    const browser = await signedIn(person)
    expect(await browser.ask('POST', '/me/totp/confirmation', { code: '123456' })).toMatchObject({ status: 409, body: { reason: 'noEnrolment' } })
    const { secret } = (await browser.ask('POST', '/me/totp', {})).body
    const wrong = authenticatorCode(secret, new Date('2001-01-01'))
    expect(await browser.ask('POST', '/me/totp/confirmation', { code: wrong })).toMatchObject({ status: 422, body: { code: 'wrongCode' } })
    expect((await browser.ask('GET', '/me')).body.hasTotp).toBe(false)
    const code = authenticatorCode(secret, server.env.clock())
    expect((await browser.ask('POST', '/me/totp/confirmation', { code })).status).toBe(200)
    const again = aBrowser(server, 'customer')
    await again.signIn(person)
    expect((await again.ask('POST', '/sessions/second-factor', { code })).body.code).toBe('wrongCode')
  })

  it('stays in force until its successor was confirmed', async () => {
    const person = await somebody()
    const authenticator = await giveAuthenticator(server.env, person)
    const begun = await server.ask(person, 'POST', '/me/totp', { body: {} })
    expect(begun.status).toBe(200)
    const browser = aBrowser(server, 'customer')
    await browser.signIn(person)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticatorCode(begun.body.secret, server.env.clock()) })).status).toBe(422)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).status).toBe(200)
    await server.ask(person, 'POST', '/me/totp/confirmation', { body: { code: authenticatorCode(begun.body.secret, server.env.clock()) } })
    server.env.at.forward({ seconds: 60 })
    const after = aBrowser(server, 'customer')
    await after.signIn(person)
    expect((await after.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).status).toBe(422)
    expect((await after.ask('POST', '/sessions/second-factor', { code: authenticator.recoveryCodes[0] })).status).toBe(422)
    expect((await after.ask('POST', '/sessions/second-factor', { code: authenticatorCode(begun.body.secret, server.env.clock()) })).status).toBe(200)
  })

  it('is begun only by somebody who proved lately who they are', async () => {
    const person = await somebody()
    const longAgo = new Date(server.env.clock().getTime() - 16 * 60_000)
    for (const [path, body] of [['/me/totp', {}], ['/me/totp/confirmation', { code: '123456' }]] as const) {
      expect(await server.ask(person, 'POST', path, { body, authenticatedAt: longAgo })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
      expect(await server.ask(null, 'POST', path, { body })).toMatchObject({ status: 401, body: { code: 'signInFailed', reason: 'signInOver' } })
    }
  })

  it('is removed where nobody demands one', async () => {
    const person = await somebody()
    await giveAuthenticator(server.env, person)
    expect((await server.ask(person, 'DELETE', '/me/totp')).status).toBe(204)
    expect((await server.ask(person, 'GET', '/me')).body).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 })
    expect(await server.ask(person, 'DELETE', '/me/totp')).toMatchObject({ status: 409, body: { reason: 'noSecondFactor' } })
    await signedIn(person)
  })

  it('is kept where the cloud demands it and by operators', async () => {
    const [partner, operator] = [await (await aPartner()).person('globalAdmin'), await anOperator()]
    for (const person of [partner, operator]) {
      await giveAuthenticator(server.env, person)
      expect(await server.ask(person, 'DELETE', '/me/totp')).toMatchObject({ status: 409, body: { reason: 'secondFactorMandatory' } })
    }
  })

  it('gets fresh recovery codes, which end those before', async () => {
    const person = await somebody()
    const authenticator = await giveAuthenticator(server.env, person)
    const longAgo = new Date(server.env.clock().getTime() - 16 * 60_000)
    expect((await server.ask(person, 'POST', '/me/recovery-codes', { authenticatedAt: longAgo })).body.code).toBe('stepUpRequired')
    const { recoveryCodes } = (await server.ask(person, 'POST', '/me/recovery-codes')).body
    const browser = aBrowser(server, 'customer')
    await browser.signIn(person)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticator.recoveryCodes[1] })).status).toBe(422)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: recoveryCodes[1] })).status).toBe(200)
    expect((await server.ask(person, 'GET', '/me')).body.recoveryCodesLeft).toBe(9)
  })

  it('is needed before there can be recovery codes', async () => {
    expect(await server.ask(await somebody(), 'POST', '/me/recovery-codes')).toMatchObject({ status: 409, body: { reason: 'noSecondFactor' } })
  })
})

describe('a forgotten password', () => {
  const ask = (userPrincipalName: string) => server.ask(null, 'POST', '/password-resets', { body: { userPrincipalName } })
  const complete = (secret: string, password = 'otra frase bastante larga') => server.ask(null, 'POST', '/password-resets/completion', { body: { secret, password } })

  it('is replaced by a mailed link, once; sessions end and none begins', async () => {
    const person = await somebody()
    const browser = await signedIn(person)
    expect(await ask(person.userPrincipalName)).toMatchObject({ status: 202, body: {} })
    const [mail] = await mailsTo(server.env, person.userPrincipalName)
    expect(mail).toMatchObject({ template: 'passwordReset', language: 'es', secret: expect.stringMatching(/^http:\/\/localhost:4000\/admin\/set-password#rst_[\w-]{43}$/) })
    expect(mail!.body).not.toContain('rst_')
    const secret = await mailedSecret(server.env, person.userPrincipalName)
    const answer = await complete(secret)
    expect(answer).toMatchObject({ status: 200, body: { next: 'signIn' } })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
    expect(await complete(secret)).toMatchObject({ status: 404, body: { reason: 'linkNotValid' } })
    await signedIn(person, 'otra frase bastante larga')
    expect(await eventTypesOf(person)).toEqual(['session.started', 'person.passwordResetAsked', 'person.passwordChanged', 'session.started'])
  })

  it('is never told apart by the answer, and nothing is mailed to an account that cannot act', async () => {
    const disabled = await somebody()
    await sql("update people set status = 'disabled' where id = $1", [disabled.id])
    for (const name of [disabled.userPrincipalName, 'nobody@nowhere.example', 'no name']) {
      expect(await ask(name)).toMatchObject({ status: 202, body: {} })
    }
    expect(await mailsTo(server.env, disabled.userPrincipalName)).toEqual([])
  })

  it('does not spare the second factor', async () => {
    const person = await (await aPartner()).person('adminAgent')
    await givePassword(person)
    await giveAuthenticator(server.env, person)
    await ask(person.userPrincipalName)
    expect((await complete(await mailedSecret(server.env, person.userPrincipalName), 'pérgola7')).status).toBe(200)
    expect((await aBrowser(server).signIn(person, 'pérgola7')).body).toEqual({ next: 'secondFactor' })
  })

  it('is asked again: the link before ends', async () => {
    const person = await somebody()
    await ask(person.userPrincipalName)
    const first = await mailedSecret(server.env, person.userPrincipalName)
    server.env.at.forward({ seconds: 1 })
    await ask(person.userPrincipalName)
    const second = await mailedSecret(server.env, person.userPrincipalName)
    expect((await complete(first)).status).toBe(404)
    expect((await complete(second)).status).toBe(200)
  })

  it('is replaced within an hour, by an account that still can act, with a good password', async () => {
    const person = await somebody()
    await ask(person.userPrincipalName)
    const secret = await mailedSecret(server.env, person.userPrincipalName)
    expect(await complete(secret, 'corta')).toMatchObject({ status: 422, body: { code: 'weakPassword' } })
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await complete(secret)).status).toBe(404)
    await sql("update people set status = 'active' where id = $1", [person.id])
    server.env.at.forward({ minutes: 60 })
    expect((await complete(secret)).status).toBe(404)
  })

  it('is not replaced by a secret that was altered, made up or of another kind', async () => {
    const person = await somebody()
    await ask(person.userPrincipalName)
    const secret = await mailedSecret(server.env, person.userPrincipalName)
    const flipped = `${secret.slice(0, 10)}${secret[10] === 'x' ? 'y' : 'x'}${secret.slice(11)}`
    for (const wrong of [flipped, secret.slice(0, -1), `${secret}A`, secret.replace('rst_', 'cin_'), secret.toUpperCase(), `rst_${'A'.repeat(43)}`]) {
      const answer = await complete(wrong)
      expect([wrong, answer.status, answer.body.code, answer.body.reason]).toEqual([wrong, 404, 'notFound', 'linkNotValid'])
    }
    expect((await complete(secret)).status).toBe(200)
  })
})
