import { beforeAll, describe, expect, it } from 'vitest'
import { contentHashes } from '../../../test/support/content-hash.ts'
import { aBrowser, givePassword } from '../../../test/support/cookie-browser.ts'
import { aRequest } from '../../../test/support/invitations.ts'
import { composeLetters } from '../../../test/support/letters.ts'
import { type TestServer, testServer } from '../../../test/support/server.ts'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'
import { aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { sendMail } from '../../delivery/mail/send-mail.ts'
import { smtpTransport } from '../../delivery/mail/smtp.ts'
import { theSystem } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'

const publicUrl = 'https://partners.vinculo.example'
let server: TestServer
let smtp: TestSmtpServer
let person: TestPerson
let address: string

const recordFact: UseCase<EventDraft, void> = { action: 'installation.run', run: (work, event) => work.record(event) }

/** The letter as its reader's mail server gets it. */
async function letterOn(url: string, tell: (asker: TestPerson) => Promise<EventDraft>) {
  const sender = url === publicUrl ? server : await testServer({ publicUrl: url })
  const asker = await (await aPartner()).person('adminAgent')
  await performNow(sender.env, recordFact, theSystem, await tell(asker))
  await composeLetters(sender.env)
  const [mail] = await sql<{ id: string }>('select id from mails where recipient = $1', [asker.userPrincipalName])
  const transport = smtpTransport(smtp.url, url)
  const before = smtp.arrived.length
  await sendMail(sender.env, transport, mail!.id)
  transport.close()
  const [letter] = (await smtp.arrivals(before + 1)).slice(before)
  return { asker, header: (name: string) => letter!.parsed.headers.find(({ key }) => key === name)?.value }
}

const declined = async (asker: TestPerson): Promise<EventDraft> => {
  const { id } = await aRequest({ id: asker.tenantId } as Parameters<typeof aRequest>[0], { askedBy: asker })
  return { type: 'relationshipRequest.declined', resource: { type: 'relationshipRequest', id }, readers: [{ tenantId: asker.tenantId }], data: {}, through: 'link' }
}

const oneClick = 'List-Unsubscribe=One-Click'
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (path: string, body: string, headers: Record<string, string> = form) => fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' })
const mailOf = async (who: TestPerson, kind: string) => (await server.ask(who, 'GET', '/me/notification-preferences')).body.kinds.find((one: { kind: string }) => one.kind === kind).mail

beforeAll(async () => {
  server = await testServer({ publicUrl })
  smtp = await testSmtpServer()
})

describe('a mail of a kind that may be stopped (RFC 8058)', () => {
  it('names an https address that takes one step, and says so', async () => {
    const { asker, header } = await letterOn(publicUrl, declined)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('list-unsubscribe')).toMatch(/^<https:\/\/partners\.vinculo\.example\/api\/v1\/one-click-stops\/[\w-]{100,400}>$/)
    person = asker
    address = new URL(header('list-unsubscribe')!.slice(1, -1)).pathname
  })

  it('offers no single step where the address is not https', async () => {
    const { header } = await letterOn('http://localhost:4000', declined)
    expect([header('list-unsubscribe') !== undefined, header('list-unsubscribe-post')]).toEqual([true, undefined])
  })

  it('opened by a scanner or a person leads to the page and changes nothing', async () => {
    const before = await contentHashes()
    const answer = await fetch(server.url + address, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([302, `/partner/unsubscribe#${address.split('/').at(-1)}`, 'no-store'])
    expect(await contentHashes()).toEqual(before)
  })

  it('takes no other body, no other kind of body and no large one', async () => {
    const before = await contentHashes()
    const told = async (body: string, headers?: Record<string, string>) => {
      const answer = await post(address, body, headers)
      return [answer.status, ((await answer.json()) as { code: string }).code]
    }
    for (const body of ['', 'List-Unsubscribe=one-click', 'List-Unsubscribe=', 'list-unsubscribe=One-Click', `${oneClick}&x=1`, 'x=1']) expect([body, ...(await told(body))]).toEqual([body, 422, 'invalidInput'])
    for (const body of [`${oneClick}&${oneClick}`, 'List-Unsubscribe', '=One-Click=', '%zz=1', '%ff=1', `${oneClick}&`]) expect([body, ...(await told(body))]).toEqual([body, 400, 'malformed'])
    expect(await told(JSON.stringify({ 'List-Unsubscribe': 'One-Click' }), { 'content-type': 'application/json' })).toEqual([415, 'unsupportedMediaType'])
    expect(await told(oneClick, { 'content-type': 'text/plain' })).toEqual([415, 'unsupportedMediaType'])
    expect(await told(`${oneClick}&x=${'x'.repeat(1_024)}`)).toEqual([413, 'bodyTooLarge'])
    expect(await contentHashes()).toEqual(before)
    expect(await mailOf(person, 'declined')).toBe('now')
  })

  it('is stopped by that form alone: no session, no cookie, no page’s token; twice is as good as once', async () => {
    for (let turn = 0; turn < 2; turn++) {
      const answer = await post(address, oneClick)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    }
    const { body } = await server.ask(person, 'GET', '/me/notification-preferences')
    expect(body.version).toBe(2)
    expect(body.kinds.filter(({ mail }: { mail: string }) => mail === 'off').map(({ kind }: { kind: string }) => kind)).toEqual(['declined'])
  })

  it('is stopped for the person of the letter, whoever is signed in where it is opened', async () => {
    const partner = await aPartner()
    const other = await partner.person('adminAgent')
    await givePassword(other)
    const browser = aBrowser(server, 'partner')
    await browser.signIn(other)
    const cookie = Object.entries(browser.cookies()).map(([name, value]) => `${name}=${value}`).join('; ')
    expect((await post(address, oneClick, { ...form, cookie, 'x-portal': 'partner', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(200)
    expect(await mailOf(other, 'declined')).toBe('now')
  })

  it('is stopped by nothing that was altered, and its token opens nothing else', async () => {
    const token = address.split('/').at(-1)!
    const altered = `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`
    for (const wrong of [altered, `${token}A`, 'A'.repeat(170), 'x']) {
      const path = `/api/v1/one-click-stops/${wrong}`
      expect([(await post(path, oneClick)).status, (await fetch(server.url + path, { redirect: 'manual' })).status]).toEqual([404, 404])
    }
    expect((await server.ask(null, 'GET', '/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    expect((await server.ask(null, 'POST', '/letter-choices/exchange', { body: { secret: token.slice(0, 100) } })).status).toBe(404)
  })
})

it('no other entry takes a form', async () => {
  const { authorization } = { authorization: `Bearer ${await server.tokenOf(person)}` }
  const answer = await post('/api/v1/notifications/reading', oneClick, { ...form, authorization, 'idempotency-key': 'k' })
  expect(answer.status).toBe(415)
})
