import { DomainError } from '../errors.ts'

/** The longest name, in what a reader counts as characters (R12). */
export const longestName = 100
/** A bound in code points too, so that a name of 100 characters cannot hide thousands of marks (B47). */
export const longestNameInCodePoints = 200

export type NameProblem =
  | 'nameEmpty'
  | 'nameTooLong'
  | 'nameControl'
  | 'nameBidi'
  | 'nameInvisible'
  | 'nameUnassigned'
  | 'nameMarks'
  | 'nameIllFormed'

/**
 * A name of a company or person as it is kept and shown: NFC, single spaces, none at the ends (R12, decision 7).
 * A name cannot lie by invisible means; which letters real firms use is not ours to judge (see name-warnings.ts).
 */
export function displayName(text: string): string {
  const problem = nameProblem(text)
  if (problem) throw new DomainError('invalidName', sentences[problem], { reason: problem })
  return settle(text)
}

/** Why a name is refused; undefined when it is not. */
export function nameProblem(text: string): NameProblem | undefined {
  if (/\p{Cs}/u.test(text)) return 'nameIllFormed'
  // Bound the work before normalising or segmenting anything.
  if (text.length > longestNameInCodePoints * 4) return 'nameTooLong'
  const name = settle(text)
  if (/\p{Cc}|[\u2028\u2029]/u.test(name)) return 'nameControl'
  if (/\p{Bidi_Control}/u.test(name)) return 'nameBidi'
  if (invisible.test(name.replace(visibleByEffect, ''))) return 'nameInvisible'
  if (/[\p{Co}\p{Cn}]/u.test(name)) return 'nameUnassigned'
  if (!/[\p{L}\p{N}]/u.test(name)) return 'nameEmpty'
  if (markFlood.test(name.normalize('NFD').replace(visibleByEffect, ''))) return 'nameMarks'
  const tooLong = [...name].length > longestNameInCodePoints || graphemeCount(name) > longestName
  return tooLong ? 'nameTooLong' : undefined
}

// U+0020 alone is kept as a space: other spaces look the same and are not.
function settle(text: string): string {
  return text.normalize('NFC').replace(/\p{Zs}+/gu, ' ').replace(/^[ \t]+|[ \t]+$/g, '')
}

// Format characters, fillers and other ignorable code points: nothing to see, everything to hide.
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

const joiningScripts = 'Arabic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala'
const joiningLetter = `[${joiningScripts
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')}]`

/**
 * Invisible characters that change what is seen, where they do: ZWNJ and ZWJ between letters that join (R12),
 * the variant a Chinese or Japanese family writes its character in, and the colourful form of a symbol.
 */
const visibleByEffect = new RegExp(
  `(?<=${joiningLetter}\\p{M}{0,3})[\\u200c\\u200d](?=${joiningLetter})` +
    '|(?<=\\p{Script=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]|(?<=\\p{Extended_Pictographic})\\ufe0f',
  'gu',
)

// UTS 39, 5.4: no more than four marks on a letter, none twice in a row. Counted in NFD, where precomposed letters show theirs.
// Spacing marks are vowels in Indic and Burmese, so more may follow one another. Enclosing marks hide the letter they enclose.
const markFlood = /\p{Mn}{5}|\p{M}{9}|(\p{Mn})\1|\p{Me}|^\p{M}/u

function graphemeCount(name: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].length
}

const sentences: Readonly<Record<NameProblem, string>> = {
  nameEmpty: 'A name needs at least one letter or digit.',
  nameTooLong: `A name has at most ${longestName} characters.`,
  nameControl: 'A name cannot hold control characters or line breaks.',
  nameBidi: 'A name cannot hold characters that change the direction of writing.',
  nameInvisible: 'A name cannot hold invisible characters.',
  nameUnassigned: 'A name cannot hold private or unassigned characters.',
  nameMarks: 'A name cannot pile up so many marks on one letter.',
  nameIllFormed: 'The name is not well-formed text.',
}
