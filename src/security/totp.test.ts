import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acceptedTotpStep, newTotpSeed, totpUri } from './totp.ts'
import { totpQrCode } from './totp-qr-code.ts'

/** RFC 6238, appendix B: the seed "12345678901234567890"; its last six digits at these seconds. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const known = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const

const at = (seconds: number) => new Date(seconds * 1000)
const step = (code: string, seconds: number, lastStep?: number | null) => acceptedTotpStep(seed, code, { now: at(seconds), lastStep })

describe('a code of the authenticator', () => {
  it.each(known)('at %i s is the one that RFC 6238 prints', (seconds, code) => {
    expect(step(code, seconds)).toBe(Math.floor(seconds / 30))
  })

  it('is accepted one step early and one step late, no further', () => {
    const [seconds, code] = known[1]
    const ownStep = Math.floor(seconds / 30)
    const begin = ownStep * 30
    expect([-31, -30, 0, 29, 30, 59, 60].map((after) => step(code, begin + after))).toEqual([
      undefined, ownStep, ownStep, ownStep, ownStep, ownStep, undefined,
    ])
  })

  it('is refused when it or a later one was used', () => {
    const [seconds, code] = known[1]
    const ownStep = Math.floor(seconds / 30)
    expect(step(code, seconds, ownStep - 1)).toBe(ownStep)
    expect(step(code, seconds, ownStep)).toBeUndefined()
    expect(step(code, seconds, ownStep + 1)).toBeUndefined()
    expect(step(code, seconds, null)).toBe(ownStep)
  })

  it('may be typed with spaces', () => {
    expect(step('287 082', 59)).toBe(1)
    expect(step(' 287082 ', 59)).toBe(1)
  })

  it.each(['', '28708', '2870820', '28708a', '٢٨٧٠٨٢', '２８７０８２', '287082\n', '-87082', '2.8708', '287082'.padEnd(100_000, ' ')])(
    'is not read from %#',
    (typed) => {
      expect(step(typed, 59)).toBeUndefined()
    },
  )
})

describe('a seed', () => {
  it('has 160 bits in base 32 and is not another', () => {
    const one = newTotpSeed(randomBytes)
    expect(one).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSeed(randomBytes)).not.toBe(one)
    expect(newTotpSeed(() => Buffer.from('12345678901234567890'))).toBe(seed)
  })

  it('is given to the app as an otpauth address whose issuer and account cannot be confused', () => {
    const uri = new URL(totpUri(seed, { issuer: 'Vinculo: Ñandú & Co', account: 'marta@nordlicht.example' }))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.host).toBe('totp')
    expect(decodeURIComponent(uri.pathname)).toBe('/Vinculo  Ñandú & Co:marta@nordlicht.example')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Vinculo  Ñandú & Co',
      secret: seed,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })

  it('is drawn as an image that names no other place', async () => {
    const svg = await totpQrCode(totpUri(seed, { issuer: 'Vinculo', account: 'marta@nordlicht.example' }))
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|script|style=|href/)
    expect(svg).not.toContain(seed)
  })
})
