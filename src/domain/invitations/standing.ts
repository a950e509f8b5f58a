import { isDeniedInCloud } from '../clouds/cloud-rules.ts'
import { type CapabilityManifest, type NarrowedRole, narrowedRoles } from '../clouds/manifest.ts'
import { roleAllows } from '../rights.ts'

export interface PartnerStanding {
  readonly partnerId: string
  readonly isSuspended: boolean
  readonly isClosed: boolean
  readonly inDebt: boolean
}

/** The person who made a request, as they stand today; null for partner links, which the account itself makes. */
export interface Asker {
  readonly isActive: boolean
  readonly roles: readonly string[]
}

/** Rule R7: who asked must still be allowed to, or an invitation outlives the right it was made under. */
export function mayStillAsk(asker: Asker | null, partners: readonly PartnerStanding[], manifest: CapabilityManifest): boolean {
  if (manifest.debtBlocksRequests && partners[0]?.inDebt) return false
  if (asker === null) return true
  const action = partners.length > 1 ? 'relationshipRequest.createJoint' : 'relationshipRequest.create'
  return asker.isActive && asker.roles.some((role) => roleAllows([role], action) && !isTaken(role, manifest))
}

function isTaken(role: string, manifest: CapabilityManifest): boolean {
  return (narrowedRoles as readonly string[]).includes(role) && isDeniedInCloud(manifest, role as NarrowedRole, 'requestRelationships')
}
