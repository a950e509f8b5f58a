import type { CountryCode } from '../countries.ts'

/** A set of countries within which partners and customers may be related. */
export interface Market {
  readonly id: string
  readonly name: { readonly en: string; readonly es: string }
  readonly countries: readonly CountryCode[]
  /** Absent where the source names no currency. */
  readonly currency?: MarketCurrency
}

export interface MarketCurrency {
  /** ISO 4217. */
  readonly usual: string
  /** Countries with another currency; null where the source leaves the cell blank. */
  readonly except?: Readonly<Record<CountryCode, string | null>>
}

/** An operator's word against the market table, in one direction. */
export interface MarketException {
  readonly partnerCountry: CountryCode
  readonly customerCountry: CountryCode
  readonly allowed: boolean
  /** Why, in the operator's words; shown to whom the exception concerns. */
  readonly reason: string
}
