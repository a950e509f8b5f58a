import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'

/** Referrals, profiles and the finder are a line of the manifest (E.1); where no source says that a cloud has them, it has none. */
export function requireReferrals({ manifest }: { readonly manifest: CapabilityManifest }): void {
  if (manifest.referralsAndProfiles !== true) throw new DomainError('notAllowed', 'This cloud has no referrals.', { reason: 'referralsNotInCloud' })
}
