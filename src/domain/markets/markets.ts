import type { CountryCode } from '../countries.ts'
import type { Market, MarketException } from './market.ts'

/** The part of a cloud's manifest that says where its partners may sell. */
export interface MarketRules {
  readonly markets: readonly Market[]
  readonly marketExceptions: readonly MarketException[]
}

/** The market a country belongs to; undefined where the cloud has none for it. */
export function marketOf(rules: MarketRules, country: CountryCode): Market | undefined {
  return rules.markets.find((market) => market.countries.includes(country))
}

/** Whether both countries lie in one market of this cloud. Exceptions are not asked: see mayBeRelated. */
export function sameMarket(rules: MarketRules, one: CountryCode, other: CountryCode): boolean {
  const market = marketOf(rules, one)
  return market !== undefined && market === marketOf(rules, other)
}

/**
 * The region rule of decision 2 [S0.10, S3.12]: a relationship needs both sides in one market,
 * unless the operator recorded an exception for that pair. Asked when drafting and again when accepting.
 */
export function mayBeRelated(rules: MarketRules, partnerCountry: CountryCode, customerCountry: CountryCode): boolean {
  const exception = rules.marketExceptions.find(
    (candidate) => candidate.partnerCountry === partnerCountry && candidate.customerCountry === customerCountry,
  )
  return exception ? exception.allowed : sameMarket(rules, partnerCountry, customerCountry)
}

/** Where a partner of that country may have customers: its market, plus and minus the exceptions. */
export function customerCountries(rules: MarketRules, partnerCountry: CountryCode): readonly CountryCode[] {
  const candidates = new Set(marketOf(rules, partnerCountry)?.countries)
  for (const exception of rules.marketExceptions) {
    if (exception.partnerCountry === partnerCountry) candidates.add(exception.customerCountry)
  }
  return [...candidates].filter((country) => mayBeRelated(rules, partnerCountry, country)).sort()
}

/** ISO 4217; undefined where the source names none. */
export function currencyOf(rules: MarketRules, country: CountryCode): string | undefined {
  const currency = marketOf(rules, country)?.currency
  const exception = currency?.except?.[country]
  return exception === null ? undefined : (exception ?? currency?.usual)
}
