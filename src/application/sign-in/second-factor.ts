import { DomainError } from '../../domain/errors.ts'
import { acceptedTotpStep } from '../../security/totp.ts'
import { open } from '../../security/seal.ts'
import { recoveryCodeHashes } from '../../security/recovery-codes.ts'
import { type Credentials, spendRecoveryCode, spendTotpStep } from '../../store/credential-store.ts'
import type { Environment } from '../environment.ts'
import type { Work } from '../use-case.ts'

/** How the second factor was given, RFC 8176 `otp`: from the authenticator, or from the printed list. */
export type SecondFactor = 'totp' | 'recoveryCode'

/**
 * Uses the code up, or throws `wrongCode`. By the real clock, like every authenticator. A code that was right a moment
 * ago is wrong now, also for two requests at once.
 */
export async function spendSecondFactor(work: Work, credentials: Credentials, typed: string): Promise<SecondFactor> {
  const person = { id: credentials.personId, tenantId: credentials.tenantId }
  const now = work.env.clock()
  if (credentials.totpSeed && credentials.totpConfirmedAt) {
    const step = acceptedTotpStep(totpSeedOf(work.env, person.id, credentials.totpSeed), typed, { now, lastStep: credentials.totpLastStep })
    if (step !== undefined && (await spendTotpStep(work.trx, person, credentials.totpSeed, step))) return 'totp'
  }
  if (hasSecondFactor(credentials)) {
    const hashes = recoveryCodeHashes(work.env.keyRing, person.id, typed)
    if (await spendRecoveryCode(work.trx, person, hashes, now)) return 'recoveryCode'
  }
  throw new DomainError('wrongCode', 'The code is wrong or was used.', { field: 'code' })
}

/** Whether a password alone no longer opens the account. */
export function hasSecondFactor({ totpConfirmedAt, hasPasskey }: Credentials): boolean {
  return totpConfirmedAt !== null || hasPasskey
}

/** The seed lies sealed under its person: moved to another row it does not open. */
export function totpSeedOf(env: Pick<Environment, 'keyRing'>, personId: string, sealed: Buffer): string {
  return open(env.keyRing, 'totpSeed', personId, sealed)
}
