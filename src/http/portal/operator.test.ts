import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer, type TestServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql, type TestPerson } from '../../../test/support/world.ts'
import { mailsTo } from '../../../test/support/mailbox.ts'

let server: TestServer
let operator: TestPerson

beforeAll(async () => {
  server = await testServer()
  operator = await anOperator()
})

const firm = (changes: Record<string, unknown> = {}) => {
  const domain = `f${randomUUID().slice(0, 8)}.example`
  return {
    name: 'Nubes del Sur, S.L.', cloud: 'public', country: 'ES', primaryDomain: domain, language: 'es', timeZone: 'Europe/Madrid',
    admin: { displayName: 'Ana Gil', userPrincipalName: `ana@${domain}`, mail: `ana@correo-${domain}` },
    ...changes,
  }
}
const partner = (changes: Record<string, unknown> = {}) => ({ ...firm(), kinds: ['directBill'], programmeId: '4711', ...changes })
const version = (changes: Record<string, unknown> = {}) => ({ cloud: 'public', country: null, mustSignAgain: false, texts: [{ language: 'es', title: 'Contrato', body: 'Cláusula 1.\r\n\r\nCláusula 2 — fin.\n' }], ...changes })

/** Every operation with a body that fits; the object is made first where there has to be one. */
const operations: readonly (readonly [string, string, (id: string) => unknown])[] = [
  ['GET', '/operator/status', () => undefined],
  ['GET', '/operator/partners', () => undefined],
  ['POST', '/operator/partners', () => partner()],
  ['POST', '/operator/partners/:id/verification', () => ({ method: 'operatorCheck' })],
  ['POST', '/operator/partners/:id/suspension', () => ({ reason: 'x' })],
  ['POST', '/operator/partners/:id/reinstatement', () => ({})],
  ['POST', '/operator/partners/:id/debt', () => ({ inDebt: true })],
  ['GET', '/operator/tenants', () => undefined],
  ['POST', '/operator/customers', () => firm()],
  ['GET', '/operator/agreement-versions', () => undefined],
  ['POST', '/operator/agreement-versions', () => version()],
  ['GET', '/operator/mails', () => undefined],
  ['GET', '/operator/mails/:id', () => undefined],
  ['POST', '/operator/mails/:id/retry', () => ({})],
  ['POST', '/operator/handed-out-codes', (id) => ({ personId: id, kind: 'passwordReset' })],
]

describe.each(operations)('%s %s', (method, path, body) => {
  const at = (id: string) => [method, path.replace(':id', id), { body: body(id) }] as const

  it('answers nobody who is not signed in', async () => {
    const answer = await server.ask(null, ...at(randomUUID()))
    expect([401, 403]).toContain(answer.status)
    expect(answer.body.code).toMatch(/notSignedIn|csrfFailed/)
  })

  it('is for operators only', async () => {
    const [firmTenant, customer] = [await aPartner(), await aCustomer()]
    for (const person of [await firmTenant.person('globalAdmin'), await customer.person('globalAdministrator')]) {
      expect(await server.ask(person, ...at(firmTenant.id))).toMatchObject({ status: 403, body: { code: 'notAllowed', reason: 'roleMissing' } })
    }
  })

  if (path.includes(':id')) {
    it('tells nothing of what is not there', async () => {
      expect((await server.ask(operator, ...at(randomUUID()))).status).toBe(404)
      expect((await server.ask(operator, ...at('not-an-id'))).status).toBe(404)
    })
  }
})

