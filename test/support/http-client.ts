import { Agent, request } from 'node:http'

export interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface Received {
  readonly status: number
  readonly text: string
  readonly isJson: boolean
  /** made when somebody reads them */
  readonly headers: Headers
}

/**
 * HTTP over connections that stay open, for tests that ask by the ten thousand: the platform's own client, in the same
 * process as the server, would cost half as much as what it asks.
 */
export function httpClient(origin: string) {
  const agent = new Agent({ keepAlive: true })
  return {
    send: (address: string, sent: Sent): Promise<Received> =>
      new Promise((resolve, reject) => {
        const { hostname, port, pathname, search } = new URL(origin + address)
        const asked = request({ agent, hostname, port, path: pathname + search, method: sent.method, headers: { accept: '*/*', ...sent.headers, ...(sent.body !== undefined && { 'content-length': Buffer.byteLength(sent.body) }) } })
        asked.on('error', reject)
        asked.on('response', (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.on('error', reject)
          answer.on('end', () => {
            let headers: Headers | undefined
            resolve({
              status: answer.statusCode!,
              isJson: answer.headers['content-type']?.includes('json') ?? false,
              text: new TextDecoder().decode(Buffer.concat(pieces)),
              get headers() {
                return (headers ??= headersOf(answer.rawHeaders))
              },
            })
          })
        })
        asked.end(sent.body)
      }),
    close: () => agent.destroy(),
  }
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers()
  for (let at = 0; at < raw.length; at += 2) headers.append(raw[at]!, raw[at + 1]!)
  return headers
}
