import { type ChallengePurpose, counterHolds } from '../../domain/people/passkey.ts'
import { noTenant } from '../../domain/ids.ts'
import { type PasskeyAssertion, personOfUserHandle, verifyPasskey } from '../../security/passkeys.ts'
import { findPerson, type KnownPerson } from '../../store/actor-store.ts'
import { findPasskeyKey, type PasskeyKey, usePasskey } from '../../store/passkey-store.ts'
import type { Environment } from '../environment.ts'
import type { Work } from '../use-case.ts'
import { type ChallengeBinding, spendChallenge } from './challenges.ts'

/** What a signature proved before any transaction; `because` is for the tenant's own log, everybody gets one answer. */
export interface ProvenPasskey {
  readonly person: KnownPerson | undefined
  readonly key: PasskeyKey | undefined
  readonly counter: number | undefined
  readonly because: string
}

/**
 * Tries the signature. The challenge is used up first, so no signature counts twice; an unknown person, an unknown
 * passkey and a wrong signature take the same way.
 */
export async function provePasskey(env: Environment, purpose: ChallengePurpose, input: { readonly binding: ChallengeBinding; readonly used: PasskeyAssertion }): Promise<ProvenPasskey> {
  const { binding, used } = input
  const challenge = await spendChallenge(env, purpose, { binding, clientDataJson: used.clientDataJson })
  const personId = personOfUserHandle(used.userHandle) ?? noTenant
  const person = await findPerson(env.database, personId, { authenticatedBy: [], steppedUpAt: null })
  const tenant = person?.tenantId ?? noTenant
  const key = await env.database.transaction({ tenant, scope: 'tenant' }, (trx) => findPasskeyKey(trx, { id: personId, tenantId: tenant }, Buffer.from(used.id, 'base64url')))
  const verified = challenge !== undefined && key && (await verifyPasskey(env.publicUrl, challenge, { used, publicKey: key.publicKey }))
  const because = challenge === undefined ? 'challengeUnknown' : !key ? 'passkeyUnknown' : !verified ? 'passkeyWrong' : 'passkeyCopied'
  return { person, key, counter: verified ? verified.counter : undefined, because }
}

/** Notes the use within the act it opens; false where the proof does not hold. The person's row must be held. */
export async function spendPasskey({ trx, env }: Work, { person, key, counter }: ProvenPasskey): Promise<boolean> {
  if (!person || !key || counter === undefined || !counterHolds(key.counter, counter)) return false
  return usePasskey(trx, { id: person.personId, tenantId: person.tenantId }, key, { counter, now: env.clock() })
}
