import type { CountryCode } from '../domain/countries.ts'
import { czech, finnic, hungarian, latvian, lithuanian, malay, polish, southSlavic, turkish, vietnamese } from './vocabulary/central-european.ts'
import { dutch, english, german, nordic } from './vocabulary/germanic.ts'
import { arabic, armenian, cyrillic, georgian, greek, hebrew, indic, japanese, korean, simplifiedChinese, thai, traditionalChinese } from './vocabulary/other-scripts.ts'
import { french, italian, portuguese, romanian, spanish } from './vocabulary/romance.ts'
import type { Vocabulary, Word } from './vocabulary/vocabulary.ts'

export interface DemoCompany {
  readonly name: string
  readonly country: CountryCode
  readonly timeZone: string
  /** in .example, which nobody can register (RFC 2606) */
  readonly domain: string
  readonly administrator: { readonly displayName: string; readonly userName: string }
}

/** Markets by weight, the Spanish-speaking ones first: a demo is shown there. */
const publicShares: readonly (readonly [Vocabulary, number])[] = [
  [spanish, 40], [english, 10], [french, 6], [portuguese, 6], [german, 5], [italian, 5], [japanese, 3], [cyrillic, 3], [arabic, 3], [polish, 2], [dutch, 2],
  [nordic, 2], [turkish, 2], [korean, 2], [traditionalChinese, 2], [indic, 1], [greek, 1], [czech, 1], [hungarian, 1], [romanian, 1], [southSlavic, 1],
  [finnic, 1], [lithuanian, 1], [latvian, 1], [vietnamese, 1], [malay, 1], [thai, 1], [hebrew, 1], [georgian, 1], [armenian, 1],
]

const shares: Readonly<Record<string, readonly (readonly [Vocabulary, number])[]>> = {
  public: publicShares,
  usGov: [[english, 1]],
  germany: [[german, 6], [dutch, 1], [italian, 1], [french, 1]],
  china: [[simplifiedChinese, 1]],
}

const marketOf: Readonly<Record<string, readonly CountryCode[] | undefined>> = { usGov: ['US'], germany: ['DE', 'AT', 'NL', 'IT', 'FR'], china: ['CN'] }

/** How often in a row a name may come that was used before; a small vocabulary has no more to give then. */
const patience = 2_000

/** `below(n)` gives a number from 0 to n - 1. Names and domains are each used once in a cloud; ends when none are left. */
export function* companyNames(cloud: string, below: (bound: number) => number): Generator<DemoCompany> {
  const lots = shares[cloud]!.flatMap(([vocabulary, share]) => Array<Vocabulary>(share).fill(vocabulary))
  const used = new Set<string>()
  const usedNames = new Set<string>()
  for (let misses = 0; misses < patience; misses++) {
    const vocabulary = lots[below(lots.length)]!
    const countries = vocabulary.countries.filter((country) => marketOf[cloud]?.includes(country) ?? true)
    const country = countries[below(countries.length)]!
    const [trade, name] = [pick(vocabulary.trades, below), pick(vocabulary.names, below)]
    const forms = vocabulary.formsOf?.[country] ?? vocabulary.forms
    const written = vocabulary.join(writtenOf(trade), writtenOf(name), forms[below(forms.length)]!).replace(/\s+/g, ' ').trim()
    if (usedNames.has(written)) continue
    usedNames.add(written)
    misses = 0
    misses = 0
    const domain = freeDomain(`${slug(trade)}-${slug(name)}`, country, used)
    used.add(domain)
    yield { name: written, country, timeZone: vocabulary.timeZones[country] ?? 'Etc/UTC', domain, administrator: person(vocabulary, below) }
  }
}

function person(vocabulary: Vocabulary, below: (bound: number) => number): DemoCompany['administrator'] {
  const [given, family] = [pick(vocabulary.givenNames, below), pick(vocabulary.familyNames, below)]
  const parts = [writtenOf(given), writtenOf(family)]
  const isHan = /\p{Script=Han}|\p{Script=Hangul}/u.test(parts[0]!)
  return {
    displayName: (vocabulary.isFamilyNameFirst ? parts.reverse() : parts).join(isHan ? '' : ' '),
    userName: `${slug(given)}.${slug(family)}`.replace(/-+/g, '').replace(/\.+/g, '.'),
  }
}

function freeDomain(stem: string, country: CountryCode, used: ReadonlySet<string>): string {
  for (const ending of ['', `-${country.toLowerCase()}`]) {
    if (!used.has(`${stem}${ending}.example`)) return `${stem}${ending}.example`
  }
  for (let count = 2; ; count++) {
    const domain = `${stem}-${country.toLowerCase()}${count}.example`
    if (!used.has(domain)) return domain
  }
}

function writtenOf(word: Word): string {
  return typeof word === 'string' ? word : word[0]
}

/** Latin letters, digits and hyphens. */
function slug(word: Word): string {
  const latin = typeof word === 'string' ? word : word[1]
  return latin
    .replace(/ß/g, 'ss').replace(/ø/gi, 'o').replace(/æ/gi, 'ae').replace(/[łŁ]/g, 'l').replace(/[đĐ]/g, 'd').replace(/ı/g, 'i').replace(/ə/gi, 'e')
    .normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}

function pick<Item>(items: readonly Item[], below: (bound: number) => number): Item {
  return items[below(items.length)]!
}
