import { describe, expect, it } from 'vitest'
import { aBrowser, type Browser, giveAuthenticator, givePassword, goodPassword } from '../../../test/support/cookie-browser.ts'
import { mailedSecret } from '../../../test/support/mailbox.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()

async function somebody(): Promise<TestPerson> {
  const person = await (await aCustomer()).person('globalAdministrator')
  await givePassword(person)
  return person
}

/** Browsers that all wait for the code of one person. */
async function waiting(person: TestPerson, count: number): Promise<Browser[]> {
  const browsers = Array.from({ length: count }, () => aBrowser(server))
  for (const browser of browsers) expect((await browser.signIn(person)).body.next).toBe('secondFactor')
  return browsers
}

const sorted = (answers: { status: number }[]) => answers.map(({ status }) => status).sort((one, other) => one - other)

describe('of eight at once', () => {
  it('one gets in with a code of the authenticator', async () => {
    const person = await (await aPartner()).person('adminAgent')
    await givePassword(person)
    const { code } = await giveAuthenticator(server.env, person)
    for (let round = 0; round < 5; round++) {
      const browsers = await waiting(person, 8)
      const answers = await Promise.all(browsers.map((browser) => browser.ask('POST', '/sessions/second-factor', { code: code() })))
      expect(sorted(answers)).toEqual([200, 422, 422, 422, 422, 422, 422, 422])
      server.env.at.forward({ seconds: 60 })
    }
  })

  it('one gets in with a recovery code', async () => {
    const person = await (await aPartner()).person('adminAgent')
    await givePassword(person)
    const { recoveryCodes } = await giveAuthenticator(server.env, person)
    for (const code of recoveryCodes.slice(0, 5)) {
      const browsers = await waiting(person, 8)
      const answers = await Promise.all(browsers.map((browser) => browser.ask('POST', '/sessions/second-factor', { code })))
      expect(sorted(answers)).toEqual([200, 422, 422, 422, 422, 422, 422, 422])
    }
    expect(await sql('select code_hash from recovery_codes where person_id = $1 and used_at is not null', [person.id])).toHaveLength(5)
  })

  it('one finishes the sign-in of one session, with different codes', async () => {
    const person = await (await aPartner()).person('adminAgent')
    await givePassword(person)
    const { recoveryCodes } = await giveAuthenticator(server.env, person)
    const [browser] = await waiting(person, 1)
    const cookie = browser!.cookies()['__Host-partner']!
    const copies = recoveryCodes.slice(0, 8).map((code) => {
      const copy = aBrowser(server)
      copy.setCookie('__Host-partner', cookie)
      return { copy, code }
    })
    const answers = await Promise.all(copies.map(({ copy, code }) => copy.ask('POST', '/sessions/second-factor', { code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await sql('select code_hash from recovery_codes where person_id = $1 and used_at is not null', [person.id])).toHaveLength(1)
    expect(await sql('select id from sessions where person_id = $1 and awaits is null and ended_at is null', [person.id])).toHaveLength(1)
  })

  it('one chooses a password with a mailed link', async () => {
    const person = await somebody()
    await server.ask(null, 'POST', '/password-resets', { body: { userPrincipalName: person.userPrincipalName } })
    const secret = await mailedSecret(server.env, person.userPrincipalName)
    const passwords = Array.from({ length: 8 }, (_, number) => `frase número ${number} bastante larga`)
    const answers = await Promise.all(passwords.map((password) => server.ask(null, 'POST', '/password-resets/completion', { body: { secret, password } })))
    expect(sorted(answers)).toEqual([200, 404, 404, 404, 404, 404, 404, 404])
    const winner = passwords[answers.findIndex(({ status }) => status === 200)]!
    expect((await aBrowser(server, 'customer').signIn(person, winner)).status).toBe(201)
    expect(await sql("select id from events where resource_id = $1 and type = 'person.passwordChanged'", [person.id])).toHaveLength(1)
  })
})

describe('a password that changes while somebody signs in', () => {
  it('leaves no session open that knew the one before', async () => {
    for (let round = 0; round < 15; round++) {
      const person = await somebody()
      const owner = aBrowser(server, 'customer')
      await owner.signIn(person)
      const thieves = [aBrowser(server, 'customer'), aBrowser(server, 'customer')]
      const [changed, ...entered] = await Promise.all([
        owner.ask('POST', '/me/password', { currentPassword: goodPassword, password: 'otra frase bastante larga' }),
        ...thieves.map((thief) => thief.signIn(person)),
      ])
      expect(changed.status).toBe(204)
      for (const [index, { status }] of entered.entries()) {
        expect([201, 401]).toContain(status)
        expect((await thieves[index]!.ask('GET', '/sessions')).status).toBe(401)
      }
      expect((await owner.ask('GET', '/sessions')).status).toBe(200)
    }
  })
})

describe('a hundred people at the door', () => {
  it('are let in one after another, in bounded time and memory, while everybody else is served', async () => {
    const people = await Promise.all(Array.from({ length: 100 }, () => somebody()))
    const inside = await server.tokenOf(people[0]!)
    const browsers = people.map(() => aBrowser(server, 'customer'))
    for (const browser of browsers) await browser.ask('GET', '/session')
    const before = process.memoryUsage().rss
    const begun = performance.now()
    let most = 0
    let isDone = false
    const entering = Promise.all(people.map((person, index) => browsers[index]!.signIn(person))).finally(() => (isDone = true))
    const waits: number[] = []
    while (!isDone) {
      const asked = performance.now()
      const answer = await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${inside}` } })
      expect(answer.status).toBe(200)
      waits.push(performance.now() - asked)
      most = Math.max(most, process.memoryUsage().rss)
    }
    const answers = await entering
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(performance.now() - begun).toBeLessThan(30_000)
    // Two hashes of 19 MiB at a time, not a hundred of them (1.9 GB).
    expect((most - before) / 2 ** 20).toBeLessThan(500)
    expect(waits.sort((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(1_000)
  })

  it('beyond the line are told to come back, not kept waiting', async () => {
    const name = 'nobody@nowhere.example'
    const browsers = Array.from({ length: 200 }, () => aBrowser(server, 'customer'))
    const shared = aBrowser(server, 'customer')
    const { csrfToken } = (await shared.ask('GET', '/session')).body
    const cookie = `__Host-visitor=${shared.cookies()['__Host-visitor']}`
    const answers = await Promise.all(
      browsers.map(() =>
        fetch(`${server.url}/api/v1/sessions`, {
          method: 'POST',
          headers: { 'x-portal': 'customer', 'x-csrf-token': csrfToken, cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ userPrincipalName: name, password: 'wrong' }),
        }),
      ),
    )
    const busy = answers.filter(({ status }) => status === 503)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 503]))
    expect(busy.every(({ headers }) => headers.get('retry-after') === '2')).toBe(true)
  })
})
