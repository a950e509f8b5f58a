import { sql } from 'kysely'
import type { Availability, Price, Product, ProductType, Sku } from '../domain/catalogue/catalogue.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { Transaction } from './database.ts'

/** Everything that is sold under one number: what the operator's page of a product shows. */
export interface CatalogueEntry {
  readonly product: Product
  readonly sku: Sku
  readonly availability: Availability
  readonly prices: readonly Price[]
}

/** One SKU in one market and segment, before its prices are read. */
type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

export interface OfferPlace {
  readonly cloud: string
  readonly market: string
  readonly segment: string
}

/** Everything that a customer of that place may see, by title; `search` is folded by searchKey. Bounded: a place has its few thousand at most. */
export async function entriesAt(trx: Transaction, place: OfferPlace & { readonly productType?: ProductType | undefined }, search: string | undefined, most: number): Promise<CatalogueEntry[]> {
  let query = entries(trx).where('a.cloud', '=', place.cloud).where('a.market', '=', place.market).where('a.segment', '=', place.segment)
  if (search) query = query.where(sql<boolean>`strpos(p.name_key || ' ' || k.name_key, ${search}) > 0`)
  if (place.productType) query = query.where('p.product_type', '=', place.productType)
  return withPrices(trx, await query.orderBy('p.name_key').orderBy('a.product_id').orderBy('a.sku_id').orderBy('a.id').limit(most).execute())
}

/** Those of some SKUs, by their full numbers. */
export async function entriesNumbered(trx: Transaction, place: OfferPlace, numbers: readonly string[]): Promise<CatalogueEntry[]> {
  if (numbers.length === 0) return []
  const rows = await entries(trx)
    .where('a.cloud', '=', place.cloud)
    .where('a.market', '=', place.market)
    .where('a.segment', '=', place.segment)
    .where('a.product_id', 'in', [...new Set(numbers.map((number) => number.split(':')[0]!))])
    .orderBy('k.name_key')
    .orderBy('a.id')
    .execute()
  return withPrices(trx, rows.filter(({ product_id: product, sku_id: sku }) => numbers.includes(`${product}:${sku}`)))
}

/** SKUs by their full numbers, wherever they are sold. */
export async function skusNumbered(trx: Transaction, cloud: string, numbers: readonly string[]): Promise<ReadonlyMap<string, Sku>> {
  const products = [...new Set(numbers.map((number) => number.split(':')[0]!))]
  if (products.length === 0) return new Map()
  const rows = await trx
    .selectFrom('catalogue_skus')
    .select(['cloud', 'product_id', 'id as sku_id', 'title_en as sku_en', 'title_es as sku_es', 'generation', 'service_id', 'service_plans', 'min_quantity', 'max_quantity', 'is_trial', 'base_ids', 'conversion_ids'])
    .where('cloud', '=', cloud)
    .where('product_id', 'in', products)
    .execute()
  return new Map(rows.map((row) => [`${row.product_id}:${row.sku_id}`, skuOf(row)]))
}

/** One by its three numbers. */
export async function findEntry(trx: Transaction, key: { readonly cloud: string; readonly productId: string; readonly skuId: string; readonly id: string }): Promise<CatalogueEntry | undefined> {
  const rows = await entries(trx).where('a.cloud', '=', key.cloud).where('a.product_id', '=', key.productId).where('a.sku_id', '=', key.skuId).where('a.id', '=', key.id).execute()
  return (await withPrices(trx, rows))[0]
}

export async function entriesOfProduct(trx: Transaction, cloud: string, productId: string): Promise<CatalogueEntry[]> {
  const rows = await entries(trx).where('a.cloud', '=', cloud).where('a.product_id', '=', productId).orderBy('a.sku_id').orderBy('a.market').orderBy('a.segment').orderBy('a.id').execute()
  return withPrices(trx, rows)
}

/** The whole catalogue in the order of the file. */
export async function allEntries(trx: Transaction, most: number): Promise<CatalogueEntry[]> {
  return withPrices(trx, await entries(trx).orderBy('a.cloud').orderBy('a.product_id').orderBy('a.sku_id').orderBy('a.id').limit(most).execute())
}

export interface ListedProduct {
  readonly product: Product
  readonly skuCount: number
  readonly nameKey: string
}

