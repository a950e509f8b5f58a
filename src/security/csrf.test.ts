import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../domain/errors.ts'
import { checkCsrfToken, type CsrfBinding, csrfToken } from './csrf.ts'
import { keyRingOf } from './key-ring.ts'
import { newSecret, type Secret } from './secret.ts'

const first = { id: '00000001', bytes: Buffer.alloc(32, 1) }
const second = { id: '00000002', bytes: Buffer.alloc(32, 2) }
const ring = keyRingOf([first])
const session = newSecret('session', randomBytes)
const visitor = newSecret('visitor', randomBytes)

function isAccepted(binding: CsrfBinding | undefined, sent: string | undefined, keyRing = ring): boolean {
  try {
    checkCsrfToken(keyRing, binding, sent)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'csrfFailed') return false
    throw error
  }
}

describe('a page token', () => {
  it('is accepted for the session or visitor it was made for', () => {
    expect(isAccepted(session, csrfToken(ring, session))).toBe(true)
    expect(isAccepted(visitor, csrfToken(ring, visitor))).toBe(true)
  })

  it('is refused for every other session or visitor, and for none', () => {
    const others = [newSecret('session', randomBytes), newSecret('visitor', randomBytes), visitor, undefined]
    for (const other of others) expect(isAccepted(other, csrfToken(ring, session))).toBe(false)
    const disguised = visitor.replace('vis_', 'ses_') as Secret<'session'>
    expect(isAccepted(disguised, csrfToken(ring, visitor))).toBe(false)
  })

  it('is refused when it is missing, empty or of another installation', () => {
    expect(isAccepted(session, undefined)).toBe(false)
    expect(isAccepted(session, '')).toBe(false)
    expect(isAccepted(session, csrfToken(keyRingOf([second]), session))).toBe(false)
  })

  it('stays good when a fresh key is put before the old one', () => {
    expect(isAccepted(session, csrfToken(ring, session), keyRingOf([second, first]))).toBe(true)
  })

  it('does not give the cookie away', () => {
    expect(csrfToken(ring, session)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(session).not.toContain(csrfToken(ring, session).slice(0, 8))
  })

  it('is never accepted after any of 20,000 random changes', () => {
    const token = csrfToken(ring, session)
    const edit = fc.tuple(fc.nat(token.length - 1), fc.nat(2), fc.string({ maxLength: 3, unit: 'grapheme' }))
    fc.assert(
      fc.property(edit, ([at, removed, put]) => {
        const forged = token.slice(0, at) + put + token.slice(at + removed)
        return forged === token || !isAccepted(session, forged)
      }),
      { numRuns: 20_000 },
    )
  })
})
