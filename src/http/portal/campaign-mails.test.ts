import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theList, workOn } from '../../../test/support/campaigns.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { testServer } from '../../../test/support/server.ts'
import { testSmtpServer } from '../../../test/support/smtp.ts'
import { aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { smtpTransport } from '../../delivery/mail/smtp.ts'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { tasksOf } from '../../tasks.ts'

const server = await testServer()
const smtp = await testSmtpServer()
let jobs: Jobs

beforeAll(async () => {
  const { jobs: config } = await testDatabase()
  // The campaign's own job is called here, when the test's clock says so; the mails leave by theirs.
  const { 'send-mail': send } = tasksOf(server.env, smtpTransport(smtp.url, server.env.publicUrl))
  jobs = await startJobs({ config, tasks: { 'send-mail': send! }, recurring: [], log: server.env.log, prepare: async () => undefined })
})
afterAll(() => jobs.stop())

const arrivedAt = (domain: string) => smtp.arrived.filter(({ to }) => to[0]!.endsWith(domain))
const linkIn = (raw: string) => /#(inv_[\w-]+)/.exec(raw.replaceAll('=\r\n', ''))?.[1]

/** A campaign of so many customers, each with an address at its own host of that domain, checked and started. */
async function mailed(asker: TestPerson, domain: string, count: number, wish: object = {}) {
  const plan = await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Por correo', delivery: 'mails', mailsADay: 100_000, ...wish } })
  expect(plan.body.reason).toBeUndefined()
  const { id } = plan.body
  const list = theList(Array.from({ length: count }, (_, n) => ['', `Cliente ${n}`, `c${n}.${domain}`, n % 2 === 0 ? 'ES' : 'FR', '', `ana@c${n}.${domain}`, '']))
  await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw: list, headers: { 'content-type': 'text/csv' } })
  await workOn(server.env, id)
  const { version } = (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
  await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
  return id as string
}

