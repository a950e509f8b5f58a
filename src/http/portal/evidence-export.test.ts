import { createHash } from 'node:crypto'
import Schema from 'typebox/schema'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCanaryWorld } from '../../../test/support/canaries.ts'
import { livedIn } from '../../../test/support/lived-in.ts'
import { aPartnership, aProvider, aReseller, askedPartnership, partnershipActs } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { EvidenceDocument } from './evidence-schemas.ts'

const server = await testServer()
const exported = (who: TestPerson | null, format = 'json', ask: object = {}) => server.ask(who, 'POST', '/evidence/export', { body: { format }, ...ask })
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('the evidence of an organization', () => {
  let partner: TestTenant
  let customer: TestTenant
  let admin: TestPerson

  beforeAll(async () => {
    partner = await aPartner({ name: 'Fabrikam <b>& Hijos' })
    customer = await aCustomer({ name: 'Contoso "Norte" & <i>Sur' })
    const { versionId } = await anAgreement('public', { number: 7 })
    await livedIn(partner, customer, 'active', versionId)
    admin = await customer.person('globalAdministrator')
    await sql(`update relationship_requests set customer_id = $1, status = 'accepted', answered_at = now(), answered_by = $2 where partner_id = $3`, [customer.id, admin.id, partner.id])
    await sql(`update people set display_name = 'Ana <script>alert(1)</script>' where id = $1`, [admin.id])
  })

  it('is one JSON document as its schema says, with what was signed, consented to and done', async () => {
    const { status, body, headers } = await exported(admin)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="evidence.json"; filename*=UTF-8''evidence.json`)
    const check = Schema.Compile(EvidenceDocument)
    expect(check.Errors(body)[1]).toEqual([])
    expect(check.Check({ ...body, isWhole: false }) || check.Check({ ...body, agreements: [{ ...body.agreements[0], sha256: 'x' }] })).toBe(false)
    expect(body).toMatchObject({ format: 'vinculo-evidence/1', isWhole: true, organization: { id: customer.id, name: customer.name } })
    const parts = [body.agreements, body.attestations, body.answers, body.relationships, body.privileges, body.endRequests, body.subscriptions, body.purchasePermissions, body.ownPurchases, body.events] as unknown[][]
    expect(parts.map((entries) => entries.length > 0)).toEqual(parts.map(() => true))
    expect(body.entries).toBe(parts.reduce((sum, { length }) => sum + length, 0))
    expect(body.answers[0]).toMatchObject({ partner: { id: partner.id, name: partner.name }, answer: 'accepted', services: ['azure'] })
  })

  it('holds the partnerships of provider and reseller, each with the other side and its own words alone', async () => {
    const [provider, reseller] = [await aProvider({ name: 'Distribuidora <b>' }), await aReseller({ name: 'Reventa & Cía' })]
    const [elsa, ruben] = [await provider.person('globalAdmin'), await reseller.person('globalAdmin')]
    const [ended, declined] = [await aPartnership(provider, reseller), await aPartnership(provider, reseller, { status: 'declined' })]
    await partnershipActs(server).remove(ruben, ended, { reason: 'Nos vamos' })
    await askedPartnership(server, elsa)
    const { body } = await exported(elsa)
    expect(Schema.Compile(EvidenceDocument).Errors(body)[1]).toEqual([])
    const entry = (id: string, of = body) => of.partnerships.find((one: { id: string }) => one.id === id)
    expect(body.partnerships).toHaveLength(2)
    expect(entry(ended)).toMatchObject({ partner: { id: reseller.id, name: reseller.name }, side: 'provider', answer: 'authorized', endedBy: { displayName: ruben.displayName, organization: reseller.name }, endReason: null })
    expect(entry(declined)).toMatchObject({ answer: 'declined', endedAt: null })
    expect(entry(ended, (await exported(ruben)).body)).toMatchObject({ partner: { id: provider.id, name: provider.name }, side: 'reseller', endReason: 'Nos vamos', endStatementSha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { body: page } = await exported(ruben, 'html', { language: 'es' })
    expect(page).toContain('Distribuidora &lt;b&gt; (como proveedor): autorizada por')
    expect(page).toContain('Motivo indicado: Nos vamos')
  })

  it('holds orders, subscriptions, carts and own purchases as rows, each with a number that can be computed again and to each side what is its own [S2.7]', async () => {
    const rehashed = ({ sha256: stated, ...row }: { sha256: string }) => stated === sha256(JSON.stringify(row))
    const seller = (await exported(await partner.person('globalAdmin'))).body
    expect(Schema.Compile(EvidenceDocument).Errors(seller)[1]).toEqual([])
    expect([seller.orders.length, seller.subscriptions.length, seller.carts.length]).toEqual([2, 2, 1])
    expect([...seller.orders, ...seller.subscriptions, ...seller.carts].filter((row) => !rehashed(row))).toEqual([])
    expect(rehashed({ ...seller.orders[0], total: '0.01' })).toBe(false)
    expect(seller.orders[0]).toMatchObject({ customer: { id: customer.id }, status: 'pending', total: '1.00', currency: 'EUR' })
    const [charged] = await sql<{ subscription_id: string }>('select subscription_id from subscription_charges where partner_id = $1 limit 1', [partner.id])
    expect(seller.subscriptions.find(({ id }: { id: string }) => id === charged!.subscription_id)).toMatchObject({ side: 'seller', seller: { name: partner.name }, customer: { id: customer.id }, friendlyName: 'subscription name text', charged: '2.00', currency: 'EUR' })
    expect(seller.carts[0]).toMatchObject({ customer: { id: customer.id }, status: 'active', orderId: null, lines: [{ quantity: 1, friendlyName: 'cart line text' }] })
    expect([seller.purchasePermissions.length, seller.ownPurchases.length]).toEqual([1, 2])
    expect(seller.purchasePermissions[0]).toMatchObject({ partner: { id: partner.id }, customer: { id: customer.id }, kind: 'reservation', needsApproval: true, mostEach: null, endedAt: null })
    const buyer = (await exported(admin)).body
    expect([buyer.purchasePermissions, buyer.ownPurchases].flat().filter((row) => !rehashed(row))).toEqual([])
    expect(buyer.ownPurchases).toHaveLength(2)
    expect(buyer.ownPurchases[0]).toMatchObject({ partner: { id: partner.id }, total: '1.00', committed: '12.00', currency: 'EUR', status: 'awaitingApproval', askedBy: { id: admin.id }, answeredBy: null })
    expect([buyer.orders, buyer.carts]).toEqual([[], []])
    expect(buyer.subscriptions).toHaveLength(2)
    expect(buyer.subscriptions[0]).toMatchObject({ side: 'customer', seller: { name: partner.name }, orderId: null, friendlyName: null, charged: null, currency: null, quantity: 1, status: 'pending' })
    expect(buyer.subscriptions.filter((row: { sha256: string }) => !rehashed(row))).toEqual([])
    const { body: page } = await exported(await partner.person('globalAdmin'), 'html', { language: 'es' })
    for (const words of ['Pedidos', 'Carritos', 'comprar reservas por su cuenta', 'pendiente de aprobación', 'pendiente de aprovisionar', `SHA-256 de esta fila: ${seller.orders[0].sha256}`]) expect(page).toContain(words)
  })

  it('carries each signed text so that the number stored with the signature can be computed again, in both shapes', async () => {
    const { body } = await exported(admin)
    const stored = (await sql<{ sha256: Buffer }>('select sha256 from signatures where customer_id = $1', [customer.id])).map((row) => row.sha256.toString('hex'))
    expect(body.agreements.map(({ text }: { text: string }) => sha256(text))).toEqual(stored)
    const { body: page } = await exported(admin, 'html')
    const saved = [...(page as string).matchAll(/href="data:text\/plain;charset=utf-8;base64,([^"]+)"/g)].map(([, bytes]) => sha256(Buffer.from(bytes!, 'base64')))
    expect(saved).toEqual(stored)
    expect(page).toContain(stored[0])
  })

  it('is a page of its own in the reader’s language, which runs nothing and asks for nothing', async () => {
    const { body, headers } = await exported(admin, 'html', { language: 'es' })
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="evidence.html"/)
    expect(body).toMatch(/^<!doctype html>\n<html lang="es">/)
    expect(body).toMatch(/<\/html>\n$/)
    for (const words of ['Cómo comprobarlo', 'Contratos firmados', 'Todo lo que ocurrió', 'Fin del archivo. Está completo']) expect(body).toContain(words)
    expect(body).toContain('Contoso &quot;Norte&quot; &amp; &lt;i&gt;Sur')
    expect(body).not.toMatch(/<script|<i>|<b>|src=|https?:\/\//)
    expect(JSON.stringify((await exported(admin, 'json', { language: 'es' })).body.events)).toMatch(/empezó a exportar las pruebas/)
  })

  it('says what each partner did to it, and nothing that is the partner’s own', async () => {
    const staff = await partner.person('adminAgent', 'salesAgent')
    const { body } = await exported(admin)
    const text = JSON.stringify(body)
    expect(body.events.some(({ actor }: { actor: { organization: string; isOwn: boolean } }) => actor.organization === partner.name && !actor.isOwn)).toBe(true)
    expect(text).toContain(staff.displayName)
    for (const own of [staff.userPrincipalName, 'subject text', 'letter text', 'tag text', 'named company text', 'billing text']) expect(text).not.toContain(own)
  })

  it('gives a partner its own part', async () => {
    const { body } = await exported(await partner.person('globalAdmin'))
    expect(body.agreements).toEqual([])
    expect(body.relationships).toEqual([])
    expect(body.events.length).toBeGreaterThan(0)
  })

  it('names nobody who was erased', async () => {
    const gone = await aCustomer()
    const [signer, reader] = [await gone.person('globalAdministrator'), await gone.person('globalAdministrator', 'billingAdministrator')]
    await sql(`insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, actor_person_id, actor_tenant_id) values ($1, now(), 'tenant.updated', 'done', 'tenant', $2, 1, 'person', $3, $2)`, [gone.id, gone.id, signer.id])
    await sql(`insert into event_readers (tenant_id, at, event_id, type) values ($1, now(), $1, 'tenant.updated')`, [gone.id])
    await sql(`update people set status = 'erased' where id = $1`, [signer.id])
    const { body } = await exported(reader, 'json', { language: 'es' })
    expect(body.events[0]).toMatchObject({ id: gone.id, text: 'Una persona eliminada cambió la configuración de la organización', actor: { displayName: null } })
  })

  it('is open to global administrators of either side, and to them alone', async () => {
    expect((await exported(await customer.person('billingAdministrator'))).body).toMatchObject({ code: 'notAllowed', reason: 'roleMissing' })
    expect((await exported(await partner.person('adminAgent'))).status).toBe(403)
    expect((await exported(await (await aPartner({ status: 'suspended' })).person('globalAdmin'))).status).toBe(200)
    expect((await exported(null)).status).toBe(401)
    expect((await exported(admin, 'pdf')).status).toBe(422)
  })

  it('is recorded: who, in which shape, and how much', async () => {
    const own = await aCustomer()
    const who = await own.person('globalAdministrator')
    await exported(who, 'html')
    const found = await sql('select e.type, e.actor_person_id, e.data from events e join event_readers r on r.event_id = e.id where r.tenant_id = $1 order by e.sequence', [own.id])
    expect(found).toEqual([
      { type: 'evidenceExport.started', actor_person_id: who.id, data: { kind: 'html' } },
      { type: 'evidenceExport.finished', actor_person_id: who.id, data: { rows: 0 } },
    ])
  })
})

it('a file holds every entry once, however many pieces it is read in', async () => {
  const customer = await aCustomer()
  await sql(
    `with made as (insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind)
       select gen_random_uuid(), timestamptz '2026-01-01' + (n / 3) * interval '1 second', 'tenant.updated', 'done', 'tenant', $1, n, 'system' from generate_series(1, 2500) n returning id, at)
     insert into event_readers (tenant_id, at, event_id, type) select $1, at, id, 'tenant.updated' from made`,
    [customer.id],
  )
  const { body } = await exported(await customer.person('globalAdministrator'))
  expect(new Set(body.events.map(({ id }: { id: string }) => id)).size).toBe(2500)
  expect(body.events).toHaveLength(2500)
  expect(body.events.map(({ at }: { at: string }) => at)).toEqual(body.events.map(({ at }: { at: string }) => at).toSorted())
})

it('no file of any organization holds a word that is not for it', async () => {
  const world = await aCanaryWorld(8)
  for (const tenant of [...world.partners, ...world.customers]) {
    const who = await tenant.person(world.partners.includes(tenant) ? 'globalAdmin' : 'globalAdministrator')
    for (const format of ['json', 'html']) {
      const { status, body } = await exported(who, format)
      expect(status).toBe(200)
      expect(world.foreignIn(typeof body === 'string' ? body : JSON.stringify(body), tenant.id)).toEqual([])
    }
  }
})
