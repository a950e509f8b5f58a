/** A public-key credential of one person (WebAuthn level 3); it counts as both factors, because its holder is verified by the device. */
export interface Passkey {
  readonly id: string
  readonly tenantId: string
  readonly personId: string
  /** given by its person, so that they tell one from another */
  readonly name: string
  readonly transports: readonly string[]
  /** whether the provider keeps copies on other devices */
  readonly isSynced: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly version: number
}

export const mostPasskeys = 20

/** How long a page has between asking for a challenge and bringing it back signed. */
export const passkeyChallengeMinutes = 5

export type ChallengePurpose = 'add' | 'signIn' | 'stepUp'

/** RFC 8176: possession of a key was proved, and the device verified its holder. */
export const passkeyMethods = ['pop', 'user', 'mfa'] as const

/** WebAuthn 6.1.1: it grows with every use; an authenticator that counts nothing says 0 for ever. Anything else may be a copy. */
export function counterHolds(stored: number, shown: number): boolean {
  return shown > stored || (shown === 0 && stored === 0)
}
