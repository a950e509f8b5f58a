import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashSecret, newSecret, parseSecret, type SecretKind, secretPrefixes } from './secret.ts'

const kinds = Object.keys(secretPrefixes) as SecretKind[]
const counting = (byteCount: number) => Buffer.from(Array.from({ length: byteCount }, (_, index) => index))

describe('a secret', () => {
  it.each(kinds)('of kind %s is accepted as its own kind and as no other', (kind) => {
    const secret = newSecret(kind, randomBytes)
    for (const other of kinds) expect(parseSecret(other, secret)).toBe(other === kind ? secret : undefined)
  })

  it('of every kind has a prefix that no other prefix begins', () => {
    const prefixes = Object.values(secretPrefixes)
    for (const one of prefixes) expect(prefixes.filter((other) => other.startsWith(one))).toEqual([one])
  })

  it('carries 256 bits and nothing else', () => {
    expect(newSecret('relationshipRequest', counting)).toBe(`inv_${counting(32).toString('base64url')}`)
  })

  it('is stored as SHA-256 of its whole text', () => {
    const secret = newSecret('session', counting)
    expect(hashSecret(secret)).toEqual(createHash('sha256').update(secret).digest())
    expect(hashSecret(secret)).toHaveLength(32)
  })

  it.each(['', 'inv_', 'INV_', 'inv-', 'inv_é', 'inv_%00'])('is not parsed from %j and the like', (start) => {
    const chance = counting(32).toString('base64url')
    expect(parseSecret('relationshipRequest', start)).toBeUndefined()
    if (start !== 'inv_') expect(parseSecret('relationshipRequest', start + chance)).toBeUndefined()
  })

  it('is not parsed in another spelling of the same bytes', () => {
    const secret = newSecret('session', counting)
    expect(secret.at(-1)).toBe('8')
    for (const last of '9-_') expect(parseSecret('session', secret.slice(0, -1) + last)).toBeUndefined()
    for (const spelling of [`${secret}=`, ` ${secret}`, `${secret}\n`, secret.replace('_', '%5F'), `${secret.slice(0, -1)}８`]) {
      expect(parseSecret('session', spelling)).toBeUndefined()
    }
  })

  it('never becomes another known secret by any of 20,000 random changes', () => {
    const secret = newSecret('relationshipRequest', randomBytes)
    const known = hashSecret(secret).toString('hex')
    const edit = fc.tuple(fc.nat(secret.length - 1), fc.nat(2), fc.string({ maxLength: 3 }))
    fc.assert(
      fc.property(edit, ([at, removed, put]) => {
        const forged = secret.slice(0, at) + put + secret.slice(at + removed)
        const parsed = parseSecret('relationshipRequest', forged)
        return forged === secret || parsed === undefined || hashSecret(parsed).toString('hex') !== known
      }),
      { numRuns: 20_000 },
    )
  })
})

describe('the set-up code', () => {
  it('is six groups of five characters that are not mistaken for each other', () => {
    expect(newSecret('setUpCode', counting)).toBe('set_01234-56789-ABCDE-FGHJK-MNPQR-STVWX')
  })

  it.each([
    'set_01234-56789-ABCDE-FGHJK-MNPQR-STVWX',
    '01234-56789-ABCDE-FGHJK-MNPQR-STVWX',
    '  olz34 56789 abcde fghjk mnpqr stvwx \n'.replace('z', '2'),
    'SET_0i23456789abcdefghjkmnpqrstvwx',
  ])('is understood as people type it: %j', (typed) => {
    expect(parseSecret('setUpCode', typed)).toBe('set_01234-56789-ABCDE-FGHJK-MNPQR-STVWX')
  })

  it.each(['', 'set_', '01234-56789', '01234-56789-ABCDE-FGHJK-MNPQR-STVWU', '01234-56789-ABCDE-FGHJK-MNPQR-STVWX-0', '٠1234-56789-ABCDE-FGHJK-MNPQR-STVWX'])(
    'is not understood from %j',
    (typed) => {
      expect(parseSecret('setUpCode', typed)).toBeUndefined()
    },
  )

  it('carries 150 bits: every character takes each of 32 values', () => {
    const seen = Array.from({ length: 30 }, () => new Set<string>())
    for (let round = 0; round < 600; round += 1) {
      const characters = newSecret('setUpCode', randomBytes).slice(4).replaceAll('-', '')
      for (const [index, character] of [...characters].entries()) seen[index]!.add(character)
    }
    expect(seen.map((values) => values.size)).toEqual(Array.from({ length: 30 }, () => 32))
  })
})
