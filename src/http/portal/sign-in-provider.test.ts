import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, giveAuthenticator } from '../../../test/support/cookie-browser.ts'
import { aFirm, browserAt, comeBack, type Firm, linked } from '../../../test/support/firm-with-provider.ts'
import { mailedSecret } from '../../../test/support/mailbox.ts'
import { eventsOf } from '../../../test/support/people-signed-in.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { anOperator, sql } from '../../../test/support/world.ts'

let server: TestServer
let one: Firm
let other: Firm

beforeAll(async () => {
  server = await testServer()
  one = await aFirm(server, 'customer')
  other = await aFirm(server, 'customer')
})

const at = browserAt
const leave = (browser: Browser, { tenant }: Firm) => browser.ask('POST', '/outside-sign-ins', { organization: `somebody@${tenant.domain}` })

/** Out and back, as whoever is signed in at the provider. */
async function through(browser: Browser, firm: Firm) {
  const { location } = (await leave(browser, firm)).body
  return comeBack(browser, firm, await firm.provider.visit(location))
}

describe('signing in through the organization’s provider', () => {
  it('is an authorization code with PKCE, state and nonce, and asks for nothing but who it is', async () => {
    const { location } = (await leave(at(one), one)).body
    const asked = new URL(location)
    expect(asked.origin).toBe(one.provider.issuer)
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'vinculo', response_type: 'code', scope: 'openid', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/), redirect_uri: `${server.env.publicUrl}/admin/sign-in/return/${one.tenant.id}`,
    })
  })

  it('opens the account that is linked, and only that, at each of two issuers', async () => {
    for (const firm of [one, other]) {
      const { person } = await linked(firm)
      const browser = at(firm)
      expect((await through(browser, firm)).body).toEqual({ next: 'signedIn' })
      expect((await browser.ask('GET', '/session')).body.person.id).toBe(person.id)
      expect((await browser.ask('GET', '/me/outside-identity')).body).toMatchObject({ isOffered: true, issuer: firm.provider.issuer, lastUsedAt: expect.any(String) })
      expect((await eventsOf(person)).map(({ type }) => type)).toContain('person.identityLinked')
    }
  })

  it('never goes by an address: an equal one opens nothing, a changed one changes nothing', async () => {
    const { person, subject } = await linked(one)
    one.provider.account = { subject: 'a stranger', mail: person.userPrincipalName }
    expect((await through(at(one), one)).body).toMatchObject({ status: 401, reason: 'identityNotLinked' })
    one.provider.account = { subject, mail: 'changed@elsewhere.example' }
    expect((await through(at(one), one)).body).toEqual({ next: 'signedIn' })
    expect(await sql('select mail, user_principal_name from people where id = $1', [person.id])).toEqual([{ mail: person.userPrincipalName, user_principal_name: person.userPrincipalName }])
    // The same subject at another issuer is somebody else.
    other.provider.account = { subject }
    expect((await through(at(other), other)).body).toMatchObject({ status: 401, reason: 'identityNotLinked' })
  })

  it('counts as two factors by its amr only; else what is owed is asked', async () => {
    const { person, subject } = await linked(one)
    await giveAuthenticator(server.env, person)
    expect((await through(at(one), one)).body).toEqual({ next: 'secondFactor' })
    one.provider.account = { subject, amr: ['pwd'] }
    expect((await through(at(one), one)).body).toEqual({ next: 'secondFactor' })
    for (const amr of [['pwd', 'otp'], ['mfa']]) {
      one.provider.account = { subject, amr }
      expect((await through(at(one), one)).body).toEqual({ next: 'signedIn' })
    }
    expect(await sql("select id from sessions where person_id = $1 and awaits is null and 'mfa' = any (authenticated_by)", [person.id])).toHaveLength(2)
  })

  it('of a partner whose cloud demands two factors ends at the enrolment, unless the provider asked two', async () => {
    const firm = await aFirm(server, 'partner')
    const name = `eva@${firm.tenant.domain}`
    await server.ask(firm.admin, 'POST', '/people', { body: { displayName: 'Eva', userPrincipalName: name, mail: name, roles: ['salesAgent'], language: 'es' } })
    const invitation = await mailedSecret(server.env, name)
    const joins = at(firm)
    firm.provider.account = { subject: 'eva' }
    const { location } = (await joins.ask('POST', '/outside-sign-ins', { invitation })).body
    expect((await comeBack(joins, firm, await firm.provider.visit(location))).body).toEqual({ next: 'enrolSecondFactor' })
    firm.provider.account = { subject: 'eva', amr: ['pwd', 'hwk'] }
    expect((await through(at(firm), firm)).body).toEqual({ next: 'signedIn' })
    // The invitation is used up, and another identity does not join with it.
    firm.provider.account = { subject: 'mallory' }
    const late = at(firm)
    const again = (await late.ask('POST', '/outside-sign-ins', { invitation })).body.location
    expect((await comeBack(late, firm, await firm.provider.visit(again))).status).toBe(404)
    expect(await sql('select password_hash, status from people where user_principal_name = $1', [name])).toEqual([{ password_hash: null, status: 'active' }])
  })
})

