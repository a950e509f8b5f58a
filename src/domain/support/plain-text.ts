import { DomainError } from '../errors.ts'

/** One line that names the case. */
export function caseSubject(text: string): string {
  const subject = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  return checked(subject, { most: 200, field: 'title' })
}

/** What people write to each other: shown as text, never interpreted. */
export function caseText(text: string): string {
  return checked(text.normalize('NFC').replaceAll('\r\n', '\n').trim(), { most: 5_000, field: 'body' })
}

function checked(text: string, { most, field }: { most: number; field: string }): string {
  const isPlain = !/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(text.replaceAll(/[\n\t]/g, ''))
  const isSeen = /[^\s\p{Cf}]/u.test(text)
  if (isSeen && [...text].length <= most && isPlain) return text
  throw new DomainError('invalidInput', `Plain text of 1 to ${most} characters.`, { reason: 'caseTextForm', field })
}
