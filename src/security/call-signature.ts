import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** How far the two clocks may differ, and how long a signature that was overheard is of use. */
export const signaturePatienceSeconds = 300

export interface SignedCall {
  /** which subscription it is about: a signature for one is of no use for another */
  readonly id: string
  /** seconds since 1970, as text */
  readonly timestamp: string
  readonly bodySha256: Uint8Array
}

/** `v1=` and HMAC-SHA256, hex, of `id.timestamp.sha256(body)` with the shared secret; the same in both directions. */
export function signCall(secret: string, { id, timestamp, bodySha256 }: SignedCall): string {
  return `v1=${createHmac('sha256', secret).update(`${id}.${timestamp}.${Buffer.from(bodySha256).toString('hex')}`).digest('hex')}`
}

export function bodyHash(body: string): Buffer {
  return createHash('sha256').update(body).digest()
}

/** Compared in constant time. */
export function isSignedBy(secret: string, call: SignedCall, signature: string): boolean {
  const [expected, given] = [Buffer.from(signCall(secret, call)), Buffer.from(signature)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export function isRecent(timestamp: string, now: Date): boolean {
  return /^[0-9]{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= signaturePatienceSeconds
}
