import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { deriveKey, type KeyRing } from './key-ring.ts'

/**
 * A stream of any length, sealed with a key that is not in it. Two lines say which key opens it; then come chunks of 64 KiB,
 * each AES-256-GCM with its tag behind it. The nonce of a chunk is its number (11 bytes) and whether it is the last (1 byte),
 * and the two lines are authenticated with every chunk: what was cut off, moved, repeated or altered does not open.
 * The stream's own key is HKDF-SHA256 of the installation's key for backups and 32 random bytes of the second line, so no
 * nonce is ever used twice under one key.
 */
const firstLine = 'vinculo-backup 1\n'
const plainBytes = 64 * 1024
const tagBytes = 16
const sealedBytes = plainBytes + tagBytes
const longestHead = 512

export type StreamProblem = 'notABackup' | 'newerFormat' | 'keyMissing' | 'damaged'

/** The stream does not open here. */
export class StreamBroken extends Error {
  readonly problem: StreamProblem
  /** of the key that would open it */
  readonly keyId: string | undefined

  constructor(problem: StreamProblem, keyId?: string) {
    super(`The sealed stream does not open: ${problem}.`)
    this.name = 'StreamBroken'
    this.problem = problem
    this.keyId = keyId
  }
}

type Bytes = AsyncIterable<Buffer>

/** Seals with the current key of the ring. */
export async function* sealStream(source: Bytes, keyRing: KeyRing): Bytes {
  const salt = randomBytes(32)
  const head = Buffer.from(`${firstLine}${JSON.stringify({ key: keyRing.currentId, salt: salt.toString('base64url') })}\n`)
  const key = streamKey(keyRing, keyRing.currentId, salt)!
  yield head
  let number = 0
  for await (const { bytes, isLast } of inChunks(source, plainBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number++, isLast))
    cipher.setAAD(head)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens what `sealStream` made. Throws StreamBroken, at the latest at the end: only a stream that ends well was whole. */
export async function* openStream(source: Bytes, keyRing: KeyRing): Bytes {
  const rest = source[Symbol.asyncIterator]()
  const { head, keyId, salt, begun } = await readHead(rest)
  const key = streamKey(keyRing, keyId, salt)
  if (!key) throw new StreamBroken('keyMissing', keyId)
  let number = 0
  for await (const { bytes, isLast } of inChunks(continued(begun, rest), sealedBytes)) {
    if (bytes.length < tagBytes) throw new StreamBroken('damaged', keyId)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number++, isLast), { authTagLength: tagBytes })
    decipher.setAAD(head)
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes))
    const plain = decipher.update(bytes.subarray(0, bytes.length - tagBytes))
    try {
      decipher.final()
    } catch {
      throw new StreamBroken('damaged', keyId)
    }
    yield plain
  }
}

function streamKey(keyRing: KeyRing, keyId: string, salt: Buffer): Buffer | undefined {
  const base = deriveKey(keyRing, 'backup', keyId)
  return base && Buffer.from(hkdfSync('sha256', base, salt, 'vinculo backup 1', 32))
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Pieces of exactly this size; the last is shorter, and empty only where everything is. It is known by nothing coming after it. */
async function* inChunks(source: Bytes, size: number): AsyncIterable<{ bytes: Buffer; isLast: boolean }> {
  let parts: Buffer[] = []
  let held = 0
  for await (const part of source) {
    parts.push(part)
    held += part.length
    if (held <= size) continue
    const all = Buffer.concat(parts, held)
    let at = 0
    for (; held - at > size; at += size) yield { bytes: all.subarray(at, at + size), isLast: false }
    parts = [all.subarray(at)]
    held -= at
  }
  yield { bytes: Buffer.concat(parts, held), isLast: true }
}

async function readHead(rest: AsyncIterator<Buffer>): Promise<{ head: Buffer; keyId: string; salt: Buffer; begun: Buffer }> {
  let begun: Buffer = Buffer.alloc(0)
  let end = -1
  while (end < 0 && begun.length <= longestHead) {
    const { value, done } = await rest.next()
    if (done) break
    begun = Buffer.concat([begun, value])
    end = begun.indexOf('\n', firstLine.length)
  }
  const start = begun.toString('latin1', 0, firstLine.length)
  if (start !== firstLine) throw new StreamBroken(/^vinculo-backup \d/.test(start) ? 'newerFormat' : 'notABackup')
  try {
    const { key, salt } = JSON.parse(begun.toString('latin1', firstLine.length, end)) as { key: string; salt: string }
    if (!/^[0-9a-f]{8}$/.test(key)) throw new Error('no key id')
    return { head: begun.subarray(0, end + 1), keyId: key, salt: Buffer.from(salt, 'base64url'), begun: begun.subarray(end + 1) }
  } catch {
    throw new StreamBroken('damaged')
  }
}

async function* continued(begun: Buffer, rest: AsyncIterator<Buffer>): Bytes {
  yield begun
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
