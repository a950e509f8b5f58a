import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Limit, rateBudgets } from './rate-budgets.ts'
import { type RateLimits, rateLimits, type RateSubject } from './rate-limits.ts'

const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

async function passes(limits: RateLimits<string>, budget: string, subject: RateSubject, attempts: number): Promise<number> {
  let passed = 0
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await limits.consume(budget, subject).then(
      () => (passed += 1),
      (error: unknown) => expect(error).toMatchObject({ code: 'tooManyRequests' }),
    )
  }
  return passed
}

const victim = { account: 'marta@nordlicht.example' }

describe('a rate limit', () => {
  it('lets through as many as it says, and again when its window is over', async () => {
    const limits = rateLimits({ opening: [{ by: 'address', points: 3, seconds: 60 }] })
    const subject = { address: '192.0.2.1' }
    expect(await passes(limits, 'opening', subject, 10)).toBe(3)
    vi.advanceTimersByTime(minute - 1)
    expect(await passes(limits, 'opening', subject, 10)).toBe(0)
    vi.advanceTimersByTime(1)
    expect(await passes(limits, 'opening', subject, 10)).toBe(3)
  })

  it('says in whole seconds when to come back', async () => {
    const limits = rateLimits({ opening: [{ by: 'address', points: 1, seconds: 60 }] })
    await limits.consume('opening', { address: '192.0.2.1' })
    vi.advanceTimersByTime(1_500)
    await expect(limits.consume('opening', { address: '192.0.2.1' })).rejects.toMatchObject({
      code: 'tooManyRequests',
      details: { budget: 'opening', retryAfterSeconds: 59 },
    })
    vi.advanceTimersByTime(58_499)
    await expect(limits.consume('opening', { address: '192.0.2.1' })).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } })
  })

  it('counts all addresses of one /64 together, and no two IPv4 addresses', async () => {
    const limits = rateLimits({ opening: [{ by: 'address', points: 3, seconds: 60 }] })
    let passed = 0
    for (let host = 0; host < 50; host += 1) {
      passed += await passes(limits, 'opening', { address: `2001:db8:1:2::${host.toString(16)}` }, 1)
    }
    expect(passed).toBe(3)
    expect(await passes(limits, 'opening', { address: '2001:db8:1:3::1' }, 1)).toBe(1)
    expect(await passes(limits, 'opening', { address: '192.0.2.1' }, 3)).toBe(3)
    expect(await passes(limits, 'opening', { address: '192.0.2.2' }, 3)).toBe(3)
  })

  it('is widened by the factor', async () => {
    const limits = rateLimits({ opening: [{ by: 'address', points: 3, seconds: 60 }] }, 2.5)
    expect(await passes(limits, 'opening', { address: '192.0.2.1' }, 20)).toBe(8)
  })

  it('is asked with what it counts by, or the program is wrong', async () => {
    await expect(rateLimits().consume('stepUp', {})).rejects.toThrow('by person')
    await expect(rateLimits().consume('personInvitation', { tenantId: 't' })).rejects.toThrow('by message')
  })

  it('is given back after a success, so that only failures add up', async () => {
    const limits = rateLimits()
    for (let round = 0; round < 200; round += 1) {
      const charge = await limits.consume('signIn', { address: '192.0.2.1', ...victim })
      await charge.refund()
    }
    expect(await passes(limits, 'signIn', { address: '192.0.2.1', ...victim }, 20)).toBe(10)
  })
})

describe('signing in', () => {
  it('is limited for one account from one place, without locking its owner out elsewhere', async () => {
    const limits = rateLimits()
    expect(await passes(limits, 'signIn', { address: '203.0.113.9', ...victim }, 40)).toBe(10)
    expect(await passes(limits, 'signIn', { address: '192.0.2.1', ...victim }, 1)).toBe(1)
  })

  it('is limited for one account over a thousand places, without locking its owner out of a known one', async () => {
    const limits = rateLimits()
    let passed = 0
    for (let place = 0; place < 1_000; place += 1) {
      passed += await passes(limits, 'signIn', { address: `203.0.${place >> 8}.${place & 255}`, ...victim }, 1)
    }
    expect(passed).toBe(100)
    expect(await passes(limits, 'signIn', { address: '192.0.2.1', isKnownAddress: true, ...victim }, 5)).toBe(5)
  })

  it('is limited for one place that sprays a thousand accounts, and its victims are not', async () => {
    const limits = rateLimits()
    let passed = 0
    for (let name = 0; name < 1_000; name += 1) {
      passed += await passes(limits, 'signIn', { address: `2001:db8::${name.toString(16)}`, account: `person${name}@nordlicht.example` }, 1)
    }
    expect(passed).toBe(30)
    expect(await passes(limits, 'signIn', { address: '192.0.2.1', account: 'person5@nordlicht.example' }, 5)).toBe(5)
  })

  it('from a place over its own limit does not use up what the account has left', async () => {
    const limits = rateLimits()
    await passes(limits, 'signIn', { address: '203.0.113.9', ...victim }, 500)
    let passed = 0
    for (let place = 0; place < 1_000; place += 1) {
      passed += await passes(limits, 'signIn', { address: `198.51.${place >> 8}.${place & 255}`, ...victim }, 1)
    }
    expect(passed).toBe(90)
  })
})

describe('the table of budgets', () => {
  it('gives ending a right a budget that no other call uses up', async () => {
    const limits = rateLimits()
    const subject = { personId: 'p', tenantId: 't', address: '192.0.2.1' }
    expect(await passes(limits, 'api', subject, 6_100)).toBe(6_000)
    expect(await passes(limits, 'revoke', subject, 1)).toBe(1)
  })

  it('mails one recipient about one occasion once in 24 hours', async () => {
    const limits = rateLimits()
    const message = { tenantId: 't', recipient: 'ana@example.org', occasion: 'invitation 1' }
    expect(await passes(limits, 'personInvitation', message, 5)).toBe(1)
    vi.advanceTimersByTime(24 * 60 * minute - 1)
    expect(await passes(limits, 'personInvitation', message, 5)).toBe(0)
    vi.advanceTimersByTime(1)
    expect(await passes(limits, 'personInvitation', message, 5)).toBe(1)
  })

  it('bounds what all tenants together mail to one recipient', async () => {
    const limits = rateLimits()
    let passed = 0
    for (let tenant = 0; tenant < 50; tenant += 1) {
      passed += await passes(limits, 'personInvitation', { tenantId: `t${tenant}`, recipient: 'ana@example.org', occasion: `i${tenant}` }, 1)
    }
    expect(passed).toBe(10)
  })

  it('bounds guesses of a second factor for a person, wherever they come from', async () => {
    const limits = rateLimits()
    let passed = 0
    for (let place = 0; place < 100; place += 1) passed += await passes(limits, 'secondFactor', { address: `203.0.113.${place}`, personId: 'p' }, 1)
    expect(passed).toBe(10)
  })

  it('holds windows that a timer can measure', () => {
    for (const limit of Object.values<readonly Limit[]>(rateBudgets).flat()) {
      expect(limit.points).toBeGreaterThan(0)
      expect(limit.seconds * 1000).toBeLessThan(2 ** 31)
    }
  })
})
