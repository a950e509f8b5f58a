import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/invitations.ts'
import { aPartnership, aProvider, aReseller, askedPartnership, partnershipActs } from '../../../test/support/partnerships.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'
import { newSecret } from '../../security/secret.ts'

const server = await testServer()
const rounds = Number(process.env.RACE_ROUNDS ?? 8)
const { look, authorize, decline, remove } = partnershipActs(server)
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string; next?: string } }) => [status, body.code, body.reason]

async function asked(wishes: { provider?: Parameters<typeof aProvider>[0]; reseller?: Parameters<typeof aReseller>[0] } = {}) {
  const [provider, reseller] = [await aProvider(wishes.provider), await aReseller(wishes.reseller)]
  const [agent, ana] = [await provider.person('adminAgent'), await reseller.person('globalAdmin')]
  return { provider, reseller, agent, ana, ...(await askedPartnership(server, agent, { companyName: 'Contoso Revendedor' })) }
}

describe('a provider', () => {
  it('asks by a letter whose link is bound to its account, and takes it out itself', async () => {
    const { row, id, agent, provider } = await asked()
    expect(row.body).toMatchObject({ side: 'provider', status: 'draft', partner: null, namedCompany: 'Contoso Revendedor', can: ['share', 'edit', 'withdraw'] })
    expect(row.body.draft.text).toContain(`id. de partner ${provider.id}`)
    expect(row.body.draft.text.split(row.body.link)).toHaveLength(2)
    expect(row.body.link).toMatch(/\/partner\/provider-invitation#psh_/)
    const edited = await server.ask(agent, 'PATCH', `/partnerships/${id}/draft`, { body: { subject: 'Hola', text: `Mis palabras\n\n${row.body.link}` }, version: 1 })
    expect(edited.body).toMatchObject({ version: 2, draft: { subject: 'Hola' } })
    expect(problem(await server.ask(agent, 'PATCH', `/partnerships/${id}/draft`, { body: { subject: 'Hola', text: 'sin vínculo' }, version: 2 }))).toEqual([422, 'draftRefused', 'linkMissing'])
    expect(problem(await server.ask(agent, 'PATCH', `/partnerships/${id}/draft`, { body: { subject: 'Hola', text: row.body.link }, version: 1 })).slice(0, 2)).toEqual([412, 'changedMeanwhile'])
    expect((await server.ask(agent, 'POST', `/partnerships/${id}/sharing`, { body: { by: 'copy' } })).body).toMatchObject({ status: 'shared', link: null, draft: null })
    expect((await server.ask(agent, 'GET', `/partnerships/${id}/message`)).body.text).toContain('Mis palabras')
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['partnership.asked', 'partnership.edited', 'partnership.shared'])
  })

  it('is one by kind, and its people need the role; helpdesk agents only look', async () => {
    const reseller = await aReseller()
    expect(problem(await server.ask(await reseller.person('globalAdmin'), 'POST', '/partnerships', { body: { language: 'en' } }))).toEqual([403, 'notAllowed', 'notAnIndirectProvider'])
    const { provider, id } = await asked()
    const helpdesk = await provider.person('helpdeskAgent')
    expect(problem(await server.ask(helpdesk, 'POST', '/partnerships', { body: { language: 'en' } }))).toEqual([403, 'notAllowed', 'roleMissing'])
    expect((await server.ask(helpdesk, 'GET', `/partnerships/${id}`)).body).toMatchObject({ link: null, draft: null, can: [] })
  })

  it('withdraws, and the link ends at once', async () => {
    const { agent, id, ana, secret } = await asked()
    expect((await server.ask(agent, 'POST', `/partnerships/${id}/withdrawal`, { body: {} })).body.status).toBe('withdrawn')
    expect((await look(ana, secret)).body.verdict).toMatchObject({ canAuthorize: false, reasonCode: 'partnershipWithdrawn', next: 'contactProvider' })
    expect(problem(await authorize(ana, secret))).toEqual([409, 'partnershipNotPossible', 'partnershipWithdrawn'])
    expect(problem(await server.ask(agent, 'GET', `/partnerships/${id}/message`)).slice(0, 2)).toEqual([409, 'invalidTransition'])
  })
})