const read = async (asker: TestPerson, id: string) => (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
const rowsOf = async (asker: TestPerson, id: string) => (await server.ask(asker, 'GET', `/campaigns/${id}/rows?size=500`)).body.items
/** So that the next batch is due. */
const later = (minutes = 6) => server.env.at.forward({ minutes })

describe('a campaign by mail', () => {
  it('writes to each customer once, with its own link, however many work at it', async () => {
    const asker = await (await aPartner({ name: 'Nimbo Claro' })).person('salesAgent')
    const id = await mailed(asker, 'once.example', 130, { words: 'Hola:\nllevamos años trabajando juntos.' })
    for (let batch = 0; batch < 3; batch++) {
      // Who waits too long for its turn gives up, and the queue tries again.
      await Promise.allSettled([workOn(server.env, id), workOn(server.env, id), workOn(server.env, id)])
      later()
    }
    await expect.poll(() => arrivedAt('once.example').length).toBe(130)
    const arrived = arrivedAt('once.example')
    expect(new Set(arrived.map(({ to }) => to[0])).size).toBe(130)
    expect(new Set(arrived.map(({ parsed }) => linkIn(parsed.text ?? ''))).size).toBe(130)
    const first = arrived.find(({ to }) => to[0] === 'ana@c0.once.example')!.parsed
    expect(first.subject).toBe('Nimbo Claro solicita una relación de revendedor')
    expect(first.text).toContain('> llevamos años trabajando juntos.')
    expect(arrived.find(({ to }) => to[0] === 'ana@c1.once.example')!.parsed.subject).toBe('Nimbo Claro asks for a reseller relationship')
    expect(await read(asker, id)).toMatchObject({ rows: { shared: 130, ready: 0 }, funnel: { asked: 130, sent: 130 } })
    const link = new URL(/https?:\/\/\S+#inv_\S+/.exec(first.text ?? '')![0])
    const opened = await server.ask(null, 'POST', '/invitations/opening', { body: { secret: link.hash.slice(1) } })
    expect(opened).toMatchObject({ status: 200 })
    expect(await read(asker, id)).toMatchObject({ rows: { shared: 129, opened: 1 }, funnel: { sent: 130, opened: 1 } })
  })

  it('keeps its pace, and waits while it pauses', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const id = await mailed(asker, 'pace.example', 5, { mailsADay: 2 })
    const sent = async () => (await read(asker, id)).funnel.asked
    for (let minute = 0; minute < 4; minute++) await workOn(server.env, id)
    expect(await sent()).toBe(1)
    later()
    await server.ask(asker, 'POST', `/campaigns/${id}/pause`)
    await workOn(server.env, id)
    expect(await sent()).toBe(1)
    await server.ask(asker, 'POST', `/campaigns/${id}/resumption`)
    for (let batch = 0; batch < 4; batch++) {
      await workOn(server.env, id)
      later()
    }
    expect(await sent()).toBe(2)
    server.env.at.forward({ days: 1 })
    await workOn(server.env, id)
    expect(await sent()).toBe(3)
  })

  it('writes no more than five letters a day to one address, and keeps nobody else waiting for that', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const { id } = (await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Un gestor', delivery: 'mails', mailsADay: 100_000 } })).body
    const list = theList(Array.from({ length: 8 }, (_, n) => ['', `Cliente ${n}`, `g${n}.gestor.example`, 'ES', '', n < 7 ? 'ana@gestor.example' : 'otra@gestor.example', '']))
    await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw: list, headers: { 'content-type': 'text/csv' } })
    await workOn(server.env, id)
    await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version: (await read(asker, id)).version })
    await workOn(server.env, id)
    later()
    await workOn(server.env, id)
    expect((await rowsOf(asker, id)).map(({ state }: { state: string }) => state)).toEqual([...Array(5).fill('shared'), 'ready', 'ready', 'shared'])
    server.env.at.forward({ days: 1, minutes: 1 })
    await workOn(server.env, id)
    expect(await read(asker, id)).toMatchObject({ rows: { shared: 8, ready: 0 } })
  })

  it('reminds of what is unanswered as often as was planned, and then ends', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const id = await mailed(asker, 'again.example', 3, { reminders: 1, daysBetween: 3 })
    await workOn(server.env, id)
    const [answered] = await rowsOf(asker, id)
    await server.ask(asker, 'POST', `/relationship-requests/${answered.requestId}/withdrawal`)
    server.env.at.forward({ days: 2 })
    await workOn(server.env, id)
    expect((await rowsOf(asker, id)).map(({ mails }: { mails: number }) => mails)).toEqual([1, 1, 1])
    server.env.at.forward({ days: 2 })
    await workOn(server.env, id)
    expect((await rowsOf(asker, id)).map(({ mails }: { mails: number }) => mails)).toEqual([1, 2, 2])
    await expect.poll(() => arrivedAt('again.example').length).toBe(5)
    expect(arrivedAt('again.example').map(({ parsed }) => parsed.subject).filter((subject) => /^(Recordatorio|Reminder): /.test(subject ?? ''))).toHaveLength(2)
    later()
    await workOn(server.env, id)
    expect(await read(asker, id)).toMatchObject({ status: 'done' })
  })

  it('reminds of the newest link of a row, so many days after it was sent, and of none while it pauses or waits to be sent', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const id = await mailed(asker, 'anew.example', 1, { reminders: 1, daysBetween: 3 })
    await workOn(server.env, id)
    const mails = async () => (await rowsOf(asker, id))[0].mails
    const pass = async (days: number) => {
      server.env.at.forward({ days })
      await workOn(server.env, id)
    }
    await pass(2)
    const [{ requestId: old }] = await rowsOf(asker, id)
    const { body: fresh } = await server.ask(asker, 'POST', `/relationship-requests/${old}/resending`)
    await pass(4)
    expect(await read(asker, id)).toMatchObject({ status: 'running', rows: { draft: 1 } })
    await server.ask(asker, 'POST', `/relationship-requests/${fresh.id}/sharing`, { body: { by: 'copy' } })
    await pass(2)
    expect(await mails()).toBe(1)
    await server.ask(asker, 'POST', `/campaigns/${id}/pause`)
    await pass(2)
    expect(await mails()).toBe(1)
    await server.ask(asker, 'POST', `/campaigns/${id}/resumption`)
    await workOn(server.env, id)
    expect(await mails()).toBe(2)
    await expect.poll(() => arrivedAt('anew.example').length).toBe(2)
    const [first, reminder] = arrivedAt('anew.example').map(({ parsed }) => linkIn(parsed.text ?? ''))
    expect(reminder).not.toBe(first)
    expect(await server.ask(null, 'POST', '/invitations/opening', { body: { secret: reminder } })).toMatchObject({ status: 200, body: { verdict: { reasonCode: 'notSignedIn' } } })
    await pass(1)
    expect(await read(asker, id)).toMatchObject({ status: 'done', rows: { opened: 1 } })
  })

  it('does not write to whoever wants no letters, and does not say so', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    await workOn(server.env, await mailed(asker, 'optout.example', 1))
    await expect.poll(() => arrivedAt('optout.example').length).toBe(1)
    const secret = /\/admin\/letters#(\S+)/.exec(arrivedAt('optout.example')[0]!.parsed.text ?? '')![1]
    expect((await server.ask(null, 'POST', '/letter-choices', { body: { secret, choice: 'sender' } })).status).toBe(200)
    const { id } = (await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Otra vez', delivery: 'mails' } })).body
    await server.ask(asker, 'POST', `/campaigns/${id}/list`, { body: { rows: [{ domain: 'other.example', country: 'ES', mail: 'ana@c0.optout.example' }, { domain: 'third.example', country: 'ES' }] } })
    await workOn(server.env, id)
    expect((await rowsOf(asker, id)).map(({ why }: { why: { reasonCode: string } }) => why.reasonCode)).toEqual(['addressNotReachable', 'rowMailMissing'])
  })

  it('holds no second link, in the outbox no link at all, and is not planned beyond the limits', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const refused = async (wish: object) => (await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Lista', delivery: 'mails', ...wish } })).body.reason
    expect(await refused({ words: 'Vea https://contoso.example' })).toBe('wordsWithLink')
    expect(await refused({ words: 'Vea contoso.example/oferta' })).toBe('wordsWithLink')
    expect(await refused({ mailsADay: 1_000_000 })).toBeUndefined()
    expect(await sql(`select count(*)::int as bare from mails where template = 'partnerInvitation' and body like '%inv\\_%'`)).toEqual([{ bare: 0 }])
  })
})
