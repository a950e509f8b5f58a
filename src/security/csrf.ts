import { createHmac, timingSafeEqual } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import { deriveKey, type KeyRing } from './key-ring.ts'
import type { Secret } from './secret.ts'

/**
 * What a token is bound to: a session, or before there is one, the cookie of a visitor. Secrets of two kinds, so that a
 * visitor cookie planted by somebody else never makes the token of a session.
 */
export type CsrfBinding = Secret<'session'> | Secret<'visitor'>

/**
 * Sent by our pages in a header with every unsafe request (rule R22). It follows from the cookie's secret and the key
 * file, so that nothing is stored and a fresh session has a fresh token.
 */
export function csrfToken(keyRing: KeyRing, binding: CsrfBinding): string {
  return tokenOf(keyRing, keyRing.currentId, binding)
}

/** Compared in constant time. Throws `csrfFailed`, also when the header or the cookie is missing. */
export function checkCsrfToken(keyRing: KeyRing, binding: CsrfBinding | undefined, sent: string | undefined): void {
  const isOurs =
    binding !== undefined &&
    sent !== undefined &&
    keyRing.ids.some((id) => areEqual(Buffer.from(tokenOf(keyRing, id, binding)), Buffer.from(sent, 'utf8')))
  if (isOurs) return
  throw new DomainError('csrfFailed', 'This request does not come from a page of this session. Load the page again.')
}

function tokenOf(keyRing: KeyRing, keyId: string, binding: CsrfBinding): string {
  return createHmac('sha256', deriveKey(keyRing, 'csrf', keyId)!).update(binding).digest('base64url')
}

function areEqual(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
