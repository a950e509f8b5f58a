import { privilegesAsked } from '../clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { LinkClaims } from '../links/invitation-url.ts'
import { jointSides, type RelationshipRequest } from './relationship-request.ts'

/**
 * What the names in a request's link must say (D.1, URL shapes): the reseller's programme id only in a joint request, else 0.
 * Written into the link and compared with the row when it is opened, by this one function.
 */
export function requestLinkClaims(
  request: Pick<RelationshipRequest, 'partnerId' | 'secondPartnerId' | 'isAskedByProvider' | 'services'>,
  programmeId: string,
): LinkClaims {
  const { partnerId, services } = request
  const dap = services.length > 0
  const joint = jointSides(request)
  return joint === null
    ? { invType: 'ResellerRelationship', partnerId, msppId: '0', dap }
    : { invType: 'IndirectResellerRelationship', partnerId: joint.resellerId, msppId: programmeId, indirectCspId: joint.providerId, dap }
}

export function partnerLinkClaims(partner: { readonly id: string; readonly kinds: readonly string[] }, manifest: CapabilityManifest): LinkClaims {
  return { invType: 'ResellerRelationship', partnerId: partner.id, msppId: '0', dap: partnerLinkServices(manifest, partner.kinds).length > 0 }
}

/**
 * The services on which somebody who accepts through a partner link is asked for privileges. The link carries no choice of
 * its own (rule R1), so it asks as the cloud's untouched box would [S0.12, S1.24, S2.6].
 */
export function partnerLinkServices(manifest: CapabilityManifest, partnerKinds: readonly string[]): readonly string[] {
  return privilegesAsked(manifest, { asIndirectReseller: isOnlyIndirectReseller(partnerKinds) }) ? manifest.services.map(({ id }) => id) : []
}

/** A partner whose only kind is indirect reseller; one that also bills directly or provides asks as that. */
export function isOnlyIndirectReseller(partnerKinds: readonly string[]): boolean {
  return partnerKinds.length > 0 && partnerKinds.every((kind) => kind === 'indirectReseller')
}
