import { catalogueColumns, type CatalogueColumn } from '../application/catalogue/catalogue-file.ts'
import { byteOrderMark, csvRow } from '../text/csv.ts'

interface DemoOffer {
  readonly product: string
  readonly sku: string
  readonly title: readonly [en: string, es: string]
  readonly productTitle: readonly [en: string, es: string]
  readonly type?: string
  readonly generation?: string
  readonly service?: string
  readonly plans?: string
  readonly limits?: readonly [min: number, max: number]
  readonly isTrial?: true
  readonly baseIds?: string
  readonly conversionIds?: string
  /** of a month, in the first currency; a year costs eleven */
  readonly monthly: number
}

/** Invented offers; no price and no name of a real catalogue. */
const offers: readonly DemoOffer[] = [
  { product: 'NIMBUS-OFFICE', sku: 'BASIC', productTitle: ['Nimbus Office', 'Nimbus Office'], title: ['Nimbus Office Basic', 'Nimbus Office Básico'], service: 'office365', plans: 'MAIL|FILES', limits: [1, 300], conversionIds: 'NIMBUS-OFFICE:BUSINESS', monthly: 5.1 },
  { product: 'NIMBUS-OFFICE', sku: 'BUSINESS', productTitle: ['Nimbus Office', 'Nimbus Office'], title: ['Nimbus Office Business', 'Nimbus Office Empresa'], service: 'office365', plans: 'MAIL|FILES|DESKTOP', limits: [1, 300], monthly: 10.5 },
  { product: 'NIMBUS-OFFICE', sku: 'BUSINESS-TRIAL', productTitle: ['Nimbus Office', 'Nimbus Office'], title: ['Nimbus Office Business, trial', 'Nimbus Office Empresa, prueba'], service: 'office365', plans: 'MAIL|FILES|DESKTOP', limits: [25, 25], isTrial: true, conversionIds: 'NIMBUS-OFFICE:BUSINESS', monthly: 0 },
  { product: 'NIMBUS-ARCHIVE', sku: 'MAIL', productTitle: ['Nimbus Archive', 'Nimbus Archivo'], title: ['Mail archive (add-on)', 'Archivo de correo (complemento)'], service: 'office365', plans: 'ARCHIVE', limits: [1, 300], baseIds: 'NIMBUS-OFFICE:BASIC|NIMBUS-OFFICE:BUSINESS', monthly: 2.55 },
  { product: 'NIMBUS-CLASSIC', sku: 'E1', productTitle: ['Nimbus Classic', 'Nimbus Clásico'], title: ['Nimbus Classic E1', 'Nimbus Clásico E1'], generation: 'legacy', service: 'office365', plans: 'MAIL', limits: [1, 10_000], monthly: 6.7 },
  { product: 'STRATUS-ID', sku: 'P1', productTitle: ['Stratus Identity', 'Stratus Identidad'], title: ['Stratus Identity P1', 'Stratus Identidad P1'], service: 'azureActiveDirectory', plans: 'CONDITIONAL-ACCESS', limits: [1, 100_000], monthly: 5.06 },
  { product: 'CIRRUS-DESK', sku: 'TEAM', productTitle: ['Cirrus Desk', 'Cirrus Mesa'], title: ['Cirrus Desk for teams', 'Cirrus Mesa para equipos'], type: 'marketplace', generation: 'marketplace', limits: [5, 500], monthly: 18 },
  { product: 'CUMULUS', sku: 'PLAN', productTitle: ['Cumulus', 'Cúmulus'], title: ['Cumulus usage plan', 'Cúmulus, plan de uso'], type: 'usage', limits: [1, 1], monthly: 0 },
  { product: 'CUMULUS-SERVER', sku: 'M4', productTitle: ['Cumulus server, reserved', 'Cúmulus, servidor reservado'], title: ['Reserved server M4', 'Servidor reservado M4'], type: 'reservation', limits: [1, 100], monthly: 62.4 },
  { product: 'CUMULUS-SERVER', sku: 'M8', productTitle: ['Cumulus server, reserved', 'Cúmulus, servidor reservado'], title: ['Reserved server M8', 'Servidor reservado M8'], type: 'reservation', limits: [1, 100], monthly: 118.75 },
  { product: 'CUMULUS-SAVING', sku: 'HOURLY', productTitle: ['Cumulus savings plan', 'Cúmulus, plan de ahorro'], title: ['Savings plan, 1 per hour', 'Plan de ahorro, 1 por hora'], type: 'savingsPlan', limits: [1, 500], monthly: 730 },
]

