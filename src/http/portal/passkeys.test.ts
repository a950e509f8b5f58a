import { describe, expect, it } from 'vitest'
import { aBrowser, type Browser, giveAuthenticator, givePassword } from '../../../test/support/cookie-browser.ts'
import { aPasskeyDevice, type PasskeyDevice } from '../../../test/support/passkey-device.ts'
import { anAgentOf, eventsOf, signedInAt, somebody } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const here = { origin: server.env.publicUrl }

async function challengeFor(browser: Browser, path = '/sessions/passkey/options'): Promise<string> {
  const answer = await browser.ask('POST', path)
  expect(answer.status).toBe(200)
  return answer.body.challenge
}

/** Adds a passkey through the API, as a page does. */
async function withPasskey(browser: Browser, person: TestPerson): Promise<PasskeyDevice> {
  const device = aPasskeyDevice(person, here)
  const added = await browser.ask('POST', '/me/passkeys', { name: 'Teléfono', credential: device.make(await challengeFor(browser, '/me/passkeys/options')) })
  expect(added.status).toBe(201)
  return device
}

async function enter(browser: Browser, device: PasskeyDevice, how?: Parameters<PasskeyDevice['sign']>[1]) {
  return browser.ask('POST', '/sessions/passkey', { credential: device.sign(await challengeFor(browser), how) })
}

const idOf = async (browser: Browser) => (await browser.ask('GET', '/me/passkeys')).body.items[0]

describe('a passkey', () => {
  it('is added, told by mail, listed, renamed and removed by its person', async () => {
    const person = await somebody('globalAdministrator')
    const browser = await signedInAt(server, person)
    const device = aPasskeyDevice(person, here)
    const asked = await browser.ask('POST', '/me/passkeys/options')
    expect(asked.body).toMatchObject({ relyingParty: { id: 'localhost' }, known: [], user: { name: person.userPrincipalName } })
    const added = await browser.ask('POST', '/me/passkeys', { name: 'Teléfono', credential: device.make(asked.body.challenge) })
    expect(added.body).toMatchObject({ passkey: { name: 'Teléfono', lastUsedAt: null } })
    // The first second factor comes with a way back in.
    expect(added.body.recoveryCodes).toHaveLength(10)
    const one = await idOf(browser)
    expect((await browser.ask('GET', `/me/passkeys/${one.id}`)).headers.get('etag')).toBe('"1"')
    expect((await browser.ask('PATCH', `/me/passkeys/${one.id}`, { name: 'Portátil' })).status).toBe(428)
    expect((await browser.ask('PATCH', `/me/passkeys/${one.id}`, { name: 'Portátil' }, { 'if-match': '"9"' })).status).toBe(412)
    expect((await browser.ask('PATCH', `/me/passkeys/${one.id}`, { name: 'Portátil' }, { 'if-match': '"1"' })).body.name).toBe('Portátil')
    expect((await browser.ask('GET', '/me')).body.hasPasskey).toBe(true)
    expect((await browser.ask('DELETE', `/me/passkeys/${one.id}`)).status).toBe(204)
    expect((await browser.ask('GET', '/me/passkeys')).body.items).toEqual([])
    expect((await browser.ask('GET', '/me')).body).toMatchObject({ hasPasskey: false, recoveryCodesLeft: 0 })
    expect((await eventsOf(person)).map(({ type }) => type)).toEqual(expect.arrayContaining(['person.passkeyAdded', 'person.passkeyRemoved']))
    expect((await enter(aBrowser(server, 'customer'), device)).status).toBe(401)
  })

  it('signs in alone, as both factors, where a code would be asked after the password', async () => {
    const { person } = await anAgentOf(server)
    const device = await withPasskey(await completed(person), person)
    const browser = aBrowser(server)
    const entered = await enter(browser, device)
    expect(entered.status).toBe(201)
    expect(entered.body).toEqual({ next: 'signedIn' })
    expect((await browser.ask('GET', '/session')).body).toMatchObject({ awaits: null, person: { id: person.id, hasPasskey: true } })
    expect(await sql("select authenticated_by from sessions where person_id = $1 and 'pop' = any (authenticated_by)", [person.id])).toEqual([{ authenticated_by: ['pop', 'user', 'mfa'] }])
    expect((await browser.ask('GET', '/me/passkeys')).body.items.some(({ lastUsedAt }: { lastUsedAt: string | null }) => lastUsedAt !== null)).toBe(true)
  })

  it('is asked for after the password once there is one, and a password enrols nothing beside it', async () => {
    const person = await somebody('globalAdministrator')
    const device = await withPasskey(await signedInAt(server, person), person)
    const browser = aBrowser(server, 'customer')
    expect((await browser.signIn(person)).body).toEqual({ next: 'secondFactor' })
    expect((await browser.ask('POST', '/me/totp')).status).toBe(403)
    expect((await browser.ask('POST', '/me/passkeys/options')).status).toBe(403)
    // The session that waits is replaced by the one that the passkey opens.
    expect((await enter(browser, device)).body).toEqual({ next: 'signedIn' })
    expect(await sql("select id from sessions where person_id = $1 and awaits = 'secondFactor' and ended_at is null", [person.id])).toEqual([])
  })

  it('can be done without by a recovery code', async () => {
    const person = await somebody('globalAdministrator')
    const first = await signedInAt(server, person)
    const device = aPasskeyDevice(person, here)
    const { recoveryCodes } = (await first.ask('POST', '/me/passkeys', { name: 'X', credential: device.make(await challengeFor(first, '/me/passkeys/options')) })).body
    const browser = aBrowser(server, 'customer')
    await browser.signIn(person)
    expect((await browser.ask('POST', '/sessions/second-factor', { code: recoveryCodes[0] })).body).toEqual({ next: 'signedIn' })
  })

  it('that is the last second factor stays where one is demanded', async () => {
    const { person } = await anAgentOf(server)
    const browser = await completed(person)
    await withPasskey(browser, person)
    expect((await browser.ask('DELETE', '/me/totp')).status).toBe(204)
    const refused = await browser.ask('DELETE', `/me/passkeys/${(await idOf(browser)).id}`)
    expect(refused.status).toBe(409)
    expect(refused.body.reason).toBe('secondFactorMandatory')
  })

  it('of somebody else is not there', async () => {
    const [one, other] = [await somebody('globalAdministrator'), await somebody('globalAdministrator')]
    const mine = await signedInAt(server, one)
    await withPasskey(mine, one)
    const { id } = await idOf(mine)
    const theirs = await signedInAt(server, other)
    expect((await theirs.ask('GET', `/me/passkeys/${id}`)).status).toBe(404)
    expect((await theirs.ask('PATCH', `/me/passkeys/${id}`, { name: 'Y' }, { 'if-match': '"1"' })).status).toBe(404)
    expect((await theirs.ask('DELETE', `/me/passkeys/${id}`)).status).toBe(404)
    expect((await mine.ask('GET', '/me/passkeys')).body.items).toHaveLength(1)
  })
})

