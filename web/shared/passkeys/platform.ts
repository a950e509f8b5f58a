import type { PasskeyAssertion, PasskeyAttestation, PasskeyCreation, PasskeyRequest } from '../../../src/http/portal/passkey-schemas.ts'

/** Why the browser gave no passkey: the person went another way, or this address or device cannot. */
export type PasskeyFailureReason = 'notDone' | 'known' | 'address' | 'unsupported'

export class PasskeyFailure extends Error {
  readonly reason: PasskeyFailureReason

  constructor(reason: PasskeyFailureReason, cause?: unknown) {
    super(`No passkey: ${reason}`, { cause })
    this.name = 'PasskeyFailure'
    this.reason = reason
  }
}

/** Whether this browser can hold and use passkeys at all. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && typeof navigator.credentials?.get === 'function'
}

/** Asks the browser for a new passkey that is found without a name and verifies its holder. Throws PasskeyFailure. */
export async function makePasskey({ challenge, relyingParty, user, algorithms, known }: PasskeyCreation): Promise<PasskeyAttestation> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(challenge),
        rp: relyingParty,
        user: { id: bytesOf(user.id), name: user.name, displayName: user.displayName },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
      },
    }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  return {
    id: textOf(made.rawId),
    clientDataJson: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  }
}

/** Asks the browser to sign with a passkey, its holder verified. Throws PasskeyFailure. */
export async function signWithPasskey({ challenge, relyingPartyId, allowed }: PasskeyRequest): Promise<PasskeyAssertion> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: { challenge: bytesOf(challenge), rpId: relyingPartyId, allowCredentials: allowed.map(described), userVerification: 'required' },
    }),
  )
  const response = used.response as AuthenticatorAssertionResponse
  return {
    id: textOf(used.rawId),
    clientDataJson: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    // An old security key may leave it out; then the passkey is none of ours.
    userHandle: response.userHandle ? textOf(response.userHandle) : 'AA',
  }
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!canUsePasskeys()) throw new PasskeyFailure('unsupported')
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (error) {
    throw new PasskeyFailure(reasonOf(error), error)
  }
  throw new PasskeyFailure('notDone')
}

function reasonOf(error: unknown): PasskeyFailureReason {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return 'known'
  if (name === 'SecurityError') return 'address'
  return name === 'NotSupportedError' || name === 'ConstraintError' ? 'unsupported' : 'notDone'
}

function described({ id, transports }: { id: string; transports: readonly string[] }): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: bytesOf(id), transports: transports as AuthenticatorTransport[] }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

function textOf(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
