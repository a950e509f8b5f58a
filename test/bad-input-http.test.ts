import { describe, expect, it } from 'vitest'
import { portalRoutes } from '../src/http/routes.ts'
import { flawOf } from './support/problems.ts'
import { expectBroken, expectRefused, head, json, onTheWire, own, send, signedIn } from './support/wire.ts'

/** Part D5 of the catalogue, on the wire: what no client library would send. */
const wire = onTheWire()

describe('a Host header', () => {
  it('must be there [B81]', async () => {
    const { answers } = await send(head(['GET /api/v1/session HTTP/1.1']))
    expectRefused(answers[0], 400, 'malformed')
    expectRefused((await send(head(['GET /api/v1/session HTTP/1.0']))).answers[0], 400, 'malformed')
  })

  it('is one, is ours, and is not replaced by a forwarded one [B82]', async () => {
    for (const lines of [['Host: localhost', 'Host: evil.example'], ['Host: localhost', 'Host: localhost']]) {
      expectRefused((await send(head(['GET /api/v1/session HTTP/1.1', ...lines]))).answers[0], 400, 'malformed')
    }
    for (const host of ['evil.example', 'localhost.evil.example', 'localhost:4000@evil.example', 'localhost:x', '127.0.0.1.evil.example', '']) {
      expectRefused((await send(head(['GET /api/v1/session HTTP/1.1', `Host: ${host}`]))).answers[0], [400, 421], ['malformed', 'hostNotAllowed'])
    }
    const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https', 'Forwarded: host=evil.example']))
    expect(answers[0]!.status).toBe(200)
    expect(answers[0]!.text).not.toContain('evil.example')
  })

  it('does not change what an address means: other forms of it are refused [B82]', async () => {
    for (const target of ['http://evil.example/api/v1/session', 'http://localhost/api/v1/session', '//evil.example/api/v1/session', '*', 'api/v1/session', '/api/v1/session#x', '/api/v1/session\\', '/api/v1/s\u00e9ssion']) {
      const { answers } = await send(head([`GET ${target} HTTP/1.1`, ...own]))
      expectRefused(answers[0], [400, 404], ['malformed', 'notFound'])
    }
    expectRefused((await send(head(['OPTIONS * HTTP/1.1', ...own]))).answers[0], 400, 'malformed')
  })
})

describe('what is too long', () => {
  it('is refused as headers: 20 KB in one, 3,000 of them [B84]', async () => {
    await expectBroken(head(['GET /api/v1/session HTTP/1.1', ...own, `X-Long: ${'x'.repeat(20_000)}`]), 431, 'headersTooLarge')
    await expectBroken(head(['GET /api/v1/session HTTP/1.1', ...own, ...Array.from({ length: 3_000 }, (_, at) => `x-${at}: some value`)]), 431, 'headersTooLarge')
    const { answers } = await send(head(['GET /api/v1/session HTTP/1.1', ...own, ...Array.from({ length: 1_500 }, (_, at) => `a${at}:`)]))
    expectRefused(answers[0], 431, 'headersTooLarge')
  })

  it('is refused as an address: 9 KB, 20 KB [B85] [B11]', async () => {
    for (const length of [9_000, 20_000]) {
      for (const target of [`/api/v1/people/${'a'.repeat(length)}`, `/api/v1/people?cursor=${'a'.repeat(length)}`, `/${'a/'.repeat(length / 2)}`]) {
        const { answers } = await send(head([`GET ${target} HTTP/1.1`, ...signedIn()]))
        expectRefused(answers[0], 414, 'uriTooLong')
      }
    }
  })

  it('is refused as a token or a cookie [B96] [B98]', async () => {
    await expectBroken(head(['GET /api/v1/me HTTP/1.1', ...own, `Authorization: Bearer ${'a'.repeat(100_000)}`]), 431, 'headersTooLarge')
    for (const length of [8_000, 14_000]) {
      const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...own, 'X-Portal: partner', `Cookie: __Host-partner=ses_${'a'.repeat(length)}`]))
      expectRefused(answers[0], 401, 'notSignedIn')
    }
  })

  it('is refused as a body, whether its length is told or not [B76]', async () => {
    const body = JSON.stringify({ displayName: 'x'.repeat(1_048_576) })
    const told = [...signedIn(), json, 'If-Match: "1"', `Content-Length: ${body.length}`]
    expectRefused((await send([head(['PATCH /api/v1/me HTTP/1.1', ...told]), body])).answers[0], 413, 'bodyTooLarge')
    const untold = [...signedIn(), json, 'If-Match: "1"', 'Transfer-Encoding: chunked']
    expectRefused((await send([head(['PATCH /api/v1/me HTTP/1.1', ...untold]), `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`])).answers[0], 413, 'bodyTooLarge')
    const exact = JSON.stringify({ displayName: '' }).length
    const largest = JSON.stringify({ displayName: 'x'.repeat(1_048_576 - exact) })
    const allowed = [...signedIn(), json, 'If-Match: "1"', `Content-Length: ${largest.length}`]
    expectRefused((await send([head(['PATCH /api/v1/me HTTP/1.1', ...allowed]), largest])).answers[0], 422, 'invalidInput')
  })
})

