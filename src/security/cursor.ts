import { DomainError } from '../domain/errors.ts'
import type { KeyRing } from './key-ring.ts'
import { open, seal } from './seal.ts'

/** The list that a cursor belongs to. It continues this list, for this reader, and no other (rule R19). */
export interface CursorScope {
  readonly tenantId: string
  readonly personId: string
  /** Method and path as declared, for example `GET /customers`. */
  readonly route: string
  /** `filterHash` of everything that shapes the list: filters, search, sort and page size. */
  readonly filterHash: string
}

/** The sort keys of the last row of a page, in the order of the sort. Instants as ISO text, large numbers as text. */
export type CursorKeys = readonly (string | number | boolean | null)[]

const longestCursor = 4096

export function sealCursor(keyRing: KeyRing, scope: CursorScope, keys: CursorKeys, expiresAt: Date): string {
  const sealed = seal(keyRing, 'cursor', placeOf(scope), JSON.stringify({ keys, expiresAt: expiresAt.getTime() }))
  return sealed.toString('base64url')
}

/** The keys inside; they are authenticated, and still only ever bound as parameters. Throws `invalidCursor`. */
export function openCursor(keyRing: KeyRing, scope: CursorScope, cursor: string, now: Date): CursorKeys {
  const bytes = cursor.length <= longestCursor ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0)
  // Only the one spelling that we gave out: padding, spaces and stray last bits are refused.
  if (bytes.toString('base64url') !== cursor) throw invalid()
  const { keys, expiresAt } = content(keyRing, scope, bytes)
  if (now.getTime() >= expiresAt) throw invalid()
  return keys
}

function content(keyRing: KeyRing, scope: CursorScope, bytes: Buffer): { keys: CursorKeys; expiresAt: number } {
  try {
    return JSON.parse(open(keyRing, 'cursor', placeOf(scope), bytes))
  } catch {
    throw invalid()
  }
}

function placeOf({ tenantId, personId, route, filterHash }: CursorScope): string {
  return JSON.stringify([tenantId, personId, route, filterHash])
}

function invalid(): DomainError {
  return new DomainError('invalidCursor', 'This page marker is not valid here. Start again from the first page.')
}
