import { describe, expect, it } from 'vitest'
import { customerFileHead, customerRow } from '../../application/customers/customer-csv.ts'
import { anOpenRequest, manyListed, theList, workOn } from '../../../test/support/campaigns.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()

async function aCampaign(asker: TestPerson, wish: object = {}): Promise<{ id: string; version: number }> {
  const { status, body } = await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Clientes de siempre', delivery: 'self', ...wish } })
  expect(status).toBe(201)
  return body
}

const upload = (asker: TestPerson, id: string, raw: string | Buffer, key?: string) =>
  server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw, headers: { 'content-type': 'text/csv' }, ...(key && { key }) })

async function checked(asker: TestPerson, raw: string | Buffer, wish: object = {}) {
  const { id } = await aCampaign(asker, wish)
  const taken = await upload(asker, id, raw)
  expect(taken.body).toMatchObject({ status: 'checking' })
  await workOn(server.env, id)
  return (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
}

const rowsOf = async (asker: TestPerson, id: string, query = '') => (await server.ask(asker, 'GET', `/campaigns/${id}/rows?size=500${query}`)).body.items

async function started(asker: TestPerson, raw: string, wish: object = {}) {
  const { id, version } = await checked(asker, raw, wish)
  expect((await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })).body).toMatchObject({ status: 'running' })
  await workOn(server.env, id)
  return (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
}

