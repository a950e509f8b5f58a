import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What came back on the wire, as it came. */
export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  /** the body as JSON; undefined where it is none */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
}

export interface RawExchange {
  readonly answers: readonly RawAnswer[]
  /** whether the server ended the connection by itself, within the patience */
  readonly wasClosed: boolean
}

/**
 * Sends bytes as they are, in one go or in parts with pauses (milliseconds) between them, and reads until the server
 * closes, until as many answers came as wanted, or until the patience is over.
 */
export async function rawExchange(url: string, sent: string | Buffer | readonly (string | Buffer | number)[], { answers = 1, patienceMs = 5_000 } = {}): Promise<RawExchange> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  let received = Buffer.alloc(0)
  let wasClosed = false
  // A server that closes while we still write answers with a reset; what it said before still counts.
  socket.on('error', () => undefined)
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    const finish = () => {
      clearTimeout(timer)
      resolve()
    }
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      if (answersIn(received).length >= answers) finish()
    })
    socket.on('close', () => {
      wasClosed = true
      finish()
    })
  })
  await new Promise<void>((connected) => socket.once('connect', connected))
  for (const part of Array.isArray(sent) ? (sent as readonly (string | Buffer | number)[]) : [sent as string | Buffer]) {
    if (typeof part === 'number') await wait(part)
    else if (!socket.destroyed) socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  }
  await done
  // What closes after its answer closes at once.
  if (!wasClosed) await Promise.race([new Promise<void>((closed) => socket.once('close', () => closed())), wait(30)])
  socket.destroy()
  return { answers: answersIn(received), wasClosed }
}

/** Whole answers only; all of ours carry their length. */
export function answersIn(bytes: Buffer): RawAnswer[] {
  const found: RawAnswer[] = []
  let rest = bytes
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return found
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0)
    const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const))
    const length = Number(headers.get('content-length') ?? 0)
    if (rest.length < end + 4 + length) return found
    const text = rest.subarray(end + 4, end + 4 + length).toString()
    if (status !== 100) found.push({ status, headers, text, body: jsonOf(text) })
    rest = rest.subarray(end + 4 + length)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
