/** The page on which the customer reads and answers; one path for both kinds of link. */
export const invitationPath = '/admin/partner-invitation'

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

/**
 * The link a partner sends. The secret stands in the fragment, which browsers send to no server:
 * it reaches neither access logs nor the Referer header. origin comes from configuration, without a trailing slash.
 */
export function invitationUrl(origin: string, secret: string, claims: LinkClaims): string {
  const query = new URLSearchParams({ invType: claims.invType, partnerId: claims.partnerId, msppId: claims.msppId })
  if (claims.indirectCspId !== undefined) query.set('indirectCSPId', claims.indirectCspId)
  query.set('DAP', String(claims.dap))
  return `${origin}${invitationPath}?${query}#${secret}`
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
