import { DomainError } from '../domain/errors.ts'
import { isCommonPassword } from './common-password.ts'

/** Lengths in characters (code points), as NIST SP 800-63B counts them; rule R24. */
export const passwordLengths = { alone: 15, withSecondFactor: 8, longest: 256 } as const

export type PasswordWeakness = 'tooShort' | 'tooLong' | 'unreadable' | 'common' | 'ownName'

export interface PasswordCircumstances {
  /** Whether a second factor is asked at each sign-in of this person. */
  readonly hasSecondFactor: boolean
  /** User principal name, display name, tenant name: a password made of little else is refused. */
  readonly ownNames: readonly string[]
}

/** No composition rules. Throws `weakPassword` with details `{ reason, minimumLength, maximumLength }`. */
export function checkPassword(password: string, { hasSecondFactor, ownNames }: PasswordCircumstances): void {
  const minimumLength = hasSecondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone
  const reason = weaknessOf(password, minimumLength, ownNames)
  if (!reason) return
  throw new DomainError('weakPassword', sentences[reason], {
    reason,
    minimumLength,
    maximumLength: passwordLengths.longest,
  })
}

const sentences: Record<PasswordWeakness, string> = {
  tooShort: 'The password is too short.',
  tooLong: 'The password is too long.',
  unreadable: 'The password holds characters that cannot be typed.',
  common: 'The password is one of those that are guessed first.',
  ownName: 'The password is little more than the name of the person or the organisation.',
}

function weaknessOf(password: string, minimumLength: number, ownNames: readonly string[]): PasswordWeakness | undefined {
  if (password.length > passwordLengths.longest * 2) return 'tooLong'
  // Controls, and halves of characters: NFC and UTF-8 would change what was typed.
  if (/[\p{Cc}\p{Cs}]/u.test(password)) return 'unreadable'
  const length = [...password.normalize('NFC')].length
  if (length > passwordLengths.longest) return 'tooLong'
  if (length < minimumLength) return 'tooShort'
  if (isCommonPassword(password)) return 'common'
  return isLittleMoreThan(ownNames, password) ? 'ownName' : undefined
}

/** Whether, without the names, fewer than four letters are left. Words under four letters are too ordinary to count. */
function isLittleMoreThan(ownNames: readonly string[], password: string): boolean {
  const words = ['vinculo', ...ownNames.map(folded).flatMap((name) => [name.replaceAll(' ', ''), ...name.split(/[^\p{L}\p{N}]+/u)])]
  const longestFirst = words.filter((word) => word.length >= 4).sort((one, other) => other.length - one.length)
  const whole = folded(password)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest !== whole && rest.replace(/\P{L}/gu, '').length < 4
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
