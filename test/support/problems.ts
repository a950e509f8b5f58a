import { expect } from 'vitest'
import { errorCodes, type ErrorCode } from '../../src/domain/errors.ts'

/** What database, runtime and framework say among themselves and to nobody else (rule R15). */
export const innerWords = /(pg_|relation "|syntax error|at .*\.[jt]s:|22P02|FST_ERR|HPE_|node_modules|\bsql\b|SQLSTATE|kysely)/i

interface Refusal {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
  readonly contentType: string | null
}

/** What is wrong with a refusal, in words; undefined when it is as every refusal is. */
export function flawOf({ status, body, contentType }: Refusal): string | undefined {
  if (status < 400 || status > 499) return `status ${status} ${JSON.stringify(body)}`
  if (!contentType?.startsWith('application/problem+json')) return `${status} as ${contentType}`
  const { type, title, detail, code, traceId } = body ?? {}
  if (body?.status !== status) return `status ${String(body?.status)} inside ${status}`
  if (errorCodes[code as ErrorCode] !== status) return `code ${String(code)} with ${status}`
  if (type !== `urn:vinculo:problem:${code}`) return `type ${String(type)}`
  for (const text of [title, detail, traceId]) if (typeof text !== 'string' || text.length === 0) return `a member is missing in ${JSON.stringify(body)}`
  if (innerWords.test(JSON.stringify({ ...body, pointers: null }))) return `inner words in ${JSON.stringify(body)}`
  return undefined
}

export function expectProblem(refusal: Refusal, status: number | readonly number[], code?: ErrorCode | readonly ErrorCode[]): void {
  expect(flawOf(refusal)).toBeUndefined()
  expect([status].flat(), JSON.stringify(refusal.body)).toContain(refusal.status)
  if (code) expect([code].flat()).toContain(refusal.body.code)
}
