import { describe, expect, it } from 'vitest'
import { transition } from '../transition.ts'
import {
  awaitedAfterPassword,
  mustHaveSecondFactor,
  type SessionFacts,
  type SessionStatus,
  sessionExpiry,
  sessionStatus,
  sessionTransitions,
} from './session.ts'

const now = new Date('2026-03-01T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const facts: SessionFacts = { awaits: null, endedAt: null, expiresAt: new Date('2026-03-01T20:00:00Z'), lastSeenAt: minutesAgo(1) }

describe('a session', () => {
  it.each([
    ['is complete when nothing is awaited', {}, 'complete'],
    ['awaits the second factor after the password', { awaits: 'secondFactor' as const }, 'awaitsSecondFactor'],
    ['awaits the enrolment of one', { awaits: 'secondFactorEnrolment' as const }, 'awaitsEnrolment'],
    ['is over once it was ended', { endedAt: minutesAgo(0) }, 'ended'],
    ['is over at the very moment it expires', { expiresAt: now }, 'ended'],
    ['is over after thirty idle minutes', { lastSeenAt: minutesAgo(30) }, 'ended'],
    ['lives on a moment before', { lastSeenAt: new Date(minutesAgo(30).getTime() + 1) }, 'complete'],
    ['that awaits something is over in the same ways', { awaits: 'secondFactor' as const, lastSeenAt: minutesAgo(30) }, 'ended'],
  ])('%s', (_title, changed, status) => {
    expect(sessionStatus({ ...facts, ...changed }, now)).toBe(status)
  })

  it('lasts twelve hours once complete and fifteen minutes before', () => {
    expect(sessionExpiry(null, now).toISOString()).toBe('2026-03-02T00:00:00.000Z')
    expect(sessionExpiry('secondFactor', now).toISOString()).toBe('2026-03-01T12:15:00.000Z')
    expect(sessionExpiry('secondFactorEnrolment', now).toISOString()).toBe('2026-03-01T12:15:00.000Z')
  })
})

describe('the table of sessions', () => {
  const statuses: SessionStatus[] = ['awaitsSecondFactor', 'awaitsEnrolment', 'complete', 'ended']
  const allowed: Record<keyof typeof sessionTransitions, Partial<Record<SessionStatus, SessionStatus>>> = {
    passSecondFactor: { awaitsSecondFactor: 'complete' },
    enrolSecondFactor: { awaitsEnrolment: 'complete', complete: 'complete' },
    stepUp: { complete: 'complete' },
    changePassword: { complete: 'complete' },
    end: { awaitsSecondFactor: 'ended', awaitsEnrolment: 'ended', complete: 'ended' },
  }
  const actions = Object.keys(sessionTransitions) as (keyof typeof sessionTransitions)[]

  it.each(actions.flatMap((action) => statuses.map((status) => [action, status] as const)))('%s while %s', (action, status) => {
    const to = allowed[action][status]
    if (to) expect(transition(sessionTransitions, status, action)).toBe(to)
    else expect(() => transition(sessionTransitions, status, action)).toThrow(expect.objectContaining({ code: 'invalidTransition' }))
  })
})

describe('the second factor', () => {
  const partner = { partnerKinds: ['directBill'], isCustomer: false, isOperator: false }
  const customer = { partnerKinds: [], isCustomer: true, isOperator: false }

  it.each([
    ['of a partner where the cloud demands it', partner, 'mandatory', true],
    ['of a partner where the cloud recommends it', partner, 'recommended', false],
    ['of a partner where nothing is known', partner, 'unknown', false],
    ['of a customer', customer, 'mandatory', false],
    ['of a customer that is a partner too', { ...partner, isCustomer: true }, 'mandatory', true],
    ['of an operator, whatever the cloud says', { ...customer, isOperator: true }, 'recommended', true],
  ] as const)('%s', (_title, tenant, partnerMfa, isMandatory) => {
    expect(mustHaveSecondFactor(tenant, { partnerMfa })).toBe(isMandatory)
  })

  it.each([
    [{ hasSecondFactor: true, mustHaveSecondFactor: false, isShortPassword: false }, 'secondFactor'],
    [{ hasSecondFactor: true, mustHaveSecondFactor: true, isShortPassword: true }, 'secondFactor'],
    [{ hasSecondFactor: false, mustHaveSecondFactor: true, isShortPassword: false }, 'secondFactorEnrolment'],
    [{ hasSecondFactor: false, mustHaveSecondFactor: false, isShortPassword: true }, 'secondFactorEnrolment'],
    [{ hasSecondFactor: false, mustHaveSecondFactor: false, isShortPassword: false }, null],
  ])('after the password of %o awaits %s', (person, awaits) => {
    expect(awaitedAfterPassword(person)).toBe(awaits)
  })
})
