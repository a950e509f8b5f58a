import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { type TestSmtpServer, testSmtpServer } from '../../../test/support/smtp.ts'
import { aCustomer, anOperator, aPartner, aRelationship, sql } from '../../../test/support/world.ts'
import { queueMail } from '../../application/mail/queue-mail.ts'
import { performNow } from '../../application/perform.ts'
import type { UseCase } from '../../application/use-case.ts'
import { theSystem } from '../../domain/actor.ts'
import type { EventDraft } from '../../domain/events.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { tasksOf } from '../../tasks.ts'
import { smtpTransport } from './smtp.ts'

let server: TestServer
let smtp: TestSmtpServer
let jobs: Jobs | undefined

/** The queue as the product runs it, with the real way out. */
async function startQueue(): Promise<void> {
  const { jobs: config } = await testDatabase()
  const tasks = tasksOf(server.env, smtpTransport(smtp.url, server.env.publicUrl))
  jobs = await startJobs({ config, tasks, recurring: [], log: server.env.log, prepare: async () => undefined })
}

beforeAll(async () => {
  server = await testServer()
  smtp = await testSmtpServer()
  await startQueue()
})
afterAll(() => jobs?.stop())

/** A fact recorded as the system, for what follows from it by itself. */
const recordFact: UseCase<EventDraft, void> = { action: 'installation.run', run: (work, event) => work.record(event) }
const fact = (event: EventDraft) => performNow(server.env, recordFact, theSystem, event)

const writeMail: UseCase<{ id: string; recipient: string; name: string; secret?: string }, void> = {
  action: 'installation.run',
  run: async (work, { id, recipient, name, secret }) => {
    await queueMail(work, {
      id, template: 'personInvited', tenantId: randomUUID(), recipient, language: 'es',
      values: { name, tenantName: 'Nubes & Cía.', userPrincipalName: 'ana@x.example', days: 7 }, ...(secret !== undefined && { secret }),
    })
  },
}

async function arrivalsOf(count: number, act: () => Promise<unknown>) {
  const before = smtp.arrived.length
  await act()
  return (await smtp.arrivals(before + count)).slice(before)
}

describe('a mail', () => {
  it('leaves once, to one reader, as plain text with the words of the catalogue', async () => {
    const [mail] = await arrivalsOf(1, () => performNow(server.env, writeMail, theSystem, { id: randomUUID(), recipient: 'ana@correo.example', name: 'Ana Ñandú', secret: 'http://localhost:4000/partner/set-password#cin_secret' }))
    expect(mail!.to).toEqual(['ana@correo.example'])
    expect(mail!.from).toBe('no-reply@localhost')
    expect(mail!.parsed.to).toEqual([{ address: 'ana@correo.example', name: '' }])
    expect(mail!.parsed.subject).toBe('Su cuenta en Nubes & Cía.')
    expect(mail!.parsed.text).toContain('Hola, Ana Ñandú:')
    expect(mail!.parsed.text).toContain('http://localhost:4000/partner/set-password#cin_secret')
    expect(mail!.parsed.html).toBeUndefined()
    expect(mail!.parsed.attachments).toEqual([])
    expect(Object.fromEntries(mail!.parsed.headers.map(({ key, value }) => [key, value]))).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'es' })
  })

  it('keeps its secret sealed while it waits, and not at all once it has left', async () => {
    const id = randomUUID()
    smtp.refuseWith({ code: 451, text: 'come back later' })
    await performNow(server.env, writeMail, theSystem, { id, recipient: 'ben@correo.example', name: 'Ben', secret: 'cin_very-secret-words' })
    await expect.poll(async () => (await sql('select attempts, last_error from mails where id = $1', [id]))[0]).toMatchObject({ attempts: 1, last_error: expect.stringContaining('come back later') })
    const [waiting] = await sql<{ all: string }>('select mails::text as all from mails where id = $1', [id])
    expect(waiting!.all).not.toContain('very-secret-words')
    smtp.refuseWith(undefined)
    const [mail] = await arrivalsOf(1, () => sql("update graphile_worker._private_jobs set run_at = now() where key = $1", [`send:${id}`]))
    expect(mail!.parsed.text).toContain('cin_very-secret-words')
    await expect.poll(async () => (await sql('select status, sealed_secret, smtp_reply, attempts from mails where id = $1', [id]))[0]).toMatchObject({ status: 'sent', sealed_secret: null, attempts: 2, smtp_reply: expect.stringMatching(/^250/) })
  })

  it('that the receiver will never take is not tried again, and the operator may', async () => {
    const operator = await anOperator()
    const id = randomUUID()
    smtp.refuseWith({ code: 550, text: 'no such mailbox' }, 'RCPT TO')
    await performNow(server.env, writeMail, theSystem, { id, recipient: 'gone@correo.example', name: 'Gone' })
    await expect.poll(async () => (await sql('select status from mails where id = $1', [id]))[0]).toEqual({ status: 'failed' })
    const shown = await server.ask(operator, 'GET', `/operator/mails/${id}`)
    expect(shown.body).toMatchObject({ status: 'failed', can: ['retry', 'giveUp'], lastError: expect.stringContaining('no such mailbox') })
    smtp.refuseWith(undefined)
    const [mail] = await arrivalsOf(1, async () => expect((await server.ask(operator, 'POST', `/operator/mails/${id}/retry`)).status).toBe(200))
    expect(mail!.to).toEqual(['gone@correo.example'])
    await expect.poll(async () => (await server.ask(operator, 'POST', `/operator/mails/${id}/retry`)).status).toBe(409)
  })

  it('has the same Message-ID at every attempt', async () => {
    const id = randomUUID()
    const [first] = await arrivalsOf(1, () => performNow(server.env, writeMail, theSystem, { id, recipient: 'twice@correo.example', name: 'T' }))
    expect(first!.parsed.messageId).toBe(`<${id}@localhost>`)
  })
})

