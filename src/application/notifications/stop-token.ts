import { isKind } from '../../domain/notifications/notification-kinds.ts'
import { canonicalId } from '../../domain/ids.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Stoppable } from '../../language/notification-text.ts'
import type { KeyRing } from '../../security/key-ring.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { open, seal } from '../../security/seal.ts'

/** Whose mails of which kind a link stops. It can do nothing else, and so it never runs out. */
export interface Stop {
  readonly tenantId: string
  readonly personId: string
  readonly what: Stoppable
  /** where the person reads of it; the customer's portal for links that were made without */
  readonly side?: Portal
}

const place = 'mails of a kind'

/** Sealed with the key file: nobody makes one for somebody else, and it says nothing about whom it is for. */
export function stopToken(keyRing: KeyRing, { tenantId, personId, what, side }: Stop): string {
  return seal(keyRing, 'unsubscribe', place, `${tenantId} ${personId} ${what}${side ? ` ${side}` : ''}`).toString('base64url')
}

/** Throws notFound, as every link that opens nothing. */
export function openStopToken(keyRing: KeyRing, token: string): Required<Stop> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') === token) {
    const [tenantId, personId, what = '', side = 'customer'] = openedWords(keyRing, bytes)
    if (tenantId && personId && canonicalId(tenantId) && canonicalId(personId) && (what === 'digest' || isKind(what))) return { tenantId, personId, what, side: side as Portal }
  }
  throw new DomainError('notFound', 'The link does not open anything.', { reason: 'linkNotValid' })
}

function openedWords(keyRing: KeyRing, bytes: Buffer): string[] {
  try {
    return open(keyRing, 'unsubscribe', place, bytes).split(' ')
  } catch {
    return []
  }
}
