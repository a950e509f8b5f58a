import { describe, expect, it } from 'vitest'
import { aPair, aPartnerLink, aRequest, eventsOf, invitationActs, requestRow, visitsOf } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql } from '../../../test/support/world.ts'

const server = await testServer()
const agreement = await anAgreement('public')
const { look, accept } = invitationActs(server)
const both = ['azureActiveDirectory', 'office365']

describe('opening a link', () => {
  it('shows who asks, for what, what changes and what is to be signed [S0.23]', async () => {
    const { partner, ana, customer } = await aPair()
    const { secret, claims } = await aRequest(partner, { services: both })
    const { status, body } = await look(ana, secret, { claims })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'relationshipRequest',
      requestKind: 'establish',
      state: 'open',
      partners: [{ id: partner.id, name: partner.name, country: 'ES', isVerified: true, verifiedHow: 'operatorCheck', kinds: ['directBill'], warnings: [] }],
      asks: { relationship: true, services: [{ id: 'azureActiveDirectory', name: 'Azure Active Directory' }, { id: 'office365', name: 'Office 365' }] },
      agreement: { required: true, alreadyAccepted: false, versionId: agreement.versionId, language: 'en', sha256: agreement.sha256('en') },
      cloud: { id: 'public', portalName: 'Microsoft 365 admin center' },
      viewer: { tenantName: customer.name, roles: ['globalAdministrator'] },
    })
    expect(body.asks.plainWords.join(' ')).toContain(`${partner.name} also asks for admin privileges on Azure Active Directory and Office 365`)
    expect(body.changes.join(' ')).toContain('Helpdesk agents as Helpdesk administrator')
  })

  it.each([
    ['public', 'Microsoft 365 admin center', 'S0.29] [S3.22'],
    ['germany', 'Microsoft Office admin portal', 'S0.30'],
    ['usGov', 'Microsoft Office admin portal', 'S0.31] [S3.23'],
    ['china', 'Office 365 operated by 21Vianet admin center', 'S0.28] [S3.21'],
  ] as const)('in %s happens in the %s [%s]', async (cloud, portalName, _rows) => {
    const partner = await aPartner({ cloud })
    const { secret } = cloud === 'china' ? await aPartnerLink(partner) : await aRequest(partner, { services: both })
    expect((await look(null, secret)).body.cloud).toEqual({ id: cloud, portalName })
  })

  it('marks the request opened once and counts a visit, not each reload', async () => {
    const { partner, ana } = await aPair()
    const { id, secret } = await aRequest(partner)
    for (let times = 0; times < 3; times++) expect((await look(ana, secret)).status).toBe(200)
    expect(await requestRow(id)).toMatchObject({ status: 'opened', customer_id: null })
    expect(await visitsOf(id)).toEqual([{ outcome: 'opened', reason_code: null, visitor: 'anOrganisation' }])
    expect(await eventsOf(id)).toEqual([{ type: 'relationshipRequest.opened', outcome: 'done', reason_code: null, actor_kind: 'visitor', readers: 1 }])
  })

  it('tells the partner that somebody was stopped and why, and never who', async () => {
    const { partner } = await aPair()
    const named = await aCustomer()
    const { id, secret } = await aRequest(partner, { namedCustomer: named })
    const stranger = await aCustomer()
    await look(await stranger.person('globalAdministrator'), secret)
    await look(await named.person(), secret)
    await look(null, secret)
    expect((await visitsOf(id)).map((visit) => [visit.reason_code, visit.visitor])).toEqual([
      ['wrongAccount', 'anotherOrganisation'],
      ['wrongRole', 'namedOrganisation'],
      [null, 'notSignedIn'],
    ])
    const told = await sql('select actor_person_id, actor_tenant_id, data from events where resource_id = $1', [id])
    expect(JSON.stringify(told)).not.toContain(stranger.id)
    expect(told.every((event) => event.actor_person_id === null && event.actor_tenant_id === null)).toBe(true)
  })

  it('by the partner itself reaches nobody: it stays unopened', async () => {
    const { partner } = await aPair()
    const { id, secret } = await aRequest(partner)
    expect((await look(await partner.person('adminAgent'), secret)).body.verdict.reasonCode).toBe('ownTenant')
    expect((await requestRow(id)).status).toBe('shared')
  })

  it('before it was shared works', async () => {
    const { partner, ana } = await aPair()
    const { secret } = await aRequest(partner, { status: 'draft' })
    expect((await accept(ana, secret)).status).toBe(201)
  })

  it('masks for whom it was made', async () => {
    const { partner } = await aPair()
    const { secret } = await aRequest(partner, { namedDomain: 'contoso.example' })
    expect((await look(null, secret)).body.maskedFor).toBe('co•••.example')
  })

  it('offers registering where the cloud creates tenants and nobody else is named', async () => {
    const open = await aRequest(await aPartner())
    const named = await aRequest(await aPartner(), { namedDomain: 'contoso.example' })
    const closed = await aRequest(await aPartner({ cloud: 'germany' }), { services: both })
    expect((await look(null, open.secret)).body.can).toEqual(['register'])
    expect((await look(null, named.secret)).body.can).toEqual([])
    expect((await look(null, closed.secret)).body.can).toEqual([])
  })

  it('warns of a name that mixes scripts', async () => {
    const { secret } = await aRequest(await aPartner({ name: 'Соntoso', verified: false }))
    expect((await look(null, secret)).body.partners[0]).toMatchObject({ isVerified: false, warnings: expect.arrayContaining(['mixedScript']) })
  })

  it('through a partner link asks what the cloud asks', async () => {
    const chinese = await aPartner({ cloud: 'china' })
    const link = await aPartnerLink(chinese)
    const { body } = await look(null, link.secret, { claims: link.claims })
    expect(body).toMatchObject({ kind: 'partnerLink', agreement: null, validUntil: null, verdict: { reasonCode: 'notSignedIn' } })
    expect(body.asks.services.map((one: { id: string }) => one.id)).toEqual(both)
    const reseller = await aPartnerLink(await aPartner({ kinds: ['indirectReseller'] }))
    expect((await look(null, reseller.secret)).body.asks.services).toEqual([])
  })

  it('with something that is no secret is answered like one that never was', async () => {
    const never = await look(null, `inv_${'A'.repeat(43)}`)
    const broken = await look(null, 'inv_cut-off')
    expect(never).toMatchObject({ status: 404, body: { reason: 'unknownLink' } })
    const { traceId: _one, ...first } = never.body
    const { traceId: _other, ...second } = broken.body
    expect(first).toEqual(second)
    expect(await look(null, 'short', {})).toMatchObject({ status: 422 })
    expect(await look(null, `inv_${'A'.repeat(43)}`, { more: 1 })).toMatchObject({ status: 422 })
  })

  it('changes nothing by GET: there is none', async () => {
    for (const act of ['opening', 'acceptance', 'decline', 'fresh-link-requests']) {
      expect(await server.ask(null, 'GET', `/invitations/${act}`)).toMatchObject({ status: 405, body: { code: 'methodNotAllowed' } })
    }
  })
})
