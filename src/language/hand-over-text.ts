import { handOver as en, type HandOverText } from './en/hand-over.ts'
import { handOver as es } from './es/hand-over.ts'
import { asSentence } from './as-sentence.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<HandOverText, string>>> = { en, es }

/** How a side is called while the reader is not to know its name; it may stand inside a sentence. */
export function unnamedSide(language: Language, side: 'presentPartner' | 'newPartner' | 'theCustomer'): string {
  return texts[language][side]
}

/** One sentence of what a hand-over changes, for the side that reads it. */
export function handOverText(language: Language, text: HandOverText, values: Readonly<Record<string, string>> = {}): string {
  return asSentence(messageText(language, texts[language][text], values))
}