describe('enrolling a partner', () => {
  it('makes its tenant, its partner link and its first Global admin, who is invited in the language of the firm', async () => {
    const input = partner({ kinds: ['indirectReseller', 'directBill'] })
    const answer = await server.ask(operator, 'POST', '/operator/partners', { body: input })
    expect(answer).toMatchObject({ status: 201, body: { name: input.name, kinds: ['directBill', 'indirectReseller'], status: 'active', inDebt: false, verifiedAt: null, can: ['verify', 'suspend', 'markInDebt'] } })
    const { id, adminId } = answer.body
    expect((await sql('select cloud, origin, is_customer from tenants where id = $1', [id]))[0]).toEqual({ cloud: 'public', origin: 'enrolment', is_customer: false })
    expect(await sql('select id from partner_links where partner_id = $1 and ended_at is null', [id])).toHaveLength(1)
    expect((await sql('select roles, status from people where id = $1', [adminId]))[0]).toEqual({ roles: ['globalAdmin'], status: 'invited' })
    const [mail] = await mailsTo(server.env, input.admin.mail)
    expect(mail).toMatchObject({ template: 'personInvited', language: 'es', subject: 'Su cuenta en Nubes del Sur, S.L.' })
    const opened = await server.ask(null, 'POST', '/person-invitations/exchange', { body: { secret: new URL(mail!.secret).hash.slice(1) } })
    expect(opened).toMatchObject({ status: 200, body: { tenantName: input.name, portal: 'partner' } })
  })

  it('is read by the firm and by the operators, each filed under the other', async () => {
    const { body } = await server.ask(operator, 'POST', '/operator/partners', { body: partner() })
    const rows = await sql('select r.tenant_id, r.counterpart_id from events e join event_readers r on r.event_id = e.id where e.type = $1 and e.resource_id = $2', ['partner.enrolled', body.id])
    expect(rows).toContainEqual({ tenant_id: body.id, counterpart_id: null })
    expect(rows).toContainEqual({ tenant_id: operator.tenantId, counterpart_id: body.id })
  })

  it.each([
    [{ cloud: 'mars' }, 'cloudUnknown'],
    [{ country: 'CN' }, 'countryOutsideCloud'],
    [{ country: 'ZZ' }, 'unknownCountry'],
    [{ primaryDomain: 'no domain' }, 'invalidDomain'],
    [{ language: 'fr' }, 'languageUnknown'],
    [{ timeZone: '+02:00' }, 'timeZoneUnknown'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZoneUnknown'],
    [{ name: 'Firma\u202e' }, 'nameBidi'],
    [{ programmeId: '12a' }, 'programmeIdForm'],
    [{ programmeCountry: 'FR' }, 'programmeIdOtherCountry'],
    [{ primaryDomain: 'gmail.com', admin: { displayName: 'Ana', userPrincipalName: 'ana@gmail.com', mail: 'ana@x.example' } }, 'freeWebMail'],
    [{ admin: { displayName: 'Ana', userPrincipalName: 'ana@x.example', mail: 'ana@gmail.com' } }, 'freeWebMail'],
    [{ admin: { displayName: 'Ana', userPrincipalName: 'ana@other.example', mail: 'ana@x.example' } }, 'domainNotOwn'],
  ])('refuses %j with a reason', async (changes, reason) => {
    expect(await server.ask(operator, 'POST', '/operator/partners', { body: partner(changes) })).toMatchObject({ status: 422, body: { reason } })
  })

  it.each([{ kinds: [] }, { kinds: ['wholesaler'] }, { kinds: ['directBill', 'directBill'] }, { status: 'active' }, { name: '' }])('refuses %j by its schema', async (changes) => {
    expect((await server.ask(operator, 'POST', '/operator/partners', { body: partner(changes) })).status).toBe(422)
  })

  it('needs a domain and a sign-in name that nobody has', async () => {
    const input = partner()
    expect((await server.ask(operator, 'POST', '/operator/partners', { body: input })).status).toBe(201)
    expect(await server.ask(operator, 'POST', '/operator/partners', { body: input })).toMatchObject({ status: 409, body: { code: 'alreadyExists' } })
    // The same domain in another cloud is another organization (E.1), but its people still need names of their own.
    const elsewhere = { ...input, cloud: 'germany', country: 'DE' }
    expect(await server.ask(operator, 'POST', '/operator/partners', { body: elsewhere })).toMatchObject({ status: 409, body: { reason: 'userPrincipalNameTaken' } })
  })

  it('has one effect for one key', async () => {
    const [body, key] = [partner(), randomUUID()]
    const first = await server.ask(operator, 'POST', '/operator/partners', { body, key })
    const second = await server.ask(operator, 'POST', '/operator/partners', { body, key })
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect((await server.ask(operator, 'POST', '/operator/partners', { body: partner(), key })).status).toBe(422)
    expect((await server.ask(operator, 'POST', '/operator/partners', { body: partner(), key: null })).body.code).toBe('idempotencyKeyMissing')
  })
})

describe('a partner’s standing', () => {
  it('changes by the operator, who signed in again within a quarter of an hour', async () => {
    const { id } = await aPartner()
    const longAgo = new Date(Date.now() - 20 * 60_000)
    for (const [path, body] of [['suspension', { reason: 'x' }], ['debt', { inDebt: true }]] as const) {
      const late = await server.ask(operator, 'POST', `/operator/partners/${id}/${path}`, { body, authenticatedAt: longAgo })
      expect(late).toMatchObject({ status: 403, body: { code: 'stepUpRequired' } })
    }
    expect(await server.ask(operator, 'POST', `/operator/partners/${id}/suspension`, { body: { reason: 'Facturas pendientes' } })).toMatchObject({
      status: 200,
      body: { status: 'suspended', statusReason: 'Facturas pendientes', can: ['verify', 'reinstate', 'markInDebt'] },
    })
    expect(await server.ask(operator, 'POST', `/operator/partners/${id}/suspension`, { body: {} })).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    expect((await server.ask(operator, 'POST', `/operator/partners/${id}/reinstatement`, { body: {} })).body.status).toBe('active')
    expect((await server.ask(operator, 'POST', `/operator/partners/${id}/debt`, { body: { inDebt: true } })).body.inDebt).toBe(true)
    expect(await server.ask(operator, 'POST', `/operator/partners/${id}/debt`, { body: { inDebt: true } })).toMatchObject({ status: 409, body: { reason: 'inDebtAlready' } })
  })

  it('suspended stops its acts at once', async () => {
    const firmTenant = await aPartner()
    const agent = await firmTenant.person('adminAgent')
    const ask = () => server.ask(agent, 'POST', '/relationship-requests', { body: { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 } })
    expect((await ask()).status).toBe(201)
    await server.ask(operator, 'POST', `/operator/partners/${firmTenant.id}/suspension`, { body: {} })
    expect(await ask()).toMatchObject({ status: 403, body: { reason: 'partnerSuspended' } })
  })

  it('is verified by a recorded check', async () => {
    const { id } = await aPartner({ verified: false })
    const answer = await server.ask(operator, 'POST', `/operator/partners/${id}/verification`, { body: { method: 'operatorCheck', note: 'Registro Mercantil visto' } })
    expect(answer).toMatchObject({ status: 200, body: { verificationMethod: 'operatorCheck', verificationNote: 'Registro Mercantil visto' } })
    expect((await sql('select verified_by from partner_profiles where tenant_id = $1', [id]))[0]).toEqual({ verified_by: operator.id })
    expect((await server.ask(operator, 'POST', `/operator/partners/${id}/verification`, { body: { method: 'hearsay' } })).status).toBe(422)
    expect((await server.ask(operator, 'POST', `/operator/partners/${id}/verification`, { body: { method: 'operatorCheck', note: '\u202e' } })).body.reason).toBe('noteForm')
  })

  it('is listed by name, page by page and back', async () => {
    for (const name of ['Árbol 1', 'Árbol 2', 'Árbol 3']) await aPartner({ name })
    const first = await server.ask(operator, 'GET', '/operator/partners?size=2')
    const second = await server.ask(operator, 'GET', `/operator/partners?size=2&cursor=${encodeURIComponent(first.body.next)}`)
    const back = await server.ask(operator, 'GET', `/operator/partners?size=2&cursor=${encodeURIComponent(second.body.previous)}`)
    expect(back.body.items).toEqual(first.body.items)
    const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name)
    expect(new Set(names).size).toBe(4)
  })
})

