import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretPrefixes } from './secret.ts'

/** HMAC-SHA256 of the address in lower case: the same for every spelling that one mailbox answers to in practice. */
export function mailAddressHash(key: Uint8Array, address: string): Buffer {
  return createHmac('sha256', key).update(`address ${address.toLowerCase()}`).digest()
}

/**
 * The way out that a letter carries: 16 bytes that say which letter, 16 that prove we wrote it. Nothing of it is stored,
 * so a copy of the database makes none; it holds no address (rule R2) and can do no more than choose about letters.
 */
export function optOutToken(key: Uint8Array, mailId: string): string {
  const id = Buffer.from(mailId.replaceAll('-', ''), 'hex')
  return secretPrefixes.optOut + Buffer.concat([id, proofOf(key, id)]).toString('base64url')
}

/** The letter's id; undefined for what we did not make. */
export function mailOfOptOutToken(key: Uint8Array, token: string): string | undefined {
  const bytes = Buffer.from(token.slice(secretPrefixes.optOut.length), 'base64url')
  const id = bytes.subarray(0, 16)
  if (bytes.length !== 32 || !timingSafeEqual(bytes.subarray(16), proofOf(key, id))) return undefined
  const hex = id.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function proofOf(key: Uint8Array, id: Buffer): Buffer {
  return createHmac('sha256', key).update('optOut ').update(id).digest().subarray(0, 16)
}
