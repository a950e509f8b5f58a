import { invitationUrl } from '../../domain/links/invitation-url.ts'
import { requestLinkClaims } from '../../domain/relationship-requests/link-claims.ts'
import { jointSides, type RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { open, seal } from '../../security/seal.ts'
import { hashSecret, newSecret } from '../../security/secret.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { sealedSecretOf, type StoredSecret } from '../../store/relationship-request-store.ts'
import type { Environment } from '../environment.ts'
import type { Work } from '../use-case.ts'

export interface MintedSecret {
  readonly secret: string
  readonly stored: StoredSecret
}

/** 256 bits of chance; what lies in the database opens nothing without the key file (rules R2, R3). */
export function mintRequestSecret(env: Environment, requestId: string): MintedSecret {
  const secret = newSecret('relationshipRequest', env.random)
  return { secret, stored: { hash: hashSecret(secret), sealed: seal(env.keyRing, 'requestLink', requestId, secret) } }
}

/** The link that goes into the partner's letter; it points to PUBLIC_URL, whatever host this request came by (decision 22). */
export async function requestLink(work: Work, request: RelationshipRequest, secret: string): Promise<string> {
  const claims = requestLinkClaims(request, await programmeIdOf(work, request))
  return invitationUrl(work.env.publicUrl, secret, claims)
}

/** The link of an existing request, shown again. */
export async function storedRequestLink(work: Work, request: RelationshipRequest): Promise<string> {
  const sealed = await sealedSecretOf(work.trx, request.partnerId, request.id)
  return requestLink(work, request, open(work.env.keyRing, 'requestLink', request.id, sealed))
}

/** The reseller's; only a joint link names it. */
async function programmeIdOf(work: Work, request: RelationshipRequest): Promise<string> {
  const joint = jointSides(request)
  if (joint === null) return '0'
  const [partner] = await partnerFacts(work.trx, [joint.resellerId])
  return partner!.programmeId ?? '0'
}