describe('importing a customer', () => {
  it('makes a tenant that is related with nobody, and invites its first Global administrator', async () => {
    const input = firm({ cloud: 'germany', country: 'DE', language: 'de' })
    const answer = await server.ask(operator, 'POST', '/operator/customers', { body: input })
    expect(answer).toMatchObject({ status: 201, body: { name: input.name, cloud: 'germany' } })
    expect((await sql('select origin, is_customer from tenants where id = $1', [answer.body.id]))[0]).toEqual({ origin: 'operatorImport', is_customer: true })
    expect(await sql('select id from reseller_relationships where customer_id = $1', [answer.body.id])).toEqual([])
    // No mail of ours is written in German yet, so English is sent.
    expect((await mailsTo(server.env, input.admin.mail))[0]).toMatchObject({ template: 'personInvited', language: 'en' })
    const listed = await server.ask(operator, 'GET', '/operator/tenants?size=500')
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: answer.body.id, kinds: ['customer'] }))
  })

  it('never attaches to a tenant that exists', async () => {
    const customer = await aCustomer()
    const answer = await server.ask(operator, 'POST', '/operator/customers', { body: firm({ primaryDomain: customer.domain, admin: { displayName: 'Eva', userPrincipalName: `eva@${customer.domain}`, mail: 'eva@x.example' } }) })
    expect(answer).toMatchObject({ status: 409, body: { code: 'alreadyExists' } })
  })
})

