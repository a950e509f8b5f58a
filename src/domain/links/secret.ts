import { DomainError } from '../errors.ts'

/**
 * Two kinds of link, two types in code (R1): `inv` opens one relationship request, once;
 * `pl` is a partner's reusable link and grants nothing by itself.
 */
export type LinkKind = 'inv' | 'pl'

/** A typed secret: prefix, underscore, 32 random bytes in base64url (R2). */
export type InvitationSecret = `inv_${string}`
export type PartnerLinkSecret = `pl_${string}`
export type LinkSecret<Kind extends LinkKind = LinkKind> = Kind extends 'inv' ? InvitationSecret : PartnerLinkSecret

/** Reads a secret of the kind that is wanted; one kind is never accepted as the other. */
export function parseSecret<Kind extends LinkKind>(text: string, kind: Kind): LinkSecret<Kind> {
  if (!isSecret(text, kind)) throw new DomainError('malformed', 'This is not the code of such a link.', { reason: 'linkUnreadable' })
  return text
}

export function isSecret<Kind extends LinkKind>(text: string, kind: Kind): text is LinkSecret<Kind> {
  return text.startsWith(`${kind}_`) && isBase64UrlOf32Bytes(text.slice(kind.length + 1))
}

/** Makes the secret from 32 random bytes in base64url, which come from outside. */
export function secretOf<Kind extends LinkKind>(kind: Kind, random: string): LinkSecret<Kind> {
  return parseSecret(`${kind}_${random}`, kind)
}

// 43 characters carry 258 bits, two more than 32 bytes have. The last character must leave those two bits empty,
// else one secret could be written in four ways, and only one of them would be found by its hash.
function isBase64UrlOf32Bytes(text: string): boolean {
  return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text)
}
