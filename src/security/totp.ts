import { Secret, TOTP } from 'otpauth'
import type { Random } from './random.ts'

/** RFC 6238 as every authenticator app understands it. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
const windowSteps = 1

/** 160 bits in base 32, as RFC 4226 recommends. Stored sealed. */
export function newTotpSeed(random: Random): string {
  return new Secret({ buffer: Uint8Array.from(random(20)).buffer }).base32
}

/** What the QR code says: `otpauth://totp/Vinculo:marta%40…?secret=…`. */
export function totpUri(seed: string, { issuer, account }: { issuer: string; account: string }): string {
  // The label is split at its first colon; one in a name would show the wrong issuer.
  const plain = (text: string) => text.replaceAll(':', ' ')
  return new TOTP({ ...shape, secret: Secret.fromBase32(seed), issuer: plain(issuer), label: plain(account) }).toString()
}

/**
 * The time step of a right code, for the caller to store in the same transaction; undefined for a wrong one. The step
 * before and after count too. A code of the last stored step or of an earlier one is a replay and wrong (RFC 6238, 5.2).
 */
export function acceptedTotpStep(
  seed: string,
  typed: string,
  { now, lastStep }: { now: Date; lastStep: number | undefined | null },
): number | undefined {
  const token = typed.replace(/ /g, '')
  if (typed.length > 16 || !/^[0-9]{6}$/.test(token)) return undefined
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(seed) })
  const current = totp.counter({ timestamp: now.getTime() })
  const delta = totp.validate({ token, timestamp: now.getTime(), window: windowSteps })
  if (delta === null) return undefined
  const step = current + delta
  return lastStep != null && step <= lastStep ? undefined : step
}
