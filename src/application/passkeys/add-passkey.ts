import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { mostPasskeys, type Passkey } from '../../domain/people/passkey.ts'
import { type PasskeyAttestation, type VerifiedPasskey, verifyNewPasskey } from '../../security/passkeys.ts'
import { insertPasskey, listPasskeysOf } from '../../store/passkey-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { freshRecoveryCodes } from '../people/confirm-authenticator.ts'
import type { UseCase } from '../use-case.ts'
import { type ChallengeBinding, spendChallenge } from './challenges.ts'

export interface AddPasskeyInput {
  readonly binding: ChallengeBinding
  readonly name: string
  readonly made: PasskeyAttestation
  readonly verified?: VerifiedPasskey | undefined
}

export interface AddedPasskey {
  readonly passkey: Passkey
  /** shown once, where this is the person's first second factor; else none */
  readonly recoveryCodes: readonly string[]
}

/** From now on it opens the account alone, and a password alone no longer does. The person is told by mail. */
export const addPasskey: UseCase<AddPasskeyInput, AddedPasskey> = {
  action: 'self.secure',

  async prepare(env, _actor, input) {
    const challenge = await spendChallenge(env, 'add', { binding: input.binding, clientDataJson: input.made.clientDataJson })
    return { ...input, verified: challenge === undefined ? undefined : await verifyNewPasskey(env.publicUrl, challenge, input.made) }
  },

  async run(work, { name, made, verified }) {
    if (!verified) throw new DomainError('invalidInput', 'The passkey was not made for this page, or too late.', { reason: 'passkeyNotVerified' })
    const { tenantId, personId } = work.person
    const person = await lockPersonOf(work.trx, tenantId, personId)
    const before = await listPasskeysOf(work.trx, person)
    if (before.length >= mostPasskeys) throw new DomainError('invalidTransition', 'There are too many passkeys.', { reason: 'tooManyPasskeys' })
    const passkey: Passkey = {
      id: work.newId(),
      tenantId,
      personId,
      name: displayName(name),
      transports: made.transports,
      isSynced: verified.isSynced,
      createdAt: work.env.clock(),
      lastUsedAt: null,
      version: 1,
    }
    await insertPasskey(work.trx, passkey, { ...verified, transports: made.transports })
    const recoveryCodes = person.hasTotp || before.length > 0 ? [] : await freshRecoveryCodes(work, person)
    await work.record(eventOf(person, 'person.passkeyAdded'))
    return { passkey, recoveryCodes }
  },
}
