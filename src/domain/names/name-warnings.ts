import { isLatin, isMixedScript } from './scripts.ts'

/**
 * mixedScript: one word is written with letters of two scripts (B45: Соntoso).
 * confusable: a word of another script reads as Latin letters (СОСА), or the whole name reads as a taken one.
 */
export type NameWarning = 'mixedScript' | 'confusable'

export interface ConfusableReading {
  /** UTS 39 skeleton of a text; src/text/confusables.ts. */
  readonly skeleton: (text: string) => string
  /** Whether somebody else's name has the same confusable key; src/text/confusables.ts makes the key. */
  readonly readsAsTakenName?: boolean
}

/** Reasons to flag a name to the operator and to warn about it on the consent page; never to refuse it (decision 7). */
export function nameWarnings(name: string, { skeleton, readsAsTakenName = false }: ConfusableReading): readonly NameWarning[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const warnings: NameWarning[] = []
  if (words.some(isMixedScript)) warnings.push('mixedScript')
  if (readsAsTakenName || words.some((word) => readsAsLatin(word, skeleton))) warnings.push('confusable')
  return warnings
}

function readsAsLatin(word: string, skeleton: (text: string) => string): boolean {
  return !isLatin(word) && /^[a-z]+$/i.test(skeleton(word))
}
