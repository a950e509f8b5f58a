import { describe, expect, it } from 'vitest'
import { isMultiFactor } from './outside-identity.ts'

describe('the methods of an outside sign-in', () => {
  it.each([
    [[], false],
    [['pwd'], false],
    [['otp'], false],
    [['pwd', 'pin'], false],
    [['hwk', 'swk'], false],
    [['MFA'], false],
    [['mfa'], true],
    [['pwd', 'otp'], true],
    [['hwk', 'pin'], true],
    [['face', 'swk'], true],
  ])('%j count as two factors: %s', (methods, isTwo) => {
    expect(isMultiFactor(methods)).toBe(isTwo)
  })
})
