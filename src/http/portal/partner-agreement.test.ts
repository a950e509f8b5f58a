import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson
const texts = [{ language: 'en', title: 'Partner agreement', body: 'One clause.\n' }, { language: 'es', title: 'Contrato de partner', body: 'Una cláusula — y no más.\r\n' }]

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
  await server.ask(operator, 'POST', '/operator/partner-agreements', { body: { cloud: 'public', texts } })
})

const read = (who: TestPerson | null, language = 'es') => server.ask(who, 'GET', `/partner-agreement?language=${language}`)
const shownTo = async (who: TestPerson, language = 'es') => {
  const { text } = (await read(who, language)).body
  return { versionId: text.versionId, language: text.language, sha256: text.sha256 }
}
const sign = (who: TestPerson, body: unknown, more = {}) => server.ask(who, 'POST', '/partner-agreement/signatures', { body, ...more })
const ask = (who: TestPerson) => server.ask(who, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 } })
const unsigned = (wishes = {}) => aPartner({ hasSigned: false, ...wishes })
const withAdmin = async (partner: TestTenant) => ({ partner, admin: await partner.person('globalAdmin', 'adminAgent') })

describe('the partner agreement', () => {
  it('is shown to the partner’s people in their language, and to nobody else', async () => {
    const partner = await unsigned()
    const { body, status } = await read(await partner.person('helpdeskAgent'))
    expect({ status, body }).toMatchObject({ status: 200, body: { signedAt: null, blockedBecause: null, languages: ['en', 'es'], text: { title: 'Contrato de partner', body: texts[1]!.body, sha256: createHash('sha256').update(texts[1]!.body).digest('hex') } } })
    expect((await read(null)).status).toBe(401)
    expect((await read(await (await aCustomer()).person('globalAdministrator'))).status).toBe(403)
  })

  it('is signed by a Global admin who signed in again, exactly as it was shown [S4.L1.5]', async () => {
    const { partner, admin } = await withAdmin(await unsigned())
    const shown = await shownTo(admin)
    expect(await sign(await partner.person('adminAgent'), shown)).toMatchObject({ status: 403, body: { reason: 'roleMissing' } })
    expect(await sign(admin, shown, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect(await sign(admin, { ...shown, sha256: 'a'.repeat(64) })).toMatchObject({ status: 409, body: { code: 'agreementChanged' } })
    expect(await sign(admin, { ...shown, language: 'en' })).toMatchObject({ status: 409, body: { code: 'agreementChanged' } })
    const signed = await sign(admin, shown)
    expect(signed).toMatchObject({ status: 201, body: { signer: admin.displayName, text: { language: 'es' }, signedAt: expect.any(String) } })
    const [row] = await sql('select person_id, encode(sha256, \'hex\') as sha256, role, authenticated_by from partner_agreement_signatures where partner_id = $1', [partner.id])
    expect(row).toEqual({ person_id: admin.id, sha256: shown.sha256, role: 'globalAdmin', authenticated_by: ['pwd', 'otp', 'mfa'] })
    expect(await sign(admin, shown)).toMatchObject({ status: 409, body: { reason: 'partnerAgreementSignedAlready' } })
    const checklist = await server.ask(operator, 'GET', `/operator/partners/${partner.id}`)
    expect(checklist.body.steps.filter(({ step }: { step: string }) => step === 'agreement' || step === 'agentMembership')).toMatchObject([{ status: 'done', how: 'portal', by: admin.displayName }, { status: 'done' }])
    expect(await sql(`select 1 from events e join event_readers r on r.event_id = e.id where e.type = 'partnerAgreement.signed' and e.resource_id = $1 and r.tenant_id = $2`, [partner.id, operator.tenantId])).toHaveLength(1)
  })

  it('waits for the programme id, and asking waits for the agreement [S4.L1.6]', async () => {
    const { partner, admin } = await withAdmin(await unsigned({ programmeId: null }))
    expect((await read(admin)).body.blockedBecause).toBe('programmeIdMissing')
    expect(await sign(admin, await shownTo(admin))).toMatchObject({ status: 409, body: { reason: 'programmeIdMissing' } })
    expect(await ask(admin)).toMatchObject({ status: 403, body: { code: 'notAllowed', reason: 'partnerAgreementUnsigned' } })
    expect(await server.ask(admin, 'GET', '/partner-link')).toMatchObject({ status: 403, body: { reason: 'partnerAgreementUnsigned' } })
    const check = await server.ask(admin, 'POST', '/relationship-request-checks', { body: { kind: 'establish', customer: null } })
    expect(check.body.problems).toContainEqual(expect.objectContaining({ reasonCode: 'partnerAgreementUnsigned' }))
    await server.ask(operator, 'POST', `/operator/partners/${partner.id}/programme-id`, { body: { programmeId: '4711', country: 'ES' } })
    expect((await sign(admin, await shownTo(admin))).status).toBe(201)
    expect((await ask(admin)).status).toBe(201)
    expect((await server.ask(admin, 'GET', '/partner-link')).status).toBe(200)
  })

  it('signed by two at once has one signature', async () => {
    const partner = await unsigned()
    const people = [await partner.person('globalAdmin'), await partner.person('globalAdmin', 'salesAgent'), await partner.person('globalAdmin', 'helpdeskAgent')]
    const shown = await shownTo(people[0]!)
    const answers = await Promise.all(people.map((person) => sign(person, shown)))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([201, 409, 409])
    expect(await sql('select 1 from partner_agreement_signatures where partner_id = $1', [partner.id])).toHaveLength(1)
  })

  it('cannot be signed where none is published, and cannot be rewritten by anybody', async () => {
    const { admin } = await withAdmin(await unsigned({ cloud: 'china' }))
    expect((await read(admin)).body).toMatchObject({ blockedBecause: 'partnerAgreementNotPublished', text: null })
    const shown = await shownTo((await withAdmin(await unsigned())).admin)
    expect(await sign(admin, shown)).toMatchObject({ status: 409, body: { reason: 'partnerAgreementNotPublished' } })
    await expect(
      server.env.database.transaction({ tenant: operator.tenantId, scope: 'operator' }, (trx) => trx.updateTable('partner_agreement_texts').set({ body: 'x' }).execute()),
    ).rejects.toThrow(/permission denied/)
  })
})
