import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf } from './currencies.ts'
import { decimalOf, highestUnitPrice, priceOf, share, sum } from './money.ts'

const amounts = fc.bigInt({ min: 0n, max: highestUnitPrice })
const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF')

describe('an amount of money', () => {
  it('is written with exactly the digits of its currency, and read back the same', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const text = decimalOf(amount, currency)
        expect(text.split('.')[1]?.length ?? 0).toBe(digitsOf(currency))
        expect(priceOf(text, currency)).toBe(amount)
      }),
    )
    expect([decimalOf(123450n, 'EUR'), decimalOf(-5n, 'EUR'), decimalOf(1235n, 'JPY'), decimalOf(7n, 'KWD')]).toEqual(['1234.50', '-0.05', '1235', '0.007'])
  })

  it.each(['', '1,5', '1.', '.5', '-1', '+1', '1e3', '1.005', ' 1', '1 000', '0x1', '٣', '9999999999999999', '10000000000.01'])('is not read from %j as euros', (text) => {
    expect(() => priceOf(text, 'EUR')).toThrow(expect.objectContaining({ code: 'invalidInput' }))
  })

  it('has no fraction where the currency has none', () => {
    expect(priceOf('1200', 'JPY')).toBe(1200n)
    expect(() => priceOf('1200.5', 'JPY')).toThrow()
  })

  it('is shared by rounding to the nearest, a half away from zero, and never by more than half a unit', () => {
    expect([share(5n, 1, 2), share(-5n, 1, 2), share(7n, 1, 3), share(8n, 1, 3)]).toEqual([3n, -3n, 2n, 3n])
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 1, max: 1100 }), (amount, part, whole) => {
        const off = share(amount, part, whole) * BigInt(whole) - amount * BigInt(part)
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(whole))
      }),
    )
    fc.assert(fc.property(amounts, fc.integer({ min: 1, max: 400 }), (amount, whole) => { expect(share(amount, whole, whole)).toBe(amount) }))
  })

  it('adds up without loss', () => {
    expect(sum([highestUnitPrice, 1n, -1n])).toBe(highestUnitPrice)
    expect(sum([])).toBe(0n)
  })
})