describe('joining with an identity', () => {
  /** Somebody invited to a firm with a provider, who joins with the link's secret. */
  const joined = async (isBlocked: boolean) => {
    const firm = await aFirm(server, 'partner')
    const name = `eva@${firm.tenant.domain}`
    const operator = await anOperator()
    if (isBlocked) expect((await server.ask(operator, 'POST', '/operator/mail-blocks', { body: { kind: 'undeliverable', addresses: [name], reason: 'reported' } })).status).toBeLessThan(300)
    const { body } = await server.ask(firm.admin, 'POST', '/people', { body: { displayName: 'Eva', userPrincipalName: name, mail: name, roles: ['salesAgent'], language: 'es' } })
    const handed = isBlocked ? await server.ask(operator, 'POST', '/operator/handed-out-codes', { body: { personId: body.id, kind: 'personInvitation' } }) : undefined
    const invitation = handed ? new URL(handed.body.link).hash.slice(1) : await mailedSecret(server.env, name)
    const joins = at(firm)
    firm.provider.account = { subject: `eva ${isBlocked}` }
    const { location } = (await joins.ask('POST', '/outside-sign-ins', { invitation })).body
    expect((await comeBack(joins, firm, await firm.provider.visit(location))).status).toBe(200)
    const [row] = await sql<{ status: string; isConfirmed: boolean }>('select status, mail_confirmed_at is not null as "isConfirmed" from people where id = $1', [body.id])
    return row
  }

  it('proves the mail address where the link was mailed, and not where it was handed over', async () => {
    expect(await joined(false)).toEqual({ status: 'active', isConfirmed: true })
    expect(await joined(true)).toEqual({ status: 'active', isConfirmed: false })
  })
})

