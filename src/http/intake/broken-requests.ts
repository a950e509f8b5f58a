import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { DomainError, type ErrorCode, errorCodes } from '../../domain/errors.ts'
import { problem, problemType } from '../problem.ts'
import { longestAddress } from './guard-requests.ts'

export interface BrokenRequestSettings {
  readonly newId: () => string
  readonly headers: Readonly<Record<string, string>>
  /** told of every refusal with the id that it carries */
  readonly onBroken: (traceId: string, code: ErrorCode) => void
}

interface ParserFailure extends Error {
  readonly code?: string
  readonly rawPacket?: Buffer
}

/**
 * What never becomes a request is a problem document too, and the connection ends: nobody knows where a next request
 * would begin (rule R16).
 */
export function clientErrorHandler(settings: BrokenRequestSettings): (error: ParserFailure, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    if (socket.writable && !isAnswering(socket)) socket.write(answer(codeOf(error), settings))
    socket.destroySoon()
  }
}

/** A second answer in the middle of one that has begun would be read as part of it. */
function isAnswering(socket: Socket): boolean {
  return (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent === true
}

/** Expectations that cannot be met and tunnels: node answers the one bare and drops the other. */
export function refuseOddities(server: FastifyInstance, settings: BrokenRequestSettings): void {
  server.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const body = document('expectationFailed', settings)
    response.writeHead(errorCodes.expectationFailed, { ...settings.headers, ...plain, connection: 'close', 'content-length': Buffer.byteLength(body) }).end(body)
  })
  server.server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.end(answer('methodNotAllowed', settings, { allow: '' }))
  })
}

const plain = { 'content-type': problemType, 'content-language': 'en', 'cache-control': 'no-store' }

function codeOf({ code, rawPacket }: ParserFailure): ErrorCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'requestTimeout'
  if (code !== 'HPE_HEADER_OVERFLOW') return 'malformed'
  // The parser counts the address as a header; a long first line is the address.
  const firstLine = rawPacket?.toString('latin1').split('\n', 1)[0] ?? ''
  return firstLine.length > longestAddress && /^[A-Z]+ /.test(firstLine) ? 'uriTooLong' : 'headersTooLarge'
}

function document(code: ErrorCode, { newId, onBroken }: BrokenRequestSettings): string {
  const traceId = newId()
  onBroken(traceId, code)
  return JSON.stringify(problem(new DomainError(code, 'The request could not be read.'), 'en', traceId))
}

function answer(code: ErrorCode, settings: BrokenRequestSettings, more: Readonly<Record<string, string>> = {}): string {
  const body = document(code, settings)
  const headers = { ...settings.headers, ...plain, ...more, connection: 'close', 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${errorCodes[code]} ${STATUS_CODES[errorCodes[code]]}`, ...lines, '', body].join('\r\n')
}
