import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../domain/errors.ts'
import { type CursorScope, openCursor, sealCursor } from './cursor.ts'
import { filterHash } from './filter-hash.ts'
import { keyRingOf } from './key-ring.ts'
import { seal } from './seal.ts'

const ring = keyRingOf([{ id: '00000001', bytes: Buffer.alloc(32, 1) }])
const scope: CursorScope = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  personId: '22222222-2222-4222-8222-222222222222',
  route: 'GET /customers',
  filterHash: filterHash({ search: 'nord', sort: 'name', pageSize: 50 }),
}
const keys = ['Nordlicht AG', '33333333-3333-4333-8333-333333333333', null, 7]
const now = new Date('2026-03-01T12:00:00Z')
const expiresAt = new Date('2026-03-02T12:00:00Z')
const cursor = sealCursor(ring, scope, keys, expiresAt)

function codeOf(text: string, at: Date = now, where: CursorScope = scope): string {
  try {
    openCursor(ring, where, text, at)
    return 'opened'
  } catch (error) {
    return error instanceof DomainError ? error.code : 'crashed'
  }
}

describe('a page marker', () => {
  it('gives back the keys of the last row', () => {
    expect(openCursor(ring, scope, cursor, now)).toEqual(keys)
  })

  it('shows neither names nor ids', () => {
    const bytes = Buffer.from(cursor, 'base64url')
    expect(bytes.includes('Nordlicht')).toBe(false)
    expect(bytes.includes('33333333')).toBe(false)
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  it('is invalid with any one bit flipped', () => {
    const bytes = Buffer.from(cursor, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes)
      forged[bit >> 3]! ^= 1 << (bit & 7)
      expect(codeOf(forged.toString('base64url'))).toBe('invalidCursor')
    }
  })

  it('is invalid in any other spelling: truncated, padded, spaced, with stray last bits or another alphabet', () => {
    for (let length = 0; length < cursor.length; length += 1) expect(codeOf(cursor.slice(0, length))).toBe('invalidCursor')
    for (const extra of ['=', '==', 'A', ' ', '\n', '%00', '\u0000', '.', '١']) {
      expect(codeOf(cursor + extra)).toBe('invalidCursor')
      expect(codeOf(extra + cursor)).toBe('invalidCursor')
    }
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      if (last !== cursor.at(-1)) expect(codeOf(cursor.slice(0, -1) + last)).toBe('invalidCursor')
    }
    expect(codeOf(cursor.toUpperCase())).toBe('invalidCursor')
    expect(codeOf('A'.repeat(5000))).toBe('invalidCursor')
  })

  it('is invalid for another tenant, person, route or filter', () => {
    expect(codeOf(cursor, now, { ...scope, tenantId: scope.personId })).toBe('invalidCursor')
    expect(codeOf(cursor, now, { ...scope, personId: scope.tenantId })).toBe('invalidCursor')
    expect(codeOf(cursor, now, { ...scope, route: 'GET /requests' })).toBe('invalidCursor')
    for (const filter of [{ search: 'nord', sort: 'name', pageSize: 51 }, { search: 'nor', sort: 'name', pageSize: 50 }, {}]) {
      expect(codeOf(cursor, now, { ...scope, filterHash: filterHash(filter) })).toBe('invalidCursor')
    }
  })

  it('is invalid from the instant of its end', () => {
    expect(codeOf(cursor, new Date(expiresAt.getTime() - 1))).toBe('opened')
    expect(codeOf(cursor, expiresAt)).toBe('invalidCursor')
  })

  it('is invalid when it was sealed for anything else, or is SQL in disguise', () => {
    const link = seal(ring, 'requestLink', JSON.stringify(Object.values(scope)), JSON.stringify({ keys, expiresAt: 9e15 }))
    expect(codeOf(link.toString('base64url'))).toBe('invalidCursor')
    for (const text of ["' or 1=1 --", '{"keys":["x"]}', JSON.stringify(keys)]) {
      expect(codeOf(text)).toBe('invalidCursor')
      expect(codeOf(Buffer.from(text).toString('base64url'))).toBe('invalidCursor')
    }
  })

  it('never opens after any of 20,000 random changes', () => {
    const edit = fc.tuple(fc.nat(cursor.length - 1), fc.nat(2), fc.string({ maxLength: 3 }))
    fc.assert(
      fc.property(edit, ([at, removed, put]) => {
        const forged = cursor.slice(0, at) + put + cursor.slice(at + removed)
        return forged === cursor || codeOf(forged) === 'invalidCursor'
      }),
      { numRuns: 20_000 },
    )
  })
})

describe('the hash of a filter', () => {
  it('does not depend on the order of members, nor on absent ones', () => {
    expect(filterHash({ sort: 'name', search: undefined, tags: ['a', 'b'], range: { from: 1, to: 2 } })).toBe(
      filterHash({ range: { to: 2, from: 1 }, tags: ['a', 'b'], sort: 'name' }),
    )
  })

  it('differs for different filters', () => {
    const filters = [{}, { a: null }, { a: '' }, { a: '1' }, { a: 1 }, { a: [1] }, { a: ['1'] }, { a: { b: 1 } }, { b: 1 }, { a: [1, 2] }, { a: [2, 1] }]
    expect(new Set(filters.map(filterHash)).size).toBe(filters.length)
  })
})
