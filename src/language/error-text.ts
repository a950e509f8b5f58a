import type { ErrorCode } from '../domain/errors.ts'
import { numberFormat } from '../domain/formats.ts'
import { errors as en } from './en/errors.ts'
import { reasons as enReasons } from './en/reasons.ts'
import { errors as es } from './es/errors.ts'
import { reasons as esReasons } from './es/reasons.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

export interface ErrorText {
  readonly title: string
  readonly detail: string
}

export type ErrorTexts = Readonly<Record<ErrorCode, ErrorText>>

const texts: Record<Language, ErrorTexts> = { en, es }
const reasons: Record<Language, Readonly<Record<string, string>>> = { en: enReasons, es: esReasons }

/** Title and a sentence that a person can act on. A known reason says more than its code, so it replaces the sentence. */
export function errorText(language: Language, code: ErrorCode, details: Readonly<Record<string, unknown>>): ErrorText {
  const { title, detail } = texts[language][code]
  const reason = reasonText(language, String(details.reason ?? ''))
  const shown = Object.fromEntries(Object.entries(details).filter(([, value]) => typeof value === 'string' || typeof value === 'number'))
  return { title, detail: reason ?? messageText(language, detail, { wait: waitText(language, details.retryAfterSeconds), ...shown }) }
}

/** How long to wait, as people say it: nobody counts 86,396 seconds. Rounded up, so that whoever waits so long has waited enough. */
function waitText(language: Language, seconds: unknown): string {
  const count = typeof seconds === 'number' ? seconds : 1
  const [unit, length] = count <= 90 ? (['second', 1] as const) : count <= 90 * 60 ? (['minute', 60] as const) : (['hour', 3600] as const)
  return numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(count / length))
}

/** The sentence of a refusal reason; undefined where the reason has none of its own. */
export function reasonText(language: Language, reason: string): string | undefined {
  return Object.hasOwn(reasons[language], reason) ? reasons[language][reason] : undefined
}
