import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { deriveKey, keyRingOf } from './key-ring.ts'

const keys = [
  { id: '0000000a', bytes: Buffer.alloc(32, 0xa1) },
  { id: '0000000b', bytes: Buffer.alloc(32, 0xb2) },
]

describe('a key ring', () => {
  it('gives each purpose and each key a key of its own', () => {
    const ring = keyRingOf(keys)
    const derived = ring.ids.flatMap((id) => [deriveKey(ring, 'csrf', id)!, deriveKey(ring, 'cursor', id)!])
    expect(new Set(derived.map((key) => key.toString('hex'))).size).toBe(4)
    expect(deriveKey(ring, 'csrf')).toEqual(deriveKey(ring, 'csrf', '0000000a'))
    expect(deriveKey(ring, 'csrf', 'ffffffff')).toBeUndefined()
  })

  it('derives the same key for ever', () => {
    expect(deriveKey(keyRingOf(keys), 'csrf')!.toString('hex')).toBe(
      'eb22fe614ebc470529556fb35f4662b2a2af8a80de9ae4915cf0e319604d32d8',
    )
  })

  it('shows no key, however it is printed', () => {
    const ring = keyRingOf(keys)
    const printed = inspect(ring, { depth: 9, showHidden: true }) + JSON.stringify(ring) + String(ring)
    expect(printed).not.toMatch(/a1a1|a1 a1|161|oaGh/)
  })

  it('keeps its keys when the caller clears its own copy', () => {
    const bytes = Buffer.alloc(32, 7)
    const ring = keyRingOf([{ id: '00000001', bytes }])
    const before = deriveKey(ring, 'csrf')
    bytes.fill(0)
    expect(deriveKey(ring, 'csrf')).toEqual(before)
  })

  it('is not made of no key, of one id twice or of short keys', () => {
    expect(() => keyRingOf([])).toThrow()
    expect(() => keyRingOf([keys[0]!, keys[0]!])).toThrow()
    expect(() => keyRingOf([{ id: '0000000a', bytes: Buffer.alloc(31) }])).toThrow()
  })
})
