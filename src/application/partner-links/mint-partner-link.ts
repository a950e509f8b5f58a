import { invitationUrl } from '../../domain/links/invitation-url.ts'
import type { CapabilityManifest } from '../../domain/clouds/manifest.ts'
import { partnerLinkClaims } from '../../domain/relationship-requests/link-claims.ts'
import { open, seal } from '../../security/seal.ts'
import { hashSecret, newSecret } from '../../security/secret.ts'
import { createPartnerLink, currentPartnerLink, type SealedPartnerLink } from '../../store/partner-link-store.ts'
import type { Environment } from '../environment.ts'
import type { Work } from '../use-case.ts'

/**
 * Gives a partner's account its link [S0.18, S2.16], on enrolment and when the former one was ended. Where somebody else gave it
 * one at the same moment, that one counts.
 */
export async function mintPartnerLink({ trx, env, now, newId }: Pick<Work, 'trx' | 'env' | 'now' | 'newId'>, partnerId: string): Promise<SealedPartnerLink> {
  const id = newId()
  const secret = newSecret('partnerLink', env.random)
  await createPartnerLink(trx, { partnerId, id, secret: { hash: hashSecret(secret), sealed: seal(env.keyRing, 'partnerLink', id, secret) }, at: now })
  return (await currentPartnerLink(trx, partnerId))!
}

/** The address that the partner sends around; it points to PUBLIC_URL, whatever host this request came by (decision 22). */
export function partnerLinkUrl(
  env: Environment,
  link: SealedPartnerLink,
  asked: { readonly manifest: CapabilityManifest; readonly kinds: readonly string[] },
): string {
  const secret = open(env.keyRing, 'partnerLink', link.id, link.sealed)
  return invitationUrl(env.publicUrl, secret, partnerLinkClaims({ id: link.partnerId, kinds: asked.kinds }, asked.manifest))
}
