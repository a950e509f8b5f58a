import { noTenant } from '../domain/ids.ts'
import type { ChallengePurpose } from '../domain/people/passkey.ts'
import type { Database } from './database.ts'

export interface ChallengeKey {
  /** SHA-256 of the challenge; its row is found by nothing else */
  readonly challengeHash: Buffer
  readonly purpose: ChallengePurpose
  readonly bindingHash: Buffer
}

export async function keepChallenge(database: Database, { challengeHash, purpose, bindingHash }: ChallengeKey, expiresAt: Date): Promise<void> {
  await database.transaction(rowOf(challengeHash), (trx) =>
    trx.insertInto('passkey_challenges').values({ challenge_hash: challengeHash, purpose, binding_hash: bindingHash, expires_at: expiresAt }).execute(),
  )
}

/**
 * Uses it up in one statement and keeps that, whatever becomes of the answer that brought it: a challenge that was tried
 * with a wrong signature is gone too. False for one that is unknown, used, run out, of another purpose or of another page.
 */
export async function spendChallenge(database: Database, { challengeHash, purpose, bindingHash }: ChallengeKey, now: Date): Promise<boolean> {
  const { numDeletedRows } = await database.transaction(rowOf(challengeHash), (trx) =>
    trx
      .deleteFrom('passkey_challenges')
      .where('challenge_hash', '=', challengeHash)
      .where('purpose', '=', purpose)
      .where('binding_hash', '=', bindingHash)
      .where('expires_at', '>', now)
      .executeTakeFirst(),
  )
  return numDeletedRows === 1n
}

function rowOf(challengeHash: Buffer) {
  return { tenant: noTenant, scope: 'visitor', secret: challengeHash.toString('hex') } as const
}
