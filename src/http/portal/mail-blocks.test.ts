import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'
import { anOperator, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { smtpTransport } from '../../delivery/mail/smtp.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { tasksOf } from '../../tasks.ts'

let server: TestServer
let operator: TestPerson
let smtp: TestSmtpServer
let jobs: Jobs | undefined

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
  smtp = await testSmtpServer()
  const { jobs: config } = await testDatabase()
  jobs = await startJobs({ config, tasks: tasksOf(server.env, smtpTransport(smtp.url, server.env.publicUrl)), recurring: [], log: server.env.log, prepare: async () => undefined })
})
afterAll(() => jobs?.stop())

let count = 0
async function invite(partner: TestTenant, mail: string) {
  const admin = await partner.person('globalAdmin')
  return server.ask(admin, 'POST', '/people', { body: { displayName: 'Nuria Vela', userPrincipalName: `nuria${++count}@${partner.domain}`, mail, roles: ['salesAgent'], language: 'es' } })
}

const mailTo = async (address: string) => (await sql<{ id: string; status: string; held_because: string | null }>('select id, status, held_because from mails where recipient = $1 order by created_at desc limit 1', [address]))[0]!
const blocksOf = async (address: string) => (await server.ask(operator, 'POST', '/operator/mail-blocks/search', { body: { address } })).body.items
const report = (kind: string, addresses: string[]) => server.ask(operator, 'POST', '/operator/mail-blocks', { body: { kind, addresses, reason: 'came back' } })

/** The way out that the letter carried. */
async function wayOut(mail: string): Promise<string> {
  await expect.poll(() => smtp.arrived.filter(({ to }) => to[0] === mail).length).toBeGreaterThan(0)
  const text = smtp.arrived.findLast(({ to }) => to[0] === mail)!.parsed.text!
  return /\/admin\/letters#(opt_[\w-]{43})/.exec(text)![1]!
}

describe('an address that its server refuses', () => {
  it('is undeliverable at once where there is no such mailbox, shown to the operator and beside the person', async () => {
    const partner = await aPartner()
    const mail = `gone@correo-${partner.domain}`
    smtp.refuseWith({ code: 550, text: `5.1.1 <${mail}> no such user` }, 'RCPT TO')
    const invited = await invite(partner, mail)
    expect(invited.body).toMatchObject({ mailUndeliverableSince: null, isReachable: true })
    await expect.poll(() => blocksOf(mail)).toEqual([expect.objectContaining({ kind: 'undeliverable', source: 'smtp', domain: `correo-${partner.domain}`, sender: null, reason: expect.stringContaining('5.1.1') })])
    smtp.refuseWith(undefined)
    const seen = await server.ask(await partner.person('globalAdmin'), 'GET', `/people/${invited.body.id}`)
    expect(seen.body).toMatchObject({ mailUndeliverableSince: expect.any(String), isReachable: false })
    const listed = await server.ask(operator, 'GET', '/operator/mail-blocks')
    expect(listed.body.counts.undeliverable).toBeGreaterThan(0)
    expect(JSON.stringify(listed.body)).not.toContain(mail)
    const [all] = await sql<{ all: string }>('select string_agg(b::text, $1) as all from mail_blocks b', ['|'])
    expect(all!.all).not.toContain(mail)
  })

  it('may refuse twice for other reasons; the third time in a row it counts', async () => {
    const mail = 'full@correo.example'
    const send = async () => {
      const { body } = await server.ask(operator, 'POST', '/operator/test-messages', { body: { address: mail } })
      await expect.poll(async () => (await sql('select status from mails where id = $1', [body.id]))[0]!.status).not.toBe('queued')
    }
    smtp.refuseWith({ code: 552, text: '5.2.2 mailbox full' }, 'RCPT TO')
    await send()
    await send()
    expect(await blocksOf(mail)).toEqual([])
    smtp.refuseWith(undefined)
    await send()
    smtp.refuseWith({ code: 552, text: '5.2.2 mailbox full' }, 'RCPT TO')
    for (let times = 0; times < 3; times++) await send()
    expect(await blocksOf(mail)).toHaveLength(1)
    smtp.refuseWith(undefined)
  })

  it('gets no letters, and is asked again only by what proves it; once that came back the mark is gone', async () => {
    const partner = await aPartner()
    const person = await partner.person('salesAgent')
    const mail = person.userPrincipalName
    expect((await report('undeliverable', [mail])).body).toEqual({ added: 1, known: 0, notAddresses: [] })
    await invite(partner, mail)
    expect(await mailTo(mail)).toMatchObject({ status: 'held', held_because: 'undeliverable' })
    const retried = await server.ask(operator, 'POST', `/operator/mails/${(await mailTo(mail)).id}/retry`, { body: {} })
    expect(retried).toMatchObject({ status: 409, body: { reason: 'addressUndeliverable' } })
    await server.ask(null, 'POST', '/password-resets', { body: { userPrincipalName: person.userPrincipalName } })
    await expect.poll(() => smtp.arrived.some(({ to }) => to[0] === mail)).toBe(true)
    expect(await blocksOf(mail)).toHaveLength(1)
    const link = /#(rst_[\w-]+)/.exec(smtp.arrived.findLast(({ to }) => to[0] === mail)!.parsed.text!)![1]!
    expect((await server.ask(null, 'POST', '/password-resets/completion', { body: { secret: link, password: 'una frase bastante larga 42' } })).status).toBeLessThan(300)
    expect(await blocksOf(mail)).toEqual([])
  })
})