/** Products by title; reading back gives them in the opposite order. */
export async function listProducts(
  trx: Transaction,
  filter: { readonly cloud: string | undefined; readonly search: string | undefined },
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedProduct[]> {
  const direction = start?.backwards ? 'desc' : 'asc'
  let query = trx
    .selectFrom('catalogue_products as p')
    .select(['p.cloud', 'p.id', 'p.title_en', 'p.title_es', 'p.publisher', 'p.product_type', 'p.name_key'])
    .select(sql<string>`(select count(*) from catalogue_skus k where k.cloud = p.cloud and k.product_id = p.id)`.as('sku_count'))
    .orderBy('p.name_key', direction)
    .orderBy('p.cloud', direction)
    .orderBy('p.id', direction)
    .limit(most)
  if (filter.cloud) query = query.where('p.cloud', '=', filter.cloud)
  if (filter.search) query = query.where(sql<boolean>`(strpos(p.name_key, ${filter.search}) > 0 or strpos(lower(p.id), ${filter.search}) > 0)`)
  if (start) {
    const [nameKey, cloud, id] = start.keys as string[]
    query = query.where(sql<boolean>`(p.name_key, p.cloud, p.id) ${sql.raw(start.backwards ? '<' : '>')} (${nameKey}, ${cloud}, ${id})`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({ product: productOf({ ...row, product_id: row.id, product_en: row.title_en, product_es: row.title_es }), skuCount: Number(row.sku_count), nameKey: row.name_key }))
}

export function nameKeyOf({ en, es }: { readonly en: string; readonly es: string }): string {
  return searchKey(`${en} ${es}`)
}

function entries(trx: Transaction) {
  return trx
    .selectFrom('catalogue_availabilities as a')
    .innerJoin('catalogue_skus as k', (join) => join.onRef('k.cloud', '=', 'a.cloud').onRef('k.product_id', '=', 'a.product_id').onRef('k.id', '=', 'a.sku_id'))
    .innerJoin('catalogue_products as p', (join) => join.onRef('p.cloud', '=', 'a.cloud').onRef('p.id', '=', 'a.product_id'))
    .select(['a.cloud', 'a.product_id', 'a.sku_id', 'a.id', 'a.market', 'a.segment', 'a.available_from', 'a.available_until'])
    .select(['k.title_en as sku_en', 'k.title_es as sku_es', 'k.generation', 'k.service_id', 'k.service_plans', 'k.min_quantity', 'k.max_quantity', 'k.is_trial', 'k.base_ids', 'k.conversion_ids'])
    .select(['p.title_en as product_en', 'p.title_es as product_es', 'p.publisher', 'p.product_type'])
}

async function withPrices(trx: Transaction, rows: readonly EntryRow[]): Promise<CatalogueEntry[]> {
  if (rows.length === 0) return []
  const prices = await trx
    .selectFrom('catalogue_prices')
    .selectAll()
    .where('cloud', 'in', [...new Set(rows.map(({ cloud }) => cloud))])
    .where('availability_id', 'in', [...new Set(rows.map(({ id }) => id))])
    .where('product_id', 'in', [...new Set(rows.map(({ product_id }) => product_id))])
    .orderBy('term')
    .orderBy('billing_cycle')
    .orderBy('currency')
    .orderBy('valid_from')
    .execute()
  const key = (...parts: string[]) => parts.join(' ')
  const byEntry = new Map<string, Price[]>()
  for (const row of prices) {
    const of = key(row.cloud, row.product_id, row.sku_id, row.availability_id)
    const price = { term: row.term as Price['term'], billingCycle: row.billing_cycle as Price['billingCycle'], currency: row.currency, validFrom: row.valid_from, unitPrice: row.unit_price === null ? null : BigInt(row.unit_price) }
    byEntry.set(of, [...(byEntry.get(of) ?? []), price])
  }
  return rows.map((row) => ({ product: productOf(row), sku: skuOf(row), availability: availabilityOf(row), prices: byEntry.get(key(row.cloud, row.product_id, row.sku_id, row.id)) ?? [] }))
}

function productOf(row: Pick<EntryRow, 'cloud' | 'product_id' | 'product_en' | 'product_es' | 'publisher' | 'product_type'>): Product {
  return { cloud: row.cloud, id: row.product_id, title: { en: row.product_en, es: row.product_es }, publisher: row.publisher, productType: row.product_type as Product['productType'] }
}

function skuOf(row: Omit<EntryRow, 'id' | 'market' | 'segment' | 'available_from' | 'available_until' | 'product_en' | 'product_es' | 'publisher' | 'product_type'>): Sku {
  return {
    cloud: row.cloud,
    productId: row.product_id,
    id: row.sku_id,
    title: { en: row.sku_en, es: row.sku_es },
    generation: row.generation as Sku['generation'],
    serviceId: row.service_id,
    servicePlans: row.service_plans,
    minQuantity: row.min_quantity,
    maxQuantity: row.max_quantity,
    isTrial: row.is_trial,
    baseIds: row.base_ids,
    conversionIds: row.conversion_ids,
  }
}

function availabilityOf(row: EntryRow): Availability {
  return { cloud: row.cloud, productId: row.product_id, skuId: row.sku_id, id: row.id, market: row.market, segment: row.segment as Availability['segment'], from: row.available_from, until: row.available_until }
}

/** What kind of product it is; undefined where there is none. */
export async function productTypeOf(trx: Transaction, cloud: string, productId: string): Promise<ProductType | undefined> {
  const row = await trx.selectFrom('catalogue_products').select('product_type').where('cloud', '=', cloud).where('id', '=', productId).executeTakeFirst()
  return row?.product_type as ProductType | undefined
}