describe('what comes back is refused', () => {
  const failed = { status: 401, code: 'signInFailed', reason: 'outsideSignInFailed' }

  it('the second time, in another browser, and without a state of ours', async () => {
    await linked(one)
    const browser = at(one)
    const { location } = (await leave(browser, one)).body
    const returned = await one.provider.visit(location)
    expect((await comeBack(at(one), one, returned)).body).toMatchObject(failed)
    expect((await comeBack(browser, one, returned)).body).toEqual({ next: 'signedIn' })
    const copy = at(one)
    for (const [name, value] of Object.entries(browser.cookies())) copy.setCookie(name, value)
    expect((await comeBack(copy, one, returned)).body).toMatchObject(failed)
    for (const bad of ['code=x', 'code=x&state=', `${returned}&state=twice`, 'error=access_denied&state=unknown']) expect((await comeBack(at(one), one, bad)).body).toMatchObject(failed)
  })

  it('after one wrong answer to the same state, and too late', async () => {
    await linked(one)
    const browser = at(one)
    const returned = await one.provider.visit((await leave(browser, one)).body.location)
    const wrong = new URLSearchParams(returned)
    wrong.set('code', 'guessed')
    expect((await comeBack(browser, one, String(wrong))).body).toMatchObject(failed)
    expect((await comeBack(browser, one, returned)).body).toMatchObject(failed)
    const late = await one.provider.visit((await leave(browser, one)).body.location)
    server.env.at.forward({ minutes: 10 })
    expect((await comeBack(browser, one, late)).body).toMatchObject(failed)
  })

  it('with the code of another sign-in, or a nonce that was changed on the way', async () => {
    await linked(one)
    const browser = at(one)
    const first = new URLSearchParams(await one.provider.visit((await leave(browser, one)).body.location))
    const second = new URLSearchParams(await one.provider.visit((await leave(browser, one)).body.location))
    second.set('code', first.get('code')!)
    expect((await comeBack(browser, one, String(second))).body).toMatchObject(failed)
    const changed = new URL((await leave(browser, one)).body.location)
    changed.searchParams.set('nonce', 'of somebody else')
    expect((await comeBack(browser, one, await one.provider.visit(changed.href))).body).toMatchObject(failed)
    expect((await through(browser, one)).body).toEqual({ next: 'signedIn' })
  })

  it('from another issuer than the one that was asked (mix-up)', async () => {
    await linked(one)
    const browser = at(one)
    const mine = (await leave(browser, one)).body.location
    const theirs = await other.provider.visit((await leave(browser, other)).body.location)
    const mixed = new URLSearchParams(theirs)
    mixed.set('state', new URL(mine).searchParams.get('state')!)
    expect((await comeBack(browser, one, String(mixed))).body).toMatchObject(failed)
    // Without the name of the issuer, as an old provider answers, the return address still tells them apart.
    const again = await one.provider.visit((await leave(browser, one)).body.location)
    expect((await comeBack(browser, other, again)).body).toMatchObject(failed)
    const unnamed = new URLSearchParams(await one.provider.visit((await leave(browser, one)).body.location))
    unnamed.set('iss', other.provider.issuer)
    expect((await comeBack(browser, one, String(unnamed))).body).toMatchObject(failed)
  })

  it.each([
    ['a nonce of another sign-in', { nonce: 'another' }],
    ['an audience that is not ours', { aud: 'somebody-else' }],
    ['an audience of two', { aud: ['vinculo', 'somebody-else'], azp: 'vinculo' }],
    ['another issuer’s name', { iss: 'https://other.example' }],
    ['a token of yesterday', { exp: 1_600_000_000 }],
    ['another subject than was signed', { sub: 'somebody' }],
  ])('with %s', async (_title, changed) => {
    await linked(one)
    const browser = at(one)
    const returned = await one.provider.visit((await leave(browser, one)).body.location)
    one.provider.meddle = (path, body) => (path === '/token' ? withClaims(body, changed) : body)
    expect((await comeBack(browser, one, returned)).body).toMatchObject(failed)
    one.provider.meddle = undefined
    expect(await sql("select id from sessions where 'pop' = any (authenticated_by) and tenant_id = $1", [one.tenant.id])).toEqual([])
  })

  it('only where it was changed: the same token passed on as it is opens the account', async () => {
    await linked(one)
    const browser = at(one)
    const returned = await one.provider.visit((await leave(browser, one)).body.location)
    one.provider.meddle = (path, body) => (path === '/token' ? withClaims(body, {}) : body)
    expect((await comeBack(browser, one, returned)).body).toEqual({ next: 'signedIn' })
    one.provider.meddle = undefined
  })

  it('where the person said no at the provider', async () => {
    one.provider.account = null
    expect((await through(at(one), one)).body).toMatchObject(failed)
  })

  it('for somebody who was disabled or removed, and once the provider is switched off', async () => {
    const { person } = await linked(one)
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await through(at(one), one)).body).toMatchObject(failed)
    const firm = await aFirm(server, 'customer')
    const { person: eva } = await linked(firm)
    const browser = at(firm)
    const returned = await firm.provider.visit((await leave(browser, firm)).body.location)
    expect((await server.ask(firm.admin, 'PATCH', '/tenant/sign-in-provider', { version: 1, body: { isEnabled: false } })).body.provider).toMatchObject({ isEnabled: false, version: 2 })
    expect((await comeBack(browser, firm, returned)).body).toMatchObject(failed)
    expect((await leave(at(firm), firm)).body).toMatchObject({ status: 404, reason: 'noSignInProvider' })
    expect((await server.ask(firm.admin, 'POST', `/people/${eva.id}/removal`)).status).toBe(204)
    expect(await sql('select person_id from outside_identities where person_id = $1', [eva.id])).toEqual([])
  })
})

describe('an identity', () => {
  it('belongs to one account, is taken away by its person, and comes back only by them', async () => {
    const { subject, browser } = await linked(one)
    const second = await linked(one)
    one.provider.account = { subject }
    expect((await second.browser.ask('DELETE', '/me/outside-identity')).status).toBe(204)
    const { location } = (await second.browser.ask('POST', '/me/outside-identity')).body
    expect((await comeBack(second.browser, one, await one.provider.visit(location))).body).toMatchObject({ status: 409, reason: 'identityLinked' })
    expect((await browser.ask('POST', '/me/outside-identity')).body.reason).toBe('identityLinked')
    expect((await browser.ask('DELETE', '/me/outside-identity')).status).toBe(204)
    expect((await through(at(one), one)).body).toMatchObject({ status: 401, reason: 'identityNotLinked' })
  })

  it('is not linked by whoever gets hold of the answer of somebody else’s session', async () => {
    const [victim, thief] = [await linked(one), await linked(one)]
    await victim.browser.ask('DELETE', '/me/outside-identity')
    one.provider.account = { subject: 'of the thief' }
    const { location } = (await victim.browser.ask('POST', '/me/outside-identity')).body
    const returned = await one.provider.visit(location)
    expect((await comeBack(thief.browser, one, returned)).body).toMatchObject({ status: 401 })
    expect(await sql("select person_id from outside_identities where subject = 'of the thief'")).toEqual([])
  })
})

/** The id token with other claims and the signature it had. */
function withClaims(body: string, changed: object): string {
  const answer = JSON.parse(body) as { id_token: string }
  const [head, claims, signature] = answer.id_token.split('.') as [string, string, string]
  const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...changed })).toString('base64url')
  return JSON.stringify({ ...answer, id_token: `${head}.${forged}.${signature}` })
}

