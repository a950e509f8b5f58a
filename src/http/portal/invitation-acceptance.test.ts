import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aPair, aRequest, invitationActs, requestRow, tiesBetween, visitsOf } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql } from '../../../test/support/world.ts'
import { builtInClouds } from '../../domain/clouds/built-in-clouds.ts'

const server = await testServer({
  manifestOf: (cloud) => (cloud === 'usGov' ? { ...builtInClouds.usGov, billingAdministratorMayAccept: true } : builtInClouds[cloud as keyof typeof builtInClouds]),
})
const agreement = await anAgreement('public')
const american = await anAgreement('usGov')
const { look, accept } = invitationActs(server)
const both = ['azureActiveDirectory', 'office365']

describe('accepting', () => {
  it('makes relationship, signature, list entry and privileges in one act', async () => {
    const { partner, customer, ana } = await aPair()
    const { id, secret } = await aRequest(partner, { services: both, namedCustomer: customer })
    const answer = await accept(ana, secret)
    expect(answer).toMatchObject({
      status: 201,
      body: {
        partner: { id: partner.id, name: partner.name },
        privileges: [{ service: 'azureActiveDirectory', serviceName: 'Azure Active Directory' }, { service: 'office365', serviceName: 'Office 365' }],
        signature: { versionNumber: 1, language: 'en' },
      },
    })
    expect(await tiesBetween(partner, customer)).toEqual({
      relationships: 1,
      grants: both,
      signatures: 1,
      accounts: 1,
      events: ['agreement.signed', 'privileges.granted', 'relationshipRequest.accepted', 'resellerRelationship.formed'],
    })
    expect(await requestRow(id)).toMatchObject({ status: 'accepted', customer_id: customer.id, answered_by: ana.id })
    const [account] = await sql('select company_name, primary_domain, country, channels, privileged_services from customer_accounts where partner_id = $1', [partner.id])
    expect(account).toEqual({ company_name: customer.name, primary_domain: customer.domain, country: 'ES', channels: ['direct'], privileged_services: both })
    const [related] = await sql('select signature_id, request_id, origin from reseller_relationships where id = $1', [answer.body.relationshipId])
    expect(related).toEqual({ signature_id: answer.body.signature.id, request_id: id, origin: 'request' })
  })

  it('without privileges makes the relationship alone [S0.13]', async () => {
    const { partner, customer, ana } = await aPair()
    const { secret } = await aRequest(partner)
    expect((await accept(ana, secret)).body).toMatchObject({ privileges: [] })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 1, grants: [], accounts: 1 })
  })

  it('keeps what was signed as it was shown, with how the signer was known', async () => {
    const { partner, customer, ana } = await aPair()
    const { id, secret } = await aRequest(partner)
    const { body } = await accept(ana, secret)
    const [row] = await sql('select *, encode(sha256, \'hex\') as hash from signatures where customer_id = $1', [customer.id])
    expect(row).toMatchObject({
      id: body.signature.id,
      version_id: agreement.versionId,
      language: 'en',
      hash: agreement.sha256('en'),
      person_id: ana.id,
      role: 'globalAdministrator',
      partner_id: partner.id,
      request_id: id,
      authenticated_by: ['pwd', 'otp', 'mfa'],
    })
  })

  it('asks for no second signature where the first still counts', async () => {
    const { customer, ana } = await aPair()
    for (let times = 0; times < 2; times++) expect((await accept(ana, (await aRequest(await aPartner())).secret)).status).toBe(201)
    expect(await sql('select id from signatures where customer_id = $1', [customer.id])).toHaveLength(1)
  })

  it('of another text than the one in force signs and accepts nothing (B99) [S0.5] [S3.3]', async () => {
    const { partner, customer, ana } = await aPair()
    const { id, secret } = await aRequest(partner)
    const good = { versionId: agreement.versionId, language: 'en', sha256: agreement.sha256('en') }
    const wrong = [
      { ...good, sha256: agreement.sha256('es') },
      { ...good, language: 'es' },
      { ...good, versionId: american.versionId },
      { versionId: american.versionId, language: 'en', sha256: american.sha256('en') },
      { ...good, versionId: randomUUID() },
      { ...good, language: 'fr' },
    ]
    for (const agreementShown of wrong) {
      expect(await accept(ana, secret, { body: { agreement: agreementShown } })).toMatchObject({ status: 409, body: { code: 'agreementChanged', next: 'readAgreementAgain' } })
    }
    expect(await accept(ana, secret, { body: { agreement: null } })).toMatchObject({ status: 409, body: { code: 'agreementMissing' } })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0, signatures: 0, accounts: 0 })
    expect((await requestRow(id)).status).toBe('opened')
    expect(await accept(ana, secret, { body: { agreement: { ...good, language: 'es', sha256: agreement.sha256('es') } } })).toMatchObject({ status: 201, body: { signature: { language: 'es' } } })
  })

  it('while a newer version was published in between signs nothing; the new text can be signed', async () => {
    const { partner, ana } = await aPair({ partner: { cloud: 'germany' }, customer: { country: 'DE' } })
    await anAgreement('germany', { number: 1 })
    const { secret } = await aRequest(partner, { services: both })
    const page = (await look(ana, secret)).body
    await anAgreement('germany', { number: 2 })
    const { versionId, language, sha256 } = page.agreement
    const old = { secret, version: page.version, agreement: { versionId, language, sha256 } }
    expect(await server.ask(ana, 'POST', '/invitations/acceptance', { body: old })).toMatchObject({ status: 409, body: { code: 'agreementChanged' } })
    expect(await accept(ana, secret)).toMatchObject({ status: 201, body: { signature: { versionNumber: 2 } } })
  })

  it('in US Government is signed in English only and may be done by a billing administrator where the cloud says so', async () => {
    const { partner, customer } = await aPair({ partner: { cloud: 'usGov' } })
    const { secret } = await aRequest(partner, { services: both })
    const bill = await customer.person('billingAdministrator')
    expect((await look(bill, secret, { agreementLanguage: 'es' }, 'es')).body.agreement).toMatchObject({ language: 'en', languages: ['en'] })
    expect((await accept(bill, secret)).status).toBe(201)
  })

  it('by anybody but an administrator of the invited tenant leaves the invitation as it is (B101)', async () => {
    const { partner, customer } = await aPair()
    const { id, secret } = await aRequest(partner, { namedCustomer: customer })
    const others = [await customer.person(), await customer.person('billingAdministrator'), await (await aCustomer()).person('globalAdministrator'), await partner.person('globalAdmin')]
    for (const other of others) {
      expect(await server.ask(other, 'POST', '/invitations/acceptance', { body: { secret, agreement: null, version: 1 } })).toMatchObject({ status: 403, body: { code: 'notAllowed' } })
    }
    expect(await server.ask(null, 'POST', '/invitations/acceptance', { body: { secret, agreement: null, version: 1 } })).toMatchObject({ status: 401 })
    expect((await requestRow(id)).status).toBe('shared')
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0 })
  })

  it('of what an Admin agent or a Global admin asked is for a Global administrator of the customer [S4.L5]', async () => {
    for (const role of ['adminAgent', 'globalAdmin'] as const) {
      const { partner, customer, ana } = await aPair()
      const { secret } = await aRequest(partner, { askedBy: await partner.person(role) })
      expect(await accept(await customer.person('billingAdministrator'), secret)).toMatchObject({ status: 403, body: { reason: 'wrongRole' } })
      expect((await accept(ana, secret)).status).toBe(201)
    }
  })

  it('needs a recent sign-in', async () => {
    const { partner, ana } = await aPair()
    const { secret } = await aRequest(partner)
    const answer = await accept(ana, secret, { authenticatedAt: new Date(server.env.clock().getTime() - 16 * 60_000) })
    expect(answer).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
  })

  it('what was not shown is refused: the page is read again', async () => {
    const { partner, ana, customer } = await aPair()
    const { secret } = await aRequest(partner, { services: both })
    const page = (await look(ana, secret)).body
    const answer = await accept(ana, secret, { body: { version: page.version + 1 } })
    expect(answer).toMatchObject({ status: 412, body: { code: 'changedMeanwhile', reason: 'askChanged' } })
    expect(await tiesBetween(partner, customer)).toMatchObject({ relationships: 0, signatures: 0 })
  })

  it('again with the same key gives the same answer, with another key one that nothing more is to be done', async () => {
    const { partner, customer, ana } = await aPair()
    const { secret } = await aRequest(partner, { services: both })
    const page = (await look(ana, secret)).body
    const { versionId, language, sha256 } = page.agreement
    const body = { secret, version: page.version, agreement: { versionId, language, sha256 } }
    const key = randomUUID()
    const first = await server.ask(ana, 'POST', '/invitations/acceptance', { body, key })
    const again = await server.ask(ana, 'POST', '/invitations/acceptance', { body, key })
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await server.ask(ana, 'POST', '/invitations/acceptance', { body: { ...body, version: 7 }, key })).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } })
    expect(await server.ask(ana, 'POST', '/invitations/acceptance', { body })).toMatchObject({ status: 409, body: { reason: 'alreadyAccepted', next: 'seePartner' } })
    expect(await server.ask(ana, 'POST', '/invitations/acceptance', { body, key: null })).toMatchObject({ status: 400, body: { code: 'idempotencyKeyMissing' } })
    expect((await tiesBetween(partner, customer)).events).toHaveLength(4)
    const [kept] = await sql<{ days: number }>(`select extract(day from expires_at - created_at)::int as days from idempotency_keys where key = $1`, [key])
    expect(kept!.days).toBe(30)
  })

  it('when already accepted by oneself puts no block on the row of the partner', async () => {
    const { partner, ana } = await aPair()
    const { id, secret } = await aRequest(partner)
    await accept(ana, secret)
    await look(ana, secret)
    expect((await visitsOf(id)).map(({ outcome }) => outcome)).toEqual(['opened'])
  })
})
