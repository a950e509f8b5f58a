import { type Static, Type } from 'typebox'
import { Id, Instant, Maybe, strict } from '../schemas.ts'

/** Bytes as base64url without padding. */
const Bytes = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]+$', description: 'base64url, unpadded.' })

const Transports = Type.Array(Type.String({ minLength: 1, maxLength: 30, pattern: '^[a-z][a-z-]*$' }), { maxItems: 8, description: 'How the browser reaches the authenticator (WebAuthn 5.8.4).' })

export const Passkey = Type.Object({
  id: Id,
  name: Type.String({ description: 'The person’s own note of which device it is.' }),
  isSynced: Type.Boolean({ description: 'Whether its provider keeps copies on other devices.' }),
  createdAt: Instant,
  lastUsedAt: Maybe(Instant),
  version: Type.Integer(),
})
export type Passkey = Static<typeof Passkey>

const Known = Type.Array(Type.Object({ id: Type.String(), transports: Type.Array(Type.String()) }))

export const PasskeyCreation = Type.Object({
  challenge: Type.String({ description: 'base64url; good once, for five minutes.' }),
  relyingParty: Type.Object({ id: Type.String(), name: Type.String() }),
  user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  algorithms: Type.Array(Type.Integer(), { description: 'COSE algorithm numbers.' }),
  known: Known,
})
export type PasskeyCreation = Static<typeof PasskeyCreation>

export const PasskeyRequest = Type.Object({ challenge: Type.String({ description: 'base64url; good once, for five minutes.' }), relyingPartyId: Type.String(), allowed: Known })
export type PasskeyRequest = Static<typeof PasskeyRequest>

/** What `navigator.credentials.create` gave. */
export const PasskeyAttestation = Type.Object({ id: Bytes(1_400), clientDataJson: Bytes(8_000), attestationObject: Bytes(40_000), transports: Transports }, strict)
export type PasskeyAttestation = Static<typeof PasskeyAttestation>

/** What `navigator.credentials.get` gave. */
export const PasskeyAssertion = Type.Object(
  { id: Bytes(1_400), clientDataJson: Bytes(8_000), authenticatorData: Bytes(8_000), signature: Bytes(2_000), userHandle: Bytes(100) },
  strict,
)
export type PasskeyAssertion = Static<typeof PasskeyAssertion>
