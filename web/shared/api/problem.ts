/** One field that the server refused, as a JSON pointer into the body that was sent. */
export type RefusedField = { pointer: string; rule?: string; detail?: string }

/** A refusal of our API (RFC 9457). Decide by `code`; show `title` and `detail`, which come in the reader's language. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly pointers: readonly RefusedField[]
  readonly traceId: string | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const { type: _type, status: _status, title, detail, code, pointer, pointers, traceId, ...details } = body
    super(typeof title === 'string' ? title : `Status ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = typeof code === 'string' ? code : 'internal'
    this.title = this.message
    this.detail = typeof detail === 'string' ? detail : undefined
    this.pointers = readPointers(pointers ?? pointer)
    this.traceId = typeof traceId === 'string' ? traceId : undefined
    this.details = details
  }
}

/** No answer came: the network or the server is away. Whether the act took effect is not known. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause })
    this.name = 'NetworkFailure'
  }
}

/** Whether the very same thing may work in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true
  return error instanceof ApiProblem && (error.status === 502 || error.status === 503 || error.code === 'idempotencyKeyRunning')
}

/** Whether nobody knows if the act took effect. Repeating it must then carry the same key. */
export function isOutcomeUnknown(error: unknown): boolean {
  return isPassing(error) || (error instanceof ApiProblem && error.status >= 500)
}

export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code
}

function readPointers(value: unknown): RefusedField[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.flatMap((item) => {
    if (typeof item === 'string') return { pointer: item }
    if (item === null || typeof item !== 'object' || !('pointer' in item) || typeof item.pointer !== 'string') return []
    return item as RefusedField
  })
}