describe('a list that is uploaded', () => {
  it('is checked row by row, and nobody is asked by that', async () => {
    const partner = await aPartner()
    const asker = await partner.person('salesAgent')
    const related = await aCustomer()
    await aRelationship(partner, related)
    await anOpenRequest(server, asker, 'wingtip.example')
    const bytes = Buffer.concat([
      Buffer.from(theList([
        ['', 'Contoso, S. L.', 'contoso.example', 'es', '', '', ''],
        ['11111111-1111-4111-8111-11111111111A', 'Fabrikam', '', 'FR', 'public', '', ''],
        ['', 'Contoso otra vez', 'CONTOSO.example', 'ES', '', '', ''],
        ['no-guid', 'Tailspin', '', 'ES', '', '', ''],
        ['', 'Nadie', '', 'ES', '', '', ''],
        ['', 'Northwind', 'northwind.example', 'ZZ', '', '', ''],
        ['', 'Litware', 'litware.example', 'ES', 'china', '', ''],
        ['', 'Proseware', 'no domain', 'ES', '', '', ''],
        ['', 'Lejos', 'lejos.example', 'AU', '', '', ''],
        [related.id, 'De siempre', '', 'ES', '', '', ''],
        ['', 'Preguntada', 'wingtip.example', 'ES', '', '', ''],
        ['', 'Adatum', partner.domain, 'ES', '', '', ''],
        ['', 'n'.repeat(500), 'larga.example', 'ES', '', '', ''],
        ['', 'a\u202eb', 'bidi.example', 'ES', '', '', ''],
        ['', '=HYPERLINK("http://x.example")', 'formula.example', 'ES', '', '', ''],
        ['', 'Correo', 'correo.example', 'ES', '', 'no es un correo', ''],
        ['', 'Idioma', 'idioma.example', 'ES', '', '', 'fr'],
      ])),
      Buffer.from(',Espa\xf1a,latin.example,ES,,,\r\n', 'latin1'),
      Buffer.from(',Celdas,celdas.example\r\n,"Comillas,comillas.example,ES,,,\r\n'),
    ])
    const report = await checked(asker, bytes)
    expect(report).toMatchObject({ status: 'checked', rows: { ready: 3, unchecked: 0 }, funnel: { asked: 0 } })
    const rows = await rowsOf(asker, report.id)
    expect(rows.map(({ line, state, why }: { line: number; state: string; why: { reasonCode: string } | null }) => `${line} ${why?.reasonCode ?? state}`)).toEqual([
      '2 ready', '3 ready', '4 rowRepeated', '5 tenantIdForm', '6 rowNamesNobody', '7 unknownCountry', '8 otherCloud', '9 invalidDomain', '10 outsideMarket', '11 alreadyRelated', '12 openRequestExists',
      '13 ownTenant', '14 rowTooLong', '15 nameBidi', '16 ready', '17 addressForm', '18 languageNotOffered', '19 rowNotUtf8', '20 rowCellCount', '21 rowBroken',
    ])
    expect(rows[14]).toMatchObject({ companyName: '=HYPERLINK("http://x.example")', country: 'ES', language: 'es' })
    expect(rows[1]).toMatchObject({ customerId: '11111111-1111-4111-8111-11111111111a', language: 'en' })
    const unpublished = { agreementVersion: null, agreementLanguage: null }
    expect(report.countries).toEqual([{ country: 'ES', language: 'es', languageMissing: null, rows: 2, ...unpublished }, { country: 'FR', language: 'en', languageMissing: 'fr', rows: 1, ...unpublished }])
    expect(report.can).toEqual(['takeList', 'start', 'cancel'])
    expect((await server.ask(asker, 'GET', '/relationship-requests')).body.items).toHaveLength(1)
  })

  it('is our own export of the customer list, and the documented JSON of another partner center', async () => {
    const asker = await (await aPartner()).person('adminAgent')
    const line = { customerId: '22222222-2222-4222-8222-222222222222', companyName: '+Contoso; =1', primaryDomain: 'contoso.example', country: 'ES', channels: ['direct'], tags: ['a|b'], privilegedServices: [], relatedSince: new Date() } as const
    const exported = await checked(asker, customerFileHead + customerRow(line as never))
    expect(exported.rows).toMatchObject({ ready: 1, refused: 0 })
    expect(await rowsOf(asker, exported.id)).toMatchObject([{ line: 2, companyName: '+Contoso; =1', customerId: line.customerId, domain: 'contoso.example' }])
    const { id } = await aCampaign(asker)
    const items = [
      { id: '33333333-3333-4333-8333-333333333333', companyProfile: { tenantId: null, domain: 'fabrikam.example', companyName: 'Fabrikam', attributes: { objectType: 'CustomerCompanyProfile' } }, relationshipToPartner: 'reseller' },
      { id: null, companyProfile: { domain: 'tailspin.example' }, billingProfile: { email: 'ana@tailspin.example', language: 'es-ES', companyName: 'Tailspin', defaultAddress: { country: 'FR' } } },
    ]
    expect((await server.ask(asker, 'POST', `/campaigns/${id}/list`, { body: { totalCount: 2, items, attributes: { objectType: 'Collection' } } })).status).toBe(200)
    await workOn(server.env, id)
    expect(await rowsOf(asker, id, '&state=ready')).toMatchObject([{ line: 1, companyName: 'Fabrikam', domain: 'fabrikam.example' }, { line: 2, companyName: 'Tailspin', country: 'FR', mail: 'ana@tailspin.example', language: 'es' }])
  })

  it('is read with semicolons and with LF, as a spreadsheet of half of Europe writes it', async () => {
    const asker = await (await aPartner()).person('adminAgent')
    const report = await checked(asker, 'Company name;Primary domain;Country\n"Contoso; S. L.";contoso.example;ES\n\nFabrikam;fabrikam.example;FR')
    expect(await rowsOf(asker, report.id)).toMatchObject([{ line: 2, companyName: 'Contoso; S. L.' }, { line: 4, companyName: 'Fabrikam', country: 'FR' }])
  })

  it.each([
    ['nothing', '', 'listEmpty'],
    ['a head row alone', 'Primary domain\r\n', 'listEmpty'],
    ['columns that name nobody', 'Company name,Country\r\nContoso,ES\r\n', 'listColumnsMissing'],
    ['a column twice', 'Domain,Primary domain\r\na.example,a.example\r\n', 'listColumnTwice'],
    ['10 001 customers', `Domain\r\n${'a.example\r\n'.repeat(10_001)}`, 'listTooLong'],
    ['UTF-16', Buffer.from('Domain\r\na.example', 'utf16le'), 'listNotText'],
  ])('is refused as a whole where it is %s', async (_what, raw, reason) => {
    const asker = await (await aPartner()).person('adminAgent')
    const { id } = await aCampaign(asker)
    expect(await upload(asker, id, raw)).toMatchObject({ status: 422, body: { code: 'invalidInput', reason } })
    expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ status: 'draft', rowCount: 0 })
  })

  it('is refused above its size, from visitors and in other forms', async () => {
    const asker = await (await aPartner()).person('adminAgent')
    const { id } = await aCampaign(asker)
    const long = `Domain\r\n"${'a'.repeat(9 * 1024 * 1024)}"\r\n`
    expect(await upload(asker, id, long)).toMatchObject({ status: 413, body: { code: 'bodyTooLarge' } })
    expect(await server.ask(null, 'POST', `/campaigns/${id}/list`, { raw: 'Domain\r\n', headers: { 'content-type': 'text/csv' } })).toMatchObject({ status: 401 })
    expect(await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw: 'x', headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 })
    expect(await server.ask(asker, 'POST', '/relationship-requests', { raw: 'x', headers: { 'content-type': 'text/csv' } })).toMatchObject({ status: 415 })
  })

  it('is taken once for a key, and may be replaced until it is started', async () => {
    const asker = await (await aPartner()).person('adminAgent')
    const { id } = await aCampaign(asker)
    const list = manyListed(3)
    const first = await upload(asker, id, list, 'one')
    expect((await upload(asker, id, list, 'one')).body).toEqual(first.body)
    expect(await upload(asker, id, manyListed(4), 'one')).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } })
    expect(await upload(asker, id, list)).toMatchObject({ status: 409, body: { code: 'invalidTransition' } })
    await workOn(server.env, id)
    await upload(asker, id, manyListed(2))
    await workOn(server.env, id)
    expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ status: 'checked', rowCount: 2, rows: { ready: 2 } })
  })
})

