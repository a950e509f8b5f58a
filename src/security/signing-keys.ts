import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { deriveKey, type KeyRing } from './key-ring.ts'

export interface SigningKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly publicJwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
}

/** Order of P-256 (FIPS 186-5, SP 800-186). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * One P-256 key pair for each key of the ring, the current one first. They are derived, not stored: nothing more to keep
 * secret or to lose, and turning the ring turns them too. 384 bits of key material reduced by FIPS 186-5, A.2.1.
 */
export function signingKeys(keyRing: KeyRing): readonly SigningKey[] {
  return keyRing.ids.map((id) => signingKey(deriveKey(keyRing, 'accessToken', id, 48)!))
}

function signingKey(material: Buffer): SigningKey {
  const scalar = (BigInt(`0x${material.toString('hex')}`) % (order - 1n)) + 1n
  const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(d)
  const point = curve.getPublicKey()
  const x = point.toString('base64url', 1, 33)
  const y = point.toString('base64url', 33, 65)
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y } as const
  return {
    kid: createHash('sha256').update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })).digest('base64url'),
    privateKey: createPrivateKey({ key: { ...publicJwk, d: d.toString('base64url') }, format: 'jwk' }),
    publicKey: createPublicKey({ key: publicJwk, format: 'jwk' }),
    publicJwk,
  }
}
