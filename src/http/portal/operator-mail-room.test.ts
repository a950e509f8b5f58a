import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'
import { anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { smtpTransport } from '../../delivery/mail/smtp.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { tasksOf } from '../../tasks.ts'

let server: TestServer
let operator: TestPerson
let smtp: TestSmtpServer
let jobs: Jobs | undefined

/** The queue as the product runs it, with a real mail server at its end. */
beforeAll(async () => {
  server = await testServer({ usualSender: 'no-reply@localhost' })
  operator = await anOperator()
  smtp = await testSmtpServer()
  const { jobs: config } = await testDatabase()
  jobs = await startJobs({ config, tasks: tasksOf(server.env, smtpTransport(smtp.url, server.env.publicUrl)), recurring: [], log: server.env.log, prepare: async () => undefined })
})
afterAll(() => jobs?.stop())

const test = (address: string) => server.ask(operator, 'POST', '/operator/test-messages', { body: { address } })
const mailOf = async (id: string) => (await server.ask(operator, 'GET', `/operator/mails/${id}`)).body
const settled = (id: string) => expect.poll(() => mailOf(id))

describe('the sender of mails', () => {
  it('is the address of SMTP_URL, until the operator sets another with name and answers', async () => {
    const before = await server.ask(operator, 'GET', '/operator/mail-sender')
    expect(before.body).toEqual({ name: null, address: null, replyTo: null, usualAddress: 'no-reply@localhost', mailLeaves: true, version: 1 })
    const change = { name: 'Programa «Ñandú»', address: 'partners@vinculo.example', replyTo: 'help@vinculo.example' }
    const saved = await server.ask(operator, 'PUT', '/operator/mail-sender', { body: change, version: 1 })
    expect(saved).toMatchObject({ status: 200, body: { ...change, version: 2 } })
    expect(saved.headers.get('etag')).toBe('"2"')
    const count = smtp.arrived.length
    expect((await test('ana@correo.example')).status).toBe(201)
    const mail = (await smtp.arrivals(count + 1)).at(-1)!
    expect(mail.from).toBe('partners@vinculo.example')
    expect(mail.parsed.from).toEqual({ address: 'partners@vinculo.example', name: 'Programa «Ñandú»' })
    expect(mail.parsed.replyTo).toEqual([{ address: 'help@vinculo.example', name: '' }])
    expect(mail.parsed.text).not.toMatch(/replies are not read/)
    expect(await sql("select type from events where type in ('mail.senderChanged', 'mail.tested')")).toHaveLength(2)
  })

  it('is not overwritten unseen, and holds nothing that could end a header', async () => {
    const { version } = (await server.ask(operator, 'GET', '/operator/mail-sender')).body
    const put = (body: object, asked = version) => server.ask(operator, 'PUT', '/operator/mail-sender', { body: { name: null, address: null, replyTo: null, ...body }, version: asked })
    expect(await put({}, version - 1)).toMatchObject({ status: 412, body: { code: 'changedMeanwhile' } })
    expect(await server.ask(operator, 'PUT', '/operator/mail-sender', { body: { name: null, address: null, replyTo: null } })).toMatchObject({ status: 428 })
    expect(await put({ address: 'x@vinculo.example\r\nBcc: y@x.example' })).toMatchObject({ status: 422, body: { code: 'invalidMailAddress' } })
    expect(await put({ name: 'Vinculo\r\nBcc: y@x.example' })).toMatchObject({ status: 422, body: { code: 'invalidName' } })
    expect(await put({})).toMatchObject({ status: 200, body: { name: null, address: null, version: version + 1 } })
  })

  it('is changed by a recent sign-in alone', async () => {
    const late = await server.ask(operator, 'PUT', '/operator/mail-sender', { body: { name: null, address: null, replyTo: null }, version: 1, authenticatedAt: new Date(Date.now() - 16 * 60_000) })
    expect(late).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
  })
})

describe('a test message', () => {
  it('shows what the mail server answered, taken or refused', async () => {
    const taken = await test('ana@correo.example')
    await settled(taken.body.id).toMatchObject({ status: 'sent', smtpReply: expect.stringMatching(/^250/), template: 'testMessage', recipientDomain: 'correo.example', can: [] })
    smtp.refuseWith({ code: 550, text: '5.1.1 no such user here' }, 'RCPT TO')
    const refused = await test('nobody@correo.example')
    await settled(refused.body.id).toMatchObject({ status: 'failed', lastError: expect.stringContaining('5.1.1 no such user here'), can: ['retry', 'giveUp'] })
    smtp.refuseWith(undefined)
  })

  it('refuses what is no address', async () => {
    expect(await test('no address')).toMatchObject({ status: 422, body: { code: 'invalidMailAddress' } })
  })

  it('is not to be had where mails cannot leave', async () => {
    const alone = await testServer({ mailLeaves: false })
    expect(await alone.ask(operator, 'POST', '/operator/test-messages', { body: { address: 'ana@correo.example' } })).toMatchObject({ status: 409, body: { reason: 'mailStaysHere' } })
    expect((await alone.ask(operator, 'GET', '/operator/mail-sender')).body).toMatchObject({ usualAddress: null, mailLeaves: false })
  })
})

describe('a mail that waits for its next attempt', () => {
  const act = (id: string, what: string) => server.ask(operator, 'POST', `/operator/mails/${id}/${what}`, { body: {} })

  it('says when that is, and is tried at once where the operator asks', async () => {
    smtp.refuseWith({ code: 451, text: 'come back later' })
    const { id } = (await test('ana@correo.example')).body
    await settled(id).toMatchObject({ status: 'queued', attempts: 1, nextTryAt: expect.any(String), lastError: expect.stringContaining('come back later'), can: ['retry', 'giveUp'] })
    const listed = await server.ask(operator, 'GET', '/operator/mails?status=queued')
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id, nextTryAt: expect.any(String) }))
    smtp.refuseWith(undefined)
    await sql("update graphile_worker._private_jobs set run_at = now() + interval '1 day' where key = $1", [`send:${id}`])
    expect(await act(id, 'retry')).toMatchObject({ status: 200, body: { status: 'queued' } })
    await settled(id).toMatchObject({ status: 'sent' })
  })

  it('is never tried again once it was given up, and its secret is gone', async () => {
    smtp.refuseWith({ code: 451, text: 'come back later' })
    const partner = await aPartner()
    const admin = await partner.person('globalAdmin')
    await server.ask(admin, 'POST', '/people', { body: { displayName: 'Nuria Vela', userPrincipalName: `nuria@${partner.domain}`, mail: `nuria@correo-${partner.domain}`, roles: ['salesAgent'], language: 'es' } })
    const [mail] = await sql<{ id: string }>('select id from mails where recipient = $1', [`nuria@correo-${partner.domain}`])
    await settled(mail!.id).toMatchObject({ attempts: 1, lastError: expect.any(String) })
    expect(await act(mail!.id, 'giving-up')).toMatchObject({ status: 200, body: { status: 'givenUp', can: [] } })
    smtp.refuseWith(undefined)
    expect(await sql('select status, sealed_secret from mails where id = $1', [mail!.id])).toEqual([{ status: 'failed', sealed_secret: null }])
    expect(await act(mail!.id, 'retry')).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect(await act(mail!.id, 'giving-up')).toMatchObject({ status: 409, body: { code: 'invalidTransition', current: 'givenUp' } })
    const lists = await Promise.all(['failed', 'givenUp'].map((status) => server.ask(operator, 'GET', `/operator/mails?status=${status}`)))
    expect(lists.map(({ body }) => body.items.some(({ id }: { id: string }) => id === mail!.id))).toEqual([false, true])
    await sql('update graphile_worker._private_jobs set run_at = now() where key = $1', [`send:${mail!.id}`])
    await expect.poll(() => sql('select 1 from graphile_worker._private_jobs where key = $1', [`send:${mail!.id}`])).toEqual([])
    expect(smtp.arrived.filter(({ to }) => to[0]?.startsWith('nuria@'))).toEqual([])
  })

  it('that nobody knows answers like an absent one', async () => {
    expect(await act(randomUUID(), 'giving-up')).toMatchObject({ status: 404 })
  })
})
