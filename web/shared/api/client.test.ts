import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient, type Connection } from './client.ts'
import { ApiProblem, NetworkFailure } from './problem.ts'

type Answer = (request: IncomingMessage & { text: string }, response: ServerResponse) => void

let server: Server
let origin: string
let answers: Answer[]
let seen: (IncomingMessage & { text: string })[]

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const whole = Object.assign(request, { text })
      seen.push(whole)
      const answer = answers.shift()
      if (!answer) throw new Error(`unexpected ${request.method} ${request.url}`)
      answer(whole, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  answers = []
  seen = []
})

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => (_, response) => {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers })
  response.end(JSON.stringify(body))
}

const aConnection = (over: Partial<Connection> = {}): Connection & { events: string[] } => {
  const events: string[] = []
  return {
    events,
    origin,
    portal: 'partner',
    language: () => 'es',
    csrfToken: () => 'token-1',
    renewSession: async () => void events.push('renewed'),
    onSignedOut: () => void events.push('signedOut'),
    onStepUp: async () => (events.push('stepUp'), true),
    onReachable: (isReachable) => void events.push(isReachable ? 'reachable' : 'unreachable'),
    ...over,
  }
}

describe('a call', () => {
  it('names the portal and the language, and carries the token on every unsafe method', async () => {
    answers = [json(200, { items: [] }), json(201, { id: '1' })]
    const client = createClient(aConnection())
    await client.get('/customers', { query: { search: 'Año & co', after: undefined, state: 'a' } })
    await client.post('/requests', { body: { kind: 'establish' }, idempotencyKey: 'key-1', ifMatch: '"3"' })

    expect(seen[0]?.url).toBe('/api/v1/customers?search=A%C3%B1o+%26+co&state=a')
    expect(seen[0]?.headers).toMatchObject({ 'x-portal': 'partner', 'accept-language': 'es' })
    expect(seen[0]?.headers['x-csrf-token']).toBeUndefined()
    expect(seen[1]?.headers).toMatchObject({ 'x-csrf-token': 'token-1', 'idempotency-key': 'key-1', 'if-match': '"3"' })
    expect(seen[1]?.text).toBe('{"kind":"establish"}')
  })

  it('without content sends an empty object', async () => {
    answers = [json(200, {}), (_, response) => response.writeHead(204).end()]
    const client = createClient(aConnection())
    await client.post('/x')
    await client.delete('/x')
    expect(seen.map((request) => [request.text, request.headers['content-type']])).toEqual([['{}', 'application/json'], ['', undefined]])
  })

  it('answers an empty body with nothing', async () => {
    answers = [(_, response) => response.writeHead(204).end()]
    expect(await createClient(aConnection()).delete('/session')).toBeUndefined()
  })

  it('gives the version beside the value', async () => {
    answers = [json(200, { id: '1' }, { etag: '"7"' })]
    expect(await createClient(aConnection()).getVersioned('/customers/1')).toEqual({ value: { id: '1' }, etag: '"7"' })
  })
})

describe('a refusal', () => {
  it('carries code, texts, refused fields, trace id and the rest', async () => {
    const body = { type: 'about:blank', title: 'No válido', status: 422, detail: 'Revise', code: 'invalidInput', traceId: 't-1', pointers: [{ pointer: '/email', detail: 'Falta' }, '/name'], limit: 3 }
    answers = [json(422, body)]
    const problem = await createClient(aConnection()).post('/x', { body: {} }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 422, code: 'invalidInput', title: 'No válido', detail: 'Revise', traceId: 't-1', details: { limit: 3 } })
    expect((problem as ApiProblem).pointers).toEqual([{ pointer: '/email', detail: 'Falta' }, { pointer: '/name' }])
  })

  it('without a readable body is still a problem with its status', async () => {
    answers = [(_, response) => response.writeHead(502).end('<html>')]
    await expect(createClient(aConnection()).get('/x')).rejects.toMatchObject({ status: 502, code: 'internal' })
  })

  it('for being signed out leads to the sign-in page', async () => {
    answers = [json(401, { code: 'sessionEnded' }), json(401, { code: 'signInFailed' })]
    const connection = aConnection()
    const client = createClient(connection)
    await expect(client.get('/customers')).rejects.toMatchObject({ code: 'sessionEnded' })
    expect(connection.events).toContain('signedOut')
    connection.events.length = 0
    await expect(client.post('/sessions', { body: {}, whenSignedOut: 'throw' })).rejects.toMatchObject({ code: 'signInFailed' })
    expect(connection.events).not.toContain('signedOut')
  })
})

it('a file comes as it is, whatever its type', async () => {
  answers = [(_, response) => response.writeHead(200, { 'content-type': 'message/rfc822' }).end('Subject: hola')]
  const file = await createClient(aConnection()).file('/requests/1/draft')
  expect([seen[0]?.headers.accept, file.type, await file.text()]).toEqual(['*/*', 'message/rfc822', 'Subject: hola'])
})

it('a session that awaits its second factor leads to the sign-in page', async () => {
  answers = [json(403, { code: 'secondFactorRequired' })]
  const connection = aConnection()
  await expect(createClient(connection).get('/customers')).rejects.toMatchObject({ code: 'secondFactorRequired' })
  expect(connection.events).toContain('signedOut')
})

describe('a step-up', () => {
  it('is asked for once, and the same call with the same key is sent again', async () => {
    answers = [json(403, { code: 'stepUpRequired' }), json(201, { id: 'done' })]
    const connection = aConnection()
    expect(await createClient(connection).post('/x', { body: { a: 1 }, idempotencyKey: 'k' })).toEqual({ id: 'done' })
    expect(connection.events.filter((event) => event === 'stepUp')).toHaveLength(1)
    expect(seen.map((request) => [request.text, request.headers['idempotency-key']])).toEqual([['{"a":1}', 'k'], ['{"a":1}', 'k']])
  })

  it('that is not enough is not asked for again', async () => {
    answers = [json(403, { code: 'stepUpRequired' }), json(403, { code: 'stepUpRequired' })]
    const connection = aConnection()
    await expect(createClient(connection).post('/x')).rejects.toMatchObject({ code: 'stepUpRequired' })
    expect(connection.events.filter((event) => event === 'stepUp')).toHaveLength(1)
  })

  it('that the person turns down sends nothing more', async () => {
    answers = [json(403, { code: 'stepUpRequired' })]
    await expect(createClient(aConnection({ onStepUp: async () => false })).post('/x')).rejects.toMatchObject({ code: 'stepUpRequired' })
    expect(seen).toHaveLength(1)
  })
})

it('a token that another tab has made stale is read anew, once', async () => {
  answers = [json(403, { code: 'csrfFailed' }), json(200, {})]
  let token = 'stale'
  const connection = aConnection({ csrfToken: () => token, renewSession: async () => void (token = 'fresh') })
  await createClient(connection).post('/x')
  expect(seen.map((request) => request.headers['x-csrf-token'])).toEqual(['stale', 'fresh'])
})

it('a server that does not answer is a network failure, and the page is told', async () => {
  answers = [(request) => request.socket.destroy()]
  const connection = aConnection()
  await expect(createClient(connection).get('/x')).rejects.toBeInstanceOf(NetworkFailure)
  expect(connection.events).toContain('unreachable')
})
