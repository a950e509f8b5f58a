import type { CapabilityManifest } from '../../../src/domain/clouds/manifest.ts'

/** Where a partner of that country may have customers, by its cloud's table of markets and the operator's exceptions. For lists to choose from; the server judges. */
export function marketCountries(cloud: CapabilityManifest, country: string): readonly string[] {
  const market = cloud.markets.find(({ countries }) => countries.includes(country))
  const exceptions = cloud.marketExceptions.filter(({ partnerCountry }) => partnerCountry === country)
  const refused = new Set(exceptions.filter(({ allowed }) => !allowed).map(({ customerCountry }) => customerCountry))
  const added = exceptions.filter(({ allowed }) => allowed).map(({ customerCountry }) => customerCountry)
  return [...new Set([...(market?.countries ?? []), ...added])].filter((code) => !refused.has(code)).sort()
}
