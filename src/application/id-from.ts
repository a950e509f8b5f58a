import { createHash } from 'node:crypto'

/** The same id for the same parts, so that what is written twice meets itself (version 8 of RFC 9562: made from a hash). */
export function idFrom(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join(' ')).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
