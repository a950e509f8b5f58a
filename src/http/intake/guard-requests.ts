import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../domain/errors.ts'
import type { OfferedMethods } from './offered-methods.ts'
import { formType, largestForm, readForm } from './read-form.ts'
import { readCsvUpload } from './read-csv.ts'
import { readJson } from './read-json.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the entry reads a form and looks at no cookie (route.ts) */
    readsForm?: boolean
    /** proved by a signature over the body, not by cookie or token */
    isSigned?: boolean
  }
}

export interface GuardSettings {
  readonly allowedHosts: readonly string[]
  readonly offered: OfferedMethods
  /** told of a method that somebody tried to smuggle past the router */
  readonly onOverride: (traceId: string) => void
}

/** Refuses, before anything is parsed, what no honest client sends (rule R16). Applies to every route of the server. */
export function guardRequests(server: FastifyInstance, settings: GuardSettings): void {
  server.addHook('onRequest', async (request, reply) => {
    refuseHeaders(request, reply)
    refuseHost(request, settings.allowedHosts)
    refuseAddress(request)
    if (request.is404) refuseMethod(request, reply, settings.offered)
    refuseMediaType(request)
    refusePrecondition(request)
    if (overrides.some((name) => name in request.headers)) settings.onOverride(request.id)
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    request.bodySha256 = createHash('sha256').update(body).digest()
    return readJson(body)
  })
  // No entry but the one that declares it gets this far with a form.
  server.addContentTypeParser(formType, { parseAs: 'buffer', bodyLimit: largestForm }, async (request: FastifyRequest, body: Buffer) => {
    request.bodySha256 = createHash('sha256').update(body).digest()
    return readForm(body)
  })
  server.addContentTypeParser('text/csv', readCsvUpload)
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override']
const bodyless = new Set(['GET', 'HEAD', 'DELETE'])
const mostHeaders = 100
/** Characters of path and query. */
export const longestAddress = 8_192

/** Every value that came under a name: node keeps only the first of some headers, and which one counts must not be a guess. */
export function headerValues(request: FastifyRequest, name: string): string[] {
  return request.raw.rawHeaders.filter((_, index, all) => index % 2 === 1 && all[index - 1]!.toLowerCase() === name)
}

function refuseHeaders(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.rawHeaders.length > 2 * mostHeaders) throw new DomainError('headersTooLarge', 'Too many headers.')
  for (const name of ['content-type', 'if-match', 'idempotency-key', 'x-csrf-token', 'x-portal', 'origin']) {
    if (headerValues(request, name).length > 1) throw new DomainError('malformed', `${name} stands twice.`)
  }
  // The parser lets `identity, chunked` pass; a proxy in front may cut such a message elsewhere.
  if (!headerValues(request, 'transfer-encoding').every((coding, at) => at === 0 && coding.toLowerCase() === 'chunked')) {
    reply.header('connection', 'close')
    throw new DomainError('malformed', 'The only transfer coding is chunked.')
  }
}

/** The Host as it came, and as a trusted proxy forwards it: both must be ours. */
function refuseHost(request: FastifyRequest, allowed: readonly string[]): void {
  const hosts = headerValues(request, 'host')
  if (hosts.length !== 1) throw new DomainError('malformed', 'A request has exactly one Host.')
  for (const host of [hosts[0]!.toLowerCase(), request.host.toLowerCase()]) {
    if (!loopback.test(host) && !allowed.includes(host)) throw new DomainError('hostNotAllowed', 'This host name is not ours.')
  }
}

function refuseAddress(request: FastifyRequest): void {
  const url = request.raw.url ?? ''
  if (!url.startsWith('/') || url.startsWith('//')) throw new DomainError('malformed', 'Only origin-form addresses are answered.')
  if (url.length > longestAddress) throw new DomainError('uriTooLong', 'The address is too long.')
  if (!/^[\x21\x22\x24-\x7e]*$/.test(url) || /%(?![0-9a-f]{2})|%00/i.test(url)) throw new DomainError('malformed', 'The address is not spelled as one.')
  const mark = url.indexOf('?')
  if (mark >= 0) refuseQuery(url.slice(mark + 1))
}

/** Names are compared as they will be read, so that a second spelling is no second parameter. */
function refuseQuery(query: string): void {
  const pairs = query.split('&')
  if (pairs.length > 100) throw new DomainError('malformed', 'Too many query parameters.')
  const names = pairs.map((pair) => decoded(pair.split('=')[0]!))
  decoded(query)
  if (new Set(names).size !== names.length) throw new DomainError('duplicateParameter', 'A query parameter stands twice.')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new DomainError('malformed', 'The address is not UTF-8.')
  }
}

/** 405 where the address exists and the method is not offered there; an unknown address stays unknown. */
function refuseMethod(request: FastifyRequest, reply: FastifyReply, offered: OfferedMethods): void {
  const methods = offered((request.raw.url ?? '').split('?')[0]!)
  if (methods.length === 0 || methods.includes(request.method)) return
  reply.header('allow', methods.join(', '))
  throw new DomainError('methodNotAllowed', `${request.method} is not offered here.`)
}

/** A body only where one is read. Exact media type, letter case aside; read from the raw header so that parser and rule see the same text (V45). */
function refuseMediaType(request: FastifyRequest): void {
  const { 'content-type': type, 'content-length': length, 'content-encoding': encoding } = request.headers
  const hasBody = length !== undefined ? !/^0+$/.test(length) : 'transfer-encoding' in request.headers
  if (hasBody && bodyless.has(request.method)) throw new DomainError('malformed', `A body means nothing with ${request.method}.`)
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new DomainError('unsupportedMediaType', 'Bodies are not unpacked.')
  if (type === undefined && !hasBody) return
  const wanted = request.routeOptions.config.readsForm ? formType : 'application/json'
  if (request.routeOptions.config.upload && /^text\/csv(; ?charset=utf-8)?$/i.test(type ?? '')) return
  if (!new RegExp(`^${wanted}(; ?charset=utf-8)?$`, 'i').test(type ?? '')) {
    throw new DomainError('unsupportedMediaType', `Only ${wanted} in UTF-8 is read.`)
  }
}

/** What is changed or added to is there already, so `*` never holds (RFC 9110 13.1.2). */
function refusePrecondition(request: FastifyRequest): void {
  if (request.headers['if-none-match'] === '*' && request.method !== 'GET' && request.method !== 'HEAD') {
    throw new DomainError('changedMeanwhile', 'If-None-Match: * asks that nothing be there.')
  }
}
