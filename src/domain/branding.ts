import { DomainError } from './errors.ts'
import { displayName } from './names/name.ts'

export const brandLinks = ['privacy', 'terms', 'imprint', 'accessibility'] as const
export type BrandLink = (typeof brandLinks)[number]

/** How the operator dresses the installation: shown at the door and on the bar of every portal. */
export interface Branding {
  readonly name: string | null
  /** the colour of the bar, #rrggbb; white letters stand on it */
  readonly accent: string | null
  readonly links: Readonly<Record<BrandLink, string | null>>
  /** of the picture as it is served; null while there is none */
  readonly logo: { readonly sha256: string; readonly width: number; readonly height: number } | null
  /** 1 while nothing was ever set */
  readonly version: number
}

export const plainBranding: Branding = { name: null, accent: null, links: { privacy: null, terms: null, imprint: null, accessibility: null }, logo: null, version: 1 }

/** WCAG 2.2, 1.4.3: letters of usual size. */
const leastContrast = 4.5

/** Each part in its one form. A bar on which white letters cannot be read is refused. */
export function checkedBranding(given: Pick<Branding, 'name' | 'accent' | 'links'>): Pick<Branding, 'name' | 'accent' | 'links'> {
  const { name, accent, links } = given
  if (accent !== null && contrastWithWhite(accent) < leastContrast) {
    throw new DomainError('invalidInput', 'White letters cannot be read on this colour.', { reason: 'accentTooLight', field: 'accent' })
  }
  return {
    name: name === null ? null : displayName(name),
    accent: accent?.toLowerCase() ?? null,
    links: Object.fromEntries(brandLinks.map((link) => [link, webAddress(link, links[link])])) as Branding['links'],
  }
}

/** From 1 (white) to 21 (black). https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => light(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number]
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function light(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Only https: a link at the door must not run anything, nor lead over an open line. */
function webAddress(link: BrandLink, text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url.href
  throw new DomainError('invalidInput', 'A link begins with https://.', { reason: 'linkForm', field: link })
}
