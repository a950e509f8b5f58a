import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aPartnerWith, askingAt, problem, requestRowOf } from '../../../test/support/asking.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aRelationship, sql } from '../../../test/support/world.ts'

const server = await testServer()
const { ask, read, act, aSharedRequest } = askingAt(server)
const both = ['azureActiveDirectory', 'office365']

describe('making a request', () => {
  it.each(['globalAdmin', 'adminAgent', 'salesAgent'] as const)('is for a %s, too [S3.1] [S0.L1.1]', async (role) => {
    const { partner } = await aPartnerWith()
    const { status, body, headers } = await ask(await partner.person(role), { askPrivileges: true })
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'establish', status: 'draft', askPrivileges: true, services: both, language: 'en', version: 1, customerId: null, visits: [] })
    expect(body.can).toEqual(['share', 'edit', 'withdraw', 'resend'])
    expect(headers.get('etag')).toBe('"1"')
  })

  it.each(['helpdeskAgent', 'billingAdmin', 'userManagementAdmin'] as const)('is not for a %s', async (role) => {
    const { partner } = await aPartnerWith()
    expect(problem(await ask(await partner.person(role)))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
  })

  it('is not for visitors, and not for a tenant that is no partner', async () => {
    expect((await ask(null)).status).toBe(401)
    const customer = await aCustomer()
    expect(problem(await ask(await customer.person('adminAgent')))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
  })

  it('gives each request a link of its own that ties the customer to this partner [S0.18] [S1.18] [S3.15]', async () => {
    const { partner, agent } = await aPartnerWith()
    const links = []
    for (let made = 0; made < 2; made++) links.push((await read(agent, (await ask(agent)).body.id, '?link=shown')).body.link)
    expect(new Set(links).size).toBe(2)
    for (const link of links) {
      const url = new URL(link)
      expect(url.origin + url.pathname).toBe('http://localhost:4000/admin/partner-invitation')
      expect(Object.fromEntries(url.searchParams)).toEqual({ invType: 'ResellerRelationship', partnerId: partner.id, msppId: '0', DAP: 'true' })
      expect(url.hash).toMatch(/^#inv_[\w-]{43}$/)
    }
  })

  it('keeps no link anywhere in the database, neither in words nor in kept answers', async () => {
    const { agent } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    await act(agent, id, 'reminder')
    const { link, draft } = (await read(agent, id, '?link=shown')).body
    const secret = link.split('#')[1]
    expect(draft.text.split(link)).toHaveLength(2)
    const row = await requestRowOf(id)
    expect(row.secret_hash.equals(createHash('sha256').update(secret).digest())).toBe(true)
    const everything = await sql(`select r::text as text from relationship_requests r where id = $1 union all select k::text from idempotency_keys k union all select e::text from events e`, [id])
    for (const { text } of everything) expect(text).not.toContain(secret)
  })

  it('writes the letter in the wanted language, with the link once and alone [S0.14] [S1.14] [S3.14]', async () => {
    const { partner, agent } = await aPartnerWith()
    const { id } = (await ask(agent, { language: 'es', customer: { companyName: 'Cervecería Ñandú', country: 'ES' } })).body
    const { draft, link } = (await read(agent, id, '?link=shown')).body
    expect(draft.paragraphs[0].text).toBe('Estimado equipo de Cervecería Ñandú:')
    expect(draft.text).toContain(partner.name)
    expect(draft.text.split('\n').filter((line: string) => line === link)).toHaveLength(1)
    expect(draft.paragraphs.filter((paragraph: { kind: string }) => paragraph.kind === 'link')).toEqual([{ text: link, kind: 'link', editable: false }])
  })

  it('has one effect however often the same key comes', async () => {
    const { partner, agent } = await aPartnerWith()
    const key = randomUUID()
    const answers = [await ask(agent, {}, { key }), await ask(agent, {}, { key })]
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    expect(await sql('select id from relationship_requests where partner_id = $1', [partner.id])).toHaveLength(1)
    expect(problem(await ask(agent, { language: 'es' }, { key }))).toMatchObject({ status: 422, code: 'idempotencyKeyReused' })
    expect(problem(await ask(agent, {}, { key: null }))).toMatchObject({ status: 400, code: 'idempotencyKeyMissing' })
  })

  it.each([
    [{ validityDays: 0 }],
    [{ validityDays: 366 }],
    [{ validityDays: 1.5 }],
    [{ validityDays: '90' }],
    [{ kind: 'other' }],
    [{ unknown: true }],
    [{ status: 'accepted' }],
    [{ customer: { country: 'es' } }],
    [{ customer: { customerId: 'not-a-guid' } }],
    [{ customer: { domain: 'no domain' } }],
    [{ customer: { domain: '127.0.0.1' } }],
    [{ customer: { country: 'ZZ' } }],
    [{ customer: { companyName: 'a\u202eb' } }],
    [{ language: 'fr' }],
    [{ askPrivileges: 'yes' }],
  ])('refuses %j without effect', async (body) => {
    const { partner, agent } = await aPartnerWith()
    const answer = await ask(agent, body)
    expect([answer.status, ['invalidInput', 'invalidName'].includes(answer.body.code)]).toEqual([422, true])
    expect(await sql('select id from relationship_requests where partner_id = $1', [partner.id])).toEqual([])
  })

  it('is valid for 90 days unless another number is wished', async () => {
    const { agent } = await aPartnerWith()
    const days = ({ validUntil, createdAt }: { validUntil: string; createdAt: string }) => (Date.parse(validUntil) - Date.parse(createdAt)) / 86_400_000
    expect(days((await ask(agent)).body)).toBe(90)
    expect(days((await ask(agent, { validityDays: 7 })).body)).toBe(7)
  })

  it('can follow a request of one’s own, and nobody else’s', async () => {
    const { agent } = await aPartnerWith()
    const other = await aPartnerWith()
    const followsId = (await ask(agent)).body.id
    expect((await ask(agent, { followsId: followsId.toUpperCase() })).body).toMatchObject({ followsId })
    const foreign = await ask(other.agent, { followsId })
    const absent = await ask(other.agent, { followsId: randomUUID() })
    expect([problem(foreign), problem(absent)]).toEqual([problem(absent), problem(absent)])
    expect(foreign.status).toBe(404)
  })
})

describe('what belongs to another tenant', () => {
  it('is not told by naming it: a stranger’s id or domain answers like one that does not exist', async () => {
    const { agent } = await aPartnerWith()
    const stranger = await aCustomer({ country: 'US' })
    const facts = ({ status, body }: Awaited<ReturnType<typeof ask>>) => ({ status, named: { ...body.named, customerId: null, domain: null }, name: body.customerName, reason: body.reason })
    for (const kind of ['establish', 'restorePrivileges']) {
      const existing = [await ask(agent, { kind, customer: { customerId: stranger.id } }), await ask(agent, { kind, customer: { domain: stranger.domain } })]
      const absent = [await ask(agent, { kind, customer: { customerId: randomUUID() } }), await ask(agent, { kind, customer: { domain: 'nobody-has-this.example' } })]
      expect(existing.map(facts)).toEqual(absent.map(facts))
    }
  })

  it('a request of another partner answers like an absent one, whatever is tried', async () => {
    const { agent } = await aPartnerWith()
    const other = await aPartnerWith()
    const id = await aSharedRequest(agent)
    for (const [method, path, body, version] of [
      ['GET', '', undefined, undefined],
      ['GET', '/message', undefined, undefined],
      ['PATCH', '/draft', { subject: 'S', text: 'T' }, 1],
      ['POST', '/sharing', { by: 'done' }, undefined],
      ['POST', '/reminder', {}, undefined],
      ['POST', '/withdrawal', {}, undefined],
      ['POST', '/resending', {}, undefined],
    ] as const) {
      const send = (id: string) => server.ask(other.agent, method, `/relationship-requests/${id}${path}`, { ...(body && { body }), ...(version && { version }) })
      const [foreign, absent] = [await send(id), await send(randomUUID())]
      expect([foreign.status, { ...foreign.body, traceId: '' }]).toEqual([404, { ...absent.body, traceId: '' }])
    }
    expect((await read(agent, id)).body.status).toBe('shared')
    expect((await server.ask(other.agent, 'GET', '/relationship-requests')).body.items).toEqual([])
  })
})

describe('reading a request', () => {
  it('shows the link only when asked for, and only to those who may ask', async () => {
    const { partner, agent } = await aPartnerWith()
    const { id } = (await ask(agent)).body
    expect((await read(agent, id)).body).toMatchObject({ link: null, draft: { text: expect.stringContaining('#inv_') } })
    const helpdesk = await read(await partner.person('helpdeskAgent'), id, '?link=shown')
    expect(helpdesk.status).toBe(200)
    expect(helpdesk.body).toMatchObject({ link: null, can: [] })
    expect(JSON.stringify(helpdesk.body)).not.toContain('inv_')
    expect(helpdesk.body.draft.paragraphs.some(({ editable }: { editable: boolean }) => editable)).toBe(false)
    expect((await read(await partner.person('billingAdmin'), id)).status).toBe(403)
  })

  it('names who made it, and what came of its link', async () => {
    const { agent, partner } = await aPartnerWith()
    const id = await aSharedRequest(agent)
    await sql(`insert into request_visits (partner_id, request_id, id, at, outcome, reason_code, visitor) values ($1, $2, $3, now(), 'blocked', 'ownTenant', 'anotherOrganisation')`, [partner.id, id, randomUUID()])
    const { body } = await read(agent, id)
    expect(body.createdBy).toEqual({ id: agent.id, displayName: agent.displayName })
    expect(body.visits).toMatchObject([{ outcome: 'blocked', reasonCode: 'ownTenant', reasonText: expect.stringContaining('own organization'), visitor: 'anotherOrganisation' }])
    const list = await server.ask(agent, 'GET', '/relationship-requests')
    expect(list.body.items[0]).toMatchObject({ id, lastVisit: { reasonCode: 'ownTenant' } })
    expect(list.body.items[0].draft).toBeUndefined()
  })

  it('refuses an id that is none like an absent one, and unknown parameters', async () => {
    const { agent } = await aPartnerWith()
    expect((await read(agent, 'not-a-uuid')).status).toBe(404)
    expect(problem(await read(agent, (await ask(agent)).body.id, '?secret=shown'))).toMatchObject({ status: 400, code: 'unknownParameter' })
  })
})

describe('the list of requests', () => {
  it('shows the latest first and pages in both directions', async () => {
    const { agent } = await aPartnerWith()
    const made: string[] = []
    for (let at = 0; at < 5; at++) made.unshift((await ask(agent)).body.id)
    const list = (query: string) => server.ask(agent, 'GET', `/relationship-requests?size=2${query}`).then(({ body }) => body)
    const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)
    const first = await list('')
    const second = await list(`&cursor=${first.next}`)
    const third = await list(`&cursor=${second.next}`)
    expect([ids(first), ids(second), ids(third)]).toEqual([made.slice(0, 2), made.slice(2, 4), made.slice(4)])
    expect([first.previous, third.next]).toEqual([null, null])
    expect(ids(await list(`&cursor=${third.previous}`))).toEqual(made.slice(2, 4))
    const back = await list(`&cursor=${second.previous}`)
    expect([ids(back), back.previous]).toEqual([made.slice(0, 2), null])
    expect(problem(await server.ask(agent, 'GET', `/relationship-requests?size=3&cursor=${first.next}`))).toMatchObject({ status: 400, code: 'invalidCursor' })
  })

  it('filters by kind and finds by name or domain, however typed', async () => {
    const { agent, partner } = await aPartnerWith()
    const customer = await aCustomer({ name: 'Bäckerei Öztürk' })
    await aRelationship(partner, customer)
    const named = (await ask(agent, { customer: { companyName: 'Cervecería Ñandú', domain: 'nandu.example' } })).body.id
    const restoring = (await ask(agent, { kind: 'restorePrivileges', customer: { customerId: customer.id } })).body.id
    await ask(agent)
    const found = async (query: string) => (await server.ask(agent, 'GET', `/relationship-requests?${query}`)).body.items.map((item: { id: string }) => item.id)
    expect(await found('search=NANDU')).toEqual([named])
    expect(await found(`search=${encodeURIComponent('cervecería ña')}`)).toEqual([named])
    expect(await found('search=nandu.ex')).toEqual([named])
    expect(await found('search=ozturk')).toEqual([restoring])
    expect(await found('kind=restorePrivileges')).toEqual([restoring])
    expect(await found('status=draft&kind=establish')).toHaveLength(2)
    expect(await found('status=accepted')).toEqual([])
    expect((await server.ask(agent, 'GET', '/relationship-requests?search=%00')).status).toBe(400)
    expect((await server.ask(agent, 'GET', '/relationship-requests?status=other')).status).toBe(422)
  })

  it('is for every agent, helpdesk too, and for nobody else', async () => {
    const { partner } = await aPartnerWith()
    expect((await server.ask(await partner.person('helpdeskAgent'), 'GET', '/relationship-requests')).status).toBe(200)
    expect((await server.ask(await partner.person('billingAdmin'), 'GET', '/relationship-requests')).status).toBe(403)
    expect((await server.ask(null, 'GET', '/relationship-requests')).status).toBe(401)
  })
})
