import { createHmac } from 'node:crypto'
import { canonicalCode, type CodeShape } from './crockford.ts'
import { deriveKey, type KeyPurpose, type KeyRing } from './key-ring.ts'

/**
 * Short codes are too few to be stored as a plain hash: whoever copied the database could try them all. So the hash is
 * keyed with the key file and bound to its owner. One hash for each key of the ring, the current one first: store the
 * first, look for any (`code_hash = any(…)`), in the statement that uses the code up. Empty when it is no such code.
 */
export function typedCodeHashes(
  keyRing: KeyRing,
  purpose: KeyPurpose,
  shape: CodeShape,
  { owner, typed }: { owner: string; typed: string },
): Buffer[] {
  const code = canonicalCode(shape, typed)
  if (code === undefined) return []
  const text = JSON.stringify([owner, code])
  return keyRing.ids.map((id) => createHmac('sha256', deriveKey(keyRing, purpose, id)!).update(text).digest())
}
