import { Readable } from 'node:stream'

/** What a long answer is made of. */
export interface Pieces {
  readonly pieces: AsyncIterable<string>
  /** throws where the answer may not go on */
  check(): Promise<void>
}

/** Milliseconds between two looks at the right of a reader, also of one that takes nothing (rule R10 wants five seconds at most). */
const lookEvery = 2_000

/**
 * A long answer as a stream. The next piece is made when the one before was taken. Where the right to it ends, the stream
 * fails, and with it the connection: an answer that was cut short has no end, so nobody takes it for whole.
 */
export function brokenOffWhenOver({ pieces, check }: Pieces): Readable {
  const stream = Readable.from(pieces, { objectMode: false, highWaterMark: 65_536 })
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    check()
      .catch((refusal: Error) => stream.destroy(refusal))
      .finally(() => (isLooking = false))
  }, lookEvery)
  stream.once('close', () => clearInterval(timer))
  return stream
}
