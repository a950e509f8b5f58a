import { createHash } from 'node:crypto'
import { type ChallengePurpose, passkeyChallengeMinutes } from '../../domain/people/passkey.ts'
import { challengeIn } from '../../security/passkeys.ts'
import { keepChallenge, spendChallenge as spend } from '../../store/challenge-store.ts'
import type { Environment } from '../environment.ts'

/** Whose page asks: `session <id>`, `visitor <cookie>` or `person <id>`; a challenge answers nobody else. */
export type ChallengeBinding = string

/** 32 bytes of chance, base64url; good once, for this purpose and this page, for five minutes. */
export async function issueChallenge(env: Environment, purpose: ChallengePurpose, binding: ChallengeBinding): Promise<string> {
  const challenge = env.random(32).toString('base64url')
  const expiresAt = new Date(env.clock().getTime() + passkeyChallengeMinutes * 60_000)
  await keepChallenge(env.database, { challengeHash: hashOf(challenge), purpose, bindingHash: hashOf(binding) }, expiresAt)
  return challenge
}

/** The challenge that the browser signed, used up by asking; undefined where it was not ours, not this page's or not fresh. */
export async function spendChallenge(env: Environment, purpose: ChallengePurpose, from: { readonly binding: ChallengeBinding; readonly clientDataJson: string }): Promise<string | undefined> {
  const challenge = challengeIn(from.clientDataJson)
  if (challenge === undefined) return undefined
  const isOurs = await spend(env.database, { challengeHash: hashOf(challenge), purpose, bindingHash: hashOf(from.binding) }, env.clock())
  return isOurs ? challenge : undefined
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
