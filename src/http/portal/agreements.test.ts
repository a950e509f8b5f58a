import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aRequest } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anAgreement, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const agreement = await anAgreement('public')

async function signed(customer: Awaited<ReturnType<typeof aCustomer>>, language = 'es') {
  const partner = await aPartner()
  const ana = await customer.person('globalAdministrator')
  const { secret } = await aRequest(partner)
  const { body: page } = await server.ask(ana, 'POST', '/invitations/opening', { body: { secret, agreementLanguage: language } })
  const { versionId, sha256 } = page.agreement
  const { body } = await server.ask(ana, 'POST', '/invitations/acceptance', { body: { secret, version: page.version, agreement: { versionId, language, sha256 } } })
  return { partner, ana, id: body.signature?.id as string, page }
}

describe('what a customer signed', () => {
  it('is listed with version, language, who, when and for which partner', async () => {
    const customer = await aCustomer()
    const { partner, ana, id } = await signed(customer)
    const { status, body } = await server.ask(ana, 'GET', '/agreements')
    expect(status).toBe(200)
    expect(body.items).toEqual([
      { id, title: 'Agreement 1', versionNumber: 1, language: 'es', signedAt: expect.stringMatching(/Z$/), signer: ana.displayName, partnerId: partner.id, partnerName: partner.name },
    ])
  })

  it('is read with its text and how the signer was known', async () => {
    const { ana, id } = await signed(await aCustomer())
    const { body } = await server.ask(ana, 'GET', `/agreements/${id}`)
    expect(body).toMatchObject({ sha256: agreement.sha256('es'), evidence: { role: 'globalAdministrator', authenticatedBy: ['pwd', 'otp', 'mfa'], address: '127.0.0.1', versionId: agreement.versionId } })
    expect(createHash('sha256').update(body.body).digest('hex')).toBe(body.sha256)
  })

  it('is downloaded byte for byte as it was shown', async () => {
    const { ana, id, page } = await signed(await aCustomer())
    const answer = await server.ask(ana, 'GET', `/agreements/${id}/file`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="customer-agreement-1-es.txt"')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.body).toBe(page.agreement.body)
    expect(createHash('sha256').update(answer.body).digest('hex')).toBe(agreement.sha256('es'))
  })

  it('stays as it is when a newer version is published, and still counts', async () => {
    const customer = await aCustomer({ country: 'PT' })
    const { ana, id } = await signed(customer)
    await anAgreement('public', { number: 2, country: 'PT' })
    expect((await server.ask(ana, 'GET', `/agreements/${id}`)).body).toMatchObject({ versionNumber: 1, sha256: agreement.sha256('es') })
    const { secret } = await aRequest(await aPartner())
    expect((await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })).body.agreement).toMatchObject({ alreadyAccepted: true })
  })

  it('counts no more once a version says that everybody signs again; the text of the country comes first', async () => {
    const customer = await aCustomer({ country: 'GR' })
    const { ana } = await signed(customer)
    const { versionId } = await anAgreement('public', { number: 3, country: 'GR' })
    await sql('update agreement_versions set must_sign_again = true where id = $1', [versionId])
    const { secret } = await aRequest(await aPartner())
    expect((await server.ask(ana, 'POST', '/invitations/opening', { body: { secret } })).body.agreement).toMatchObject({ alreadyAccepted: false, versionId, versionNumber: 3 })
    expect((await signed(customer)).id).toBeDefined()
    expect((await server.ask(ana, 'GET', '/agreements')).body.items.map((one: { versionNumber: number }) => one.versionNumber)).toEqual([3, 1])
  })

  it('is for the administrators of that customer only', async () => {
    const customer = await aCustomer()
    const { partner, id } = await signed(customer)
    const ask = (who: TestPerson | null, path: string) => server.ask(who, 'GET', path)
    const stranger = await (await aCustomer()).person('globalAdministrator')
    for (const path of ['/agreements', `/agreements/${id}`, `/agreements/${id}/file`]) {
      expect((await ask(await customer.person('billingAdministrator'), path)).status).toBe(200)
      expect((await ask(await customer.person(), path)).status).toBe(403)
      expect((await ask(await partner.person('globalAdmin'), path)).status).toBe(403)
      expect((await ask(null, path)).status).toBe(401)
    }
    expect((await ask(stranger, '/agreements')).body.items).toEqual([])
    for (const path of [`/agreements/${id}`, `/agreements/${id}/file`, `/agreements/${randomUUID()}`]) expect((await ask(stranger, path)).status).toBe(404)
  })

  it('of an erased signer keeps that somebody signed', async () => {
    const { ana, id } = await signed(await aCustomer())
    const bill = await sql<{ id: string }>(`update people set status = 'erased' where id = $1 returning tenant_id as id`, [ana.id])
    const other = { ...ana, id: randomUUID() }
    await sql(
      `insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) values ($1, $2, $3, $3, 'Bea', '{globalAdministrator}', now())`,
      [bill[0]!.id, other.id, `bea-${other.id}@x.example`],
    )
    expect((await server.ask(other, 'GET', `/agreements/${id}`)).body.signer).toBeNull()
  })
})
