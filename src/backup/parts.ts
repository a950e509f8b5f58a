import { createHash } from 'node:crypto'
import type { Head, PartHead, PartSeal } from './manifest.ts'

type Bytes = AsyncIterable<Buffer>

/** A part: the length of its head (4 bytes), the head as JSON, then pieces with their length before them; a length of 0 ends it. */
export async function* writePart(head: Head, data: Bytes | undefined, seal?: (sealed: PartSeal) => void): Bytes {
  const text = Buffer.from(JSON.stringify(head))
  yield Buffer.concat([lengthOf(text.length), text])
  if (data) {
    const sum = summing()
    for await (const piece of data) {
      if (piece.length === 0) continue
      sum.add(piece)
      yield lengthOf(piece.length)
      yield piece
    }
    seal?.({ ...(head as PartHead), ...sum.end() })
  }
  yield lengthOf(0)
}

export interface ReadPart {
  readonly head: Head
  /** has to be read to its end before the next part is asked for */
  readonly data: Bytes
}

const longestHead = 16 * 1024 * 1024
const longestPiece = 64 * 1024 * 1024

/** Throws PartsBroken where the stream does not end with a whole part. */
export async function* readParts(source: Bytes): AsyncIterable<ReadPart> {
  const bytes = byteReader(source)
  for (;;) {
    const length = await bytes.length()
    if (length === undefined) return
    if (length > longestHead) throw new PartsBroken()
    const head = JSON.parse((await bytes.exactly(length)).toString('utf8')) as Head
    let isRead = false
    yield {
      head,
      data: (async function* () {
        for (;;) {
          const piece = await bytes.length()
          if (piece === undefined || piece > longestPiece) throw new PartsBroken()
          if (piece === 0) break
          yield await bytes.exactly(piece)
        }
        isRead = true
      })(),
    }
    if (!isRead) throw new Error('a part has to be read before the next')
  }
}

/** What was opened is no row of whole parts: made by a program with a fault, for the seal was good. */
export class PartsBroken extends Error {}

/** Rows (one a line), bytes and hash of what passes. */
export function summing(): { add(piece: Buffer): void; end(): Pick<PartSeal, 'rows' | 'bytes' | 'sha256'> } {
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  return {
    add(piece) {
      hash.update(piece)
      bytes += piece.length
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++
    },
    end: () => ({ rows, bytes, sha256: hash.digest('hex') }),
  }
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}

function byteReader(source: Bytes) {
  const iterator = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async (count: number): Promise<boolean> => {
    const parts = [held]
    let size = held.length
    while (size < count) {
      const { value, done } = await iterator.next()
      if (done) break
      parts.push(value)
      size += value.length
    }
    held = parts.length === 1 ? held : Buffer.concat(parts, size)
    return size >= count
  }
  const exactly = async (count: number): Promise<Buffer> => {
    if (!(await fill(count))) throw new PartsBroken()
    const taken = held.subarray(0, count)
    held = held.subarray(count)
    return taken
  }
  return {
    exactly,
    /** undefined at the very end */
    async length(): Promise<number | undefined> {
      if (!(await fill(1))) return undefined
      return (await exactly(4)).readUInt32BE()
    },
  }
}
