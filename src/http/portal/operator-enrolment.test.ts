import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const details = {
  legalName: 'Nubes del Norte, S.L.', addressLine1: 'Calle Mayor 1', addressLine2: null, city: 'Burgos', state: null, postalCode: '09001',
  contactName: 'Luz Vega', contactMail: 'luz@nubes.example', contactPhone: '+34 947 000 000', supportMail: 'ayuda@nubes.example', supportPhone: null,
}
const version = (changes: Record<string, unknown> = {}) => ({ cloud: 'public', texts: [{ language: 'es', title: 'Contrato de partner', body: 'Cláusula única.\n' }], ...changes })
const stepOf = (body: { steps: { step: string }[] }, step: string) => body.steps.find((one) => one.step === step)
const post = (path: string, body: unknown, who = operator, more = {}) => server.ask(who, 'POST', path, { body, ...more })

const operations: readonly (readonly [string, string, unknown])[] = [
  ['GET', '/operator/partners/:id', undefined],
  ['POST', '/operator/partners/:id/programme-id', { programmeId: '4711', country: 'ES' }],
  ['POST', '/operator/partners/:id/legal-details', details],
  ['POST', '/operator/partners/:id/outside-agreement', {}],
  ['GET', '/operator/partner-agreements', undefined],
  ['POST', '/operator/partner-agreements', version()],
]

describe.each(operations)('%s %s', (method, path, body) => {
  const at = (id: string) => [method, path.replace(':id', id), { body }] as const

  it('is for operators only', async () => {
    expect((await server.ask(null, ...at(randomUUID()))).status).toBe(401)
    const [partner, customer] = [await aPartner(), await aCustomer()]
    for (const person of [await partner.person('globalAdmin'), await customer.person('globalAdministrator')]) {
      expect(await server.ask(person, ...at(partner.id))).toMatchObject({ status: 403, body: { code: 'notAllowed', reason: 'roleMissing' } })
    }
  })

  if (path.includes(':id')) {
    it('tells nothing of what is not there, nor of an organization that is no partner', async () => {
      for (const id of [randomUUID(), 'not-an-id', (await aCustomer()).id]) expect((await server.ask(operator, ...at(id))).status).toBe(404)
    })
  }
})

