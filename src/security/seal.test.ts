import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyRingOf } from './key-ring.ts'
import { open, seal, SealBroken } from './seal.ts'

const first = { id: '00000001', bytes: Buffer.alloc(32, 1) }
const second = { id: '00000002', bytes: Buffer.alloc(32, 2) }
const ring = keyRingOf([first])

describe('sealed bytes', () => {
  it('open to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plaintext, place) => {
        expect(open(ring, 'totpSeed', place, seal(ring, 'totpSeed', place, plaintext))).toBe(plaintext)
      }),
      { numRuns: 500 },
    )
  })

  it('differ each time and do not show what is inside', () => {
    const one = seal(ring, 'totpSeed', 'person', 'JBSWY3DPEHPK3PXP')
    expect(one).not.toEqual(seal(ring, 'totpSeed', 'person', 'JBSWY3DPEHPK3PXP'))
    expect(one.includes('JBSWY3DP')).toBe(false)
  })

  it('do not open in another place, for another purpose or with another key', () => {
    const sealed = seal(ring, 'requestLink', 'request 1', 'inv_…')
    expect(() => open(ring, 'requestLink', 'request 2', sealed)).toThrow(SealBroken)
    expect(() => open(ring, 'partnerLink', 'request 1', sealed)).toThrow(SealBroken)
    expect(() => open(keyRingOf([second]), 'requestLink', 'request 1', sealed)).toThrow(SealBroken)
    expect(() => open(keyRingOf([{ ...second, id: first.id }]), 'requestLink', 'request 1', sealed)).toThrow(SealBroken)
  })

  it('still open after a fresh key was put before the old one', () => {
    const sealed = seal(ring, 'requestLink', 'request 1', 'inv_…')
    const turned = keyRingOf([second, first])
    expect(open(turned, 'requestLink', 'request 1', sealed)).toBe('inv_…')
    expect(() => open(ring, 'requestLink', 'request 1', seal(turned, 'requestLink', 'request 1', 'inv_…'))).toThrow(SealBroken)
  })

  it('do not open with any one bit flipped, cut at any length or made longer', () => {
    const sealed = seal(ring, 'totpSeed', 'person', 'JBSWY3DPEHPK3PXP')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed)
      forged[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => open(ring, 'totpSeed', 'person', forged)).toThrow(SealBroken)
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(ring, 'totpSeed', 'person', sealed.subarray(0, length))).toThrow(SealBroken)
    }
    expect(() => open(ring, 'totpSeed', 'person', Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken)
  })
})
