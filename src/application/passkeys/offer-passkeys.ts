import { relyingParty } from '../../security/passkeys.ts'
import { credentialIdsOf } from '../../store/passkey-store.ts'
import type { UseCase } from '../use-case.ts'
import type { KnownCredential } from './begin-passkey.ts'
import { type ChallengeBinding, issueChallenge } from './challenges.ts'

/** What a browser needs to use a passkey (WebAuthn 5.5); bytes as base64url. */
export interface PasskeyRequest {
  readonly challenge: string
  readonly relyingPartyId: string
  /** empty at the door: the browser finds the passkey by itself, and the answer is the same for everybody */
  readonly allowed: readonly KnownCredential[]
}

export interface OfferInput {
  readonly binding: ChallengeBinding
  readonly challenge?: string
}

/** At the sign-in door. It asks for no name, so it tells nothing about anybody. */
export const offerPasskeySignIn: UseCase<OfferInput, PasskeyRequest> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, challenge: await issueChallenge(env, 'signIn', input.binding) }
  },

  async run({ env }, { challenge }) {
    return { challenge: challenge!, relyingPartyId: relyingParty(env.publicUrl).id, allowed: [] }
  },
}

/** For proving again who is signed in: one of their own. */
export const offerPasskeyStepUp: UseCase<OfferInput, PasskeyRequest> = {
  action: 'self.read',

  async prepare(env, _actor, input) {
    return { ...input, challenge: await issueChallenge(env, 'stepUp', input.binding) }
  },

  async run({ trx, env, person }, { challenge }) {
    const own = await credentialIdsOf(trx, { id: person.personId, tenantId: person.tenantId })
    const allowed = own.map(({ credentialId, transports }) => ({ id: credentialId.toString('base64url'), transports }))
    return { challenge: challenge!, relyingPartyId: relyingParty(env.publicUrl).id, allowed }
  },
}
