import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openStream, sealStream } from './chunk-cipher.ts'
import { keyRingOf } from './key-ring.ts'

const one = { id: '00000001', bytes: randomBytes(32) }
const two = { id: '00000002', bytes: randomBytes(32) }
const ring = keyRingOf([one])

async function* pieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (bytes: Buffer, size = 10_007) => all(sealStream(pieces(bytes, size), ring))
const opened = (bytes: Buffer, keys = ring, size = 9_001) => all(openStream(pieces(bytes, size), keys))
const chunk = 64 * 1024

describe('a sealed stream', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 7])('of %d bytes opens as it was', async (length) => {
    const bytes = randomBytes(length)
    expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true)
  })

  it('opens with a key that has become an old one, and with no other', async () => {
    const stream = await sealed(Buffer.from('text'))
    expect((await opened(stream, keyRingOf([two, one]))).toString()).toBe('text')
    await expect(opened(stream, keyRingOf([two]))).rejects.toMatchObject({ problem: 'keyMissing', keyId: one.id })
    await expect(opened(stream, keyRingOf([{ ...two, id: one.id }]))).rejects.toMatchObject({ problem: 'damaged' })
  })

  it('holds nothing that can be read', async () => {
    const text = Buffer.from('a sentence that repeats '.repeat(9_000))
    expect((await sealed(text)).includes('sentence')).toBe(false)
  })

  it('cut off anywhere is never taken for whole', async () => {
    const stream = await sealed(randomBytes(2 * chunk + 100))
    const head = stream.indexOf('}\n') + 2
    for (const end of [head, head + 10, head + chunk + 16, head + 2 * (chunk + 16), stream.length - 1, stream.length - 100]) {
      await expect(opened(stream.subarray(0, end)), `${end}`).rejects.toMatchObject({ problem: 'damaged' })
    }
  })

  it('with chunks moved, repeated or joined, or one bit turned, does not open', async () => {
    const stream = await sealed(randomBytes(3 * chunk))
    const head = stream.indexOf('}\n') + 2
    const part = (number: number) => stream.subarray(head + number * (chunk + 16), head + (number + 1) * (chunk + 16))
    const front = stream.subarray(0, head)
    const broken = [
      Buffer.concat([front, part(1), part(0), part(2)]),
      Buffer.concat([front, part(0), part(0), part(1), part(2)]),
      Buffer.concat([stream, stream.subarray(head)]),
      ...[30, head + 5, stream.length - 3].map((at) => Buffer.concat([stream.subarray(0, at), Buffer.of(stream[at]! ^ 1), stream.subarray(at + 1)])),
    ]
    for (const one of broken) await expect(opened(one)).rejects.toThrow('does not open')
  })

  it.each([
    ['', 'notABackup'],
    ['PK\u0003\u0004 something else that is long enough', 'notABackup'],
    ['vinculo-backup 2\n{}', 'newerFormat'],
    ['vinculo-backup 1\n{"key":', 'damaged'],
    [`vinculo-backup 1\n${'x'.repeat(5_000)}`, 'damaged'],
  ])('that begins with %j is refused', async (text, problem) => {
    await expect(opened(Buffer.from(text))).rejects.toMatchObject({ problem })
  })
})
