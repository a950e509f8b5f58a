import type { Language } from '../../language/languages.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { decimalOf } from '../../domain/money/money.ts'
import { isOnSale, pricesAt } from '../../domain/catalogue/catalogue.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { allEntries, type CatalogueEntry, entriesOfProduct, listProducts } from '../../store/catalogue-store.ts'
import { serviceName } from '../service-name.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { catalogueFile } from './catalogue-file.ts'

export interface ProductListInput extends PageAsk {
  readonly cloud: string | undefined
  readonly search: string | undefined
  readonly reader: Language
}

export interface ProductRow {
  readonly cloud: string
  readonly productId: string
  readonly title: string
  readonly publisher: string
  readonly productType: string
  readonly skuCount: number
}

export const listCatalogue: UseCase<ProductListInput, Page<ProductRow>> = {
  action: 'catalogue.read',

  async run(work, { cloud, search, size, cursor, reader }) {
    const filter = { cloud, search: search === undefined ? undefined : searchKey(search) }
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /operator/catalogue',
      filter,
      read: (start, most) => listProducts(work.trx, filter, { start, most }),
      keysOf: ({ nameKey, product }) => [nameKey, product.cloud, product.id],
    })
    return { ...page, items: page.items.map(({ product, skuCount }) => ({ ...product, productId: product.id, title: product.title[reader], skuCount })) }
  },
}

export type ShownProduct = Awaited<ReturnType<typeof shownProduct>>

/** A product with its SKUs, where they are sold, and every price there was, is and will be. */
export const readProduct: UseCase<{ readonly cloud: string; readonly productId: string; readonly reader: Language }, ShownProduct> = {
  action: 'catalogue.read',
  run: (work, { cloud, productId, reader }) => shownProduct(work, { cloud, productId }, reader),
}

export async function shownProduct({ trx, now, env }: Pick<Work, 'trx' | 'now' | 'env'>, { cloud, productId }: { readonly cloud: string; readonly productId: string }, reader: Language) {
  const entries = await entriesOfProduct(trx, cloud, productId)
  const [first] = entries
  if (!first) throw new DomainError('notFound', 'No such product.')
  const { title, publisher, productType } = first.product
  return { cloud, productId, title: title[reader], publisher, productType, availabilities: entries.map((entry) => shownEntry(entry, { now, reader, manifest: env.manifestOf(cloud) })) }
}

function shownEntry({ sku, availability, prices }: CatalogueEntry, { now, reader, manifest }: { readonly now: Date; readonly reader: Language; readonly manifest: CapabilityManifest }) {
  const inForce = pricesAt(prices, now)
  const { from, until, id, market, segment } = availability
  return {
    availabilityId: id,
    market,
    marketName: manifest.markets.find((one) => one.id === market)?.name[reader] ?? market,
    segment,
    availableFrom: from.toISOString(),
    availableUntil: until?.toISOString() ?? null,
    isOnSale: isOnSale(availability, now),
    skuId: sku.id,
    skuTitle: sku.title[reader],
    generation: sku.generation,
    serviceId: sku.serviceId,
    serviceName: sku.serviceId === null ? null : serviceName(manifest, sku.serviceId, reader),
    servicePlans: [...sku.servicePlans],
    minQuantity: sku.minQuantity,
    maxQuantity: sku.maxQuantity,
    isTrial: sku.isTrial,
    baseIds: [...sku.baseIds],
    conversionIds: [...sku.conversionIds],
    prices: prices.map((price) => ({
      ...{ term: price.term, billingCycle: price.billingCycle, currency: price.currency },
      validFrom: price.validFrom.toISOString(),
      unitPrice: price.unitPrice === null ? null : decimalOf(price.unitPrice, price.currency),
      holdsNow: inForce.some((one) => one.validFrom === price.validFrom && one.term === price.term && one.billingCycle === price.billingCycle && one.currency === price.currency),
    })),
  }
}

const mostExported = 50_000

/** The whole catalogue as the file that import reads. */
export const exportCatalogue: UseCase<void, { readonly text: string }> = {
  action: 'catalogue.read',
  async run({ trx }) {
    return { text: catalogueFile(await allEntries(trx, mostExported)) }
  },
}
