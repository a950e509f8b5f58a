import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { portalRoutes } from '../src/http/routes.ts'
import { contentHashes } from './support/content-hash.ts'
import { requestTo } from './support/route-requests.ts'
import { expectRefused, head, json, onTheWire, own, send, signedIn } from './support/wire.ts'

/** Part D5 of the catalogue: what the headers of a readable request may not say. */
const wire = onTheWire()

describe('a media type', () => {
  const patch = (lines: readonly string[], body = '{"displayName":"Ana"}') =>
    send([head(['PATCH /api/v1/me HTTP/1.1', ...signedIn(), 'If-Match: "99"', ...lines, `Content-Length: ${Buffer.byteLength(body)}`]), body])

  it('must be named [B61]', async () => {
    expectRefused((await patch([])).answers[0], 415, 'unsupportedMediaType')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json-patch+json', 'application/merge-patch+json', 'application/xml', '*/*'])(
    'must be JSON and is not %s [B62] [B80]',
    async (type) => expectRefused((await patch([`Content-Type: ${type}`])).answers[0], 415, 'unsupportedMediaType'),
  )

  it.each(['application/json\ta', 'application/json garbage', 'application/json; charset=latin1', 'application/json;charset=utf-8;x=y', 'application/json,text/plain', ''])(
    'must be spelled exactly and is not “%s” [B63]',
    async (type) => expectRefused((await patch([`Content-Type: ${type}`])).answers[0], 415, 'unsupportedMediaType'),
  )

  it('is named once, in any letter case [B65]', async () => {
    expectRefused((await patch([json, 'Content-Type: text/plain'])).answers[0], 400, 'malformed')
    expectRefused((await patch([json, json])).answers[0], 400, 'malformed')
    expectRefused((await patch(['Content-Type: APPLICATION/JSON; charset=UTF-8'])).answers[0], 412, 'changedMeanwhile')
  })

  it('of packed bytes is none that is unpacked [B76]', async () => {
    for (const coding of ['gzip', 'br', 'deflate, gzip']) expectRefused((await patch([json, `Content-Encoding: ${coding}`])).answers[0], 415, 'unsupportedMediaType')
  })

  it('of the answer is JSON whatever is asked for [B66]', async () => {
    for (const accept of ['text/html', '*/*;q=0', 'garbage', 'application/json;q=nan', ';;;', 'x'.repeat(5_000)]) {
      const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...signedIn(), `Accept: ${accept}`]))
      expect(answers[0]!.status).toBe(200)
      expect(answers[0]!.headers.get('content-type')).toContain('application/json')
    }
  })

  it('with a body where none is read is refused [B62]', async () => {
    for (const method of ['GET', 'DELETE']) {
      const { answers } = await send([head([`${method} /api/v1/${method === 'GET' ? 'me' : 'session'} HTTP/1.1`, ...signedIn(), json, 'Content-Length: 2']), '{}'])
      expectRefused(answers[0], 400, 'malformed')
    }
  })
})

describe('a language', () => {
  it('that is nonsense is English, that is asked for is used [B66]', async () => {
    for (const language of ['xx', ';;q=', 'x'.repeat(4_000), '*', '\u00ff']) {
      const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...own, `Accept-Language: ${language}`]))
      expectRefused(answers[0], 401, 'notSignedIn')
      expect(answers[0]!.headers.get('content-language')).toBe('en')
    }
    const { answers } = await send(head(['GET /api/v1/me HTTP/1.1', ...own, 'Accept-Language: fr, es-MX;q=0.5']))
    expect(answers[0]!.body.title).toBe('Sin sesión iniciada')
  })
})

describe('who asks', () => {
  it('is told by one bearer token and by nothing else [B96]', async () => {
    const ask = async (...lines: string[]) => (await send(head(['GET /api/v1/me HTTP/1.1', ...own, ...lines]))).answers[0]
    expectRefused(await ask(), 401, 'notSignedIn')
    for (const value of ['Bearer', 'Bearer  ', `Bearer ${wire.current.token} x`, `Bearer  ${wire.current.token}`]) expectRefused(await ask(`Authorization: ${value}`), 400, 'malformed')
    expectRefused(await ask(`Authorization: Bearer ${wire.current.token}`, `Authorization: Bearer ${wire.current.token}`), 400, 'malformed')
    for (const value of ['Basic YTpi', 'Digest x', wire.current.token, 'Negotiate', '']) expectRefused(await ask(`Authorization: ${value}`), [400, 401], ['notSignedIn', 'malformed'])
    for (const value of ['a.b.c', `${wire.current.token}x`, wire.current.token.slice(0, -3), 'null', 'undefined', randomUUID()]) expectRefused(await ask(`Authorization: Bearer ${value}`), 401, 'notSignedIn')
    expectRefused((await send(head([`GET /api/v1/me?access_token=${wire.current.token} HTTP/1.1`, ...own]))).answers[0], 400, 'unknownParameter')
  })

  it('is not told by a cookie that stands twice, belongs elsewhere or is broken [B98]', async () => {
    const ask = async (...cookies: string[]) => (await send(head(['GET /api/v1/me HTTP/1.1', ...own, 'X-Portal: partner', ...cookies.map((cookie) => `Cookie: ${cookie}`)]))).answers[0]
    for (const cookies of [['__Host-partner=ses_a; __Host-partner=ses_b'], ['__Host-partner=ses_a', '__Host-partner=ses_b'], ['__Host-customer=ses_a'], ['__Host-partner=%zz'], ['__Host-partner='], ['=;;;=']]) {
      expectRefused(await ask(...cookies), 401, 'notSignedIn')
    }
  })

  it('at which portal is one of three [B98]', async () => {
    for (const portal of ['admin', '', 'partner, customer', '__proto__', 'constructor']) {
      expectRefused((await send(head(['GET /api/v1/session HTTP/1.1', ...own, `X-Portal: ${portal}`]))).answers[0], 400, 'malformed')
    }
  })
})

describe('a condition', () => {
  it('that nothing be there never holds for what is added to or changed [B94]', async () => {
    for (const entry of portalRoutes.filter(({ method }) => method !== 'GET' && method !== 'DELETE')) {
      const { path } = requestTo(entry)
      const { answers } = await send(head([`${entry.method} /api/v1${path} HTTP/1.1`, ...signedIn(), `Idempotency-Key: ${randomUUID()}`, 'If-None-Match: *']))
      expectRefused(answers[0], 412, 'changedMeanwhile')
    }
  })
})

it('nothing of all this left a trace', async () => {
  expect(await contentHashes()).toEqual(wire.current.before)
})
