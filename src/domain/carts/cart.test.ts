import { describe, expect, it } from 'vitest'
import { expiryOf, isOver, samePlan } from './cart.ts'

describe('a cart', () => {
  const changedAt = new Date('2026-03-01T10:00:00Z')

  it('is over seven days after it was changed last, to the moment; one that was ordered never is', () => {
    const expiresAt = expiryOf(changedAt)
    expect(expiresAt.toISOString()).toBe('2026-03-08T10:00:00.000Z')
    expect(isOver({ status: 'active', expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(false)
    expect(isOver({ status: 'active', expiresAt }, expiresAt)).toBe(true)
    expect(isOver({ status: 'ordered', expiresAt }, new Date('2030-01-01'))).toBe(false)
  })

  it('knows a line by what it is sold by, not by how many', () => {
    const line = { catalogItemId: 'A:B:C', term: 'P1Y', billingCycle: 'monthly', quantity: 1, friendlyName: null, baseSubscriptionId: null, baseLine: null, replacesSubscriptionId: null, resellerId: null } as const
    expect(samePlan(line, { ...line, quantity: 7, friendlyName: 'x' })).toBe(true)
    expect(samePlan(line, { ...line, billingCycle: 'annual' })).toBe(false)
  })
})