describe('a reseller', () => {
  it('reads who asks and which access it gives, ticks the box and authorises; both lists show it [S4.L1.1] [S4.L1.2]', async () => {
    const { provider, reseller, agent, ana, secret, id } = await asked()
    expect((await look(null, secret)).body).toMatchObject({ verdict: { reasonCode: 'notSignedIn', next: 'signIn' }, provider: { name: provider.name }, viewer: null })
    const page = (await look(ana, secret)).body
    expect(page).toMatchObject({ verdict: { canAuthorize: true }, can: ['authorize', 'decline'], viewer: { tenantName: reseller.name } })
    expect(page.access.map(({ name }: { name: string }) => name)).toContain('Office 365')
    expect(problem(await authorize(ana, secret, { body: { acknowledged: false } }))).toEqual([422, 'invalidInput', 'accessNotAcknowledged'])
    expect(problem(await authorize(ana, secret, { body: { services: ['office365'] } }))).toEqual([412, 'changedMeanwhile', 'askChanged'])
    expect(problem(await authorize(ana, secret, { authenticatedAt: new Date(Date.now() - 3_600_000) })).slice(0, 2)).toEqual([403, 'stepUpRequired'])
    const done = await authorize(ana, secret)
    expect([done.status, done.body]).toMatchObject([201, { partnershipId: id, provider: { id: provider.id } }])
    const [providers, resellers] = [await server.ask(ana, 'GET', '/partnerships?side=reseller'), await server.ask(agent, 'GET', '/partnerships?side=provider')]
    expect(providers.body.items).toMatchObject([{ side: 'reseller', status: 'active', partner: { id: provider.id, name: provider.name }, namedCompany: null, can: ['remove', 'removeAccess'] }])
    expect(resellers.body.items).toMatchObject([{ side: 'provider', status: 'active', partner: { id: reseller.id, name: reseller.name }, answeredBy: { displayName: ana.displayName } }])
    expect(resellers.body.items[0].access.map(({ id }: { id: string }) => id)).toEqual(page.access.map(({ id }: { id: string }) => id).sort())
    expect((await server.ask(agent, 'GET', `/tenants/${reseller.id}/organization`)).status).not.toBe(500)
    expect(await eventsOf(id)).toMatchObject([{ type: 'partnership.asked', readers: 1 }, { type: 'partnership.authorized', readers: 2 }])
  })

  it('enrols as an indirect reseller with the operator, signs in and connects with a provider [S4.L1]', async () => {
    const domain = `r${randomUUID().slice(0, 8)}.example`
    const admin = { displayName: 'Noa Vidal', userPrincipalName: `noa@${domain}`, mail: `noa@${domain}` }
    const enrolment = { name: 'Nubes del Duero', cloud: 'public', country: 'ES', primaryDomain: domain, language: 'es', timeZone: 'Europe/Madrid', kinds: ['indirectReseller'], programmeId: '4711', admin }
    const made = await server.ask(await anOperator(), 'POST', '/operator/partners', { body: enrolment })
    expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201, body: { kinds: ['indirectReseller'] } })
    await sql(`update people set status = 'active', mail_confirmed_at = now() where id = $1`, [made.body.adminId])
    const noa: TestPerson = { id: made.body.adminId, tenantId: made.body.id, userPrincipalName: admin.userPrincipalName, displayName: admin.displayName, roles: ['globalAdmin'] }
    const { provider, secret } = await asked()
    expect((await authorize(noa, secret)).status).toBe(201)
    expect((await server.ask(noa, 'GET', '/partnerships?side=reseller')).body.items).toMatchObject([{ status: 'active', partner: { id: provider.id } }])
  })

  it.each([
    ['FR', 'DE', true],
    ['ES', 'PT', true],
    ['US', 'GB', false],
    ['ES', 'US', false],
  ])('of %s pairs with a provider of %s: %s, and sells where its own location says [S4.L1.4]', async (own, other, mayPair) => {
    const { reseller, ana, secret } = await asked({ provider: { country: other }, reseller: { country: own } })
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe(mayPair ? null : 'outsidePartnershipMarket')
    expect((await authorize(ana, secret)).status).toBe(mayPair ? 201 : 409)
    const agent = await reseller.person('adminAgent')
    const sells = async (country: string) => (await server.ask(agent, 'POST', '/relationship-request-checks', { body: { kind: 'establish', customer: { country } } })).body.problems.map(({ reasonCode }: { reasonCode: string }) => reasonCode)
    expect([await sells(own), await sells(other)]).toEqual([[], mayPair ? [] : ['outsideMarket']])
  })

  it('connecting brings no customers to either [S1.9]', async () => {
    const { provider, reseller, agent, ana, secret } = await asked()
    const [mine, theirs] = [await aCustomer(), await aCustomer()]
    await aRelationship(provider, mine)
    await aRelationship(reseller, theirs)
    await authorize(ana, secret)
    const names = async (who: typeof ana, query = '') => (await server.ask(who, 'GET', `/customers${query}`)).body.items.map(({ customerId }: { customerId: string }) => customerId)
    expect([await names(agent), await names(ana)]).toEqual([[mine.id], [theirs.id]])
    expect([await names(agent, `?sharedWith=${reseller.id}`), await names(ana, `?sharedWith=${provider.id}`)]).toEqual([[], []])
  })

  it.each([
    ['notAnIndirectReseller', 403, {}, { kinds: ['directBill'] as const }],
    ['outsidePartnershipMarket', 409, {}, { country: 'US' }],
    ['resellerAgreementUnsigned', 409, {}, { hasSigned: false }],
    ['resellerProgrammeIdMissing', 409, {}, { programmeId: null, hasSigned: true }],
    ['resellerSuspended', 409, {}, { status: 'suspended' as const }],
    ['otherCloud', 409, {}, { cloud: 'china' as const }],
  ])('is told %s by its page, by the answer and on the provider’s row', async (reason, status, provider, reseller) => {
    const { ana, secret, id, agent } = await asked({ provider, reseller: { ...reseller, ...('kinds' in reseller && { kinds: [...reseller.kinds!] }) } as never })
    const page = (await look(ana, secret)).body
    expect(page.verdict).toMatchObject({ canAuthorize: false, reasonCode: reason })
    expect(page.verdict.reasonText.length).toBeGreaterThan(20)
    expect(problem(await authorize(ana, secret))).toEqual([status, status === 403 ? 'notAllowed' : 'partnershipNotPossible', reason])
    expect((await server.ask(agent, 'GET', `/partnerships/${id}`)).body).toMatchObject({ blockedReason: reason, status: 'draft' })
    expect((await eventsOf(id)).filter(({ type }) => type === 'partnership.blocked')).toMatchObject([{ reason_code: reason, actor_kind: 'visitor', readers: 1 }])
  })

  it('authorises by a global admin only, and never its own link', async () => {
    const { reseller, provider, secret } = await asked()
    const agent = await reseller.person('adminAgent')
    expect((await look(agent, secret)).body.verdict.reasonCode).toBe('notGlobalAdmin')
    expect(problem(await authorize(agent, secret)).slice(0, 2)).toEqual([403, 'notAllowed'])
    expect((await look(await provider.person('globalAdmin'), secret)).body.verdict.reasonCode).toBe('ownPartnerTenant')
  })

  it('finds a link that ended for the provider’s own reasons', async () => {
    const { provider, ana, secret, agent } = await asked()
    await sql(`update people set status = 'disabled' where id = $1`, [agent.id])
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('askerLostRight')
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [provider.id])
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('providerSuspended')
  })

  it('is no customer of its own provider, and in partnership with it once', async () => {
    const { provider, reseller, ana, secret, agent } = await asked()
    await sql('update tenants set is_customer = true where id = $1', [reseller.id])
    await aRelationship(provider, reseller)
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('customerOfProvider')
    await sql('update reseller_relationships set ended_at = now() where customer_id = $1', [reseller.id])
    expect((await authorize(ana, secret)).status).toBe(201)
    expect((await look(ana, secret)).body.verdict).toMatchObject({ reasonCode: 'alreadyInPartnership', next: 'seeProviders' })
    const second = await askedPartnership(server, agent)
    expect(problem(await authorize(ana, second.secret))).toEqual([409, 'partnershipNotPossible', 'alreadyInPartnership'])
    const other = await (await aReseller()).person('globalAdmin')
    expect((await look(other, secret)).body.verdict.reasonCode).toBe('partnershipLinkUsed')
  })

  it('declines, and the link is used up', async () => {
    const { ana, secret, id, agent } = await asked()
    expect((await decline(ana, secret)).status).toBe(200)
    expect((await server.ask(agent, 'GET', `/partnerships/${id}`)).body).toMatchObject({ status: 'declined', can: [] })
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('partnershipDeclined')
  })

  it('strips the access it gave; the partnership goes on [S4.L1.2]', async () => {
    const { ana, secret, id, agent, reseller, provider } = await asked()
    await authorize(ana, secret)
    const held = () => sql('select service from delegated_admin_privileges where partner_id = $1 and customer_id = $2 and ended_at is null', [provider.id, reseller.id])
    expect((await held()).length).toBeGreaterThan(0)
    const removed = await server.ask(ana, 'POST', `/partnerships/${id}/access-removal`, { body: {} })
    expect([removed.status, removed.body]).toMatchObject([201, { status: 'active', access: [], can: ['remove'] }])
    expect(await held()).toEqual([])
    expect(problem(await server.ask(agent, 'POST', `/partnerships/${id}/access-removal`, { body: {} })).slice(0, 2)).toEqual([403, 'notAllowed'])
    expect(problem(await server.ask(ana, 'POST', `/partnerships/${id}/access-removal`, { body: {} }))).toEqual([409, 'invalidTransition', 'privilegesNotHeld'])
  })

  it('meets an expired link after its last moment', async () => {
    const { ana, secret, id } = await asked()
    await sql(`update partnerships set created_at = now() - interval '91 days', expires_at = now() - interval '1 minute' where id = $1`, [id])
    expect((await look(ana, secret)).body.verdict.reasonCode).toBe('partnershipExpired')
  })
})

