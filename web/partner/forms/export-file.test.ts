import { describe, expect, it } from 'vitest'
import { readCsvFile } from './export-file.ts'

function streamOf(pieces: readonly string[], failure?: Error): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = [...pieces]
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift()
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece))
      else if (failure) controller.error(failure)
      else controller.close()
    },
  })
}

describe('a file that arrives piece by piece', () => {
  it('is whole, and its rows are counted as they come', async () => {
    const seen: number[] = []
    const { file, rows } = await readCsvFile(streamOf(['\uFEFFa,b\r\n', '1,"x\r', '\ny"\r\n2,', 'z\r\n']), (count) => void seen.push(count))
    expect(rows).toBe(2)
    expect(seen).toEqual([0, 0, 1, 2])
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe('\uFEFFa,b\r\n1,"x\r\ny"\r\n2,z\r\n')
  })

  it('keeps its bytes in lumps, in their order', async () => {
    const pieces = Array.from({ length: 12 }, (_, at) => `${String(at).repeat(500_000)}\n`)
    const { file } = await readCsvFile(streamOf(pieces), () => undefined)
    expect(await file.text()).toBe(pieces.join(''))
  })

  it('fails where it breaks off', async () => {
    await expect(readCsvFile(streamOf(['a\r\n1\r\n'], new TypeError('network error')), () => undefined)).rejects.toThrow('network error')
  })
})
