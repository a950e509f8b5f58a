import { newCode } from './crockford.ts'
import type { KeyRing } from './key-ring.ts'
import type { Random } from './random.ts'
import { typedCodeHashes } from './typed-code.ts'

/** 40 bits: mailed, typed on the page that asked for it, good for minutes and few attempts. Never a second factor (R24). */
const shape = { groups: 2, groupLength: 4 }

export function newMailCode(random: Random): string {
  return newCode(shape, random)
}

/** `owner` is what the code confirms, for example the registration's id. See `typedCodeHashes`. */
export function mailCodeHashes(keyRing: KeyRing, owner: string, typed: string): Buffer[] {
  return typedCodeHashes(keyRing, 'mailCode', shape, { owner, typed })
}
