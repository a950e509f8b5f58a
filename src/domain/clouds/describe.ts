import type { Bilingual, ManifestLine } from './manifest-lines.ts'
import { manifestLines } from './manifest-lines.ts'
import type { CapabilityManifest, CloudId, CloudService, LocalName } from './manifest.ts'
import type { Market, MarketException } from '../markets/market.ts'

export type PageLanguage = keyof Bilingual

/** One line of the comparison of clouds, ready for a table: docs/clouds.md and the page that explains a cloud's rules. */
export interface ManifestRow {
  readonly key: keyof CapabilityManifest
  readonly title: string
  readonly sources: readonly string[]
  /** the capability that builds on the line, where none does yet */
  readonly capability: string | null
  /** The words for the value of each cloud. */
  readonly values: Readonly<Record<CloudId, string>>
}

export function describeClouds(manifests: readonly CapabilityManifest[], language: PageLanguage): readonly ManifestRow[] {
  return (Object.entries(manifestLines) as [keyof CapabilityManifest, ManifestLine][]).map(([key, line]) => ({
    key,
    title: line.title[language],
    sources: line.sources,
    capability: line.capability ?? null,
    values: Object.fromEntries(manifests.map((manifest) => [manifest.id, lineText(manifest, key, language)])),
  }))
}

/** A line of one cloud in words; what no source says is told so, with what holds here where the product had to choose. */
export function lineText(manifest: CapabilityManifest, key: keyof CapabilityManifest, language: PageLanguage): string {
  const text = valueText(manifestLines[key], manifest[key], language)
  const isOurs = (manifest.undocumented as readonly string[]).includes(key) && manifest[key] !== 'unknown'
  return isOurs ? words[language].ours(text) : text
}

/** The capability that builds on a line, where none does yet: as its name is read; null where the line holds already. */
export function capabilityName(key: keyof CapabilityManifest, language: PageLanguage): string | null {
  const { capability } = manifestLines[key]
  return capability === undefined ? null : (capabilities[capability]?.[language] ?? capability)
}

const capabilities: Readonly<Record<string, Bilingual>> = {
  account: { en: 'partner account', es: 'cuenta de partner' },
  'compatible API': { en: 'compatible API', es: 'API compatible' },
}

/** One value in words; plain text without line breaks. */
export function valueText(line: ManifestLine, value: unknown, language: PageLanguage): string {
  const say = words[language]
  if (line.shape === 'choice') return line.of[String(value)]?.[language] ?? String(value)
  if (value === 'unknown') return say.unknown
  switch (line.shape) {
    case 'id':
    case 'domain':
      return String(value)
    case 'name':
      return (value as LocalName)[language]
    case 'yesNo':
      return value ? say.yes : say.no
    case 'list':
      return joined((value as readonly string[]).map((choice) => line.of[choice]?.[language] ?? choice), say.none)
    case 'days':
      return String(value)
    case 'validity': {
      const { default: usual, max } = value as CapabilityManifest['requestValidityDays']
      return say.range(usual, max)
    }
    case 'retention': {
      const { usual, max } = value as Exclude<CapabilityManifest['retentionDays'], 'unknown'>
      return usual === max ? String(usual) : say.range(usual, max)
    }
    case 'services':
      return joined((value as readonly CloudService[]).map((service) => service.name[language]), say.none)
    case 'markets':
      return joined((value as readonly Market[]).map((market) => `${market.name[language]} (${market.countries.length})`), say.none)
    case 'marketExceptions':
      return joined((value as readonly MarketException[]).map((exception) => exceptionText(exception)), say.none)
    case 'roleDenials':
      return joined(Object.entries(value as CapabilityManifest['roleDenials']).map(([role, acts]) => `${role}: ${acts.join(', ')}`), say.none, '; ')
  }
}

function exceptionText({ partnerCountry, customerCountry, allowed }: MarketException): string {
  return `${allowed ? '+' : '−'} ${partnerCountry} → ${customerCountry}`
}

function joined(parts: readonly string[], none: string, separator = ', '): string {
  return parts.length > 0 ? parts.join(separator) : none
}

const words = {
  en: { yes: 'yes', no: 'no', none: 'none', unknown: 'not documented', ours: (text: string) => `not documented; here: ${text}`, range: (usual: number, max: number) => `${usual}, at most ${max}` },
  es: { yes: 'sí', no: 'no', none: 'ninguno', unknown: 'sin documentar', ours: (text: string) => `sin documentar; aquí: ${text}`, range: (usual: number, max: number) => `${usual}, como máximo ${max}` },
}
