import { handOver as en, type HandOverText } from './en/hand-over.ts'
import { handOver as es } from './es/hand-over.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<HandOverText, string>>> = { en, es }

/** One sentence of what a hand-over changes, for the side that reads it. */
export function handOverText(language: Language, text: HandOverText, values: Readonly<Record<string, string>> = {}): string {
  return messageText(language, texts[language][text], values)
}
