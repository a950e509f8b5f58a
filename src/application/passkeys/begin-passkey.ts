import { product } from '../../product.ts'
import { passkeyAlgorithms, relyingParty, userHandleOf } from '../../security/passkeys.ts'
import { credentialIdsOf } from '../../store/passkey-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ChallengeBinding, issueChallenge } from './challenges.ts'

export interface KnownCredential {
  readonly id: string
  readonly transports: readonly string[]
}

/** What a browser needs to make a passkey (WebAuthn 5.4); bytes as base64url. */
export interface PasskeyCreation {
  readonly challenge: string
  readonly relyingParty: { readonly id: string; readonly name: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly algorithms: readonly number[]
  /** the person's own, so that one device does not hold two */
  readonly known: readonly KnownCredential[]
}

export interface BeginPasskeyInput {
  readonly binding: ChallengeBinding
  readonly challenge?: string
}

export const beginPasskey: UseCase<BeginPasskeyInput, PasskeyCreation> = {
  action: 'self.secure',

  async prepare(env, _actor, input) {
    return { ...input, challenge: await issueChallenge(env, 'add', input.binding) }
  },

  async run({ trx, env, person }, { challenge }) {
    const { personId, tenantId, userPrincipalName, displayName } = person
    const known = await credentialIdsOf(trx, { id: personId, tenantId })
    return {
      challenge: challenge!,
      relyingParty: { id: relyingParty(env.publicUrl).id, name: product.name },
      user: { id: userHandleOf(personId), name: userPrincipalName, displayName },
      algorithms: passkeyAlgorithms,
      known: known.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports })),
    }
  },
}
