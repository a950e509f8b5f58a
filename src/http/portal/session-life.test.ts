import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aBrowser, givePassword } from '../../../test/support/cookie-browser.ts'
import { anAgentOf, eventsOf, signedInAt, somebody } from '../../../test/support/people-signed-in.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, aTenant, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const signedIn = (person: TestPerson) => signedInAt(server, person)
const anAgent = () => anAgentOf(server)

describe('a session', () => {
  it('ends after thirty idle minutes, and each request begins them anew', async () => {
    const browser = await signedIn(await somebody())
    server.env.at.forward({ minutes: 29 })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
    server.env.at.forward({ minutes: 29 })
    expect((await browser.ask('GET', '/sessions')).status).toBe(200)
    server.env.at.forward({ minutes: 31 })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
  })

  it('ends after twelve hours, however busy', async () => {
    const browser = await signedIn(await somebody())
    for (let hour = 0; hour < 24; hour++) {
      expect((await browser.ask('GET', '/sessions')).status).toBe(200)
      server.env.at.forward({ minutes: 29 })
    }
    server.env.at.forward({ minutes: 25 })
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
  })

  it('that awaits the second factor ends after a quarter of an hour', async () => {
    const { person, authenticator } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    server.env.at.forward({ minutes: 15 })
    expect((await browser.ask('POST', '/sessions/second-factor', { code: authenticator.code() })).status).toBe(401)
  })

  it('is replaced by the next sign-in in the same browser', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const browser = await signedIn(one)
    const before = browser.cookies()['__Host-customer']!
    expect((await browser.signIn(other)).status).toBe(201)
    expect((await browser.ask('GET', '/session')).body.person.id).toBe(other.id)
    const thief = aBrowser(server, 'customer')
    thief.setCookie('__Host-customer', before)
    expect((await thief.ask('GET', '/sessions')).status).toBe(401)
    expect((await eventsOf(one)).map(({ type }) => type)).toEqual(['session.started', 'session.ended'])
  })

  it('of one portal is none under the cookie of another', async () => {
    const tenant = await aPartner({ isCustomer: true, cloud: 'usGov' })
    const person = await tenant.person('globalAdmin', 'globalAdministrator')
    await givePassword(person)
    const browser = aBrowser(server, 'partner')
    expect((await browser.signIn(person)).status).toBe(201)
    const other = aBrowser(server, 'customer')
    other.setCookie('__Host-customer', browser.cookies()['__Host-partner']!)
    expect((await other.ask('GET', '/session')).body.signedIn).toBe(false)
    expect((await other.ask('GET', '/sessions')).status).toBe(401)
  })

  it.each([
    ['stands twice', (secret: string) => `__Host-customer=${secret}; __Host-customer=${secret}`],
    ['stands twice, once planted', (secret: string) => `__Host-customer=ses_${'A'.repeat(43)}; __Host-customer=${secret}`],
    ['is eight kilobytes long', (secret: string) => `__Host-customer=${secret}${'A'.repeat(8_000)}`],
    ['has another letter', (secret: string) => `__Host-customer=${secret.slice(0, -2)}${secret.at(-2) === 'A' ? 'B' : 'A'}${secret.at(-1)}`],
    ['is of another kind', (secret: string) => `__Host-customer=vis_${secret.slice(4)}`],
    ['has another host’s name', (secret: string) => `__Host-partner-other=${secret}`],
  ])('whose cookie %s is none (B98)', async (_title, cookieOf) => {
    const browser = await signedIn(await somebody())
    const cookie = cookieOf(browser.cookies()['__Host-customer']!)
    const answer = await fetch(`${server.url}/api/v1/sessions`, { headers: { 'x-portal': 'customer', cookie } })
    expect(answer.status).toBe(401)
  })

  it('reads roles and account anew at every request', async () => {
    const person = await somebody('globalAdministrator')
    const browser = await signedIn(person)
    expect((await browser.ask('GET', '/people')).status).toBe(200)
    await sql("update people set roles = '{}' where id = $1", [person.id])
    expect((await browser.ask('GET', '/people')).status).toBe(403)
    await sql("update people set status = 'disabled' where id = $1", [person.id])
    expect((await browser.ask('GET', '/sessions')).status).toBe(401)
  })

  it('is told to forget its cookie when it has ended', async () => {
    const browser = await signedIn(await somebody())
    server.env.at.forward({ minutes: 31 })
    await browser.ask('GET', '/session')
    expect(Object.keys(browser.cookies())).toEqual(['__Host-visitor'])
  })
})

describe('ending sessions', () => {
  it('signs out here and leaves the others', async () => {
    const person = await somebody()
    const [here, there] = [await signedIn(person), await signedIn(person)]
    expect((await here.ask('DELETE', '/session')).status).toBe(204)
    expect((await here.ask('GET', '/sessions')).status).toBe(401)
    expect((await there.ask('GET', '/sessions')).body.items).toMatchObject([{ isCurrent: true, portal: 'customer', address: '127.0.0.1' }])
  })

  it('gives up a sign-in that awaits its second factor', async () => {
    const { person } = await anAgent()
    const browser = aBrowser(server)
    await browser.signIn(person)
    expect((await browser.ask('DELETE', '/session')).status).toBe(204)
    expect((await browser.ask('GET', '/session')).body.signedIn).toBe(false)
  })

  it('from elsewhere takes effect on the very next request', async () => {
    const person = await somebody()
    const [here, there] = [await signedIn(person), await signedIn(person)]
    const other = (await here.ask('GET', '/sessions')).body.items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
    expect((await here.ask('DELETE', `/sessions/${other.id.toUpperCase()}`)).status).toBe(204)
    expect((await there.ask('GET', '/sessions')).status).toBe(401)
    expect((await here.ask('GET', '/sessions')).body.items).toHaveLength(1)
    expect((await here.ask('DELETE', `/sessions/${other.id}`)).status).toBe(404)
  })

  it('ends all of them at once, this one too', async () => {
    const person = await somebody()
    const [here, there] = [await signedIn(person), await signedIn(person)]
    expect((await here.ask('DELETE', '/sessions')).status).toBe(204)
    expect((await here.ask('GET', '/sessions')).status).toBe(401)
    expect((await there.ask('GET', '/sessions')).status).toBe(401)
  })

  it('of somebody else finds nothing, in the same words as for an unknown one', async () => {
    const person = await somebody()
    const colleague = await (await aTenant({ isCustomer: true })).person()
    await givePassword(colleague)
    const [mine, theirs] = [await signedIn(person), await signedIn(colleague)]
    const [{ id }] = (await theirs.ask('GET', '/sessions')).body.items
    const [foreign, absent] = [await mine.ask('DELETE', `/sessions/${id}`), await mine.ask('DELETE', `/sessions/${randomUUID()}`)]
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' })
    expect((await theirs.ask('GET', '/sessions')).status).toBe(200)
  })
})
