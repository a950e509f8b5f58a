import { DomainError } from '../errors.ts'
import { digitsOf } from './currencies.ts'

/**
 * An amount in whole smallest units of its currency (cents, yen). A bigint, so that nothing is ever a fraction in binary;
 * PostgreSQL keeps it as numeric, and the API shows it as a decimal text.
 */
export type Minor = bigint

/** Far above any price, far below where quantity times price would leave numeric(24). */
export const highestUnitPrice = 1_000_000_000_000n

/** "1234.50" for 123450 in EUR, "1235" in JPY: always all the digits of the currency, never a group or an exponent. */
export function decimalOf(amount: Minor, currency: string): string {
  const digits = digitsOf(currency)
  const sign = amount < 0n ? '-' : ''
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Reads a price as the catalogue file writes it: a plain decimal with at most the currency's own digits. */
export function priceOf(text: string, currency: string): Minor {
  const digits = digitsOf(currency)
  const [, whole, fraction = ''] = /^([0-9]{1,15})(?:\.([0-9]{1,4}))?$/.exec(text) ?? []
  if (whole === undefined || fraction.length > digits) throw notAPrice(currency)
  const amount = BigInt(whole + fraction.padEnd(digits, '0'))
  if (amount > highestUnitPrice) throw notAPrice(currency)
  return amount
}

/** The only rounding there is: to the nearest whole unit, a half away from zero, as invoices are written. */
export function share(amount: Minor, part: number, whole: number): Minor {
  const [p, w] = [BigInt(part), BigInt(whole)]
  const exact = (amount < 0n ? -amount : amount) * p
  const rounded = (2n * exact + w) / (2n * w)
  return amount < 0n ? -rounded : rounded
}

export function sum(amounts: readonly Minor[]): Minor {
  return amounts.reduce((total, amount) => total + amount, 0n)
}

function notAPrice(currency: string): DomainError {
  return new DomainError('invalidInput', 'This is no price of that currency.', { reason: 'priceUnreadable', field: 'unitPrice', currency })
}
