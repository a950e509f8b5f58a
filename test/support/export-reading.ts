import { type IncomingMessage, request } from 'node:http'
import type { TestServer } from './server.ts'
import type { TestPerson } from './world.ts'

/** An export under way, read as slowly as the test wants. */
export interface ReadingExport {
  readonly response: IncomingMessage
  /** reads to the end; throws where the connection breaks */
  rest(): Promise<string>
  /** goes away, as a person who cancels */
  cancel(): void
}

/** Asks for an export over real HTTP; the body stays where it is until it is read. */
export async function beginExport(server: TestServer, headers: Record<string, string>, body: unknown = {}, path = '/customers/export'): Promise<ReadingExport> {
  const asked = request(`${server.url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } })
  asked.end(JSON.stringify(body))
  const response = await new Promise<IncomingMessage>((answered, failed) => asked.once('response', answered).once('error', failed))
  response.setEncoding('utf8')
  return {
    response,
    async rest() {
      let text = ''
      for await (const piece of response) text += piece
      return text
    },
    cancel: () => void asked.destroy(),
  }
}

export async function asBearer(server: TestServer, who: TestPerson): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await server.tokenOf(who)}` }
}
