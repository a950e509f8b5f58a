import type { CountryCode } from './countries.ts'

/** The platform's formatters, each made once: making one costs hundreds of times what using it does. */
const made = new Map<string, unknown>()
/** More than all languages and the time zones in use; whoever exceeds it makes them anew. */
const most = 1_000

export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options))
}

export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(`number ${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options))
}

/** "A, B and C" in the reader's language. */
export function listed(language: string, names: readonly string[]): string {
  return once(`list ${language}`, () => new Intl.ListFormat(language, { type: 'conjunction' })).format(names)
}

/** As the reader's language calls the country; the code itself where it has no name. */
export function countryName(country: CountryCode, language: string): string {
  return once(`region ${language}`, () => new Intl.DisplayNames(language, { type: 'region' })).of(country) ?? country
}

/** As the reader's language calls the language of a tag (BCP 47); the tag itself where it has no name. */
export function languageName(tag: string, language: string): string {
  return once(`language ${language}`, () => new Intl.DisplayNames(language, { type: 'language' })).of(tag) ?? tag
}

/** Digits after the point that amounts of a currency have (ISO 4217): 2 for EUR, 0 for JPY. */
export function currencyDigits(currency: string): number {
  return once(`digits ${currency}`, () => numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
}

function once<Format>(key: string, make: () => Format): Format {
  let format = made.get(key) as Format | undefined
  if (format === undefined) {
    if (made.size >= most) made.clear()
    made.set(key, (format = make()))
  }
  return format
}
