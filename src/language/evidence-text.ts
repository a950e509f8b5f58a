import { IntlMessageFormat } from 'intl-messageformat'
import { evidence as en, type EvidenceText } from './en/evidence.ts'
import { evidence as es } from './es/evidence.ts'
import type { Language } from './languages.ts'

export type { EvidenceText }

const texts: Record<Language, Readonly<Record<EvidenceText, string>>> = { en, es }
const prepared = new Map<string, IntlMessageFormat>()

/** One sentence of the printable page of evidence. */
export function evidenceText(language: Language, text: EvidenceText, values: Readonly<Record<string, string | number>> = {}): string {
  const key = `${language} ${text}`
  let message = prepared.get(key)
  if (!message) prepared.set(key, (message = new IntlMessageFormat(texts[language][text], language)))
  return String(message.format(values))
}
