import { dateFormat, numberFormat } from '../domain/formats.ts'
import { statement as en, type StatementText } from './en/statement.ts'
import { statement as es } from './es/statement.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

const texts: Record<Language, Readonly<Record<StatementText, string>>> = { en, es }

export function statementText(language: Language, text: StatementText, values: Readonly<Record<string, string | number>> = {}): string {
  return messageText(language, texts[language][text], values as Readonly<Record<string, string>>)
}

/** "March 2027", a month of UTC. */
export function monthText(language: Language, month: string): string {
  return dateFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** "8 Oct 2026", a day of UTC. */
export function dateText(language: Language, at: string): string {
  return dateFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(at))
}

/** All the digits that the amount has, and its currency. */
export function amountText(language: Language, amount: string, currency: string): string {
  const digits = amount.split('.')[1]?.length ?? 0
  return numberFormat(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount as `${number}`)
}
