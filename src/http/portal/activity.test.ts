import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aRequest } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
await anAgreement('public')

async function accepted(services = ['office365']) {
  const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
  const ana = await customer.person('globalAdministrator')
  const { id, secret } = await aRequest(partner, { services })
  const { body: page } = await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })
  const { versionId, language, sha256 } = page.agreement
  await server.ask(ana, 'POST', '/invitations/acceptance', { body: { secret, version: page.version, agreement: { versionId, language, sha256 } } })
  return { partner, customer, ana, id, agent: await partner.person('adminAgent') }
}

interface Entry {
  id: string
  type: string
  text: string
  actor: { displayName: string | null; isMine: boolean }
  counterpart: { id: string; name: string } | null
}
const feed = async (who: TestPerson, query = '', language = 'en') => (await server.ask(who, 'GET', `/activity${query}`, { language })).body.items as Entry[]

describe('the activity', () => {
  it('of both sides holds the same facts, each filed under the other', async () => {
    const { partner, customer, ana, agent } = await accepted()
    const shared = ['agreement.signed', 'privileges.granted', 'relationshipRequest.accepted', 'resellerRelationship.formed']
    const [theirs, ours] = [await feed(ana), await feed(agent)]
    expect(theirs.map(({ type }) => type).sort()).toEqual(shared)
    expect(ours.map(({ type }) => type).sort()).toEqual([...shared, 'relationshipRequest.opened'].sort())
    expect(theirs.find(({ type }) => type === 'relationshipRequest.accepted')).toMatchObject({
      text: `${ana.displayName} accepted the relationship request`,
      actor: { displayName: ana.displayName, isMine: true, tenantName: customer.name },
      counterpart: { id: partner.id, name: partner.name },
    })
    expect(ours.find(({ type }) => type === 'relationshipRequest.accepted')).toMatchObject({
      text: `${ana.displayName} (${customer.name}) accepted the relationship request`,
      actor: { displayName: ana.displayName, isMine: false },
      counterpart: { id: customer.id, name: customer.name },
    })
  })

  it('speaks the language of its reader', async () => {
    const { ana, customer, agent } = await accepted()
    const texts = (await feed(agent, '', 'es')).map(({ text }) => text)
    expect(texts).toEqual(
      expect.arrayContaining([
        `${ana.displayName} (${customer.name}) concedió privilegios de administración en Office 365`,
        `${ana.displayName} (${customer.name}) firmó el contrato de cliente, versión 1`,
        'Se abrió el vínculo de una solicitud',
      ]),
    )
  })

  it('calls a customer as the list of the partner does, and a person whose data were erased by no name', async () => {
    const { customer, ana, agent } = await accepted()
    await sql(`update customer_accounts set company_name = 'Our Contoso' where customer_id = $1`, [customer.id])
    await sql(`update people set status = 'erased' where id = $1`, [ana.id])
    expect((await feed(agent)).find(({ type }) => type === 'privileges.granted')).toMatchObject({
      text: 'An erased person granted admin privileges on Office 365',
      actor: { displayName: null },
      counterpart: { name: 'Our Contoso' },
    })
  })

  it('names the customer of former days and one that declined', async () => {
    const [partner, customer] = await Promise.all([aPartner(), aCustomer()])
    const { secret } = await aRequest(partner)
    await server.ask(await customer.person('globalAdministrator'), 'POST', '/invitations/decline', { body: { secret } })
    const [entry] = await feed(await partner.person('salesAgent'), '?type=relationshipRequest.declined')
    expect(entry).toMatchObject({ counterpart: { id: customer.id, name: customer.name } })
  })

  it('is filtered by the other side, kind, person and time', async () => {
    const { partner, customer, ana, agent } = await accepted()
    expect(await feed(agent, `?counterpart=${customer.id.toUpperCase()}`)).toHaveLength(4)
    expect(await feed(agent, `?counterpart=${partner.id}`)).toEqual([])
    expect((await feed(agent, '?type=agreement.signed')).map(({ type }) => type)).toEqual(['agreement.signed'])
    expect(await feed(ana, `?person=${ana.id}`)).toHaveLength(4)
    expect(await feed(ana, `?person=${randomUUID()}`)).toEqual([])
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Madrid' }).format(server.env.clock())
    expect(await feed(ana, `?from=${today}&to=${today}`)).toHaveLength(4)
    expect(await feed(ana, `?to=2026-01-01`)).toEqual([])
    expect(await feed(ana, `?from=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`)).toEqual([])
    for (const query of ['?type=no.such', '?from=yesterday', '?from=2026-02-30', '?counterpart=me', '?size=0']) {
      expect((await server.ask(ana, 'GET', `/activity${query}`)).status).toBe(422)
    }
    expect((await server.ask(ana, 'GET', '/activity?sort=at')).status).toBe(400)
  })

  it('is read in pages to its end and back, nothing twice and nothing left out', async () => {
    const { agent } = await accepted()
    const all = (await feed(agent)).map(({ id }) => id)
    const seen: string[] = []
    let cursor = ''
    let last: { body: { items: Entry[]; next: string | null; previous: string | null } }
    do {
      last = await server.ask(agent, 'GET', `/activity?size=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...last.body.items.map(({ id }) => id))
      cursor = last.body.next ?? ''
    } while (cursor)
    expect(seen).toEqual(all)
    const back = await server.ask(agent, 'GET', `/activity?size=2&cursor=${last.body.previous}`)
    expect(back.body.items.map(({ id }: Entry) => id)).toEqual(all.slice(2, 4))
    const foreign = await aPartner()
    expect(await server.ask(await foreign.person('adminAgent'), 'GET', `/activity?size=2&cursor=${last.body.previous}`)).toMatchObject({ status: 400, body: { code: 'invalidCursor' } })
  })

  it('of strangers stays with them', async () => {
    await accepted()
    expect(await feed(await (await aPartner()).person('globalAdmin'))).toEqual([])
    expect((await server.ask(null, 'GET', '/activity')).status).toBe(401)
  })

  it('tells of acts that were refused, with the reason', async () => {
    const { ana, partner } = await accepted()
    await server.ask(await partner.person('helpdeskAgent'), 'GET', '/partner-relationships')
    const [entry] = await feed(await partner.person('helpdeskAgent'), '?type=act.refused')
    expect(entry).toMatchObject({ outcome: 'refused', reasonCode: 'roleMissing', reasonText: expect.stringContaining('role'), actor: { isMine: true } })
    expect(await feed(ana, '?type=act.refused')).toEqual([])
  })
})