describe('a method', () => {
  it('that is not offered answers 405 with those that are, on every address [B87]', async () => {
    const patterns = portalRoutes.map(({ method, path }) => ({ method, pattern: new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}$`) }))
    const paths = new Set(portalRoutes.map((entry) => `/api/v1${entry.path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')}`))
    for (const path of paths) {
      const offered = new Set<string>(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))
      // One connection for each address: the server answers in turn. The last may be unknown to the reader of messages, which ends it.
      const refused = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'].filter((one) => !offered.has(one))
      const { answers } = await send(refused.map((method) => head([`${method} ${path} HTTP/1.1`, ...signedIn()])).join(''), { answers: refused.length })
      expect(answers, path).toHaveLength(refused.length)
      for (const [place, answer] of answers.entries()) {
        if (refused[place] === 'QUERY' && answer.status === 400) continue
        expectRefused(answer, 405, 'methodNotAllowed')
        expect(answer.headers.get('allow'), path).toBe([...offered].sort().join(', '))
      }
    }
    expectRefused((await send(head(['DELETE /readyz HTTP/1.1', ...own]))).answers[0], 405, 'methodNotAllowed')
  })

  it('on an unknown address is a matter of the address [B87]', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS', 'TRACE']) {
      for (const path of ['/nowhere', '/api', '/api/v1', '/api/v2/me', '/api/v1/me/', '/API/v1/me', '/api/v1/ME', '/api/v1//me', '/.git/config', '/api/v1/people/x/y/z']) {
        expectRefused((await send(head([`${method} ${path} HTTP/1.1`, ...own]))).answers[0], 404, 'notFound')
      }
    }
  })

  it('that is none is refused [B87]', async () => {
    for (const method of ['FOO', 'get', 'GE T', 'G\u00cbT', '']) await expectBroken(head([`${method} /api/v1/session HTTP/1.1`, ...own]))
    const { answers, wasClosed } = await send(head(['CONNECT localhost:5432 HTTP/1.1', 'Host: localhost']))
    expectRefused(answers[0], 405, 'methodNotAllowed')
    expect(wasClosed).toBe(true)
  })

  it('cannot be overridden [B86]', async () => {
    const session = await wire.current.server.ask(wire.current.admin, 'GET', '/me')
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), `${name}: DELETE`]))
      expect(answers[0]!.body).toEqual(session.body)
    }
    expectRefused((await send(head(['GET /api/v1/me?_method=DELETE HTTP/1.1', ...signedIn()]))).answers[0], 400, 'unknownParameter')
  })
})

