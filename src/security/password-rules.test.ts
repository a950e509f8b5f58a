import { describe, expect, it } from 'vitest'
import { DomainError } from '../domain/errors.ts'
import { checkPassword } from './password-rules.ts'

function weakness(password: string, hasSecondFactor = false, ownNames: string[] = []): unknown {
  try {
    checkPassword(password, { hasSecondFactor, ownNames })
    return 'accepted'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'weakPassword') return error.details.reason
    throw error
  }
}

describe('a password', () => {
  it('has 15 characters alone and 8 beside a second factor', () => {
    expect(weakness('kT9#vLq2mX7zRp')).toBe('tooShort')
    expect(weakness('kT9#vLq2mX7zRpw')).toBe('accepted')
    expect(weakness('kT9#vLq', true)).toBe('tooShort')
    expect(weakness('kT9#vLq2', true)).toBe('accepted')
  })

  it('is counted in characters after normalising, not in bytes or code units', () => {
    expect(weakness('a\u0301b'.repeat(4), true)).toBe('common')
    expect(weakness('n\u0303u\u0301x'.repeat(2), true)).toBe('tooShort')
    expect(weakness('🔑🦊🌲🎻🛶🧭🪁', true)).toBe('tooShort')
    expect(weakness('🔑🦊🌲🎻🛶🧭🪁🥨', true)).toBe('accepted')
  })

  it('has 256 characters at most', () => {
    const sentence = 'las aves del norte vuelan lejos cada octubre '.repeat(5) + 'y vuelven cuando el río crece'
    expect(sentence.length).toBe(254)
    expect(weakness(`${sentence}ab`)).toBe('accepted')
    expect(weakness(`${sentence}abc`)).toBe('tooLong')
    expect(weakness('x1'.repeat(1_000_000))).toBe('tooLong')
  })

  it('needs no mixture of letters, digits and signs', () => {
    expect(weakness('el perro de ana come sopa')).toBe('accepted')
  })

  it('is not one of those that are guessed first', () => {
    expect(weakness('Passwordpassword1')).toBe('common')
    expect(weakness('administrator', true)).toBe('common')
  })

  it('is not little more than the name of the person, the organisation or the product', () => {
    const names = ['marta.nuñez@nordlicht.example', 'Marta Núñez', 'Nordlicht AG']
    for (const password of ['Marta.Nunez@Nordlicht.example', 'martanunez2026', 'NORDLICHT-2026', 'Vinculo2026!', 'NordlichtAG12']) {
      expect(weakness(password, true, names)).toBe('ownName')
    }
    expect(weakness('Nordlicht-Nordlicht-1', false, names)).toBe('ownName')
    expect(weakness('4071-8827-1193-55', false, names)).toBe('accepted')
    expect(weakness('Nordlicht schickt nachts Schiffe', false, names)).toBe('accepted')
  })

  it('holds no controls and no halves of characters', () => {
    for (const odd of ['\u0000', '\n', '\t', '\u007f', '\ud83d']) expect(weakness(`kT9#vLq2mX7zRpw${odd}`)).toBe('unreadable')
  })

  it('that is refused says the lengths that would do', () => {
    expect(() => checkPassword('short', { hasSecondFactor: false, ownNames: [] })).toThrow(
      expect.objectContaining({ details: { reason: 'tooShort', minimumLength: 15, maximumLength: 256 } }),
    )
  })
})