describe('mails that follow from an event', () => {
  it('go to everybody concerned, each alone and in their own language', async () => {
    const partner = await aPartner({ language: 'en', timeZone: 'America/New_York' })
    const customer = await aCustomer({ language: 'es' })
    await aRelationship(partner, customer, { services: ['office365'] })
    const [admin, agent, clerk, owner] = [await partner.person('globalAdmin'), await partner.person('adminAgent'), await partner.person('salesAgent'), await customer.person('globalAdministrator')]
    await sql("update people set language = 'es' where id = $1", [agent.id])
    const [grant] = await sql<{ id: string }>('select id from delegated_admin_privileges where partner_id = $1', [partner.id])
    const mails = await arrivalsOf(3, () =>
      fact({ type: 'privileges.removed', resource: { type: 'privileges', id: grant!.id }, readers: [{ tenantId: partner.id, counterpartId: customer.id }], data: { services: ['office365'] } }),
    )
    const bySubject = Object.fromEntries(mails.map((mail) => [mail.to.join(), mail.parsed.subject]))
    expect(bySubject).toEqual({
      [admin.userPrincipalName]: `${customer.name} removed your admin privileges`,
      [agent.userPrincipalName]: `${customer.name} ha quitado sus privilegios de administración`,
      [owner.userPrincipalName]: `Se han quitado los privilegios de administración de ${partner.name}`,
    })
    expect(mails.every(({ to }) => to.length === 1 && to[0] !== clerk.userPrincipalName)).toBe(true)
    const english = mails.find(({ to }) => to[0] === admin.userPrincipalName)!.parsed.text!
    expect(english).toMatch(/\(GMT-[45]\)/)
    expect(english).toContain(`${server.env.publicUrl}/partner/customers/${customer.id}/account`)
  })

  it('go only to confirmed addresses of people who are active', async () => {
    const partner = await aPartner()
    const [asker, other] = [await partner.person('globalAdmin'), await partner.person('globalAdmin', 'adminAgent')]
    await sql('update people set mail_confirmed_at = null where id = $1', [asker.id])
    const mails = await arrivalsOf(1, () => fact({ type: 'partner.suspended', resource: { type: 'partner', id: partner.id }, readers: [{ tenantId: partner.id }] }))
    expect(mails.map(({ to }) => to)).toEqual([[other.userPrincipalName]])
    const [row] = await sql<{ count: string }>('select count(*)::text as count from mails where tenant_id = $1', [partner.id])
    expect(row!.count).toBe('1')
  })

  it('are written once, however often the job runs', async () => {
    const partner = await aPartner()
    await partner.person('globalAdmin')
    await arrivalsOf(1, () => fact({ type: 'partner.reinstated', resource: { type: 'partner', id: partner.id }, readers: [{ tenantId: partner.id }] }))
    const [event] = await sql<{ id: string }>("select id from events where resource_id = $1 and type = 'partner.reinstated'", [partner.id])
    const { composeMails } = await import('../../application/mail/compose-mails.ts')
    expect(await performNow(server.env, composeMails, theSystem, { eventId: event!.id })).toBe(0)
    expect((await sql<{ count: number }>('select count(*)::int as count from mails where event_id = $1', [event!.id]))[0]!.count).toBe(1)
  })
})
