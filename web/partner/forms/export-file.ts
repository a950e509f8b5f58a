/** What came of a file until now. */
export type ExportProgress = (rows: number) => void

const lineEnd = 10
const quote = 34
/** Pieces are handed to the browser in lumps of so many bytes: it may keep a Blob on disk, an array it may not. */
const lump = 4_000_000

/**
 * Reads a CSV file as it arrives and counts its rows, the head row not among them. Fails where the answer breaks off, so
 * that a part is never taken for the whole.
 */
export async function readCsvFile(stream: ReadableStream<Uint8Array<ArrayBuffer>>, onRows: ExportProgress): Promise<{ file: Blob; rows: number }> {
  const reader = stream.getReader()
  const count = rowCounter()
  let file = new Blob([], { type: 'text/csv;charset=utf-8' })
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let rows = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    size += next.value.byteLength
    rows = count(next.value)
    onRows(rows)
    if (size < lump) continue
    file = new Blob([file, ...pieces], { type: file.type })
    pieces = []
    size = 0
  }
  return { file: new Blob([file, ...pieces], { type: file.type }), rows }
}

/** A line end inside quotes ends no row. */
function rowCounter(): (piece: Uint8Array) => number {
  let ends = 0
  let isQuoted = false
  return (piece) => {
    for (const byte of piece) {
      if (byte === quote) isQuoted = !isQuoted
      else if (byte === lineEnd && !isQuoted) ends++
    }
    return Math.max(0, ends - 1)
  }
}
