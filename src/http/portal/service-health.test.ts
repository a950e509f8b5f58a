import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aBuyer, aCatalogue, anActive, attested, items, lineOf, place } from '../../../test/support/catalogue.ts'
import { testClock } from '../../../test/support/environment.ts'
import { aPartnership, aProvider, aReseller } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, anAgreement, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  await anAgreement()
  operator = await aCatalogue(server)
})

interface Shown {
  readonly service: string
  readonly health: string
}
const health = async (who: TestPerson, language = 'en') => (await server.ask(who, 'GET', '/service-health', { language })).body
const stateOf = async (who: TestPerson, service: string) => (await health(who)).items.find((one: Shown) => one.service === service)
const incident = (more: object = {}) => ({ serviceId: 'office365', impact: 'degraded', title: { en: 'Mail is late', es: 'El correo llega tarde' }, wordsEn: 'We are looking.', wordsEs: 'Lo estamos mirando.', startedAt: null, ...more })
const open = (cloud: string, more: object = {}) => server.ask(operator, 'POST', `/operator/service-health/${cloud}/incidents`, { body: incident(more) })
const note = (id: string, version: number, more: object = {}) =>
  server.ask(operator, 'POST', `/operator/service-incidents/${id}/notes`, { version, body: { wordsEn: 'Half of it is back.', wordsEs: 'La mitad ha vuelto.', impact: null, hasEnded: false, ...more } })
const reasonOf = ({ status, body }: { status: number; body: { code?: string; reason?: string; field?: string } }) => ({ status, reason: body.reason, field: body.field })

/** A cloud has one state for everybody, so each story begins with none. */
beforeEach(async () => {
  for (const table of ['service_incident_notes', 'service_incidents', 'service_statements']) await sql(`delete from ${table}`)
})

const cloud = 'public'

