import { evidence as en, type EvidenceText } from './en/evidence.ts'
import { evidence as es } from './es/evidence.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

export type { EvidenceText }

const texts: Record<Language, Readonly<Record<EvidenceText, string>>> = { en, es }

/** One sentence of the printable page of evidence. */
export function evidenceText(language: Language, text: EvidenceText, values: Readonly<Record<string, string | number>> = {}): string {
  return messageText(language, texts[language][text], values)
}