describe('a list that was started', () => {
  it('makes one request for each row that can be asked, as it would be asked alone', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const done = await started(asker, theList([['', 'Contoso', 'contoso.example', 'ES', '', '', ''], ['', '', 'mal dominio', '', '', '', ''], ['', 'Fabrikam', 'fabrikam.example', 'FR', '', '', '']]), { askPrivileges: false, validityDays: 30 })
    expect(done).toMatchObject({ status: 'done', rows: { draft: 2, refused: 1 }, funnel: { asked: 2, sent: 0, opened: 0 }, can: [] })
    const { items } = (await server.ask(asker, 'GET', '/relationship-requests')).body
    expect(items.map(({ named, status, askPrivileges, language }: { named: { domain: string }; status: string; askPrivileges: boolean; language: string }) => [named.domain, status, askPrivileges, language]).sort()).toEqual([
      ['contoso.example', 'draft', false, 'es'], ['fabrikam.example', 'draft', false, 'en'],
    ])
    const rows = await rowsOf(asker, done.id, '&state=draft')
    expect(new Set(rows.map(({ requestId }: { requestId: string }) => requestId))).toEqual(new Set(items.map(({ id }: { id: string }) => id)))
  })

  it('counts what its requests say', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const { id } = await started(asker, manyListed(3))
    const [one, two] = await rowsOf(asker, id)
    await server.ask(asker, 'POST', `/relationship-requests/${one.requestId}/sharing`, { body: { by: 'copy' } })
    await server.ask(asker, 'POST', `/relationship-requests/${two.requestId}/withdrawal`)
    const seen = (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
    expect(seen).toMatchObject({ rows: { draft: 1, shared: 1, withdrawn: 1 }, funnel: { asked: 3, sent: 1 } })
    server.env.at.forward({ days: 100 })
    expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ rows: { draft: 0, expired: 2, withdrawn: 1 } })
    expect((await server.ask(asker, 'GET', '/campaigns')).body.items[0]).toMatchObject({ id, rowCount: 3, asked: 3, ready: 0, accepted: 0 })
  })

  it('follows the newest request of each row: a link that is sent anew stays with it', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const { id } = await started(asker, manyListed(2))
    const [row, other] = await rowsOf(asker, id)
    const act = (requestId: string, what: string, body?: object) => server.ask(asker, 'POST', `/relationship-requests/${requestId}/${what}`, body && { body })
    await act(row.requestId, 'sharing', { by: 'copy' })
    const first = (await act(row.requestId, 'resending')).body.id
    expect((await rowsOf(asker, id))[0]).toMatchObject({ requestId: first, state: 'draft' })
    const second = (await act(first, 'resending')).body.id
    await act(second, 'sharing', { by: 'done' })
    expect(await rowsOf(asker, id)).toMatchObject([{ requestId: second, state: 'shared' }, { requestId: other.requestId, state: 'draft' }])
    expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ rows: { shared: 1, draft: 1, withdrawn: 0 }, funnel: { asked: 2, sent: 1 } })
    const secret = new URL((await server.ask(asker, 'GET', `/relationship-requests/${second}?link=shown`)).body.link).hash.slice(1)
    await server.ask(null, 'POST', '/invitations/opening', { body: { secret } })
    expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ rows: { opened: 1, draft: 1 }, funnel: { opened: 1 } })
  })

  it('asks nobody twice when the same file comes again', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    await started(asker, manyListed(120))
    const again = await checked(asker, manyListed(120))
    expect(again).toMatchObject({ rows: { refused: 120, ready: 0 }, refusals: [{ reasonCode: 'openRequestExists', rows: 120 }], can: ['takeList', 'cancel'] })
    expect(await server.ask(asker, 'POST', `/campaigns/${again.id}/start`, { version: again.version })).toMatchObject({ status: 409, body: { code: 'invalidTransition', reason: 'nothingToAsk' } })
  })

  it('judges anew what changed since the check, also where another list asked meanwhile', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const [first, second] = [await checked(asker, manyListed(5)), await checked(asker, manyListed(5))]
    for (const { id, version } of [first, second]) await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
    await Promise.all([first, second].map(({ id }) => workOn(server.env, id)))
    await Promise.all([first, second].map(({ id }) => workOn(server.env, id)))
    expect((await server.ask(asker, 'GET', '/relationship-requests?size=50')).body.items).toHaveLength(5)
  })

  it('pauses by itself where whoever started it may no longer, and goes on with the rights of who resumes it', async () => {
    const partner = await aPartner()
    const [asker, admin] = [await partner.person('salesAgent'), await partner.person('globalAdmin')]
    const { id, version } = await checked(asker, manyListed(5))
    await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
    await sql(`update people set roles = '{}' where id = $1`, [asker.id])
    await workOn(server.env, id)
    expect((await server.ask(admin, 'GET', `/campaigns/${id}`)).body).toMatchObject({ status: 'paused', pausedBecause: { reasonCode: 'roleMissing' }, funnel: { asked: 0 }, can: ['resume', 'cancel'] })
    expect((await server.ask(admin, 'POST', `/campaigns/${id}/resumption`)).body).toMatchObject({ status: 'running', pausedBecause: null })
    await workOn(server.env, id)
    expect((await server.ask(admin, 'GET', `/campaigns/${id}`)).body).toMatchObject({ status: 'done', funnel: { asked: 5 } })
  })

  it('is paused and cancelled by people; then nothing more is asked', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const { id, version } = await checked(asker, manyListed(5))
    expect(await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version: version + 1 })).toMatchObject({ status: 412 })
    await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
    expect((await server.ask(asker, 'POST', `/campaigns/${id}/pause`)).body).toMatchObject({ status: 'paused', pausedBecause: null })
    await workOn(server.env, id)
    expect((await server.ask(asker, 'POST', `/campaigns/${id}/cancellation`)).body).toMatchObject({ status: 'cancelled', rows: { ready: 5 }, can: [] })
    for (const act of ['resumption', 'pause', 'cancellation']) expect(await server.ask(asker, 'POST', `/campaigns/${id}/${act}`)).toMatchObject({ status: 409 })
  })
})

