import { IntlMessageFormat } from 'intl-messageformat'
import { consent as en, type ConsentText } from './en/consent.ts'
import { consent as es } from './es/consent.ts'
import type { Language } from './languages.ts'

const texts: Record<Language, Readonly<Record<ConsentText, string>>> = { en, es }

/** One sentence of the pages on which a customer agrees or takes back. */
export function consentText(language: Language, text: ConsentText, values: Readonly<Record<string, string>> = {}): string {
  return String(new IntlMessageFormat(texts[language][text], language).format(values))
}

/** "A, B and C" in the reader's language. */
export function listText(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
