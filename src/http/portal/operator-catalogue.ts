import { type Static, Type } from 'typebox'
import { importCatalogue } from '../../application/catalogue/import-catalogue.ts'
import { exportCatalogue, listCatalogue, readProduct } from '../../application/catalogue/read-catalogue.ts'
import { setPrice } from '../../application/catalogue/set-price.ts'
import { usualPageSize } from '../../application/page.ts'
import { productTypes, segments } from '../../domain/catalogue/catalogue.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Instant, Maybe, PageSize, SearchText, strict } from '../schemas.ts'
import { Amount, BillingCycleCode, GenerationCode, TermCode } from './subscription-schemas.ts'

const tag = 'Catalogue'
const CloudCode = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{1,30}$' })
const ProductNumber = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' })
const CatalogueNumber = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,39}$' })
const ProductParams = Type.Object({ cloud: CloudCode, productId: ProductNumber }, strict)

const row = { cloud: Type.String(), productId: Type.String(), title: Type.String(), publisher: Type.String(), productType: Type.Enum([...productTypes]) }
export const CatalogueRow = Type.Object({ ...row, skuCount: Type.Integer() })
export type CatalogueRow = Static<typeof CatalogueRow>
export const CataloguePage = Type.Object({ items: Type.Array(CatalogueRow), next: Maybe(Cursor), previous: Maybe(Cursor) })
export type CataloguePage = Static<typeof CataloguePage>

export const CataloguePrice = Type.Object({
  term: TermCode,
  billingCycle: BillingCycleCode,
  currency: Type.String(),
  validFrom: Instant,
  unitPrice: Type.Union([Amount, Type.Null()], { description: 'For one unit and one billing cycle; null: from then on not sold so.' }),
  holdsNow: Type.Boolean(),
})
export type CataloguePrice = Static<typeof CataloguePrice>
export const CatalogueAvailability = Type.Object({
  availabilityId: Type.String(),
  market: Type.String(),
  marketName: Type.String(),
  segment: Type.Enum([...segments]),
  availableFrom: Instant,
  availableUntil: Maybe(Instant),
  isOnSale: Type.Boolean(),
  skuId: Type.String(),
  skuTitle: Type.String(),
  generation: GenerationCode,
  serviceId: Maybe(Type.String()),
  serviceName: Maybe(Type.String()),
  servicePlans: Type.Array(Type.String()),
  minQuantity: Type.Integer(),
  maxQuantity: Type.Integer(),
  isTrial: Type.Boolean(),
  baseIds: Type.Array(Type.String()),
  conversionIds: Type.Array(Type.String()),
  prices: Type.Array(CataloguePrice),
})
export type CatalogueAvailability = Static<typeof CatalogueAvailability>
export const CatalogueProduct = Type.Object({ ...row, availabilities: Type.Array(CatalogueAvailability) })
export type CatalogueProduct = Static<typeof CatalogueProduct>

const Outcome = Type.Enum(['created', 'changed', 'present', 'refused'])
export const CatalogueReportView = Type.Object({
  isDryRun: Type.Boolean(),
  counts: Type.Object({ created: Type.Integer(), changed: Type.Integer(), present: Type.Integer(), refused: Type.Integer() }),
  rows: Type.Array(Type.Object({ row: Type.Integer(), item: Type.String(), outcome: Outcome, reasonCode: Maybe(Type.String()), reasonText: Maybe(Type.String()), field: Maybe(Type.String()) }), {
    description: 'Rows that did something, were refused or carry a remark; at most 500.',
  }),
})
export type CatalogueReportView = Static<typeof CatalogueReportView>

export const operatorCatalogueRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/catalogue',
    summary: 'List the products of the catalogue by title',
    tag,
    useCase: listCatalogue,
    query: Type.Object({ cloud: Type.Optional(CloudCode), search: Type.Optional(SearchText), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: CataloguePage,
    input: ({ query: { cloud, search, size, cursor }, request }) => ({ cloud, search, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    method: 'GET',
    path: '/operator/catalogue-file',
    summary: 'Take the whole catalogue along as the file that import reads',
    tag,
    useCase: exportCatalogue,
    answer: Type.Object({ text: Type.String({ description: 'CSV, as docs/catalogue-file.md describes it.' }) }),
    input: () => undefined,
    present: (file) => file,
  }),
  route({
    method: 'POST',
    path: '/operator/catalogue-file',
    summary: 'Import a catalogue file, or see row by row what it would do; the same file again changes nothing',
    tag,
    useCase: importCatalogue,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 900_000 }), isDryRun: Type.Boolean() }, strict),
    answer: CatalogueReportView,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ ...body, reader: readerLanguage(request) }),
    present: (report) => report as never,
  }),
  route({
    method: 'GET',
    path: '/operator/catalogue/:cloud/:productId',
    summary: 'Read a product with its SKUs, where and to whom they are sold, and every price that was, is and will be',
    tag,
    useCase: readProduct,
    params: ProductParams,
    answer: CatalogueProduct,
    input: ({ params, request }) => ({ ...params, reader: readerLanguage(request) }),
    present: (product) => product as never,
  }),
  route({
    method: 'POST',
    path: '/operator/catalogue/:cloud/:productId/prices',
    summary: 'Set a price from a moment on; one that holds already stays',
    tag,
    useCase: setPrice,
    params: ProductParams,
    body: Type.Object(
      {
        skuId: CatalogueNumber,
        availabilityId: CatalogueNumber,
        term: TermCode,
        billingCycle: BillingCycleCode,
        currency: Type.String({ pattern: '^[A-Z]{3}$' }),
        validFrom: Type.String({ maxLength: 30, minLength: 10, description: 'A day, which begins at 00:00 UTC, or an instant in UTC.' }),
        unitPrice: Type.Union([Type.String({ maxLength: 30, minLength: 1 }), Type.Null()], { description: 'A plain decimal such as 12.50; null: from then on not sold so.' }),
      },
      strict,
    ),
    answer: CatalogueProduct,
    status: 201,
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ ...params, ...body, reader: readerLanguage(request) }),
    present: (product) => product as never,
  }),
]
