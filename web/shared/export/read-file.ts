/** Pieces are handed to the browser in lumps of so many bytes: it may keep a Blob on disk, an array it may not. */
const lump = 4_000_000

export type FileShape = {
  type: string
  /** the last characters (ASCII) of a whole file */
  end: string
}

/** The answer ended before its file did. */
export class FileCutShort extends Error {}

/** Reads a file as it arrives. Fails where it breaks off or lacks its end, so that a part is never taken for the whole. */
export async function readFile(stream: ReadableStream<Uint8Array<ArrayBuffer>>, { type, end }: FileShape, onBytes: (bytes: number) => void): Promise<Blob> {
  const reader = stream.getReader()
  const decoder = new TextDecoder('utf-8')
  let file = new Blob([], { type })
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let [held, all, last] = [0, 0, '']
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    held += next.value.byteLength
    all += next.value.byteLength
    last = (last + decoder.decode(next.value.subarray(-end.length))).slice(-end.length)
    onBytes(all)
    if (held < lump) continue
    file = new Blob([file, ...pieces], { type })
    pieces = []
    held = 0
  }
  if (last !== end) throw new FileCutShort('the file has no end')
  return new Blob([file, ...pieces], { type })
}
