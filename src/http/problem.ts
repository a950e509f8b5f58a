import type { FastifyReply, FastifyRequest } from 'fastify'
import { ruleOfReason } from '../domain/clouds/rule-of-reason.ts'
import { DomainError, type ErrorCode, errorCodes } from '../domain/errors.ts'
import { errorText } from '../language/error-text.ts'
import type { Language } from '../language/languages.ts'
import { readerLanguage } from './reader-language.ts'

export const problemType = 'application/problem+json; charset=utf-8'

/** Which details of a refusal may leave, by name. Everything else stays inside (rule R15). */
const publicDetails = new Set([
  'reason', 'action', 'current', 'allowedFrom', 'allowedRoles', 'field', 'pointers', 'retryAfterSeconds', 'blockers',
  'agreement', 'verdict', 'heldBy', 'warnings', 'limit', 'next', 'row',
])

/** RFC 9457 with a stable code, in the reader's language. */
export async function sendProblem(request: FastifyRequest, reply: FastifyReply, error: DomainError): Promise<void> {
  const language = readerLanguage(request)
  const retryAfter = error.details.retryAfterSeconds ?? (errorCodes[error.code] === 503 ? 2 : undefined)
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  await reply
    .code(errorCodes[error.code])
    .type(problemType)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(problem(error, language, request.id))
}

/** The document itself, also for what never became a request. */
export function problem(error: DomainError, language: Language, traceId: string): Readonly<Record<string, unknown>> {
  const { title, detail } = errorText(language, error.code, error.details)
  const shown = Object.entries(error.details).filter(([name, value]) => publicDetails.has(name) && value !== undefined)
  const rule = ruleOfReason(String(error.details.reason ?? ''))
  return {
    type: `urn:vinculo:problem:${error.code}`,
    title,
    status: errorCodes[error.code],
    detail,
    code: error.code,
    traceId,
    ...Object.fromEntries(shown),
    ...(rule && { rule }),
  }
}

interface RawFailure {
  readonly code?: string
  readonly statusCode?: number
  readonly validation?: readonly { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[]
  readonly validationContext?: string
}

/** Translates what the framework throws; undefined means a bug, answered bare and logged whole. */
export function refusalFromFramework(error: unknown): DomainError | undefined {
  const failure = error as RawFailure
  if (failure.validation) return fromValidation(failure)
  const byCode = frameworkCodes[failure.code ?? '']
  if (byCode) return new DomainError(byCode, String((error as Error).message))
  if (failure.statusCode && failure.statusCode >= 400 && failure.statusCode < 500) {
    return new DomainError('malformed', String((error as Error).message))
  }
  return undefined
}

const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_ERR_BAD_URL: 'malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'uriTooLong',
}

/** Ids that cannot exist answer like absent ones; unknown query names are syntax, everything else is meaning. */
function fromValidation({ validation = [], validationContext }: RawFailure): DomainError {
  const pointers = validation.map(({ instancePath, keyword, params }) => ({
    pointer: keyword === 'additionalProperties' ? `${instancePath}/${escaped(params.additionalProperty)}` : keyword === 'required' ? `${instancePath}/${escaped(params.missingProperty)}` : instancePath || '/',
    rule: keyword,
  }))
  if (validationContext === 'params') return new DomainError('notFound', 'No such thing.')
  if (validationContext === 'querystring' && validation.some(({ keyword }) => keyword === 'additionalProperties')) {
    return new DomainError('unknownParameter', 'A query parameter is not known.', { pointers })
  }
  return new DomainError('invalidInput', `${validationContext ?? 'input'} does not fit its schema.`, { pointers })
}

/** RFC 6901. */
function escaped(name: unknown): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1')
}
