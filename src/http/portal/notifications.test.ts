import { describe, expect, it } from 'vitest'
import { aRequest, type RequestWishes } from '../../../test/support/invitations.ts'
import { composeLetters } from '../../../test/support/letters.ts'
import { testServer } from '../../../test/support/server.ts'
import { givePassword } from '../../../test/support/cookie-browser.ts'
import { aCustomer, anAgreement, anOperator, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { composeMails } from '../../application/mail/compose-mails.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { signedInAt } from '../../../test/support/people-signed-in.ts'

const server = await testServer()
await anAgreement('public')

const tell = () => composeLetters(server.env)

interface Shown {
  id: string
  kind: string
  text: string
  about: string | null
  isRead: boolean
  counterpartId: string | null
  resource: { type: string; id: string }
}
const listed = async (who: TestPerson, query = '', language = 'en') => (await server.ask(who, 'GET', `/notifications${query}`, { language })).body.items as Shown[]
const unread = async (who: TestPerson) => (await server.ask(who, 'GET', '/notifications/unread')).body.count as number

async function accepted(wishes: RequestWishes = {}) {
  const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
  const ana = await customer.person('globalAdministrator')
  const { id, secret } = await aRequest(partner, { services: ['office365'], ...wishes })
  const { body: page } = await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })
  const { versionId, language, sha256 } = page.agreement
  await server.ask(ana, 'POST', '/invitations/acceptance', { body: { secret, version: page.version, agreement: { versionId, language, sha256 } } })
  await tell()
  return { partner, customer, ana, id, asker: await partner.person('adminAgent') }
}

/** Several acceptances through the partner's own people would take long; as many facts as wished, told to one person. */
async function toldOften(partner: TestTenant, count: number): Promise<TestPerson> {
  const asker = await partner.person('adminAgent')
  for (let turn = 0; turn < count; turn++) {
    const { secret } = await aRequest(partner, { namedDomain: `far${turn}.example` })
    await server.ask(await (await aCustomer()).person('globalAdministrator'), 'POST', '/invitations/opening', { body: { secret } })
  }
  await tell()
  return asker
}