describe('how a service stands', () => {
  it('is nobody’s word until somebody said it, and no longer than that word holds: no constant green', async () => {
    const at = testClock()
    const clocked = await testServer({ at })
    const reader = await (await aPartner()).person('adminAgent')
    expect(await stateOf(reader, 'office365')).toMatchObject({ serviceName: 'Office 365', health: 'notStated', checkedAt: null, checkedBy: null, incidents: [], customers: 0 })
    expect((await clocked.ask(operator, 'POST', `/operator/service-health/${cloud}/statement`)).status).toBe(201)
    const stated = async () => (await clocked.ask(reader, 'GET', '/service-health')).body.items.map((one: Shown & { checkedBy: string }) => [one.health, one.checkedBy])
    expect(await stated()).toEqual([['working', 'operator'], ['working', 'operator']])
    at.forward({ milliseconds: 23.9 * 3_600_000 })
    expect(await stated()).toEqual([['working', 'operator'], ['working', 'operator']])
    at.forward({ milliseconds: 0.2 * 3_600_000 })
    expect(await stated()).toEqual([['notStated', 'operator'], ['notStated', 'operator']])
    expect((await clocked.ask(reader, 'GET', '/service-health')).body.items[0].checkedAt).toEqual(expect.any(String))
  })

  it('is the worst of what goes on, with every note in the reader’s language, until it is over; thirty days later it is gone', async () => {
    const at = testClock()
    const reader = await (await aCustomer()).person('globalAdministrator')
    const later = await testServer({ at })
    const advisory = (await open(cloud, { impact: 'advisory', startedAt: new Date(Date.now() - 3_600_000).toISOString() })).body
    const { status, body } = await open(cloud)
    expect({ status, body }).toMatchObject({ status: 201, body: { impact: 'degraded', isOpen: true, isFromFeed: false, version: 1 } })
    expect(await stateOf(reader, 'office365')).toMatchObject({ health: 'degraded', customers: null, incidents: [{ title: 'Mail is late', notes: [{ text: 'We are looking.' }] }, { impact: 'advisory' }] })
    expect(await stateOf(reader, 'azureActiveDirectory')).toMatchObject({ health: 'notStated' })
    expect((await note(body.incidentId, 1, { impact: 'interrupted' })).body).toMatchObject({ impact: 'interrupted', version: 2 })
    expect((await health(reader, 'es')).items.find((one: Shown) => one.service === 'office365')).toMatchObject({
      health: 'interrupted',
      incidents: [{ title: 'El correo llega tarde', notes: [{ text: 'La mitad ha vuelto.' }, { text: 'Lo estamos mirando.' }] }, {}],
    })
    expect((await note(body.incidentId, 1)).status).toBe(412)
    expect((await server.ask(operator, 'GET', `/operator/service-incidents/${body.incidentId}`)).body).toMatchObject({ impact: 'interrupted', version: 2, notes: [{}, {}] })
    expect((await note(body.incidentId, 2, { hasEnded: true })).body).toMatchObject({ isOpen: false, endedAt: expect.any(String), version: 3 })
    expect(reasonOf(await note(body.incidentId, 3))).toMatchObject({ status: 409, reason: 'incidentEnded' })
    await note(advisory.incidentId, 1, { hasEnded: true })
    expect(await stateOf(reader, 'office365')).toMatchObject({ health: 'notStated', incidents: [{ isOpen: false }, { isOpen: false }] })
    at.forward({ days: 31 })
    expect((await later.ask(reader, 'GET', '/service-health')).body.items.flatMap((one: { incidents: [] }) => one.incidents)).toEqual([])
  })

  it('shows each tenant its own cloud, and only the roles that may see it', async () => {
    await open(cloud)
    const partner = await aPartner({ cloud: 'germany' })
    expect((await health(await partner.person('helpdeskAgent'))).items.map((one: Shown) => one.health)).toEqual(['notStated', 'notStated'])
    expect((await server.ask(await partner.person('billingAdmin'), 'GET', '/service-health')).status).toBe(403)
    const china = await aPartner({ cloud: 'china' })
    expect(reasonOf(await server.ask(await china.person('salesAgent'), 'GET', '/service-health'))).toMatchObject({ status: 403, reason: 'roleDeniedByCloud' })
    expect((await server.ask(await china.person('adminAgent'), 'GET', '/service-health')).status).toBe(200)
    for (const [method, path] of [['GET', ''], ['POST', `/${cloud}/incidents`], ['POST', `/${cloud}/statement`], ['PUT', `/${cloud}`]] as const) {
      const body = { POST: path.endsWith('incidents') ? incident() : undefined, PUT: { checkedAt: new Date().toISOString(), incidents: [] }, GET: undefined }[method]
      expect((await server.ask(await partner.person('globalAdmin'), method, `/operator/service-health${path}`, { body })).status).toBe(403)
    }
    const clouds = (await server.ask(operator, 'GET', '/operator/service-health')).body.items
    expect(clouds.find((one: { cloud: string }) => one.cloud === cloud).services[1]).toMatchObject({ service: 'office365', health: 'degraded' })
  })

  it('is refused where it names nothing of the cloud, what has not come, or only one language', async () => {
    expect(reasonOf(await open(cloud, { serviceId: 'nowhere' }))).toEqual({ status: 422, reason: 'serviceUnknown', field: 'serviceId' })
    expect(reasonOf(await open(cloud, { startedAt: new Date(Date.now() + 3_600_000).toISOString() }))).toEqual({ status: 422, reason: 'momentAhead', field: 'startedAt' })
    expect(reasonOf(await open(cloud, { title: { en: 'Mail', es: '  ' } }))).toMatchObject({ status: 422, reason: 'nameEmpty' })
    expect(reasonOf(await open(cloud, { wordsEs: '  ' }))).toEqual({ status: 422, reason: 'wordsMissing', field: 'wordsEs' })
    expect((await open('nosuchcloud')).status).toBe(404)
    expect((await note(randomUUID(), 1)).status).toBe(404)
    expect((await server.ask(operator, 'GET', `/operator/service-incidents/${randomUUID()}`)).status).toBe(404)
  })
})

