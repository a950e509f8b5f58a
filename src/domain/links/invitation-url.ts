import { DomainError } from '../errors.ts'
import { canonicalId } from '../ids.ts'
import { isSecret } from './secret.ts'
import type { InvitationSecret, PartnerLinkSecret } from './secret.ts'

/** The page on which the customer reads and answers; one path for both kinds of link. */
export const invitationPath = '/admin/partner-invitation'

/** Longer than any link we make; what is longer was not made by us. */
const longestUrl = 1000

export type InvitationType = 'ResellerRelationship' | 'IndirectResellerRelationship'

/**
 * What the query of a link says, in the documented names, for programs that parse it (decision 3).
 * It grants and decides nothing: meaning comes from the secret alone.
 */
export interface LinkClaims {
  readonly invType: InvitationType
  /** The directory id of the partner that asks; of the indirect reseller in a joint request. */
  readonly partnerId: string
  /** The reseller's partner programme id, or 0. */
  readonly msppId: string
  readonly dap: boolean
  /** Joint requests: the directory id of the indirect provider. */
  readonly indirectCspId?: string
}

export type InvitationLink =
  | { readonly kind: 'inv'; readonly secret: InvitationSecret; readonly claims: LinkClaims }
  | { readonly kind: 'pl'; readonly secret: PartnerLinkSecret; readonly claims: LinkClaims }

/**
 * The link a partner sends. The secret stands in the fragment, which browsers send to no server:
 * it reaches neither access logs nor the Referer header. origin comes from configuration, without a trailing slash.
 */
export function invitationUrl(origin: string, secret: string, claims: LinkClaims): string {
  if (!isSecret(secret, 'inv') && !isSecret(secret, 'pl')) throw unreadable()
  const query = new URLSearchParams({ invType: claims.invType, partnerId: claims.partnerId, msppId: claims.msppId })
  if (claims.indirectCspId !== undefined) query.set('indirectCSPId', claims.indirectCspId)
  query.set('DAP', String(claims.dap))
  return `${origin}${invitationPath}?${query}#${secret}`
}

/** Reads a whole link as invitationUrl writes it. Refuses with reason linkUnreadable. */
export function readInvitationUrl(text: string): InvitationLink {
  const url = text.length <= longestUrl ? parseUrl(text) : undefined
  if (!url || url.pathname !== invitationPath || url.username !== '' || url.password !== '') throw unreadable()
  const claims = readClaims(url.searchParams)
  const secret = url.hash.slice(1)
  if (isSecret(secret, 'inv')) return { kind: 'inv', secret, claims }
  if (isSecret(secret, 'pl')) return { kind: 'pl', secret, claims }
  throw unreadable()
}

/** Reads the claims a page was opened with. Refuses repeated, missing and unreadable ones; others are ignored. */
export function readClaims(query: URLSearchParams): LinkClaims {
  const one = (name: string): string | undefined => {
    const values = query.getAll(name)
    if (values.length > 1) throw unreadable()
    return values[0]
  }
  const invType = one('invType')
  const partnerId = canonicalId(one('partnerId') ?? '')
  const msppId = one('msppId') ?? ''
  const dap = one('DAP')?.toLowerCase()
  const indirectCspId = one('indirectCSPId')
  if (invType !== 'ResellerRelationship' && invType !== 'IndirectResellerRelationship') throw unreadable()
  if (partnerId === undefined || !/^\d{1,12}$/.test(msppId) || (dap !== 'true' && dap !== 'false')) throw unreadable()
  const claims = { invType, partnerId, msppId, dap: dap === 'true' } as const
  if (indirectCspId === undefined) return claims
  const provider = canonicalId(indirectCspId)
  if (provider === undefined) throw unreadable()
  return { ...claims, indirectCspId: provider }
}

/** Whether the names in a link say what the row behind its secret says; if not, the link is refused as linkAltered. */
export function claimsAgree(claims: LinkClaims, facts: LinkClaims): boolean {
  return (
    claims.invType === facts.invType &&
    claims.partnerId === facts.partnerId &&
    claims.msppId === facts.msppId &&
    claims.dap === facts.dap &&
    claims.indirectCspId === facts.indirectCspId
  )
}

/** Throws where claimsAgree says no. */
export function requireClaimsAgree(claims: LinkClaims, facts: LinkClaims): void {
  if (!claimsAgree(claims, facts)) {
    throw new DomainError('invitationNotPossible', 'The link was altered: what it says differs from what was asked.', { reason: 'linkAltered' })
  }
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function unreadable(): DomainError {
  return new DomainError('malformed', 'This link is not complete or was not made here.', { reason: 'linkUnreadable' })
}