describe('a notification', () => {
  it('comes to whoever asked, in their language, and leads to what it is about', async () => {
    const { asker, ana, customer, id } = await accepted()
    expect(await listed(asker)).toMatchObject([
      { kind: 'accepted', isRead: false, text: `${ana.displayName} (${customer.name}) accepted the relationship request`, about: customer.name, counterpartId: customer.id, resource: { type: 'relationshipRequest', id } },
    ])
    expect((await listed(asker, '', 'es'))[0]!.text).toBe(`${ana.displayName} (${customer.name}) aceptó la solicitud de relación`)
    expect(await unread(asker)).toBe(1)
  })

  it('does not come to whoever did it, but to the other administrators', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    await aRelationship(partner, customer, { services: ['office365'] })
    const [ana, ben] = [await customer.person('globalAdministrator'), await customer.person('globalAdministrator', 'billingAdministrator')]
    await server.ask(ana, 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: ['office365'] } })
    await tell()
    expect(await listed(ana)).toEqual([])
    expect(await listed(ben)).toMatchObject([{ kind: 'privileges', about: partner.name, counterpartId: partner.id }])
  })

  it('tells of every kind: refused, blocked, ended, asked to end, a colleague invited', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const [boss, agent, ana] = [await partner.person('globalAdmin'), await partner.person('adminAgent'), await customer.person('globalAdministrator')]
    const request = await aRequest(partner, { namedCustomer: customer })
    await server.ask(await (await aCustomer()).person('globalAdministrator'), 'POST', '/invitations/opening', { body: { secret: request.secret } })
    await server.ask(ana, 'POST', '/invitations/decline', { body: { secret: request.secret } })
    await aRelationship(partner, customer)
    await server.ask(ana, 'POST', `/partner-relationships/${partner.id}/end-requests`, { body: {} })
    await server.ask(boss, 'POST', '/people', { body: { displayName: 'Nora', userPrincipalName: `nora@${partner.domain}`, mail: 'nora@contoso.example', roles: ['salesAgent'], language: 'es' } })
    await tell()
    const kinds = (await listed(agent)).map(({ kind }) => kind)
    expect(kinds).toContain('blocked')
    expect(kinds).toContain('endAsked')
    expect(kinds).toContain('declined')
    expect((await listed(boss)).map(({ kind }) => kind)).toEqual(['endAsked'])
    const other = await partner.person('userManagementAdmin')
    await server.ask(boss, 'POST', '/people', { body: { displayName: 'Otto', userPrincipalName: `otto@${partner.domain}`, mail: 'otto@contoso.example', roles: ['salesAgent'], language: 'es' } })
    await tell()
    expect(await listed(other)).toMatchObject([{ kind: 'colleague', text: `${boss.displayName} invited Otto` }])
  })

  it('is read by nobody else: not by a colleague, not by the other side, not by a stranger', async () => {
    const { asker, partner, ana } = await accepted()
    const [one] = await listed(asker)
    const stranger = await (await aPartner()).person('globalAdmin')
    for (const who of [await partner.person('globalAdmin'), ana, stranger]) {
      expect((await listed(who)).map(({ id }) => id)).not.toContain(one!.id)
      const foreign = await server.ask(who, 'POST', `/notifications/${one!.id}/reading`)
      const absent = await server.ask(who, 'POST', '/notifications/00000000-0000-4000-8000-000000000000/reading')
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, traceId: '', instance: '' }).toEqual({ ...absent.body, traceId: '', instance: '' })
    }
    expect(await unread(asker)).toBe(1)
    expect((await server.ask(null, 'GET', '/notifications')).status).toBe(401)
  })

  it('goes with the role that opened it, and comes back with it', async () => {
    const { asker } = await accepted()
    await sql("update people set roles = '{billingAdmin}' where id = $1", [asker.id])
    expect(await listed(asker)).toEqual([])
    expect(await unread(asker)).toBe(0)
    await sql("update people set roles = '{adminAgent}' where id = $1", [asker.id])
    expect(await listed(asker)).toHaveLength(1)
  })

  it('is forgotten with whoever leaves for good, and what they chose with it', async () => {
    const { asker, partner } = await accepted()
    await server.ask(asker, 'PATCH', '/me/notification-preferences', { body: { kinds: { blocked: { portal: true, mail: 'digest' } } }, version: 1 })
    expect((await server.ask(await partner.person('globalAdmin'), 'POST', `/people/${asker.id}/removal`)).status).toBe(204)
    for (const table of ['notifications', 'notification_preferences', 'pending_digests']) expect(await sql(`select 1 from ${table} where person_id = $1`, [asker.id]), table).toEqual([])
  })

  it('goes to those who act on customers where whoever asked has left or lost the role', async () => {
    const partner = await aPartner()
    const [asker, boss] = [await partner.person('salesAgent'), await partner.person('globalAdmin')]
    for (const change of ["roles = '{billingAdmin}'", "roles = '{salesAgent}', status = 'disabled'"]) {
      await sql(`update people set ${change} where id = $1`, [asker.id])
      const { secret } = await aRequest(partner, { askedBy: asker, namedDomain: 'far.example' })
      await server.ask(await (await aCustomer()).person('globalAdministrator'), 'POST', '/invitations/opening', { body: { secret } })
      await tell()
    }
    expect(await sql('select 1 from notifications where person_id = $1', [asker.id])).toEqual([])
    expect((await listed(boss)).map(({ kind }) => kind)).toEqual(['blocked', 'blocked'])
  })
})

