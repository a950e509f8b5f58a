import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { composeMails } from '../../application/mail/compose-mails.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

let server: TestServer
let operator: TestPerson
let partner: TestTenant
let customer: TestTenant
let asker: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
  ;[partner, customer] = [await aPartner(), await aCustomer()]
  await aRelationship(partner, customer)
  asker = await partner.person('helpdeskAgent')
})

const ask = (who: TestPerson, body: object = {}) => server.ask(who, 'POST', '/support-cases', { body: { title: 'No veo a mi cliente', body: 'Desde ayer no aparece.\nGracias.', ...body } })
const act = (who: TestPerson, path: string, body: object = {}) => server.ask(who, 'POST', path, { body })

/** Mails that follow from what happened to a case, as the job writes them. */
async function mailsAbout(caseId: string) {
  for (const { id } of await sql<{ id: string }>('select id from events where resource_id = $1 order by sequence', [caseId])) await performNow(server.env, composeMails, theSystem, { eventId: id })
  return sql<{ template: string; recipient: string; body: string }>('select template, recipient, body from mails where about_id = $1 order by created_at', [caseId])
}

describe('a case', () => {
  it('goes from question to answer, on, closed and open again; who asked is told by mail, without the words', async () => {
    const opened = await ask(asker)
    expect(opened).toMatchObject({ status: 201, body: { status: 'open', title: 'No veo a mi cliente', about: null, can: ['write', 'close'], openedBy: { id: asker.id, displayName: asker.displayName }, messages: [{ by: 'asker', body: 'Desde ayer no aparece.\nGracias.' }] } })
    const { id } = opened.body
    const listed = await server.ask(operator, 'GET', '/operator/support-cases?status=open')
    expect(listed.body.items[0]).toMatchObject({ id, tenant: { id: partner.id, name: partner.name }, can: ['answer', 'close'] })
    const answered = await act(operator, `/operator/support-cases/${id}/answers`, { body: 'El filtro estaba puesto.' })
    expect(answered).toMatchObject({ status: 201, body: { status: 'answered', messages: [{ by: 'asker' }, { by: 'operator', authorName: operator.displayName }] } })
    expect((await act(asker, `/support-cases/${id}/messages`, { body: '¡Gracias!' })).body.status).toBe('open')
    expect((await act(operator, `/operator/support-cases/${id}/closure`)).body).toMatchObject({ status: 'closed', can: ['reopen'] })
    expect((await act(operator, `/operator/support-cases/${id}/reopening`)).body.status).toBe('open')
    expect((await act(asker, `/support-cases/${id}/closure`)).body).toMatchObject({ status: 'closed', can: ['write'] })
    expect((await act(asker, `/support-cases/${id}/messages`, { body: 'Ha vuelto a pasar.' })).body.status).toBe('open')
    const mails = await mailsAbout(id)
    expect(mails.map(({ template }) => template)).toEqual(['supportAnswered', 'supportClosed'])
    expect(mails.every(({ recipient, body }) => recipient === asker.userPrincipalName && !body.includes('filtro') && body.includes('/partner/support'))).toBe(true)
    const types = (await sql<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])).map(({ type }) => type)
    expect(types).toEqual(['supportCase.opened', 'supportCase.answered', 'supportCase.written', 'supportCase.closed', 'supportCase.reopened', 'supportCase.closed', 'supportCase.written'])
  })

  it('cannot be answered once closed, nor opened twice', async () => {
    const { id } = (await ask(asker)).body
    await act(operator, `/operator/support-cases/${id}/closure`)
    expect(await act(operator, `/operator/support-cases/${id}/answers`, { body: 'x' })).toMatchObject({ status: 409, body: { code: 'invalidTransition', current: 'closed' } })
    expect(await act(asker, `/support-cases/${id}/closure`)).toMatchObject({ status: 409 })
  })

  it('is plain text', async () => {
    expect(await ask(asker, { body: 'a\u202eb' })).toMatchObject({ status: 422, body: { reason: 'caseTextForm' } })
    expect(await ask(asker, { body: '   ' })).toMatchObject({ status: 422, body: { reason: 'caseTextForm' } })
    expect((await ask(asker, { title: ' Dos\n líneas ' })).body.title).toBe('Dos líneas')
  })
})

describe('who reads a case', () => {
  it('is who asked, the administrators of the organization and the operator; to all others it is not there', async () => {
    const { id } = (await ask(asker, { about: { type: 'relationship', id: customer.id } })).body
    const [admin, colleague, other] = [await partner.person('globalAdmin'), await partner.person('salesAgent'), await customer.person('globalAdministrator')]
    const read = async (who: TestPerson) => (await server.ask(who, 'GET', `/support-cases/${id}`)).status
    expect(await Promise.all([asker, admin, colleague, other].map(read))).toEqual([200, 200, 404, 404])
    const absent = await server.ask(other, 'GET', `/support-cases/${randomUUID()}`)
    const foreign = await server.ask(other, 'GET', `/support-cases/${id}`)
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' })
    for (const who of [colleague, other]) expect(await act(who, `/support-cases/${id}/messages`, { body: 'x' })).toMatchObject({ status: 404 })
    const listOf = async (who: TestPerson) => (await server.ask(who, 'GET', '/support-cases')).body.items.some((one: { id: string }) => one.id === id)
    expect(await Promise.all([asker, admin, colleague, other].map(listOf))).toEqual([true, true, false, false])
    const seen = await server.ask(other, 'GET', '/activity?size=100')
    expect(seen.body.items.filter(({ type }: { type: string }) => type.startsWith('supportCase'))).toEqual([])
    expect((await server.ask(operator, 'GET', `/operator/support-cases/${id}`)).body.about).toEqual({ type: 'relationship', id: customer.id })
  })

  it('may ask about what their organization sees, and nothing else', async () => {
    const [stranger, clerk] = [await aCustomer(), await customer.person('billingAdministrator')]
    expect((await ask(clerk, { about: { type: 'relationship', id: partner.id } })).status).toBe(201)
    for (const id of [stranger.id, randomUUID()]) {
      expect(await ask(asker, { about: { type: 'relationship', id } })).toMatchObject({ status: 422, body: { reason: 'caseAboutUnknown' } })
      expect(await ask(asker, { about: { type: 'relationshipRequest', id } })).toMatchObject({ status: 422, body: { reason: 'caseAboutUnknown' } })
    }
  })

  it('finds cases page by page, latest change first', async () => {
    for (let count = 0; count < 3; count++) await ask(asker)
    const first = await server.ask(operator, 'GET', `/operator/support-cases?size=2&tenant=${partner.id}`)
    const second = await server.ask(operator, 'GET', `/operator/support-cases?size=2&tenant=${partner.id}&cursor=${encodeURIComponent(first.body.next)}`)
    const times = [...first.body.items, ...second.body.items].map(({ changedAt }: { changedAt: string }) => changedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(4)
  })
})
