import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey, type KeyPurpose, type KeyRing } from './key-ring.ts'

const version = 1
const nonceStart = 5
const tagStart = nonceStart + 12
const textStart = tagStart + 16

/** Sealed bytes that do not open: damaged, moved to another place, or made with a key that this installation lacks. */
export class SealBroken extends Error {
  constructor() {
    super('Sealed bytes do not open here.')
    this.name = 'SealBroken'
  }
}

/**
 * AES-256-GCM: version, key id (4 bytes), nonce (12), tag (16), ciphertext.
 * `place` says where the bytes will lie (for example the row's id): moved elsewhere they do not open.
 * The nonce is always the system's own: a repeatable source of chance would give the key away.
 */
export function seal(keyRing: KeyRing, purpose: KeyPurpose, place: string, plaintext: string): Buffer {
  const head = Buffer.concat([Buffer.of(version), Buffer.from(keyRing.currentId, 'hex')])
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(keyRing, purpose)!, nonce)
  cipher.setAAD(bound(head, purpose, place))
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), text])
}

/** Throws SealBroken. */
export function open(keyRing: KeyRing, purpose: KeyPurpose, place: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const key = bytes.length >= textStart && bytes[0] === version && deriveKey(keyRing, purpose, bytes.toString('hex', 1, nonceStart))
  if (!key) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceStart, tagStart), { authTagLength: 16 })
  decipher.setAAD(bound(bytes.subarray(0, nonceStart), purpose, place))
  decipher.setAuthTag(bytes.subarray(tagStart, textStart))
  try {
    return decipher.update(bytes.subarray(textStart), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    throw new SealBroken()
  }
}

function bound(head: Buffer, purpose: KeyPurpose, place: string): Buffer {
  return Buffer.from(JSON.stringify([head.toString('hex'), purpose, place]), 'utf8')
}
