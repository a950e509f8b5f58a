import { type FormatXMLElementFn, IntlMessageFormat, type PrimitiveType } from 'intl-messageformat'
import type { Language } from './languages.ts'

type Values = Readonly<Record<string, PrimitiveType | FormatXMLElementFn<string>>>

/** Messages of our own catalogues, each read once: as many as there are sentences. */
const read: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), es: new Map() }

/** A message of a catalogue (ICU message format) with its facts put in. */
export function messageText(language: Language, message: string, values: Values): string {
  let format = read[language].get(message)
  if (!format) read[language].set(message, (format = new IntlMessageFormat(message, language)))
  return String(format.format(values))
}
