import { DomainError } from '../errors.ts'

/** Characters of an answer in one's own words. */
export const longestAnswer = 500

/**
 * Words that somebody writes for the other side, as they are kept and shown: text only, never markup; line breaks stay.
 * What cannot be seen or turns the direction of writing is refused, as in names (decision 7).
 */
export function freeText(text: string | null | undefined, field: string): string | null {
  const settled = (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (settled === '') return null
  if (/[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u2028\u2029\u200b\ufeff]|\p{Cs}/u.test(settled)) {
    throw new DomainError('invalidInput', 'The text holds characters that cannot be seen.', { reason: 'controlCharacters', field })
  }
  if ([...settled].length > longestAnswer) throw new DomainError('invalidInput', 'The text is too long.', { reason: 'tooLong', field })
  return settled
}
