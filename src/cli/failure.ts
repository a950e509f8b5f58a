import { ConfigError } from '../config.ts'
import { DomainError } from '../domain/errors.ts'
import { UsageError } from './command.ts'

/** 0 done, 1 refused, 2 typed wrongly, 3 the installation cannot be opened, 70 a bug (as sysexits.h says). */
export type ExitCode = 1 | 2 | 3 | 70

export interface CommandFailure {
  readonly exitCode: ExitCode
  /** stable, for scripts */
  readonly code: string
  /** a sentence, or several lines of them */
  readonly message: string
}

/** What a running server answered instead of an output. */
export class CommandRefused extends Error {
  readonly failure: CommandFailure

  constructor(failure: CommandFailure) {
    super(failure.message)
    this.failure = failure
  }
}

export function failureOf(error: unknown): CommandFailure {
  if (error instanceof CommandRefused) return error.failure
  if (error instanceof DomainError) return { exitCode: 1, code: reasonOf(error), message: error.message }
  if (error instanceof UsageError) return { exitCode: 2, code: 'usage', message: error.message }
  if (error instanceof ConfigError) return { exitCode: 3, code: 'environment', message: error.message }
  const code = (error as { code?: unknown; problem?: unknown } | undefined)?.code ?? (error as { problem?: unknown } | undefined)?.problem
  // The engine's and the key file's errors are sentences for the person who starts the server.
  if (error instanceof Error && /^(EngineError|KeyFileError|BackupError)$/.test(error.name)) return { exitCode: 3, code: String(code), message: error.message }
  if (code === 'EADDRINUSE') return { exitCode: 3, code: 'portInUse', message: 'Another program listens on this port. Stop it, or choose another PORT.' }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return { exitCode: 3, code: 'cannotListen', message: `This account cannot listen there (${String(code)}). Choose another HOST or PORT.` }
  return { exitCode: 70, code: 'internal', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function reasonOf({ code, details }: DomainError): string {
  return typeof details.reason === 'string' ? `${code}/${details.reason}` : code
}
