import type { CapabilityManifest } from '../clouds/manifest.ts'
import { isOnlyIndirectReseller } from '../relationship-requests/link-claims.ts'

/** Why a partner of that kind creates no customers in this cloud; undefined where it may (E.1, S1.L1.10). */
export function creationBlocked(partnerKinds: readonly string[], manifest: CapabilityManifest): 'cloudClosedToCreating' | 'resellerCannotCreate' | undefined {
  if (manifest.closedToCreatingTenants) return 'cloudClosedToCreating'
  return isOnlyIndirectReseller(partnerKinds) ? 'resellerCannotCreate' : undefined
}