describe('publishing an agreement', () => {
  it('keeps the bytes exactly as they came and numbers the versions of a cloud and country', async () => {
    const body = version({ country: 'PE' })
    const first = await server.ask(operator, 'POST', '/operator/agreement-versions', { body })
    const sha256 = createHash('sha256').update(body.texts[0]!.body).digest('hex')
    expect(first).toMatchObject({ status: 201, body: { cloud: 'public', country: 'PE', number: 1, texts: [{ language: 'es', sha256 }] } })
    expect((await server.ask(operator, 'POST', '/operator/agreement-versions', { body: { ...body, mustSignAgain: true } })).body).toMatchObject({ number: 2, mustSignAgain: true })
    expect((await server.ask(operator, 'POST', '/operator/agreement-versions', { body: version({ country: 'CL' }) })).body.number).toBe(1)
    const stored = await sql<{ body: string }>('select body from agreement_texts where version_id = $1', [first.body.id])
    expect(stored[0]!.body).toBe(body.texts[0]!.body)
    expect((await server.ask(operator, 'GET', '/operator/agreement-versions')).body.items).toContainEqual(first.body)
  })

  it('changes nothing that was published: nobody may rewrite a text, not even the product', async () => {
    const { body } = await server.ask(operator, 'POST', '/operator/agreement-versions', { body: version({ country: 'UY' }) })
    await expect(
      server.env.database.transaction({ tenant: operator.tenantId, scope: 'operator' }, (trx) => trx.updateTable('agreement_texts').set({ body: 'x' }).where('version_id', '=', body.id).execute()),
    ).rejects.toThrow(/permission denied/)
  })

  it.each([
    [{ cloud: 'china' }, 'cloudWithoutAgreement'],
    [{ cloud: 'usGov' }, 'agreementLanguageNotOffered'],
    [{ country: 'CN' }, 'countryOutsideCloud'],
    [{ texts: [{ language: 'es', title: 'T', body: 'a' }, { language: 'es', title: 'T', body: 'b' }] }, 'agreementLanguageTwice'],
    [{ texts: [{ language: 'es', title: 'T\nU', body: 'a' }] }, 'agreementTitleForm'],
    [{ texts: [{ language: 'es', title: 'T', body: 'paga \u202e00001 €' }] }, 'agreementTextForm'],
    [{ texts: [{ language: 'es', title: 'T', body: '   \n' }] }, 'agreementTextForm'],
  ])('refuses %j', async (changes, reason) => {
    expect(await server.ask(operator, 'POST', '/operator/agreement-versions', { body: version(changes) })).toMatchObject({ status: 422, body: { reason } })
  })

  it('by two operators at once makes two versions or refuses one, never one number twice', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => server.ask(operator, 'POST', '/operator/agreement-versions', { body: version({ country: 'BO' }) })))
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.number)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made).size).toBe(made.length)
  })
})