describe('the enrolment of a partner', () => {
  it('lists its steps with who, when and how [S4.L1.5]', async () => {
    const partner = await aPartner({ verified: false, hasSigned: false, programmeId: null })
    const before = await server.ask(operator, 'GET', `/operator/partners/${partner.id}`)
    expect(before.body.steps.map(({ step, status }: { step: string; status: string }) => `${step} ${status}`)).toEqual([
      'workAccount open', 'mailDomain done', 'programmeId open', 'legalDetails open', 'identity open', 'agreement open', 'agentMembership open',
    ])
    const admin = await partner.person('globalAdmin')
    const withId = await post(`/operator/partners/${partner.id}/programme-id`, { programmeId: '4711', country: 'ES', note: 'Directorio visto' })
    expect(withId).toMatchObject({ status: 200, body: { partner: { programmeId: '4711' } } })
    expect(stepOf(withId.body, 'programmeId')).toMatchObject({ status: 'done', how: 'recorded', by: operator.displayName, note: 'Directorio visto', at: expect.any(String) })
    expect(stepOf(withId.body, 'workAccount')).toMatchObject({ status: 'done', by: admin.displayName })
    const withDetails = await post(`/operator/partners/${partner.id}/legal-details`, details)
    expect(withDetails).toMatchObject({ status: 200, body: { legalDetails: details } })
    await post(`/operator/partners/${partner.id}/verification`, { method: 'operatorCheck', note: 'Registro Mercantil visto' })
    const { body } = await server.ask(operator, 'GET', `/operator/partners/${partner.id}`)
    expect(stepOf(body, 'identity')).toMatchObject({ status: 'done', by: operator.displayName, note: 'Registro Mercantil visto' })
    expect(await sql('select e.type from events e join event_readers r on r.event_id = e.id where e.resource_id = $1 and r.tenant_id = $2 order by e.sequence', [partner.id, operator.tenantId])).toEqual([
      { type: 'partner.programmeIdRecorded' }, { type: 'partner.legalDetailsRecorded' }, { type: 'partner.verified' },
    ])
  })

  it('refuses a programme id of another country and free web mail [S4.L1.5]', async () => {
    const { id } = await aPartner({ hasSigned: false, programmeId: null })
    const at = `/operator/partners/${id}`
    expect(await post(`${at}/programme-id`, { programmeId: '4711', country: 'FR' })).toMatchObject({ status: 422, body: { reason: 'programmeIdOtherCountry' } })
    expect(await post(`${at}/programme-id`, { programmeId: '47x', country: 'ES' })).toMatchObject({ status: 422, body: { reason: 'programmeIdForm' } })
    expect(await post(`${at}/legal-details`, { ...details, contactMail: 'luz@gmail.com' })).toMatchObject({ status: 422, body: { reason: 'freeWebMail' } })
    expect(await post(`${at}/legal-details`, { ...details, supportMail: 'luz@gmx.de' })).toMatchObject({ status: 422, body: { reason: 'freeWebMail' } })
    expect(await post(`${at}/legal-details`, { ...details, city: 'Bur\u202egos' })).toMatchObject({ status: 422, body: { reason: 'addressLineForm' } })
    expect(await post(`${at}/legal-details`, { ...details, more: 1 })).toMatchObject({ status: 422 })
  })

  it('has its agreement signed outside once, by an operator with a recent sign-in and after the programme id [S4.L1.6]', async () => {
    const { id } = await aPartner({ hasSigned: false, programmeId: null })
    const at = `/operator/partners/${id}/outside-agreement`
    expect(await post(at, {}, operator, { authenticatedAt: new Date(Date.now() - 20 * 60_000) })).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    expect(await post(at, {})).toMatchObject({ status: 409, body: { reason: 'programmeIdMissing' } })
    await post(`/operator/partners/${id}/programme-id`, { programmeId: '4711', country: 'ES' })
    const done = await post(at, { note: 'Carpeta 7' })
    expect(stepOf(done.body, 'agreement')).toMatchObject({ status: 'done', how: 'outside', note: 'Carpeta 7', by: operator.displayName })
    expect(await post(at, {})).toMatchObject({ status: 409, body: { reason: 'partnerAgreementSignedAlready' } })
  })

  it('may begin without programme id and agreement, and is found by what is missing', async () => {
    const domain = `f${randomUUID().slice(0, 8)}.example`
    const body = {
      name: 'Nubes sin Firma', cloud: 'public', country: 'ES', primaryDomain: domain, language: 'es', timeZone: 'Europe/Madrid', kinds: ['directBill'], agreement: 'portal',
      admin: { displayName: 'Ana Gil', userPrincipalName: `ana@${domain}`, mail: `ana@${domain}` },
    }
    const made = await post('/operator/partners', body)
    expect(made).toMatchObject({ status: 201, body: { programmeId: null, agreementSignedAt: null } })
    expect(await post('/operator/partners', { ...body, agreement: 'outside', primaryDomain: `x${domain}`, admin: { ...body.admin, userPrincipalName: `ana@x${domain}` } })).toMatchObject({ status: 409, body: { reason: 'programmeIdMissing' } })
    const listed = async (standing: string) => (await server.ask(operator, 'GET', `/operator/partners?size=500&standing=${standing}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await listed('unsigned')).toContain(made.body.id)
    expect(await listed('unverified')).toContain(made.body.id)
    expect(await listed('suspended')).not.toContain(made.body.id)
    expect((await server.ask(operator, 'GET', '/operator/partners?standing=rich')).status).toBeGreaterThanOrEqual(400)
  })
})

describe('a partner agreement', () => {
  it('is published with its exact bytes, numbered by cloud, and refused where it hides something', async () => {
    const first = await post('/operator/partner-agreements', version({ cloud: 'germany' }))
    expect(first).toMatchObject({ status: 201, body: { cloud: 'germany', number: 1 } })
    expect((await post('/operator/partner-agreements', version({ cloud: 'germany' }))).body.number).toBe(2)
    expect((await server.ask(operator, 'GET', '/operator/partner-agreements')).body.items).toContainEqual(first.body)
    expect(await post('/operator/partner-agreements', version({ cloud: 'mars' }))).toMatchObject({ status: 422, body: { reason: 'cloudUnknown' } })
    expect(await post('/operator/partner-agreements', version({ texts: [{ language: 'fr', title: 'T', body: 'a' }] }))).toMatchObject({ status: 422, body: { reason: 'languageUnknown' } })
    expect(await post('/operator/partner-agreements', version({ texts: [{ language: 'es', title: 'T', body: 'paga \u202e1' }] }))).toMatchObject({ status: 422, body: { reason: 'agreementTextForm' } })
  })
})
