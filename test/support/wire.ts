import { beforeAll, expect } from 'vitest'
import { contentHashes } from './content-hash.ts'
import { flawOf } from './problems.ts'
import { rawExchange, type RawAnswer } from './raw-http.ts'
import { type TestServer, testServer } from './server.ts'
import { aCustomer, aPartner, aRelationship, type TestPerson } from './world.ts'

type Bytes = Parameters<typeof rawExchange>[1]
type Codes<Value> = Value | readonly Value[]

/** What stands on the wire before a file's first test; read through the functions below. */
export interface Wire {
  readonly server: TestServer
  readonly admin: TestPerson
  readonly token: string
  readonly before: Record<string, string>
}

const wire: { current?: Wire } = {}

/** The real server with little patience, somebody who may do much, and what all tables hold. */
export function onTheWire(): { current: Wire } {
  beforeAll(async () => {
    const server = await testServer({}, { patience: { request: 900, headers: 600, look: 100 } })
    const [partner, customer] = [await aPartner(), await aCustomer()]
    await aRelationship(partner, customer, { services: ['azure'] })
    const admin = await partner.person('globalAdmin')
    wire.current = { server, admin, token: await server.tokenOf(admin), before: await contentHashes() }
  })
  return wire as { current: Wire }
}

export const head = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`
export const own = ['Host: localhost', 'X-Test: 1']
export const signedIn = () => [...own, `Authorization: Bearer ${wire.current!.token}`]
export const json = 'Content-Type: application/json'

export const send = async (bytes: Bytes, options?: Parameters<typeof rawExchange>[2]) => rawExchange(wire.current!.server.url, bytes, options)

export function expectRefused(answer: RawAnswer | undefined, status: Codes<number>, code: Codes<string>): void {
  expect(answer, 'an answer').toBeDefined()
  const { headers, body } = answer!
  expect(flawOf({ status: answer!.status, body, contentType: headers.get('content-type') ?? null })).toBeUndefined()
  expect([status].flat(), answer!.text).toContain(answer!.status)
  expect([code].flat()).toContain(body.code)
  expectHeaders(answer!)
}

export function expectHeaders({ headers }: RawAnswer): void {
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
}

/** Refused by the parser: nobody knows where the next request begins, so the connection ends. */
export async function expectBroken(bytes: Bytes, status: Codes<number> = 400, code: Codes<string> = 'malformed'): Promise<void> {
  const { answers, wasClosed } = await send(bytes)
  expectRefused(answers[0], status, code)
  expect(wasClosed).toBe(true)
}
