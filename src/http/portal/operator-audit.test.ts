import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { anOperator, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { csvRows } from '../../text/csv.ts'

let server: TestServer
let operator: TestPerson
let partner: TestTenant
let admin: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
  partner = await aPartner()
  admin = await partner.person('globalAdmin')
  for (let count = 0; count < 3; count++) await server.ask(admin, 'POST', '/support-cases', { body: { title: 'x', body: '=1+1' } })
  await server.ask(await partner.person('helpdeskAgent'), 'POST', '/people', { body: { displayName: 'A', userPrincipalName: `a@${partner.domain}`, mail: 'a@x.example', roles: [], language: 'es' } })
})

const search = (body: object = {}) => server.ask(operator, 'POST', '/operator/audit/search', { body })
const looks = (tenantId: string) => sql<{ data: { filter: string } }>(`select e.data from events e join event_readers r on r.event_id = e.id where e.type = 'audit.read' and r.tenant_id = $1 order by e.at`, [tenantId])

describe('the audit log', () => {
  it('shows who did what for whom, refusals too, whatever organization it is', async () => {
    const { body } = await search({ tenant: partner.id })
    expect(body.items).toContainEqual(expect.objectContaining({ type: 'supportCase.opened', outcome: 'done', personId: admin.id, actor: expect.objectContaining({ displayName: admin.displayName, tenantName: partner.name }), tenants: expect.arrayContaining([{ id: partner.id, name: partner.name }]) }))
    expect(body.items).toContainEqual(expect.objectContaining({ type: 'act.refused', outcome: 'refused', reasonCode: 'roleMissing', reasonText: expect.any(String) }))
    expect(body.items.every(({ tenants }: { tenants: { id: string }[] }) => tenants.some(({ id }) => id === partner.id))).toBe(true)
  })

  it('is narrowed by person, kind, result and time', async () => {
    const only = async (body: object) => (await search(body)).body.items as { personId: string; type: string; outcome: string; at: string }[]
    expect(new Set((await only({ person: admin.id })).map(({ personId }) => personId))).toEqual(new Set([admin.id]))
    expect(new Set((await only({ type: 'supportCase.opened' })).map(({ type }) => type))).toEqual(new Set(['supportCase.opened']))
    expect(new Set((await only({ outcome: 'refused' })).map(({ outcome }) => outcome))).toEqual(new Set(['refused']))
    const [middle] = await only({ type: 'supportCase.opened', size: '1' })
    expect((await only({ tenant: partner.id, from: new Date(Date.parse(middle!.at) + 60_000).toISOString() })).filter(({ type }) => type !== 'audit.read')).toEqual([])
    expect(await only({ to: '2000-01-01' })).toEqual([])
    expect(await search({ type: 'no.such' })).toMatchObject({ status: 422 })
    expect((await search({ tenant: randomUUID() })).body.items).toEqual([])
  })

  it('is read page by page and back', async () => {
    const ask = { type: 'supportCase.opened', size: '1' }
    const first = (await search(ask)).body
    const second = (await search({ ...ask, cursor: first.next })).body
    const back = (await search({ ...ask, cursor: second.previous })).body
    expect(back.items).toEqual(first.items)
    expect(second.items[0].id).not.toBe(first.items[0].id)
  })

  it('records the look, where the organization that was looked at reads it; leafing is one look', async () => {
    const other = await aPartner()
    const before = await looks(other.id)
    await search({ tenant: other.id })
    await search({ tenant: other.id })
    expect(before).toEqual([])
    expect(await looks(other.id)).toEqual([{ data: { filter: `tenantId=${other.id}` } }])
    server.env.at.forward({ minutes: 11 })
    await search({ tenant: other.id })
    server.env.at.forward({ minutes: -11 })
    expect(await looks(other.id)).toHaveLength(2)
    const seen = await server.ask(await other.person('globalAdmin'), 'GET', '/activity')
    expect(seen.body.items).toContainEqual(expect.objectContaining({ type: 'audit.read', text: expect.stringContaining('looked at the audit log') }))
  })

  it('is for the operator alone', async () => {
    expect(await server.ask(admin, 'POST', '/operator/audit/search', { body: {} })).toMatchObject({ status: 403, body: { reason: 'roleMissing' } })
  })
})

describe('its export', () => {
  const take = (body: object) => server.ask(operator, 'POST', '/operator/audit/export', { body })

  it('as CSV has every row once, guarded against formulas', async () => {
    const { status, body, headers } = await take({ tenant: partner.id, format: 'csv' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(headers.get('content-disposition')).toContain('filename="audit.csv"')
    const [head, ...rows] = [...csvRows(body as string)]
    expect(head![0]).toBe('Event ID')
    const [{ count }] = (await sql<{ count: number }>(`select count(*)::int as count from event_readers r join events e on e.id = r.event_id where r.tenant_id = $1 and e.type <> 'audit.exported'`, [partner.id])) as [{ count: number }]
    expect(rows.length).toBe(count)
    expect(new Set(rows.map(([id]) => id)).size).toBe(count)
  })

  it('as JSON is one array, also over several batches', async () => {
    await sql(
      `with made as (insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, data)
         select gen_random_uuid(), now() - make_interval(secs => n), 'session.started', 'done', 'person', gen_random_uuid(), 1, 'system', '{}' from generate_series(1, 1203) n returning id)
       select count(*) from made`,
    )
    const { body, headers } = await take({ type: 'session.started', format: 'json' })
    expect(headers.get('content-type')).toContain('application/json')
    expect(new Set((body as { id: string }[]).map(({ id }) => id)).size).toBe(1203)
    expect(await sql("select data from events where type = 'audit.exported' order by at desc limit 1")).toEqual([{ data: { filter: 'type=session.started', format: 'json' } }])
  })

  it('wants a recent sign-in', async () => {
    const late = await server.ask(operator, 'POST', '/operator/audit/export', { body: { format: 'csv' }, authenticatedAt: new Date(Date.now() - 16 * 60_000) })
    expect(late).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
  })
})
