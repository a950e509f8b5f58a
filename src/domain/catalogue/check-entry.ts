import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import { displayName } from '../names/name.ts'
import { priceOf } from '../money/money.ts'
import { type Availability, generations, type Price, type Product, productTypes, segments, type Sku } from './catalogue.ts'
import { type BillingCycle, billingCycles, isCycleOf, type Term, terms } from './terms.ts'

/** What somebody wrote for one price of one SKU, cell by cell. */
export interface StatedCells {
  readonly [column: string]: string
}

export interface CheckedEntry {
  readonly product: Product
  readonly sku: Sku
  readonly availability: Availability
  readonly price: Price
}

const number = /^[A-Z0-9][A-Z0-9-]{0,39}$/
const highestQuantity = 10_000_000

/** Reads the cells of one row and holds them against the cloud; throws invalidInput naming the column. */
export function checkEntry(cells: StatedCells, manifest: CapabilityManifest): CheckedEntry {
  const product = productOf(cells, manifest)
  const sku = skuOf(cells, product, manifest)
  return { product, sku, availability: availabilityOf(cells, sku, manifest), price: priceIn(cells, sku) }
}

function productOf(cells: StatedCells, manifest: CapabilityManifest): Product {
  return {
    cloud: manifest.id,
    id: numberIn(cells, 'Product ID'),
    title: { en: nameIn(cells, 'Product'), es: nameIn(cells, 'Product (es)') },
    publisher: nameIn(cells, 'Publisher'),
    productType: choiceIn(cells, 'Product type', productTypes),
  }
}

function skuOf(cells: StatedCells, { cloud, id: productId }: Product, manifest: CapabilityManifest): Sku {
  const service = cells['Service']!
  if (service !== '' && !manifest.services.some(({ id }) => id === service)) throw wrong('Service')
  const [minQuantity, maxQuantity] = [quantityIn(cells, 'Minimum'), quantityIn(cells, 'Maximum')]
  if (maxQuantity < minQuantity) throw wrong('Maximum')
  return {
    cloud,
    productId,
    id: numberIn(cells, 'SKU ID'),
    title: { en: nameIn(cells, 'SKU'), es: nameIn(cells, 'SKU (es)') },
    generation: choiceIn(cells, 'Generation', generations),
    serviceId: service === '' ? null : service,
    servicePlans: listIn(cells, 'Service plans', /^[A-Za-z0-9_-]{1,60}$/),
    minQuantity,
    maxQuantity,
    isTrial: choiceIn(cells, 'Trial', ['yes', 'no']) === 'yes',
    baseIds: listIn(cells, 'Add-on to', skuNumber),
    conversionIds: listIn(cells, 'Converts to', skuNumber),
  }
}

const skuNumber = /^[A-Z0-9][A-Z0-9-]{1,39}:[A-Z0-9][A-Z0-9-]{0,39}$/

function availabilityOf(cells: StatedCells, { cloud, productId, id: skuId }: Sku, manifest: CapabilityManifest): Availability {
  const market = choiceIn(cells, 'Market', manifest.markets.map(({ id }) => id))
  const [from, until] = [momentIn(cells, 'Available from'), cells['Available until'] === '' ? null : momentIn(cells, 'Available until')]
  if (until && until <= from) throw wrong('Available until')
  return { cloud, productId, skuId, id: numberIn(cells, 'Availability ID'), market, segment: choiceIn(cells, 'Segment', segments), from, until }
}

/** A price by its words; a trial costs nothing and has its thirty days, and nothing else has. */
export function priceIn(cells: StatedCells, { isTrial }: Pick<Sku, 'isTrial'>): Price {
  const term: Term = choiceIn(cells, 'Term', terms)
  const billingCycle: BillingCycle = choiceIn(cells, 'Billing cycle', billingCycles)
  if (!isCycleOf(term, billingCycle) || (term === 'P30D') !== isTrial) throw wrong('Billing cycle')
  const currency = cells['Currency']!
  if (!/^[A-Z]{3}$/.test(currency) || !isCurrency(currency)) throw wrong('Currency')
  const validFrom = momentIn(cells, 'Valid from')
  const unitPrice = cells['Unit price'] === '' ? null : amountIn(cells, currency)
  if (isTrial && unitPrice !== 0n) throw wrong('Unit price')
  return { term, billingCycle, currency, validFrom, unitPrice }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

function amountIn(cells: StatedCells, currency: string): bigint {
  try {
    return priceOf(cells['Unit price']!, currency)
  } catch {
    throw wrong('Unit price')
  }
}

function numberIn(cells: StatedCells, column: string): string {
  return number.test(cells[column]!) && (column !== 'Product ID' || cells[column]!.length > 1) ? cells[column]! : fail(column)
}

function nameIn(cells: StatedCells, column: string): string {
  try {
    return displayName(cells[column]!)
  } catch {
    throw wrong(column)
  }
}

function choiceIn<Choice extends string>(cells: StatedCells, column: string, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === cells[column]) ?? fail(column)
}

function quantityIn(cells: StatedCells, column: string): number {
  const quantity = /^[1-9][0-9]{0,7}$/.test(cells[column]!) ? Number(cells[column]) : 0
  return quantity >= 1 && quantity <= highestQuantity ? quantity : fail(column)
}

function listIn(cells: StatedCells, column: string, shape: RegExp): string[] {
  const all = cells[column] === '' ? [] : cells[column]!.split('|')
  return all.length <= 100 && all.every((one) => shape.test(one)) && new Set(all).size === all.length ? all : fail(column)
}

/** A day, which begins at 00:00 UTC, or an instant in UTC. */
function momentIn(cells: StatedCells, column: string): Date {
  const text = cells[column]!
  if (!/^20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?Z)?$/.test(text)) throw wrong(column)
  const moment = new Date(text)
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text.slice(0, 10)) throw wrong(column)
  return moment
}

function fail(column: string): never {
  throw wrong(column)
}

function wrong(column: string): DomainError {
  return new DomainError('invalidInput', `The cell ${column} cannot be read.`, { reason: 'catalogueCellUnreadable', field: column })
}
