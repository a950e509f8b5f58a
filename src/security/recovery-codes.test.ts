import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyRingOf } from './key-ring.ts'
import { mailCodeHashes, newMailCode } from './mail-code.ts'
import { newRecoveryCodes, recoveryCodeHashes } from './recovery-codes.ts'

const first = { id: '00000001', bytes: Buffer.alloc(32, 1) }
const second = { id: '00000002', bytes: Buffer.alloc(32, 2) }
const ring = keyRingOf([first])
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))

describe('recovery codes', () => {
  it('are ten different ones that people can type', () => {
    const codes = newRecoveryCodes(randomBytes)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('are found again however they are typed', () => {
    const [stored] = recoveryCodeHashes(ring, 'marta', '01ABC-DEFGH')
    for (const typed of ['01abc-defgh', 'OIABC DEFGH', '0lABCDEFGH', ' 01abcdefgh ']) {
      expect(recoveryCodeHashes(ring, 'marta', typed)[0]).toEqual(stored)
    }
  })

  it('are nothing when they are not codes', () => {
    for (const typed of ['', '01ABC', '01ABC-DEFGU', '01ABC-DEFGHJ', '٠1ABC-DEFGH', 'x'.repeat(100_000)]) {
      expect(recoveryCodeHashes(ring, 'marta', typed)).toEqual([])
    }
  })

  it('of one person are of no use to another', () => {
    expect(hex(recoveryCodeHashes(ring, 'ana', '01ABC-DEFGH'))).not.toEqual(hex(recoveryCodeHashes(ring, 'marta', '01ABC-DEFGH')))
  })

  it('cannot be tried out on a copy of the database', () => {
    const [stored] = recoveryCodeHashes(ring, 'marta', '01ABC-DEFGH')
    expect(stored).toHaveLength(32)
    const [elsewhere] = recoveryCodeHashes(keyRingOf([second]), 'marta', '01ABC-DEFGH')
    expect(elsewhere).not.toEqual(stored)
    for (const text of ['01ABC-DEFGH', '["marta","01ABC-DEFGH"]', 'marta01ABC-DEFGH']) {
      expect(createHash('sha256').update(text).digest()).not.toEqual(stored)
    }
  })

  it('printed before a fresh key came are still found', () => {
    const [stored] = recoveryCodeHashes(ring, 'marta', '01ABC-DEFGH')
    const turned = recoveryCodeHashes(keyRingOf([second, first]), 'marta', '01ABC-DEFGH')
    expect(turned).toHaveLength(2)
    expect(hex(turned)).toContain(stored!.toString('hex'))
  })
})

describe('a mailed code', () => {
  it('is short, and is no recovery code', () => {
    const code = newMailCode(randomBytes)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(mailCodeHashes(ring, 'registration', code)).toHaveLength(1)
    expect(recoveryCodeHashes(ring, 'registration', code)).toEqual([])
  })
})
