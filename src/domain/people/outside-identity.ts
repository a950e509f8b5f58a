/** RFC 8176: what somebody has, as against what they know or are. */
const possession = new Set(['otp', 'hwk', 'swk', 'pop', 'sc', 'sms', 'tel'])
const knowledgeOrInherence = new Set(['pwd', 'pin', 'kba', 'fpt', 'face', 'iris', 'retina', 'vbm'])

/** Whether a provider's `amr` says that two kinds of factor were asked (decision 10). Silence is one factor. */
export function isMultiFactor(methods: readonly string[]): boolean {
  if (methods.includes('mfa')) return true
  return methods.some((method) => possession.has(method)) && methods.some((method) => knowledgeOrInherence.has(method))
}

/** How long somebody may be away at the provider. */
export const outsideSignInMinutes = 10

export type OutsidePurpose = 'signIn' | 'link' | 'join' | 'stepUp'

/** Clocks of two servers differ a little. */
const clockDifferenceMs = 60_000

/** Whether the provider says that it asked after somebody left for it, and did not take an older sign-in for an answer. */
export function isFreshProof(authenticatedAt: Date | null, leftAt: number): boolean {
  return authenticatedAt !== null && authenticatedAt.getTime() >= leftAt - clockDifferenceMs
}

export interface SignInProvider {
  readonly tenantId: string
  /** exactly as the provider names itself */
  readonly issuer: string
  readonly clientId: string
  readonly isEnabled: boolean
  readonly version: number
}