describe('adding a passkey is refused', () => {
  it.each([
    ['for another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['where the device did not verify its holder', { flags: 0x01 }],
    ['where it is an answer to another question', { type: 'webauthn.get' }],
  ])('%s', async (_title, how) => {
    const person = await somebody('globalAdministrator')
    const browser = await signedInAt(server, person)
    const answer = await browser.ask('POST', '/me/passkeys', { name: 'X', credential: aPasskeyDevice(person, here).make(await challengeFor(browser, '/me/passkeys/options'), how) })
    expect([answer.status, answer.body.reason]).toEqual([422, 'passkeyNotVerified'])
    expect((await browser.ask('GET', '/me/passkeys')).body.items).toEqual([])
  })

  it('for the challenge of another session, a second time, too late, or when nothing was asked', async () => {
    const person = await somebody('globalAdministrator')
    const [one, other] = [await signedInAt(server, person), await signedInAt(server, person)]
    const add = (browser: Browser, credential: unknown) => browser.ask('POST', '/me/passkeys', { name: 'X', credential })
    const device = aPasskeyDevice(person, here)
    const foreign = device.make(await challengeFor(one, '/me/passkeys/options'))
    expect((await add(other, foreign)).status).toBe(422)
    const late = device.make(await challengeFor(one, '/me/passkeys/options'))
    server.env.at.forward({ minutes: 5 })
    expect((await add(one, late)).status).toBe(422)
    expect((await add(one, device.make('bm90aGluZw'))).status).toBe(422)
    const once = device.make(await challengeFor(one, '/me/passkeys/options'))
    expect((await add(one, once)).status).toBe(201)
    expect((await add(one, once)).status).toBe(422)
    // Another passkey of the same credential, with a challenge of its own.
    expect((await add(one, device.make(await challengeFor(one, '/me/passkeys/options')))).status).toBe(409)
  })

  it('without a recent sign-in', async () => {
    const person = await somebody('globalAdministrator')
    const browser = await signedInAt(server, person)
    server.env.at.forward({ minutes: 16 })
    expect((await browser.ask('POST', '/me/passkeys/options')).body.code).toBe('stepUpRequired')
  })
})

describe('signing in with a passkey is refused alike', () => {
  it('for whatever is wrong, with one answer', async () => {
    const [person, other] = [await somebody('globalAdministrator'), await somebody('globalAdministrator')]
    const device = await withPasskey(await signedInAt(server, person), person)
    const { userHandle: foreignHandle } = aPasskeyDevice(other, here).sign('x')
    const stranger = aPasskeyDevice(person, here)
    const answers = []
    const browser = aBrowser(server, 'customer')
    answers.push(await enter(browser, device, { origin: 'http://localhost:4001' }))
    answers.push(await enter(browser, device, { origin: 'https://evil.example' }))
    answers.push(await enter(browser, device, { rpId: 'evil.example' }))
    answers.push(await enter(browser, device, { flags: 0x01 }))
    answers.push(await enter(browser, device, { type: 'webauthn.create' }))
    answers.push(await enter(browser, device, { userHandle: String(foreignHandle) }))
    answers.push(await enter(browser, device, { userHandle: 'AAAA' }))
    answers.push(await enter(browser, stranger))
    answers.push(await enter(browser, aPasskeyDevice({ ...person, id: '11111111-2222-4333-8444-555555555555' }, here)))
    const elsewhere = await challengeFor(aBrowser(server, 'customer'))
    answers.push(await browser.ask('POST', '/sessions/passkey', { credential: device.sign(elsewhere) }))
    const told = answers.map(({ body }) => ({ ...body, traceId: '' }))
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(told[0]).toMatchObject({ status: 401, code: 'signInFailed', reason: 'passkeyRefused' })
    expect((await enter(browser, device)).status).toBe(201)
  })

  it('the second time, and after a wrong signature for the same challenge', async () => {
    const person = await somebody('globalAdministrator')
    const device = await withPasskey(await signedInAt(server, person), person)
    const browser = aBrowser(server, 'customer')
    const challenge = await challengeFor(browser)
    const signed = device.sign(challenge)
    const copy = aBrowser(server, 'customer')
    for (const [name, value] of Object.entries(browser.cookies())) copy.setCookie(name, value)
    expect((await browser.ask('POST', '/sessions/passkey', { credential: signed })).status).toBe(201)
    expect((await copy.ask('POST', '/sessions/passkey', { credential: signed })).status).toBe(401)
    const again = await challengeFor(copy)
    expect((await copy.ask('POST', '/sessions/passkey', { credential: { ...device.sign(again), signature: signed.signature } })).status).toBe(401)
    expect((await copy.ask('POST', '/sessions/passkey', { credential: device.sign(again) })).status).toBe(401)
  })

  it('where the counter did not advance, and that is written down', async () => {
    const person = await somebody('globalAdministrator')
    const device = await withPasskey(await signedInAt(server, person), person)
    expect((await enter(aBrowser(server, 'customer'), device, { counter: 7 })).status).toBe(201)
    for (const counter of [7, 6, 0]) expect((await enter(aBrowser(server, 'customer'), device, { counter })).status).toBe(401)
    expect((await enter(aBrowser(server, 'customer'), device, { counter: 8 })).status).toBe(201)
    expect((await eventsOf(person)).filter(({ reason_code: reason }) => reason === 'passkeyCopied')).toHaveLength(3)
  })

  it('for a disabled account and at a portal that is not the person’s', async () => {
    const tenant = await aCustomer()
    const person = await tenant.person('globalAdministrator')
    await givePassword(person)
    const device = await withPasskey(await signedInAt(server, person), person)
    expect((await enter(aBrowser(server, 'operator'), device)).body.reason).toBe('wrongPortal')
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await enter(aBrowser(server, 'customer'), device)).body.reason).toBe('passkeyRefused')
  })

  it('to all but one of eight who bring the same signature at once', async () => {
    const person = await somebody('globalAdministrator')
    const device = await withPasskey(await signedInAt(server, person), person)
    const browser = aBrowser(server, 'customer')
    const credential = device.sign(await challengeFor(browser))
    const copies = Array.from({ length: 8 }, () => aBrowser(server, 'customer'))
    for (const copy of copies) for (const [name, value] of Object.entries(browser.cookies())) copy.setCookie(name, value)
    const answers = await Promise.all(copies.map((copy) => copy.ask('POST', '/sessions/passkey', { credential })))
    expect(answers.map(({ status }) => status).sort((first, second) => first - second)).toEqual([201, 401, 401, 401, 401, 401, 401, 401])
  })
})

