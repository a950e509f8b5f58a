import { hash } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { hashPassword, isOutdatedHash, verifyPassword } from './password-hashes.ts'
import { workGate } from './work-gate.ts'

const password = 'el perro de Ana come sopa'

describe('a stored password', () => {
  it('is argon2id with 19 MiB, two passes and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(isOutdatedHash(one)).toBe(false)
  })

  it('is matched by itself only', async () => {
    const stored = await hashPassword(password)
    expect(await verifyPassword(stored, password)).toBe(true)
    for (const wrong of ['', `${password} `, password.toUpperCase(), password.slice(1)]) {
      expect(await verifyPassword(stored, wrong)).toBe(false)
    }
  })

  it('is the same however the keyboard composes its accents', async () => {
    const stored = await hashPassword('can\u0303o\u0301n del r\u00edo')
    expect(await verifyPassword(stored, 'ca\u00f1\u00f3n del ri\u0301o')).toBe(true)
  })

  it('is never matched where there is none', async () => {
    expect(await verifyPassword(undefined, password)).toBe(false)
    expect(await verifyPassword(null, '')).toBe(false)
  })

  it('is not matched by text that no password can be', async () => {
    const stored = await hash('')
    expect(await verifyPassword(stored, '\ud83d')).toBe(false)
    expect(await verifyPassword(stored, 'x'.repeat(1_000_000))).toBe(false)
  })

  it('made at another cost is known as outdated and still matches', async () => {
    const stored = await hash(password, { memoryCost: 8192, timeCost: 1 })
    expect(isOutdatedHash(stored)).toBe(true)
    expect(await verifyPassword(stored, password)).toBe(true)
  })

  it('takes the same work to refuse for a known, an unknown and an over-long attempt', async () => {
    const stored = await hashPassword(password)
    const attempts: Record<string, () => Promise<boolean>> = {
      known: () => verifyPassword(stored, 'something else entirely'),
      unknown: () => verifyPassword(undefined, 'something else entirely'),
      long: () => verifyPassword(stored, 'x'.repeat(100_000)),
    }
    const work: Record<string, number[]> = { known: [], unknown: [], long: [] }
    for (let round = 0; round < 15; round += 1) {
      for (const [name, attempt] of Object.entries(attempts)) {
        const before = process.cpuUsage()
        await attempt()
        const { user, system } = process.cpuUsage(before)
        work[name]!.push(user + system)
      }
    }
    // Work of this process, whatever else the machine does meanwhile; the least of fifteen, because noise only ever adds to it.
    const least = Object.values(work).map((each) => Math.min(...each))
    expect(Math.max(...least) / Math.min(...least)).toBeLessThan(1.6)
  })

  it('is checked a hundred times at once, all of them, through the line', async () => {
    const stored = await hashPassword(password)
    const gate = workGate({ parallel: 2, waiting: 98 })
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => verifyPassword(stored, n % 2 ? password : 'x', gate)))
    expect(answers.filter(Boolean)).toHaveLength(50)
  })

  it('is not checked when the line is full', async () => {
    const gate = workGate({ parallel: 1, waiting: 0 })
    const attempts = await Promise.allSettled([verifyPassword(undefined, 'x', gate), verifyPassword(undefined, 'x', gate)])
    expect(attempts).toMatchObject([{ status: 'fulfilled', value: false }, { status: 'rejected', reason: { code: 'busy' } }])
  })
})