describe('removing a partnership', () => {
  it.each(['provider', 'reseller'] as const)('by the %s keeps customers and their privileges, generates no notice and records the statement', async (by) => {
    const [provider, reseller, customer] = [await aProvider(), await aReseller(), await aCustomer()]
    const id = await aPartnership(provider, reseller, { services: ['office365'] })
    await aRelationship(provider, customer)
    await aRelationship(reseller, customer, { services: ['office365'] })
    const agent = await { provider, reseller }[by].person('adminAgent')
    const preview = await server.ask(agent, 'GET', `/partnerships/${id}/removal`)
    expect(preview.body.statement.text).toMatch(/good faith/)
    expect(preview.body.noticeNote).toMatch(/No legal notice/)
    expect(problem(await server.ask(agent, 'POST', `/partnerships/${id}/removal`, { body: { statementSha256: 'a'.repeat(64), endAccess: false } }))).toEqual([409, 'removalBlocked', 'statementChanged'])
    const removed = await remove(agent, id, { reason: 'Nuevo modelo' })
    expect([removed.status, removed.body]).toMatchObject([201, { status: 'removed', endedBySide: by, endReason: 'Nuevo modelo' }])
    const other = await { provider: reseller, reseller: provider }[by].person('adminAgent')
    expect((await server.ask(other, 'GET', `/partnerships/${id}`)).body).toMatchObject({ status: 'removed', endReason: null })
    const [left] = await sql('select (select count(*)::int from reseller_relationships where customer_id = $1 and ended_at is null) as related, (select count(*)::int from delegated_admin_privileges where customer_id = $1 and ended_at is null) as held, (select count(*)::int from event_readers where tenant_id = $1) as told', [customer.id])
    expect(left).toEqual({ related: 2, held: 1, told: 0 })
  })

  it('ends the provider’s access in the same step where wished; what stays can be stripped later', async () => {
    const [provider, reseller] = [await aProvider(), await aReseller()]
    const ana = await reseller.person('globalAdmin')
    const first = await aPartnership(provider, reseller, { services: ['office365'] })
    expect((await remove(ana, first)).body).toMatchObject({ status: 'removed', access: [{ id: 'office365' }], can: ['removeAccess'] })
    expect((await server.ask(ana, 'POST', `/partnerships/${first}/access-removal`, { body: {} })).body.access).toEqual([])
    const second = await aPartnership(provider, reseller, { services: ['office365'] })
    expect((await remove(ana, second, { endAccess: true })).body.access).toEqual([])
    expect(problem(await remove(ana, second)).slice(0, 2)).toEqual([409, 'invalidTransition'])
  })

  it('is not for sales agents', async () => {
    const [provider, reseller] = [await aProvider(), await aReseller()]
    const id = await aPartnership(provider, reseller)
    expect(problem(await remove(await provider.person('salesAgent'), id)).slice(0, 2)).toEqual([403, 'notAllowed'])
  })
})