interface DemoPlace {
  readonly cloud: string
  readonly market: string
  readonly segments: readonly string[]
  readonly currencies: Readonly<Record<string, number>>
  /** no trials in China, nor for governments (D.7) */
  readonly hasTrials?: true
}

const places: readonly DemoPlace[] = [
  { cloud: 'public', market: 'europe', segments: ['commercial', 'education'], currencies: { EUR: 1, GBP: 0.85, SEK: 11 }, hasTrials: true },
  { cloud: 'public', market: 'japan', segments: ['commercial'], currencies: { JPY: 160 }, hasTrials: true },
  { cloud: 'public', market: 'unitedStates', segments: ['commercial'], currencies: { USD: 1.1 }, hasTrials: true },
  { cloud: 'usGov', market: 'unitedStates', segments: ['government'], currencies: { USD: 1.2 } },
  { cloud: 'germany', market: 'euAndEfta', segments: ['commercial'], currencies: { EUR: 1.05 } },
  { cloud: 'china', market: 'china', segments: ['commercial'], currencies: { CNY: 7.4 } },
]

/** The demo's catalogue as the file that an operator imports. */
export function demoCatalogueFile(): string {
  const rows = places.flatMap((place) => offers.filter(({ isTrial }) => !isTrial || place.hasTrials).flatMap((offer) => place.segments.flatMap((segment, place_) => rowsOf(offer, place, { segment, id: `${place.market.toUpperCase().slice(0, 6)}${place_ + 1}` }))))
  return byteOrderMark + csvRow(catalogueColumns) + rows.map((row) => csvRow(catalogueColumns.map((column) => row[column]))).join('')
}

type Plan = readonly [term: string, cycle: string, factor: number]
const longPlans: readonly Plan[] = [['P1Y', 'monthly', 1], ['P1Y', 'annual', 12], ['P3Y', 'monthly', 0.7]]

function plansOf({ isTrial, type }: DemoOffer): readonly Plan[] {
  if (isTrial) return [['P30D', 'none', 0]]
  if (type === 'usage') return [['P1M', 'monthly', 0]]
  return type === 'reservation' || type === 'savingsPlan' ? longPlans : [['P1M', 'monthly', 1.2], ['P1Y', 'monthly', 1], ['P1Y', 'annual', 12]]
}

function rowsOf(offer: DemoOffer, { cloud, market, currencies }: DemoPlace, { segment, id }: { segment: string; id: string }): Record<CatalogueColumn, string>[] {
  const [min, max] = offer.limits ?? [1, 10_000]
  const discount = segment === 'education' ? 0.4 : 1
  const fixed = {
    ...{ Cloud: cloud, 'Product ID': offer.product, Product: offer.productTitle[0], 'Product (es)': offer.productTitle[1], Publisher: 'Vínculo Demo', 'Product type': offer.type ?? 'onlineServices' },
    ...{ 'SKU ID': offer.sku, SKU: offer.title[0], 'SKU (es)': offer.title[1], Generation: offer.generation ?? 'newCommerce', Service: offer.service ?? '', 'Service plans': offer.plans ?? '' },
    ...{ Minimum: String(min), Maximum: String(max), Trial: offer.isTrial ? 'yes' : 'no', 'Add-on to': offer.baseIds ?? '', 'Converts to': offer.conversionIds ?? '' },
    ...{ 'Availability ID': id, Market: market, Segment: segment, 'Available from': '2024-01-01', 'Available until': '' },
  }
  const plans = plansOf(offer)
  return Object.entries(currencies).flatMap(([currency, rate]) =>
    plans.map(([term, cycle, factor]) => ({ ...fixed, Term: term, 'Billing cycle': cycle, Currency: currency, 'Valid from': '2024-01-01', 'Unit price': (offer.monthly * rate * factor * discount).toFixed(currency === 'JPY' ? 0 : 2) })),
  )
}
