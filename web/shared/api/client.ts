import type { Portal } from '../paths.ts'
import { ApiProblem, NetworkFailure } from './problem.ts'

/** What the client must be told by the page around it. */
export type Connection = {
  /** Empty in the browser: the portals and the API share one origin. */
  origin: string
  portal: Portal
  language(): string
  csrfToken(): string | null
  /** Reads the session anew, after another tab has changed it. */
  renewSession(): Promise<void>
  onSignedOut(): void
  /** Asks the person for the password again; false when they decided otherwise. */
  onStepUp(): Promise<boolean>
  onReachable(isReachable: boolean): void
}

/** Empty values are left out; the server refuses a parameter that stands twice. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

export type Call = {
  query?: Query
  body?: unknown
  /** A file in place of a body, as it lies on the disk. */
  file?: { content: Blob; type: 'text/csv' | 'application/json' }
  /** One key per intent, kept for every repetition of it (see useAct). */
  idempotencyKey?: string
  /** The ETag of the version that the person saw. */
  ifMatch?: string
  signal?: AbortSignal
  accept?: string
  /** `throw` where being signed out is an expected answer, as on the sign-in page. */
  whenSignedOut?: 'signIn' | 'throw'
}

/** A value with the ETag to send back as `ifMatch` when it is changed. */
export type Versioned<Value> = { value: Value; etag: string }

export type Client = ReturnType<typeof createClient>

/** The one door of the portals to `/api/v1`. Throws `ApiProblem` and `NetworkFailure`, nothing else. */
export function createClient(connection: Connection) {
  const json = async <Value>(method: string, path: string, call: Call = {}): Promise<Value> => {
    const response = await send(connection, method, path, call)
    return (await bodyOf(response)) as Value
  }

  return {
    get: <Value>(path: string, call?: Call) => json<Value>('GET', path, call),
    post: <Value = void>(path: string, call?: Call) => json<Value>('POST', path, call),
    patch: <Value = void>(path: string, call?: Call) => json<Value>('PATCH', path, call),
    put: <Value = void>(path: string, call?: Call) => json<Value>('PUT', path, call),
    delete: <Value = void>(path: string, call?: Call) => json<Value>('DELETE', path, call),

    async getVersioned<Value>(path: string, call: Call = {}): Promise<Versioned<Value>> {
      const response = await send(connection, 'GET', path, call)
      return { value: (await bodyOf(response)) as Value, etag: response.headers.get('etag') ?? '' }
    },

    /** An answer that is read while it is sent; a broken one fails while it is read. */
    async stream(path: string, call: Call & { method?: 'GET' | 'POST' } = {}): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
      const response = await send(connection, call.method ?? 'GET', path, { accept: '*/*', ...call })
      if (!response.body) throw new ApiProblem(502, { code: 'unreadable', title: 'Answer not readable' })
      return response.body
    },

    /** A file, for `saveFile`; a plain link could not say which portal asks. */
    async file(path: string, call: Call & { method?: 'GET' | 'POST' } = {}): Promise<Blob> {
      const response = await send(connection, call.method ?? 'GET', path, { accept: '*/*', ...call })
      return response.blob()
    },
  }
}

async function send(connection: Connection, method: string, path: string, call: Call): Promise<Response> {
  const attempt = () => request(connection, method, path, call)
  const response = await attempt()
  if (response.ok) return response

  const problem = await problemOf(response)
  if (problem.code === 'csrfFailed') {
    await connection.renewSession()
    return answerOf(await attempt())
  }
  if (problem.code === 'stepUpRequired' && (await connection.onStepUp())) {
    return answerOf(await attempt())
  }
  // A session that still awaits its second factor is not yet one.
  const isSignedOut = problem.status === 401 || problem.code === 'secondFactorRequired'
  if (isSignedOut && call.whenSignedOut !== 'throw') connection.onSignedOut()
  throw problem
}

async function request(connection: Connection, method: string, path: string, call: Call): Promise<Response> {
  const headers = new Headers({
    Accept: call.accept ?? 'application/json, application/problem+json',
    'Accept-Language': connection.language(),
    'X-Portal': connection.portal,
  })
  // Acts without content still send an object: the API reads JSON only.
  const takesBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
  if (takesBody) headers.set('Content-Type', call.file?.type ?? 'application/json')
  if (call.idempotencyKey) headers.set('Idempotency-Key', call.idempotencyKey)
  if (call.ifMatch) headers.set('If-Match', call.ifMatch)
  const csrfToken = method === 'GET' ? null : connection.csrfToken()
  if (csrfToken) headers.set('X-CSRF-Token', csrfToken)

  try {
    const response = await fetch(`${connection.origin}/api/v1${path}${searchOf(call.query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      redirect: 'error',
      body: call.file?.content ?? (takesBody ? JSON.stringify(call.body ?? {}) : null),
      signal: call.signal ?? null,
    })
    connection.onReachable(true)
    return response
  } catch (error) {
    if (call.signal?.aborted) throw error
    connection.onReachable(false)
    throw new NetworkFailure(error)
  }
}

async function answerOf(response: Response): Promise<Response> {
  if (response.ok) return response
  throw await problemOf(response)
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null)
  return new ApiProblem(response.status, body !== null && typeof body === 'object' ? { ...body } : {})
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem(502, { code: 'unreadable', title: 'Answer not readable' })
  }
}

function searchOf(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    search.append(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}
