import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql } from '../../../test/support/world.ts'
import { performNow } from '../perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { expireDueRequests } from './expire-due-requests.ts'

const server = await testServer()
const agreement = await anAgreement('public')
const rounds = Number(process.env.ROUNDS ?? 40)
const partner = await aPartner()
const agent = await partner.person('adminAgent')

async function aRequest(body: object = {}) {
  const { id } = (await server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, language: 'es', ...body } })).body
  const { link, draft } = (await server.ask(agent, 'GET', `/relationship-requests/${id}?link=shown`)).body
  return { id: id as string, secret: new URL(link).hash.slice(1), draft }
}

const act = (id: string, act: string, body: object = {}) => server.ask(agent, 'POST', `/relationship-requests/${id}/${act}`, { body })
const statusOf = async (id: string) => (await server.ask(agent, 'GET', `/relationship-requests/${id}`)).body.status
const eventsOf = (id: string, type: string) => sql('select 1 from events where resource_id = $1 and type = $2', [id, type])

describe('eight at once', () => {
  it('withdrawals: one goes through, seven are refused', async () => {
    const { id } = await aRequest()
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(id, 'withdrawal')))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array(7).fill(409)])
    expect(await eventsOf(id, 'relationshipRequest.withdrawn')).toHaveLength(1)
  })

  it('sharings: all go through, one is noted', async () => {
    const { id } = await aRequest()
    const answers = await Promise.all(Array.from({ length: 8 }, () => act(id, 'sharing', { by: 'copy' })))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await eventsOf(id, 'relationshipRequest.shared')).toHaveLength(1)
  })

  it('edits of the same version: one is kept', async () => {
    const { id, draft } = await aRequest()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => server.ask(agent, 'PATCH', `/relationship-requests/${id}/draft`, { body: { subject: `Subject ${at}`, text: draft.text }, version: 1 })),
    )
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array(7).fill(412)])
  })
})

it('withdrawal against acceptance has one winner, and the loser is told', async () => {
  for (let round = 0; round < rounds; round++) {
    const customer = await aCustomer()
    const admin = await customer.person('globalAdministrator')
    const { id, secret } = await aRequest()
    const page = (await server.ask(admin, 'POST', '/invitations/opening', { body: { secret } })).body
    const body = { secret, version: page.version, agreement: { versionId: agreement.versionId, language: page.agreement.language, sha256: page.agreement.sha256 } }
    const [withdrawal, acceptance] = await Promise.all([act(id, 'withdrawal'), server.ask(admin, 'POST', '/invitations/acceptance', { body })])
    expect([withdrawal.status, acceptance.status].sort((one, other) => one - other), JSON.stringify([withdrawal.body, acceptance.body])).toEqual(acceptance.status === 201 ? [201, 409] : [200, 409])
    expect(await statusOf(id)).toBe(acceptance.status === 201 ? 'accepted' : 'withdrawn')
    const related = await sql('select 1 from reseller_relationships where partner_id = $1 and customer_id = $2', [partner.id, customer.id])
    expect(related).toHaveLength(acceptance.status === 201 ? 1 : 0)
  }
}, 60_000 + rounds * 1_000)

describe('the schedule', () => {
  it('records what has expired, once, and leaves the rest', async () => {
    const [due, open, answered] = [await aRequest({ validityDays: 1 }), await aRequest(), await aRequest({ validityDays: 1 })]
    await act(answered.id, 'withdrawal')
    await sql(`update relationship_requests set created_at = created_at - interval '2 days', expires_at = expires_at - interval '2 days' where id = any($1)`, [[due.id, answered.id]])
    const counts = await Promise.all([performNow(server.env, expireDueRequests, theSystem, undefined), performNow(server.env, expireDueRequests, theSystem, undefined)])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    const rows = await sql<{ id: string; status: string }>('select id, status from relationship_requests where id = any($1)', [[due.id, open.id, answered.id]])
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({ [due.id]: 'expired', [open.id]: 'draft', [answered.id]: 'withdrawn' })
    expect(await eventsOf(due.id, 'relationshipRequest.expired')).toHaveLength(1)
  })
})
