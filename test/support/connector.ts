import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export const connectorSecret = 'a shared secret of a test, long enough'.replaceAll(' ', '-')

export interface ConnectorAnswer {
  readonly status: number
  readonly body?: object | string
}

export interface ArrivedCall {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
  /** whether the signature is that of the shared secret over exactly what came */
  readonly isGenuine: boolean
}

export interface TestConnector {
  readonly url: string
  readonly arrived: ArrivedCall[]
  /** what it answers from now on */
  answer: ConnectorAnswer
  /** answers later, as documented: the signature is made here, not by the product's own functions */
  say(address: string, subscriptionId: string, word: object, changes?: { secret?: string; at?: Date; body?: string }): Promise<{ status: number; body: Record<string, unknown> }>
}

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const sign = (secret: string, signed: string) => `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`

/** A real connector on loopback. */
export async function testConnector(): Promise<TestConnector> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const { 'idempotency-key': id, 'vinculo-timestamp': at, 'vinculo-signature': signature } = request.headers
      self.arrived.push({ headers: request.headers, body: JSON.parse(text), isGenuine: signature === sign(connectorSecret, `${String(id)}.${String(at)}.${hex(text)}`) })
      const { status, body } = self.answer
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof body === 'string' ? body : body && JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise((closed) => server.close(closed)))
  const self: TestConnector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`,
    arrived: [],
    answer: { status: 202 },
    async say(address, subscriptionId, word, { secret = connectorSecret, at = new Date(), body = JSON.stringify(word) } = {}) {
      const timestamp = String(Math.floor(at.getTime() / 1_000))
      const signature = sign(secret, `${subscriptionId}.${timestamp}.${hex(JSON.stringify(word))}`)
      const answer = await fetch(`${address}/api/v1/provisioning-calls/${subscriptionId}/answer`, { method: 'POST', headers: { 'content-type': 'application/json', 'vinculo-timestamp': timestamp, 'vinculo-signature': signature }, body })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
  }
  return self
}
