import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { userHandleOf } from '../../src/security/passkeys.ts'
import type { TestPerson } from './world.ts'

/** A real authenticator in software (WebAuthn level 3, `none` attestation, ES256), which does what the test tells it. */
export interface PasskeyDevice {
  readonly id: string
  /** the answer of `navigator.credentials.create`, as our pages send it */
  make(challenge: string, how?: How): Record<string, unknown>
  /** the answer of `navigator.credentials.get` */
  sign(challenge: string, how?: How & { userHandle?: string }): Record<string, unknown>
}

interface How {
  origin?: string
  rpId?: string
  type?: string
  /** user present, user verified */
  flags?: number
  counter?: number
}

const present = 0x01
const verified = 0x04
const attested = 0x40

export function aPasskeyDevice(person: TestPerson, here: { origin: string }): PasskeyDevice {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let counter = 0

  const clientData = (challenge: string, type: string, { origin = here.origin }: How) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = ({ rpId = new URL(here.origin).hostname, flags = present | verified, ...how }: How, extra = 0) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(how.counter ?? ++counter)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags | extra), count])
  }

  return {
    id,
    make(challenge, how = {}) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const authData = Buffer.concat([head(how, attested), Buffer.alloc(16), length, credentialId, coseKey(publicKey.export({ format: 'jwk' }) as { x: string; y: string })])
      const object = Buffer.concat([Buffer.of(0xa3), text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData'), bytes(authData)])
      return { id, clientDataJson: clientData(challenge, how.type ?? 'webauthn.create', how).toString('base64url'), attestationObject: object.toString('base64url'), transports: ['internal'] }
    },
    sign(challenge, how = {}) {
      const client = clientData(challenge, how.type ?? 'webauthn.get', how)
      const authenticatorData = head(how)
      const signature = createSign('sha256').update(Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])).sign(privateKey)
      return {
        id,
        clientDataJson: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: how.userHandle ?? userHandleOf(person.id),
      }
    },
  }
}

/** CBOR (RFC 8949), as much of it as is needed here. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([value.length < 256 ? Buffer.of(0x58, value.length) : Buffer.of(0x59, value.length >> 8, value.length & 255), value])
}

/** COSE_Key of P-256 (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
function coseKey({ x, y }: { x: string; y: string }): Buffer {
  return Buffer.concat([Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), bytes(Buffer.from(x, 'base64url')), Buffer.of(0x22), bytes(Buffer.from(y, 'base64url'))])
}
