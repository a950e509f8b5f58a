import { hkdfSync } from 'node:crypto'

/** What a key is used for. Each purpose has a key of its own, so that nothing made for one is accepted for another. */
export type KeyPurpose =
  | 'cursor'
  | 'csrf'
  | 'accessToken'
  | 'totpSeed'
  | 'requestLink'
  | 'partnerLink'
  | 'partnershipLink'
  | 'recoveryCode'
  | 'mailCode'
  | 'webhookSecret'
  | 'rememberedAnswer'
  | 'databaseRoles'
  | 'mailSecret'
  | 'backup'
  | 'providerSecret'
  | 'outsideSignIn'
  | 'unsubscribe'
  | 'mailAddresses'
  | 'connectorSecret'
  | 'issuedPassword'

/**
 * The keys of one installation, named by id; the first is the current one, the others only open what they once made.
 * The bytes live in a private map, so that no log, error or JSON answer can print them (rule R31).
 */
export interface KeyRing {
  readonly currentId: string
  readonly ids: readonly string[]
}

export interface Key {
  /** Eight lower-case hex digits. */
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Buffer
}

const material = new WeakMap<KeyRing, ReadonlyMap<string, Buffer>>()
/** What was derived from them, by purpose, id and size: as many as there are purposes and keys. */
const derived = new WeakMap<KeyRing, Map<string, Buffer>>()

/** Throws a plain Error, without any key in it, when the keys cannot make a ring. */
export function keyRingOf(keys: readonly Key[]): KeyRing {
  const first = keys[0]
  if (!first) throw new Error('A key ring needs at least one key.')
  for (const { id, bytes } of keys) {
    if (!/^[0-9a-f]{8}$/.test(id) || bytes.length !== 32) throw new Error('A key has eight hex digits as id and 32 bytes.')
  }
  const byId = new Map(keys.map(({ id, bytes }) => [id, Buffer.from(bytes)]))
  if (byId.size !== keys.length) throw new Error('Two keys have the same id.')
  const keyRing = Object.freeze({ currentId: first.id, ids: Object.freeze(keys.map(({ id }) => id)) })
  material.set(keyRing, byId)
  derived.set(keyRing, new Map())
  return keyRing
}

/** HKDF-SHA256; the same buffer for the same question, not to be written to. Undefined when the ring has no key of that id. */
export function deriveKey(
  keyRing: KeyRing,
  purpose: KeyPurpose,
  keyId: string = keyRing.currentId,
  byteCount = 32,
): Buffer | undefined {
  const bytes = material.get(keyRing)?.get(keyId)
  if (!bytes) return undefined
  const known = derived.get(keyRing)!
  const name = `${purpose} ${keyId} ${byteCount}`
  let key = known.get(name)
  if (!key) known.set(name, (key = Buffer.from(hkdfSync('sha256', bytes, 'vinculo/1', purpose, byteCount))))
  return key
}
