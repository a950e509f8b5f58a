import { beforeAll, describe, expect, it } from 'vitest'
import { aCatalogue } from '../../../test/support/catalogue.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, anOperator, sql, type TestPerson } from '../../../test/support/world.ts'
import { catalogueColumns } from '../../application/catalogue/catalogue-file.ts'
import { demoCatalogueFile } from '../../demo/catalogue.ts'

const server = await testServer()
let operator: TestPerson
beforeAll(async () => {
  operator = await aCatalogue(server)
})

const file = '/operator/catalogue-file'
const product = '/operator/catalogue/public/NIMBUS-OFFICE'
const bring = (text: string, isDryRun = false) => server.ask(operator, 'POST', file, { body: { text, isDryRun } })
const [head, first] = demoCatalogueFile().split('\r\n') as [string, string]
const fileOf = (...rows: string[]) => [head, ...rows, ''].join('\r\n')
/** The first row of the demo with other cells. */
const rowWith = (change: Partial<Record<(typeof catalogueColumns)[number], string>>) => {
  const cells = first.split(',')
  return catalogueColumns.map((column, place) => change[column] ?? cells[place]!).join(',')
}
const price = { skuId: 'BASIC', availabilityId: 'EUROPE1', term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', validFrom: '2035-01-01', unitPrice: '7.77' }

describe('a catalogue file', () => {
  it('changes nothing when it comes again, and what was exported is read back as it stands', async () => {
    expect((await bring(demoCatalogueFile())).body.counts).toMatchObject({ created: 0, changed: 0, refused: 0 })
    const { body } = await server.ask(operator, 'GET', file)
    expect((await bring(body.text)).body.counts).toMatchObject({ created: 0, changed: 0, refused: 0 })
    expect((await bring(body.text)).body.counts.present).toBe(body.text.trimEnd().split('\r\n').length - 1)
  })

  it('says row by row what it would do, and does it only then', async () => {
    const text = fileOf(rowWith({ 'SKU ID': 'NEW', SKU: 'Brand new' }), rowWith({ Market: 'atlantis' }), rowWith({ 'Unit price': '9.999' }), rowWith({ 'Unit price': '1.00' }), rowWith({ 'SKU ID': 'NEW', SKU: 'Otherwise' }), rowWith({ Cloud: 'nowhere' }))
    const rehearsed = await bring(text, true)
    expect(rehearsed.body).toMatchObject({
      isDryRun: true,
      rows: [
        { row: 2, outcome: 'created' },
        { row: 3, outcome: 'refused', reasonCode: 'catalogueCellUnreadable', field: 'Market' },
        { row: 4, outcome: 'refused', field: 'Unit price' },
        { row: 5, outcome: 'refused', reasonCode: 'priceInForce' },
        { row: 6, outcome: 'refused', reasonCode: 'rowContradicts' },
        { row: 7, outcome: 'refused', field: 'Cloud' },
      ],
    })
    expect(await sql("select id from catalogue_skus where id = 'NEW'")).toEqual([])
    expect((await bring(text)).body.rows).toEqual(rehearsed.body.rows)
    expect(await sql("select id from catalogue_skus where id = 'NEW'")).toEqual([{ id: 'NEW' }])
  })

  it('tells of SKUs that it names and nobody has, and keeps the kind of contract', async () => {
    const { body } = await bring(fileOf(rowWith({ 'SKU ID': 'ADD', 'Add-on to': 'NO:SUCH' }), rowWith({ Generation: 'legacy' })), true)
    expect(body.rows).toMatchObject([{ outcome: 'created', reasonCode: 'namedSkuMissing' }, { outcome: 'refused', reasonCode: 'generationFixed' }])
  })

  it.each([
    ['catalogueHead', 'a,b\r\n1,2\r\n'],
    ['catalogueCells', `${head}\r\na,b\r\n`],
    ['catalogueNoCsv', `${head}\r\n"open`],
    ['catalogueEmpty', `${head}\r\n`],
  ])('is refused whole where it is none: %s', async (reason, text) => {
    expect(await bring(text, true)).toMatchObject({ status: 422, body: { code: 'catalogueFileUnreadable', reason } })
  })
})

describe('a price', () => {
  const set = (change: object = {}) => server.ask(operator, 'POST', `${product}/prices`, { body: { ...price, ...change } })

  it('holds from its day; a coming one may be changed, one in force may not', async () => {
    const { status, body } = await set()
    expect(status).toBe(201)
    const { prices } = body.availabilities.find(({ skuId, availabilityId }: { skuId: string; availabilityId: string }) => skuId === 'BASIC' && availabilityId === 'EUROPE1')
    expect(prices).toContainEqual({ term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', validFrom: '2035-01-01T00:00:00.000Z', unitPrice: '7.77', holdsNow: false })
    expect(prices).toContainEqual(expect.objectContaining({ term: 'P1Y', billingCycle: 'monthly', currency: 'EUR', unitPrice: '5.10', holdsNow: true }))
    expect((await set({ unitPrice: null })).status).toBe(201)
    expect(await set({ validFrom: '2024-01-01' })).toMatchObject({ status: 409, body: { code: 'priceNotPossible', reason: 'priceInForce' } })
  })

  it.each([
    [{ unitPrice: '7.777' }, 'Unit price'],
    [{ currency: 'XYZ' }, 'Currency'],
    [{ validFrom: '2035-02-30' }, 'Valid from'],
    [{ billingCycle: 'triennial' }, 'Billing cycle'],
  ])('is refused with its field: %j', async (change, field) => {
    expect(await set(change)).toMatchObject({ status: 422, body: { code: 'invalidInput', reason: 'catalogueCellUnreadable' } })
    expect(field).toBeTruthy()
  })

  it('of what is not there is not there', async () => {
    expect((await set({ skuId: 'NONE' })).status).toBe(404)
    expect((await server.ask(operator, 'GET', '/operator/catalogue/public/NONE-SUCH')).status).toBe(404)
  })
})

describe('the catalogue', () => {
  it('is listed by title, searched and paged', async () => {
    const all = await server.ask(operator, 'GET', '/operator/catalogue?cloud=public')
    expect(all.body.items.map(({ title }: { title: string }) => title)).toEqual(['Cirrus Desk', 'Cumulus', 'Cumulus savings plan', 'Cumulus server, reserved', 'Nimbus Archive', 'Nimbus Classic', 'Nimbus Office', 'Stratus Identity'])
    const page = await server.ask(operator, 'GET', '/operator/catalogue?cloud=public&size=2')
    const next = await server.ask(operator, 'GET', `/operator/catalogue?cloud=public&size=2&cursor=${encodeURIComponent(page.body.next)}`)
    expect(next.body.items.map(({ title }: { title: string }) => title)).toEqual(['Cumulus savings plan', 'Cumulus server, reserved'])
    expect((await server.ask(operator, 'GET', '/operator/catalogue?search=STRATUS&cloud=china')).body.items).toMatchObject([{ productId: 'STRATUS-ID', skuCount: 1 }])
  })

  it('is the operator’s alone, and changed only after a recent sign-in', async () => {
    const agent = await (await aPartner()).person('globalAdmin')
    for (const [method, path] of [['GET', '/operator/catalogue'], ['GET', file], ['POST', file], ['GET', product], ['GET', '/operator/provisioning']] as const) {
      expect((await server.ask(agent, method, path, method === 'POST' ? { body: { text: 'x', isDryRun: true } } : {})).status).toBe(403)
    }
    const stale = await server.ask(await anOperator(), 'POST', file, { body: { text: head, isDryRun: true }, authenticatedAt: new Date(Date.now() - 3_600_000) })
    expect(stale.body.code).toBe('stepUpRequired')
  })
})