describe('stepping up with a passkey', () => {
  it('holds for fifteen minutes and takes only one’s own, for its own question', async () => {
    const [person, other] = [await somebody('globalAdministrator'), await somebody('globalAdministrator')]
    const browser = await signedInAt(server, person)
    const device = await withPasskey(browser, person)
    const foreign = await withPasskey(await signedInAt(server, other), other)
    server.env.at.forward({ minutes: 16 })
    const stepUp = async (by: PasskeyDevice, path = '/session/step-up/passkey/options') => browser.ask('POST', '/session/step-up/passkey', { credential: by.sign(await challengeFor(browser, path)) })
    expect((await stepUp(foreign)).status).toBe(401)
    expect((await stepUp(device, '/sessions/passkey/options')).status).toBe(401)
    expect((await browser.ask('POST', '/me/passkeys/options')).body.code).toBe('stepUpRequired')
    expect((await browser.ask('POST', '/session/step-up/passkey/options')).body.allowed).toEqual([{ id: device.id, transports: ['internal'] }])
    expect((await stepUp(device)).status).toBe(200)
    expect((await browser.ask('POST', '/me/passkeys/options')).status).toBe(200)
    // A password alone is not enough where there is a second factor.
    expect((await browser.ask('POST', '/session/step-up', { password: 'una frase bastante larga 42' })).status).toBe(422)
  })
})

/** A browser of an agent, signed in with password and code. */
async function completed(person: TestPerson): Promise<Browser> {
  const { code } = await giveAuthenticator(server.env, person)
  const browser = aBrowser(server)
  await browser.signIn(person)
  expect((await browser.ask('POST', '/sessions/second-factor', { code: code() })).body).toEqual({ next: 'signedIn' })
  return browser
}
