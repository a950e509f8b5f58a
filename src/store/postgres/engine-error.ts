/** Why the engine refuses to start. Codes are stable; the message is a sentence that says what to do. */
export type EngineErrorCode =
  | 'folderInUse'
  | 'folderUnreachable'
  | 'platformUnsupported'
  | 'binariesUnusable'
  | 'accountUnusable'
  | 'didNotStart'
  | 'folderMismatch'
  | 'passwordsLost'
  | 'serverUnreachable'
  | 'serverTooOld'
  | 'serverUnsafe'
  | 'rolesMissing'
  | 'rolesTooPowerful'
  | 'schemaChanged'
  | 'schemaNewer'
  | 'schemaOutOfOrder'
  | 'schemaBusy'

export class EngineError extends Error {
  readonly code: EngineErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: EngineErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'EngineError'
    this.code = code
    this.details = details
  }
}

/** The code of a system or PostgreSQL error (`ENOENT`, `57P03`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}
