import { byteOrderMark, csvRow } from '../../text/csv.ts'
import type { ShownLine } from './read-statement.ts'

/** The columns in their order; the same in every language. Instants are UTC; amounts have exactly the digits of their currency. */
export const statementColumns = ['Date', 'Subscription ID', 'Line', 'Kind', 'Offer', 'SKU', 'Reseller', 'From', 'Until', 'Quantity before', 'Quantity after', 'Unit price', 'Currency', 'Amount'] as const

export const statementFileHead = byteOrderMark + csvRow(statementColumns)

/** A credit begins with a minus. It is a number and no text, so it comes last and without the apostrophe that guards a formula. */
export function statementRow(line: ShownLine): string {
  const { at, subscriptionId, number, kind, name, sku, resellerName, from, until, quantityBefore, quantityAfter, unitPrice, currency, amount } = line
  const texts = csvRow([at, subscriptionId, String(number), kind, name, sku, resellerName ?? '', from, until, String(quantityBefore), String(quantityAfter), unitPrice, currency])
  return `${texts.slice(0, -2)},${amount}\r\n`
}