describe('a foreign partner', () => {
  it('finds nothing under the id of somebody else’s partnership, and learns nothing from a secret that never was', async () => {
    const { id } = await asked()
    const stranger = await (await aPartner({ kinds: ['indirectProvider', 'indirectReseller'] })).person('globalAdmin', 'adminAgent')
    const absent = '0192f0c0-0000-7000-8000-000000000000'
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/message', undefined],
      ['GET', '/removal', undefined],
      ['POST', '/withdrawal', {}],
      ['POST', '/access-removal', {}],
      ['POST', '/removal', { statementSha256: 'a'.repeat(64), endAccess: false }],
    ] as const) {
      const [foreign, none] = await Promise.all([id, absent].map((one) => server.ask(stranger, method, `/partnerships/${one}${path}`, body && { body })))
      expect([foreign!.status, foreign!.body.code]).toEqual([404, 'notFound'])
      expect({ ...foreign!.body, instance: null, traceId: null, requestId: null }).toEqual({ ...none!.body, instance: null, traceId: null, requestId: null })
    }
    expect((await server.ask(stranger, 'GET', '/partnerships?side=provider')).body.items).toEqual([])
    expect(problem(await look(stranger, newSecret('partnership', randomBytes)))).toEqual([404, 'notFound', 'unknownLink'])
    expect(problem(await look(stranger, 'inv_nothing-of-the-kind'))).toEqual([404, 'notFound', 'unknownLink'])
  })
})

it('authorising and withdrawing at once leaves one of the two', async () => {
  const seen = new Set<string>()
  const [provider, reseller] = [await aProvider(), await aReseller()]
  const [agent, ana] = [await provider.person('adminAgent'), await reseller.person('globalAdmin')]
  for (let round = 0; round < rounds; round++) {
    const { id, secret } = await askedPartnership(server, agent)
    const services = (await look(ana, secret)).body.access.map((one: { id: string }) => one.id)
    const [yes, no] = await Promise.all([
      server.ask(ana, 'POST', '/provider-invitations/authorization', { body: { secret, acknowledged: true, services } }),
      server.ask(agent, 'POST', `/partnerships/${id}/withdrawal`, { body: {} }),
    ])
    expect([yes.status, no.status].filter((status) => status < 300), JSON.stringify([yes.body, no.body])).toHaveLength(1)
    const [row] = await sql('select status from partnerships where id = $1', [id])
    expect(row!.status).toBe(yes.status === 201 ? 'active' : 'withdrawn')
    seen.add(String(row!.status))
    if (yes.status === 201) expect((await remove(ana, id, { endAccess: true })).status).toBe(201)
  }
  expect(seen.size).toBeGreaterThan(0)
}, 60_000 + rounds * 1_000)