describe('a message that two readers would cut differently [B88]', () => {
  const post = ['POST /api/v1/sessions HTTP/1.1', ...own, json]
  it.each([
    ['length and chunks at once', head([...post, 'Content-Length: 4', 'Transfer-Encoding: chunked']) + '0\r\n\r\n'],
    ['chunks and length at once', head([...post, 'Transfer-Encoding: chunked', 'Content-Length: 4']) + '0\r\n\r\n'],
    ['two lengths', head([...post, 'Content-Length: 2', 'Content-Length: 5']) + '{}'],
    ['two equal lengths', head([...post, 'Content-Length: 2', 'Content-Length: 2']) + '{}'],
    ['a list of lengths', head([...post, 'Content-Length: 2, 2']) + '{}'],
    ['a signed length', head([...post, 'Content-Length: +2']) + '{}'],
    ['a hexadecimal length', head([...post, 'Content-Length: 0x2']) + '{}'],
    ['an unknown transfer coding', head([...post, 'Transfer-Encoding: xchunked']) + '0\r\n\r\n'],
    ['chunked not last', head([...post, 'Transfer-Encoding: chunked, identity']) + '0\r\n\r\n'],
    ['two transfer codings', head([...post, 'Transfer-Encoding: identity', 'Transfer-Encoding: chunked']) + '0\r\n\r\n'],
    ['a folded header', head(['GET /api/v1/session HTTP/1.1', 'Host: localhost', 'X-Folded: a\r\n b'])],
    ['a space before the colon', head(['GET /api/v1/session HTTP/1.1', 'Host: localhost', 'X-Spaced : a'])],
    ['bare line feeds', 'GET /api/v1/session HTTP/1.1\nHost: localhost\n\n'],
    ['a bare line feed after a value', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\nX-Smuggled: 1\r\n\r\n'],
    ['a carriage return in a value', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-A: a\rb\r\n\r\n'],
    ['NUL in a value', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n'],
    ['NUL in a name', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-A\0: b\r\n\r\n'],
    ['a header without a colon', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-A\r\n\r\n'],
    ['an empty header name', 'GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\n: b\r\n\r\n'],
    ['a chunk size that is none', head([...post, 'Transfer-Encoding: chunked']) + 'zz\r\n{}\r\n0\r\n\r\n'],
    ['a chunk size beyond all numbers', head([...post, 'Transfer-Encoding: chunked']) + 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n'],
  ])('is refused: %s [B88]', async (_name, bytes) => {
    await expectBroken(bytes)
  })
})

describe('another protocol', () => {
  it('is refused and harms nobody: HTTP/0.9, HTTP/2, HTTP/1.2, TLS, noise [B91]', async () => {
    const tls = Buffer.from('16030100c8010000c40303', 'hex')
    for (const bytes of ['GET /\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', Buffer.concat([tls, Buffer.alloc(200, 3)]), Buffer.alloc(500, 255)]) {
      await expectBroken(bytes)
    }
    expect((await wire.current.server.ask(wire.current.admin, 'GET', '/me')).status).toBe(200)
  })

  it('is not changed to by a header [B90]', async () => {
    const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']))
    expect(answers[0]!.status).toBe(200)
    const socket = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']))
    expect(socket.answers[0]!.status).toBe(200)
  })

  it('of expectations is not met; a range of an answer is the whole [B90]', async () => {
    await expectBroken(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), 'Expect: 200-ok']), 417, 'expectationFailed')
    const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), 'Range: bytes=0-3']))
    expect(answers[0]!.status).toBe(200)
    expect(answers[0]!.body.id).toBe(wire.current.admin.id)
  })

  it('of 1998 is answered and hung up on, or kept on request [B91]', async () => {
    const once = await send(head(['GET /livez HTTP/1.0', 'Host: localhost']))
    expect(once.answers[0]!.status).toBe(200)
    expect(once.wasClosed).toBe(true)
    const twice = await send([head(['GET /livez HTTP/1.0', 'Host: localhost', 'Connection: keep-alive']), head(['GET /livez HTTP/1.0', 'Host: localhost'])], { answers: 2 })
    expect(twice.answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('of a thousand requests at once gets a thousand answers in order [B91]', async () => {
    const requests = Array.from({ length: 1_000 }, (_, at) => head([`GET ${at % 2 === 0 ? '/livez' : '/nowhere'} HTTP/1.1`, 'Host: localhost']))
    const { answers } = await send(requests.join(''), { answers: 1_000, patienceMs: 20_000 })
    expect(answers.map(({ status }) => status)).toEqual(requests.map((_, at) => (at % 2 === 0 ? 200 : 404)))
  })
})

describe('a client that is slow', () => {
  it('with its headers is sent away [B92]', async () => {
    await expectBroken(['GET /api/v1/session HTTP/1.1\r\n', 200, 'Host: localhost\r\n', 200, 'X-Slow: 1\r\n', 200, 'X-Slower: 1\r\n', 200, 'X-Slowest: 1\r\n'], 408, 'requestTimeout')
  })

  it('with its body, or that announced more than it sends, is sent away [B92] [B79]', async () => {
    const { answers, wasClosed } = await send(head(['PATCH /api/v1/me HTTP/1.1', ...signedIn(), json, 'Content-Length: 200']) + '{"displayName":')
    expectRefused(answers[0], 408, 'requestTimeout')
    expect(wasClosed).toBe(true)
    const dripping = await send([head(['PATCH /api/v1/me HTTP/1.1', ...signedIn(), json, 'Transfer-Encoding: chunked']), '1\r\n{\r\n', 300, '1\r\n"\r\n', 300, '1\r\na\r\n', 300, '1\r\nb\r\n', 300, '1\r\nc\r\n'])
    expectRefused(dripping.answers[0], 408, 'requestTimeout')
  })

  it('that sends more than it announced is read to the announced length and then hung up on [B79]', async () => {
    const { answers, wasClosed } = await send(head(['POST /api/v1/sessions HTTP/1.1', ...own, json, 'Content-Length: 2']) + '{}{"userPrincipalName":"a"}', { answers: 2 })
    for (const answer of answers) expect(flawOf({ ...answer, contentType: answer.headers.get('content-type') ?? null })).toBeUndefined()
    expect(answers.at(-1)!.status).toBe(400)
    expect(wasClosed).toBe(true)
  })

  it('does not keep others waiting, however many they are [B92]', async () => {
    const slow = Array.from({ length: 200 }, () => send(['POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\n', 250, 'X-A: 1\r\n', 250, 'X-B: 1\r\n']))
    for (let asked = 0; asked < 20; asked++) expect((await wire.current.server.ask(wire.current.admin, 'GET', '/me')).status).toBe(200)
    for (const { answers } of await Promise.all(slow)) expectRefused(answers[0], 408, 'requestTimeout')
  })
})
