import { DomainError } from '../../domain/errors.ts'

const longestNote = 500

/** The operator's own words, as text: shown and mailed, never interpreted. Null where there are none. */
export function plainNote(text: string | null | undefined): string | null {
  const note = (text ?? '').normalize('NFC').trim()
  if (note === '') return null
  if ([...note].length > longestNote || /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(note.replace(/\n/g, ''))) {
    throw new DomainError('invalidInput', `A note has at most ${longestNote} characters, none of them invisible.`, { reason: 'noteForm' })
  }
  return note
}
