import { describe, expect, it } from 'vitest'
import { FileCutShort, readFile } from './read-file.ts'

const shape = { type: 'application/json', end: '"isWhole":true}\n' }

function streamOf(...texts: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })
}

describe('a file that is read while it is sent', () => {
  it('is whole where its end came, in however many pieces', async () => {
    const seen: number[] = []
    const file = await readFile(streamOf('{"text":"ñ",', '"isWhole"', ':true', '}\n'), shape, (bytes) => seen.push(bytes))
    expect(await file.text()).toBe('{"text":"ñ","isWhole":true}\n')
    expect(seen.at(-1)).toBe(file.size)
  })

  it('is refused without it', async () => {
    await expect(readFile(streamOf('{"text":"ñ",', '"isWhole":true'), shape, () => undefined)).rejects.toThrow(FileCutShort)
    await expect(readFile(streamOf(), shape, () => undefined)).rejects.toThrow(FileCutShort)
  })
})
