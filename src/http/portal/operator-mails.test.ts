import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson

/** An installation without SMTP_URL. */
beforeAll(async () => {
  server = await testServer({ mailLeaves: false })
  operator = await anOperator()
})

async function invited(): Promise<{ id: string; mail: string; admin: TestPerson; userPrincipalName: string }> {
  const partner = await aPartner()
  const admin = await partner.person('globalAdmin')
  const userPrincipalName = `nuria@${partner.domain}`
  const mail = `nuria@correo-${partner.domain}`
  const answer = await server.ask(admin, 'POST', '/people', { body: { displayName: 'Nuria Vela', userPrincipalName, mail, roles: ['salesAgent'], language: 'es' } })
  expect(answer.status).toBe(201)
  return { id: answer.body.id, mail, admin, userPrincipalName }
}

describe('where mails do not leave', () => {
  it('they are held, and the operator is told', async () => {
    const { mail } = await invited()
    const held = await server.ask(operator, 'GET', '/operator/mails?status=held')
    expect(held.body.items).toContainEqual(expect.objectContaining({ recipient: mail, status: 'held', can: ['retry', 'giveUp', 'handOutCode'] }))
    const status = await server.ask(operator, 'GET', '/operator/status')
    expect(status.body).toMatchObject({ mailLeaves: false, isDemo: false })
    expect(status.body.counts.mailsHeld).toBeGreaterThan(0)
  })

  it('no operator reads the link that is for somebody else', async () => {
    const { mail } = await invited()
    const { body } = await server.ask(operator, 'GET', '/operator/mails?status=held&size=500')
    const { id } = body.items.find(({ recipient }: { recipient: string }) => recipient === mail)
    const shown = await server.ask(operator, 'GET', `/operator/mails/${id}`)
    expect(shown.body.text).toContain('Hola, Nuria Vela:')
    expect(shown.body.text).toContain('••••••••')
    expect(JSON.stringify(shown.body)).not.toMatch(/cin_[\w-]{10}/)
  })

  it('the operator hands out an invitation: shown once, ending the one before, read by the organization', async () => {
    const { id, userPrincipalName } = await invited()
    const hand = () => server.ask(operator, 'POST', '/operator/handed-out-codes', { body: { personId: id, kind: 'personInvitation' } })
    const [first, second] = [await hand(), await hand()]
    expect(second.status).toBe(201)
    const secretOf = (answer: { body: { link: string } }) => new URL(answer.body.link).hash.slice(1)
    const exchange = (secret: string) => server.ask(null, 'POST', '/person-invitations/exchange', { body: { secret } })
    expect((await exchange(secretOf(first))).status).toBe(404)
    expect((await exchange(secretOf(second))).body.userPrincipalName).toBe(userPrincipalName)
    const everything = await sql<{ found: boolean }>('select exists (select from idempotency_keys where answer::text like $1) as found', [`%${secretOf(second)}%`])
    expect(everything[0]!.found).toBe(false)
    expect(await sql("select id from events where type = 'person.invited' and resource_id = $1 and data ->> 'by' = 'operator'", [id])).toHaveLength(2)
  })

  it('a reset is handed to those who have joined, an invitation to those who have not', async () => {
    const customer = await aCustomer()
    const admin = await customer.person('globalAdministrator')
    const hand = (personId: string, kind: string) => server.ask(operator, 'POST', '/operator/handed-out-codes', { body: { personId, kind } })
    expect((await hand(admin.id, 'passwordReset')).body.link).toMatch(/\/admin\/set-password#rst_/)
    expect(await hand(admin.id, 'personInvitation')).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect(await hand((await invited()).id, 'passwordReset')).toMatchObject({ status: 409 })
    expect(await hand(randomUUID(), 'passwordReset')).toMatchObject({ status: 404, body: { code: 'notFound' } })
  })

  it('needs a recent sign-in of the operator', async () => {
    const { id } = await invited()
    const late = await server.ask(operator, 'POST', '/operator/handed-out-codes', { body: { personId: id, kind: 'personInvitation' }, authenticatedAt: new Date(Date.now() - 16 * 60_000) })
    expect(late).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
  })

  it('a held mail cannot be sent either', async () => {
    const { body } = await server.ask(operator, 'GET', '/operator/mails?status=held')
    expect(await server.ask(operator, 'POST', `/operator/mails/${body.items[0].id}/retry`, { body: {} })).toMatchObject({ status: 409, body: { reason: 'mailStaysHere' } })
  })

  it('mails are listed newest first, page by page and back', async () => {
    for (let count = 0; count < 3; count++) await invited()
    const first = await server.ask(operator, 'GET', '/operator/mails?size=2')
    const second = await server.ask(operator, 'GET', `/operator/mails?size=2&cursor=${encodeURIComponent(first.body.next)}`)
    const back = await server.ask(operator, 'GET', `/operator/mails?size=2&cursor=${encodeURIComponent(second.body.previous)}`)
    expect(back.body.items).toEqual(first.body.items)
    const times = [...first.body.items, ...second.body.items].map(({ createdAt }: { createdAt: string }) => createdAt)
    expect(times).toEqual([...times].sort().reverse())
  })
})
