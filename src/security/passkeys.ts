/** Two hundred files with all it brings: only who uses a passkey waits for them. */
const webAuthn = () => import('@simplewebauthn/server')

/** ES256, EdDSA and RS256, in the order in which we like them (COSE algorithm numbers). */
export const passkeyAlgorithms = [-7, -8, -257] as const

/** What a browser brings back for a new passkey; base64url everywhere. */
export interface PasskeyAttestation {
  readonly id: string
  readonly clientDataJson: string
  readonly attestationObject: string
  readonly transports: readonly string[]
}

/** What a browser brings back for a passkey in use; base64url everywhere. */
export interface PasskeyAssertion {
  readonly id: string
  readonly clientDataJson: string
  readonly authenticatorData: string
  readonly signature: string
  readonly userHandle: string
}

export interface VerifiedPasskey {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly isSynced: boolean
}

/** Where passkeys hold: exactly PUBLIC_URL's origin, and its host as the relying party's id. */
export function relyingParty(publicUrl: string): { readonly origin: string; readonly id: string } {
  const { origin, hostname } = new URL(publicUrl)
  return { origin, id: hostname }
}

/** The challenge that was signed; undefined where the text is not what a browser writes. */
export function challengeIn(clientDataJson: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** The new passkey, if its device verified its holder for this challenge, origin and relying party; else undefined. */
export async function verifyNewPasskey(publicUrl: string, challenge: string, made: PasskeyAttestation): Promise<VerifiedPasskey | undefined> {
  const { origin, id } = relyingParty(publicUrl)
  const { verifyRegistrationResponse } = await webAuthn()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: made.clientDataJson, attestationObject: made.attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    })
    if (!verified) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return { credentialId: Buffer.from(credential.id, 'base64url'), publicKey: Buffer.from(credential.publicKey), counter: credential.counter, isSynced: credentialBackedUp }
  } catch {
    return undefined
  }
}

/** The counter the device shows, if its signature, challenge, origin, relying party and verified holder are right; else undefined. The counter is for the caller to judge. */
export async function verifyPasskey(
  publicUrl: string,
  challenge: string,
  { used, publicKey }: { readonly used: PasskeyAssertion; readonly publicKey: Buffer },
): Promise<{ readonly counter: number } | undefined> {
  const { origin, id } = relyingParty(publicUrl)
  const { verifyAuthenticationResponse } = await webAuthn()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: used.id,
        rawId: used.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: used.clientDataJson, authenticatorData: used.authenticatorData, signature: used.signature, userHandle: used.userHandle },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: { id: used.id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    })
    return verified ? { counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}

/** The user handle of a person: the 16 bytes of their id, which says nothing about them (WebAuthn 14.6.1). */
export function userHandleOf(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')
}

/** The id behind a user handle; undefined for what is none of ours. */
export function personOfUserHandle(handle: string): string | undefined {
  const hex = Buffer.from(handle, 'base64url').toString('hex')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined
}