describe('a feed', () => {
  const fed = (feedId: string, more: object = {}) => ({ feedId, serviceId: 'office365', impact: 'degraded', title: { en: 'Mail is late', es: 'El correo llega tarde' }, startedAt: '2026-01-05T08:00:00Z', endedAt: null, notes: [{ at: '2026-01-05T08:10:00Z', wordsEn: 'Seen.', wordsEs: 'Visto.' }], ...more })
  const take = (cloud: string, incidents: object[], checkedAt = new Date().toISOString()) => server.ask(operator, 'PUT', `/operator/service-health/${cloud}`, { body: { checkedAt, incidents } })

  it('is the whole state of a cloud: it comes, changes, stands and ends, and the same one again changes nothing', async () => {
    const reader = await (await aPartner()).person('adminAgent')
    const checkedAt = new Date().toISOString()
    expect((await take(cloud, [fed('A-1'), fed('A-2', { serviceId: 'azureActiveDirectory', impact: 'interrupted' })], checkedAt)).body).toEqual({ created: 2, changed: 0, present: 0, ended: 0 })
    const before = await health(reader)
    expect(before.items.map((one: Shown & { checkedBy: string }) => [one.health, one.checkedBy])).toEqual([['interrupted', 'feed'], ['degraded', 'feed']])
    expect((await take(cloud, [fed('A-1'), fed('A-2', { serviceId: 'azureActiveDirectory', impact: 'interrupted' })], checkedAt)).body).toEqual({ created: 0, changed: 0, present: 2, ended: 0 })
    expect(await health(reader)).toEqual(before)
    const more = { notes: [{ at: '2026-01-05T08:10:00Z', wordsEn: 'Said anew.', wordsEs: 'Otra vez.' }, { at: '2026-01-05T09:00:00Z', wordsEn: 'Mended.', wordsEs: 'Arreglado.' }], endedAt: '2026-01-05T09:00:00Z' }
    expect((await take(cloud, [fed('A-1', { ...more, startedAt: '2026-01-05T08:05:00Z' })])).body).toEqual({ created: 0, changed: 1, present: 0, ended: 1 })
    expect((await health(reader)).items.map((one: Shown) => one.health)).toEqual(['working', 'working'])
    expect(await sql("select n.number, n.text_en from service_incident_notes n join service_incidents i on i.id = n.incident_id where i.cloud = $1 and i.feed_id = 'A-1' order by 1", [cloud])).toEqual([{ number: 1, text_en: 'Seen.' }, { number: 2, text_en: 'Mended.' }])
    expect(await sql("select count(*)::int as n from events where type = 'serviceHealth.feedTaken' and data ->> 'cloud' = $1", [cloud])).toEqual([{ n: 2 }])
  })

  it('leaves what the operator states, and what it states the operator cannot change', async () => {
    const own = (await open(cloud)).body
    await take(cloud, [fed('B-1')])
    const [row] = await sql<{ id: string }>("select id from service_incidents where cloud = $1 and feed_id = 'B-1'", [cloud])
    expect(reasonOf(await note(row!.id, 1))).toMatchObject({ status: 409, reason: 'incidentOfFeed' })
    expect((await take(cloud, [])).body).toMatchObject({ ended: 1 })
    expect(await sql('select ended_at from service_incidents where id = $1', [own.incidentId])).toEqual([{ ended_at: null }])
  })

  it('is taken whole or not at all: an older one, one that repeats itself or ends before it begins', async () => {
    await take(cloud, [fed('C-1')])
    expect(reasonOf(await take(cloud, [], new Date(Date.now() - 60_000).toISOString()))).toEqual({ status: 422, reason: 'feedIsOlder', field: 'checkedAt' })
    expect(reasonOf(await take(cloud, [fed('C-1'), fed('C-1')]))).toEqual({ status: 422, reason: 'feedRepeats', field: 'incidents.1.feedId' })
    expect(reasonOf(await take(cloud, [fed('C-2', { endedAt: '2026-01-05T07:00:00Z' })]))).toEqual({ status: 422, reason: 'endsBeforeStart', field: 'incidents.0.endedAt' })
    expect(reasonOf(await take(cloud, [fed('C-1'), fed('C-3', { serviceId: 'nowhere' })]))).toMatchObject({ status: 422, reason: 'serviceUnknown' })
    expect(await sql('select feed_id, ended_at from service_incidents where cloud = $1', [cloud])).toEqual([{ feed_id: 'C-1', ended_at: null }])
  })

  it('comes one after the other when two arrive at once', async () => {
    const checkedAt = new Date().toISOString()
    const answers = await Promise.all([1, 2, 3].map(() => take(cloud, [fed('D-1')], checkedAt)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.reduce((sum, { body }) => sum + body.created, 0)).toBe(1)
  })
})

describe('the services of a customer', () => {
  const record = async (who: TestPerson, customerId: string) => (await server.ask(who, 'GET', `/customers/${customerId}/record`)).body.services
  const map = async (who: TestPerson) => (await server.ask(who, 'GET', '/responsibility-map')).body.items.find((one: { service: string }) => one.service === 'office365').duties
  const office = (services: { service: string; subscriptions: object; standing: object }[]) => services.find(({ service }) => service === 'office365')!

  it('are told to the partner with what it sold, and what others sold only where privileges let it see [S1.22]', async () => {
    const { agent, customer } = await aBuyer()
    const other = await aPartner()
    await aRelationship(other, customer)
    await attested(other, customer)
    await anActive(server, { agent, customer, operator, line: lineOf(items.office, { quantity: 25 }) })
    const rival = await other.person('adminAgent')
    await anActive(server, { agent: rival, customer, operator, line: lineOf(items.classic, { quantity: 3 }) })
    // What waits to be provisioned is not there yet.
    await place(server, agent, customer, [lineOf(items.basic)])
    expect(office(await record(agent, customer.id)).subscriptions).toEqual({ own: 1, ownSeats: 25, others: null })
    await sql("insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) values ($1, $2, 'office365', gen_random_uuid(), now(), $3)", [other.id, customer.id, rival.id])
    expect(office(await record(rival, customer.id)).subscriptions).toEqual({ own: 1, ownSeats: 3, others: 1 })
    await open('public')
    expect(office(await record(agent, customer.id)).standing).toMatchObject({ health: 'degraded', incidents: [{ isOpen: true, title: 'Mail is late' }] })
    expect(await stateOf(agent, 'office365')).toMatchObject({ customers: 1 })
  })

  it('hide how they stand from a role of which the cloud takes it', async () => {
    const partner = await aPartner({ cloud: 'china' })
    const customer = await aCustomer({ cloud: 'china' })
    await aRelationship(partner, customer)
    expect((await record(await partner.person('salesAgent'), customer.id)).map(({ standing }: { standing: unknown }) => standing)).toEqual([null, null])
    expect((await record(await partner.person('adminAgent'), customer.id))[0].standing).toMatchObject({ health: 'notStated' })
  })

  it('are answered for by who sold them: the reseller on record in front, its provider behind, and nobody else', async () => {
    const [provider, reseller, idle] = [await aProvider({ name: 'Proveedora' }), await aReseller({ name: 'Revendedora' }), await aPartner()]
    await aPartnership(provider, reseller)
    const customer = await aCustomer()
    for (const partner of [provider, reseller, idle]) await aRelationship(partner, customer)
    await attested(provider, customer)
    const ana = await customer.person('globalAdministrator')
    expect((await map(ana))[0]).toEqual({ duty: 'billing', marks: ['notSold'], answerable: [] })
    const agent = await provider.person('adminAgent')
    await anActive(server, { agent, customer, operator, line: lineOf(items.office, { quantity: 4, resellerId: reseller.id }) })
    const [billing, , support] = await map(ana)
    expect(billing.answerable.map((one: { partnerId: string; isBehind: boolean; subscriptions: number }) => [one.partnerId, one.isBehind, one.subscriptions])).toEqual([[reseller.id, false, 1], [provider.id, true, 1]])
    expect(support.answerable.map((one: { partnerId: string }) => one.partnerId)).toEqual([reseller.id, provider.id])
    expect((await server.ask(ana, 'GET', '/services')).body.items[1]).toMatchObject({ service: 'office365', sellers: [{ partnerId: reseller.id, partnerName: 'Revendedora', providerName: 'Proveedora', subscriptions: 1, seats: 4 }] })
    const own = async (who: TestPerson) => (await server.ask(who, 'GET', `/customers/${customer.id}`)).body.responsibilities[1].duties[0]
    expect(await own(agent)).toEqual({ duty: 'billing', isOwn: true, subscriptions: 1, marks: [] })
    expect(await own(await reseller.person('adminAgent'))).toEqual({ duty: 'billing', isOwn: true, subscriptions: 1, marks: [] })
    expect(await own(await idle.person('adminAgent'))).toEqual({ duty: 'billing', isOwn: false, subscriptions: null, marks: ['notSold'] })
    expect((await server.ask(await customer.person('helpdeskAdministrator'), 'GET', '/services')).status).toBe(403)
  })

  it('end with the organization: what was sold and what waits, with its order and what is given back', async () => {
    const { agent, customer } = await aBuyer()
    const { path } = await anActive(server, { agent, customer, operator, line: lineOf(items.office) })
    const addOn = await anActive(server, { agent, customer, operator, line: lineOf(items.archive, { baseSubscriptionId: path.split('/').at(-1) }) })
    const classic = await anActive(server, { agent, customer, operator, line: lineOf(items.classic) })
    await server.ask(agent, 'POST', `${classic.path}/suspension`, { body: { because: 'nonPayment' } })
    const waiting = (await place(server, agent, customer, [lineOf(items.basic)])).body
    expect((await server.ask(operator, 'GET', `/operator/customers/${customer.id}/closure`)).body.subscriptions).toBe(4)
    const closed = await server.ask(operator, 'POST', `/operator/customers/${customer.id}/closure`, { body: {} })
    expect(closed).toMatchObject({ status: 201, body: { subscriptions: 4 } })
    expect(await sql('select status, ended_because, count(*)::int as n from subscriptions where customer_id = $1 group by 1, 2', [customer.id])).toEqual([{ status: 'deleted', ended_because: 'tenantClosed', n: 4 }])
    expect(await sql('select status from customer_orders where id = $1', [waiting.orderId])).toEqual([{ status: 'cancelled' }])
    // Within the window both could have been cancelled, so both give back; the legacy one cannot be.
    expect(await sql("select count(*)::int as n from subscription_charges where customer_id = $1 and kind = 'cancellation'", [customer.id])).toEqual([{ n: 2 }])
    expect(await sql("select count(*)::int as n from events where type = 'subscription.ended' and data ->> 'because' = 'tenantClosed' and resource_id = any($1)", [[path.split('/').at(-1), addOn.id, classic.id]])).toEqual([{ n: 3 }])
  })
})
