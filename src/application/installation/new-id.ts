import type { Random } from '../../security/random.ts'

/**
 * A GUID of version 7 (RFC 9562): its first 48 bits are the time, so rows of one hour lie together in every index.
 * The other 74 bits are chance; within a millisecond ids have no order.
 */
export function timeOrderedId(now: Date, random: Random): string {
  const bytes = random(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
