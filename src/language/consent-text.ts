import { consent as en, type ConsentText } from './en/consent.ts'
import { consent as es } from './es/consent.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<ConsentText, string>>> = { en, es }

/** One sentence of the pages on which a customer agrees or takes back. */
export function consentText(language: Language, text: ConsentText, values: Readonly<Record<string, string>> = {}): string {
  return messageText(language, texts[language][text], values)
}
