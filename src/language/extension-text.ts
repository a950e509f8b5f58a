import { extension as en, type ExtensionText } from './en/extension.ts'
import { extension as es } from './es/extension.ts'
import { asSentence } from './as-sentence.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<ExtensionText, string>>> = { en, es }

/** How the provider is called while none is chosen; it may stand inside a sentence. */
export function unnamedProvider(language: Language): string {
  return texts[language].theProvider
}

/** One sentence of the page on which a partner lends a customer to its provider. */
export function extensionText(language: Language, text: ExtensionText, values: Readonly<Record<string, string>> = {}): string {
  return asSentence(messageText(language, texts[language][text], values))
}