describe('reading', () => {
  it('marks one, then all; twice is as good as once', async () => {
    const asker = await toldOften(await aPartner(), 3)
    const [first] = await listed(asker)
    for (let turn = 0; turn < 2; turn++) expect((await server.ask(asker, 'POST', `/notifications/${first!.id.toUpperCase()}/reading`)).status).toBe(204)
    expect(await unread(asker)).toBe(2)
    expect((await listed(asker, '?unread=true')).map(({ id }) => id)).not.toContain(first!.id)
    expect((await server.ask(asker, 'POST', '/notifications/reading')).body).toEqual({ marked: 2, isMore: false })
    expect((await server.ask(asker, 'POST', '/notifications/reading')).body).toEqual({ marked: 0, isMore: false })
    expect(await unread(asker)).toBe(0)
    expect((await listed(asker)).every(({ isRead }) => isRead)).toBe(true)
  })

  it('goes page by page, there and back, and refuses a foreign cursor', async () => {
    const asker = await toldOften(await aPartner(), 5)
    const all = (await listed(asker)).map(({ id }) => id)
    expect(all).toHaveLength(5)
    const first = (await server.ask(asker, 'GET', '/notifications?size=2')).body
    const second = (await server.ask(asker, 'GET', `/notifications?size=2&cursor=${first.next}`)).body
    expect([...first.items, ...second.items].map(({ id }: Shown) => id)).toEqual(all.slice(0, 4))
    const back = (await server.ask(asker, 'GET', `/notifications?size=2&cursor=${second.previous}`)).body
    expect(back.items).toEqual(first.items)
    const other = await (await aPartner()).person('adminAgent')
    expect((await server.ask(other, 'GET', `/notifications?size=2&cursor=${first.next}`)).status).toBe(400)
    expect((await server.ask(asker, 'GET', '/notifications?unread=1')).status).toBe(422)
  })

  it('in a portal shows what was told there', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    await aRelationship(partner, customer, { services: ['office365'] })
    const ana = await customer.person('globalAdministrator', 'billingAdministrator')
    await givePassword(ana)
    await server.ask(await customer.person('globalAdministrator'), 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: ['office365'] } })
    await tell()
    const browser = await signedInAt(server, ana)
    expect((await browser.ask('GET', '/notifications')).body.items).toHaveLength(1)
    await sql("update notifications set side = 'partner', kind = 'privileges' where person_id = $1", [ana.id])
    expect((await browser.ask('GET', '/notifications')).body.items).toEqual([])
  })

  it('is written once for each event, in however many runs at a time', async () => {
    const partner = await aPartner()
    const { id, secret } = await aRequest(partner, { namedDomain: 'far.example' })
    await server.ask(await (await aCustomer()).person('globalAdministrator'), 'POST', '/invitations/opening', { body: { secret } })
    const [event] = await sql<{ id: string }>("select id from events where resource_id = $1 and type = 'relationshipRequest.blocked'", [id])
    await Promise.all(Array.from({ length: 8 }, () => performNow(server.env, composeMails, theSystem, { eventId: event!.id })))
    expect(await sql('select 1 from notifications where event_id = $1', [event!.id])).toHaveLength(1)
    expect(await sql('select 1 from pending_digests where tenant_id = $1', [partner.id])).toHaveLength(1)
  })
})

describe('an organization of any size', () => {
  it('has at most a hundred people told of one event', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    await aRelationship(partner, customer, { services: ['office365'] })
    await sql(
      `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at)
       select $1, id, id || '@x.example', id || '@x.example', 'Many', '{globalAdmin}', now() from (select gen_random_uuid() as id from generate_series(1, 130)) made`,
      [partner.id],
    )
    await server.ask(await customer.person('globalAdministrator'), 'POST', `/partner-relationships/${partner.id}/privileges-removal`, { body: { services: ['office365'] } })
    await tell()
    expect(await sql('select 1 from notifications where tenant_id = $1', [partner.id])).toHaveLength(100)
  })
})

describe('an operator', () => {
  it('is told of colleagues', async () => {
    const ona = await anOperator()
    const [{ domain }] = (await sql<{ domain: string }>('select primary_domain as domain from tenants where id = $1', [ona.tenantId])) as [{ domain: string }]
    await sql("insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) select tenant_id, gen_random_uuid(), 'two@' || $2, 'two@' || $2, 'Two', '{operator}', now() from people where id = $1", [ona.id, domain])
    expect((await server.ask(ona, 'POST', '/people', { body: { displayName: 'Three', userPrincipalName: `three@${domain}`, mail: 'three@contoso.example', roles: ['operator'], language: 'es' } })).status).toBe(201)
    await tell()
    expect(await sql('select kind, side from notifications where tenant_id = $1', [ona.tenantId])).toEqual([{ kind: 'colleague', side: 'operator' }])
  })
})
