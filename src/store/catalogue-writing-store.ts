import { type Insertable, type Updateable, sql } from 'kysely'
import type { Availability, Price, Product, Sku } from '../domain/catalogue/catalogue.ts'
import { nameKeyOf } from './catalogue-store.ts'
import type { Transaction } from './database.ts'
import type { DB } from './schema.generated.ts'

/** Whether a row came, changed or stood so already. */
export type Written = 'created' | 'changed' | 'present'

export function writeProduct(trx: Transaction, { cloud, id, title, publisher, productType }: Product): Promise<Written> {
  return write(trx, 'catalogue_products', ['cloud', 'id'], { cloud, id, title_en: title.en, title_es: title.es, name_key: nameKeyOf(title), publisher, product_type: productType })
}

export function writeSku(trx: Transaction, sku: Sku): Promise<Written> {
  return write(trx, 'catalogue_skus', ['cloud', 'product_id', 'id'], {
    cloud: sku.cloud,
    product_id: sku.productId,
    id: sku.id,
    title_en: sku.title.en,
    title_es: sku.title.es,
    name_key: nameKeyOf(sku.title),
    generation: sku.generation,
    service_id: sku.serviceId,
    service_plans: [...sku.servicePlans],
    min_quantity: sku.minQuantity,
    max_quantity: sku.maxQuantity,
    is_trial: sku.isTrial,
    base_ids: [...sku.baseIds],
    conversion_ids: [...sku.conversionIds],
  })
}

export function writeAvailability(trx: Transaction, { cloud, productId, skuId, id, market, segment, from, until }: Availability): Promise<Written> {
  return write(trx, 'catalogue_availabilities', ['cloud', 'product_id', 'sku_id', 'id'], { cloud, product_id: productId, sku_id: skuId, id, market, segment, available_from: from, available_until: until })
}

/** What a SKU that stands already was written as; undefined where there is none. */
export async function generationOf(trx: Transaction, { cloud, productId, id }: Pick<Sku, 'cloud' | 'productId' | 'id'>): Promise<string | undefined> {
  const row = await trx.selectFrom('catalogue_skus').select('generation').where('cloud', '=', cloud).where('product_id', '=', productId).where('id', '=', id).executeTakeFirst()
  return row?.generation
}

/** Of "product:sku" numbers, those that the cloud has. */
export async function knownSkus(trx: Transaction, cloud: string, numbers: readonly string[]): Promise<readonly string[]> {
  const number = sql<string>`product_id || ':' || id`
  const rows = numbers.length === 0 ? [] : await trx.selectFrom('catalogue_skus').select(number.as('number')).where('cloud', '=', cloud).where(number, 'in', [...numbers]).execute()
  return rows.map((row) => row.number)
}

/** The price of that very moment, if there is one. */
export async function priceFrom(trx: Transaction, availability: Availability, price: Price): Promise<{ readonly unitPrice: bigint | null } | undefined> {
  const row = await trx.selectFrom('catalogue_prices').select('unit_price').where(samePrice(availability, price)).executeTakeFirst()
  return row && { unitPrice: row.unit_price === null ? null : BigInt(row.unit_price) }
}

export async function putPrice(trx: Transaction, availability: Availability, price: Price): Promise<void> {
  const { cloud, productId: product_id, skuId: sku_id, id: availability_id } = availability
  const unit_price = price.unitPrice === null ? null : price.unitPrice.toString()
  await trx
    .insertInto('catalogue_prices')
    .values({ cloud, product_id, sku_id, availability_id, term: price.term, billing_cycle: price.billingCycle, currency: price.currency, valid_from: price.validFrom, unit_price })
    .onConflict((conflict) => conflict.columns(['cloud', 'product_id', 'sku_id', 'availability_id', 'term', 'billing_cycle', 'currency', 'valid_from']).doUpdateSet({ unit_price }))
    .execute()
}

function samePrice({ cloud, productId, skuId, id }: Availability, { term, billingCycle, currency, validFrom }: Price) {
  return sql<boolean>`cloud = ${cloud} and product_id = ${productId} and sku_id = ${skuId} and availability_id = ${id}
    and term = ${term} and billing_cycle = ${billingCycle} and currency = ${currency} and valid_from = ${validFrom}`
}

/** One row by its key: made, changed where something differs, or left alone. */
async function write<Table extends 'catalogue_products' | 'catalogue_skus' | 'catalogue_availabilities'>(trx: Transaction, table: Table, key: readonly string[], values: Insertable<DB[Table]>): Promise<Written> {
  const made = await trx.insertInto(table).values(values as never).onConflict((conflict) => conflict.doNothing()).returning(sql<number>`1`.as('made')).execute()
  if (made.length > 0) return 'created'
  const rest = Object.entries(values).filter(([name]) => !key.includes(name))
  const same = (name: string, value: unknown) => sql<boolean>`${sql.ref(name)} = ${value}`
  const where = sql.join(key.map((name) => same(name, (values as Record<string, unknown>)[name])), sql` and `)
  const differs = sql.join(rest.map(([name, value]) => sql<boolean>`${sql.ref(name)} is distinct from ${value}`), sql` or `)
  const changed = await trx
    .updateTable(table as 'catalogue_products')
    .set({ ...(Object.fromEntries(rest) as Updateable<DB['catalogue_products']>), version: sql`version + 1` })
    .where(sql<boolean>`${where} and (${differs})`)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n ? 'changed' : 'present'
}