describe('a campaign', () => {
  it('is somebody else’s like an absent one', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const other = await (await aPartner()).person('globalAdmin')
    const { id, version } = await aCampaign(asker)
    for (const [method, path, ask] of [['GET', '', {}], ['GET', '/rows', {}], ['POST', '/start', { version }], ['POST', '/pause', {}], ['POST', '/resumption', {}], ['POST', '/cancellation', {}], ['POST', '/list', { body: { rows: [{}] } }]] as const) {
      expect(await server.ask(other, method, `/campaigns/${id}${path}`, ask), path).toMatchObject({ status: 404, body: { code: 'notFound' } })
    }
    expect((await server.ask(other, 'GET', '/campaigns')).body.items).toEqual([])
  })

  it('is planned within the rules of the cloud and of this installation', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const refused = async (wish: object, who = asker) => {
      const { status, body } = await server.ask(who, 'POST', '/campaigns', { body: { name: 'Lista', delivery: 'self', ...wish } })
      return [status, body.reason]
    }
    expect(await refused({ language: 'fr' })).toEqual([422, 'languageNotOffered'])
    expect(await refused({ name: ' ' })).toEqual([422, 'nameEmpty'])
    expect(await refused({ words: 'a\u202eb' })).toEqual([422, 'controlCharacters'])
    const [government, china] = [await aPartner({ cloud: 'usGov' }), await aPartner({ cloud: 'china' })]
    expect(await refused({ askPrivileges: false }, await government.person('salesAgent'))).toEqual([422, 'privilegesForcedByCloud'])
    expect(await refused({}, await china.person('adminAgent'))).toEqual([409, 'trackedRequestNotOffered'])
  })
})