describe('whoever wants no letters', () => {
  const exchange = (secret: string) => server.ask(null, 'POST', '/letter-choices/exchange', { body: { secret } })
  const choose = (secret: string, choice: string) => server.ask(null, 'POST', '/letter-choices', { body: { secret, choice } })

  it('says so with the link of the letter: to one organization, to all, and back; looking changes nothing', async () => {
    const [partner, other] = [await aPartner(), await aPartner()]
    const mail = `lola@correo-${partner.domain}`
    await invite(partner, mail)
    const secret = await wayOut(mail)
    expect((await exchange(secret)).body).toEqual({ address: `l…@correo-${partner.domain}`, senderName: partner.name, choice: 'nobody' })
    expect(await blocksOf(mail)).toEqual([])
    expect((await choose(secret, 'sender')).body.choice).toBe('sender')
    expect((await choose(secret, 'sender')).body.choice).toBe('sender')
    const told = await invite(partner, mail)
    expect(told).toMatchObject({ status: 201, body: { isReachable: false, mailUndeliverableSince: null } })
    expect(await mailTo(mail)).toMatchObject({ status: 'held', held_because: 'optedOut' })
    expect((await invite(other, mail)).body.isReachable).toBe(true)
    expect((await choose(secret, 'anybody')).body.choice).toBe('anybody')
    expect((await invite(other, mail)).body.isReachable).toBe(false)
    const handed = await server.ask(operator, 'POST', '/operator/handed-out-codes', { body: { personId: told.body.id, kind: 'personInvitation' } })
    expect(handed.body.link).toMatch(/#cin_/)
    const joined = await server.ask(null, 'POST', '/person-invitations/acceptance', { body: { secret: new URL(handed.body.link).hash.slice(1), password: 'una frase bastante larga 42' } })
    expect(joined.status).toBeLessThan(300)
    // Handed over in another way, it says nothing about the address.
    expect(await sql('select mail_confirmed_at from people where id = $1', [told.body.id])).toEqual([{ mail_confirmed_at: null }])
    expect((await choose(secret, 'nobody')).body.choice).toBe('nobody')
    expect((await invite(partner, mail)).body.isReachable).toBe(true)
    const events = await sql<{ data: string }>("select data::text from events where type like 'mailBlock.%'")
    expect(events.some(({ data }) => data.includes(mail))).toBe(false)
  })

  it('is not asked to confirm an address either, and whoever asks learns no reason', async () => {
    const partner = await aPartner()
    const person = await partner.person('salesAgent')
    await report('optedOut', ['no@correo.example'])
    await report('undeliverable', ['gone2@correo.example'])
    const ask = (mail: string) => server.ask(person, 'POST', '/me/mail-change', { body: { mail } })
    expect(await ask('NO@correo.example')).toMatchObject({ status: 409, body: { code: 'letterNotPossible', reason: 'addressNotReachable' } })
    expect((await ask('gone2@correo.example')).status).toBe(202)
  })

  it('cannot be chosen for with anything but a link that we made', async () => {
    const partner = await aPartner()
    const mail = `eva@correo-${partner.domain}`
    await invite(partner, mail)
    const secret = await wayOut(mail)
    const bytes = Buffer.from(secret.slice(4), 'base64url')
    for (let place = 0; place < bytes.length; place++) {
      const forged = Buffer.from(bytes)
      forged[place]! ^= 1
      expect(await choose(`opt_${forged.toString('base64url')}`, 'anybody')).toMatchObject({ status: 404, body: { code: 'notFound', reason: 'linkNotValid' } })
      server.env.at.forward({ minutes: 1 })
    }
    expect(await blocksOf(mail)).toEqual([])
    expect(await choose('opt_short-thing', 'anybody')).toMatchObject({ status: 404 })
  })
})

describe('the operator’s lists', () => {
  it('take addresses, name what is none, and give one up with a reason', async () => {
    const added = await report('optedOut', ['a@lists.example', 'no address', 'A@lists.example', 'b@lists.example'])
    expect(added).toMatchObject({ status: 201, body: { added: 2, known: 1, notAddresses: [2] } })
    const [block] = await blocksOf('a@lists.example')
    expect(block).toMatchObject({ kind: 'optedOut', source: 'operator', reason: 'came back' })
    const remove = (body: object) => server.ask(operator, 'POST', `/operator/mail-blocks/${block.id}/removal`, { body })
    expect(await remove({})).toMatchObject({ status: 422 })
    expect((await remove({ reason: 'asked by telephone' })).status).toBe(204)
    expect(await remove({ reason: 'again' })).toMatchObject({ status: 404 })
    expect(await blocksOf('a@lists.example')).toEqual([])
    const [event] = await sql<{ data: object }>("select data from events where type = 'mailBlock.removed' and resource_id = $1", [block.id])
    expect(event!.data).toMatchObject({ kind: 'optedOut', by: 'operator', note: 'asked by telephone' })
  })

  it('are read page by page and back', async () => {
    await report('optedOut', Array.from({ length: 5 }, (_, index) => `page${index}@lists.example`))
    const first = await server.ask(operator, 'GET', '/operator/mail-blocks?kind=optedOut&size=2')
    const second = await server.ask(operator, 'GET', `/operator/mail-blocks?kind=optedOut&size=2&cursor=${encodeURIComponent(first.body.next)}`)
    const back = await server.ask(operator, 'GET', `/operator/mail-blocks?kind=optedOut&size=2&cursor=${encodeURIComponent(second.body.previous)}`)
    expect(back.body.items).toEqual(first.body.items)
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(4)
  })
})
