import { newCode } from './crockford.ts'
import type { KeyRing } from './key-ring.ts'
import type { Random } from './random.ts'
import { typedCodeHashes } from './typed-code.ts'

const codeCount = 10
/** 50 bits; guessing is bounded by the second-factor budget, copying by the keyed hash. */
const shape = { groups: 2, groupLength: 5 }

/** Ten codes to print, each good for one sign-in without the authenticator. Shown once. */
export function newRecoveryCodes(random: Random): string[] {
  const codes = new Set<string>()
  while (codes.size < codeCount) codes.add(newCode(shape, random))
  return [...codes]
}

/** See `typedCodeHashes`: store the first, use up any. Empty when what was typed is no recovery code. */
export function recoveryCodeHashes(keyRing: KeyRing, personId: string, typed: string): Buffer[] {
  return typedCodeHashes(keyRing, 'recoveryCode', shape, { owner: personId, typed })
}
