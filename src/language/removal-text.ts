import { removal as en, type RemovalText } from './en/removal.ts'
import { removal as es } from './es/removal.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<RemovalText, string>>> = { en, es }

/** One sentence of the page on which a partner removes a customer. */
export function removalText(language: Language, text: RemovalText, values: Readonly<Record<string, string>> = {}): string {
  return messageText(language, texts[language][text], values)
}
