import type { CountryCode } from '../../domain/countries.ts'

/** A word as it is written, and as it stands in a domain name where the writing is not Latin. */
export type Word = string | readonly [written: string, latin: string]

/**
 * The words of which believable company names of one language are made. Trades and things of nature only: no surname, no
 * brand, so that nobody's real firm is meant.
 */
export interface Vocabulary {
  /** where such firms sit, the commoner the more often */
  readonly countries: readonly CountryCode[]
  readonly timeZones: Readonly<Partial<Record<CountryCode, string>>>
  readonly trades: readonly Word[]
  readonly names: readonly Word[]
  /** legal forms; by country where they differ */
  readonly forms: readonly string[]
  readonly formsOf?: Readonly<Partial<Record<CountryCode, readonly string[]>>>
  /** how the parts stand together */
  join(trade: string, name: string, form: string): string
  /** fictitious people: given names and family names */
  readonly givenNames: readonly Word[]
  readonly familyNames: readonly Word[]
  readonly isFamilyNameFirst?: true
}

export const tradeFirst = (trade: string, name: string, form: string): string => `${trade} ${name}${form}`
export const nameFirst = (trade: string, name: string, form: string): string => `${name} ${trade}${form}`

/** Splits a line of words at `|`; a pair is written `Пекарня=pekarnya`. */
export function words(line: string): Word[] {
  return line
    .split('|')
    .map((part) => part.trim())
    .map((part) => {
      const [written, latin] = part.split('=')
      return latin === undefined ? written! : ([written!, latin] as const)
    })
}
