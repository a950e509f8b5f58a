import { DomainError } from '../domain/errors.ts'

interface DatabaseFailure {
  readonly code: string
}

/** Deadlock and serialisation losers are simply tried again before anything is answered. */
export function shouldTryAgain(error: unknown): boolean {
  const code = sqlState(error)
  return code === '40001' || code === '40P01'
}

/** What an SQLSTATE class means for the caller (rule R15); driver text never leaves. Anything else is a bug and stays one. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof DomainError) return error
  if (isLostConnection(error)) return new DomainError('notReady', 'The database cannot be reached.', { cause: error })
  const code = sqlState(error)
  if (!code) return error
  if (code === '23505') return new DomainError('alreadyExists', 'There is one already.', { cause: error })
  if (code === '40001' || code === '40P01' || code === '55P03') return new DomainError('busy', 'Too many at once.', { cause: error })
  if (code === '57014') return new DomainError('busy', 'It took too long.', { cause: error })
  if (code.startsWith('57P') || code.startsWith('53') || code.startsWith('08') || code.startsWith('58')) {
    return new DomainError('notReady', 'The database is not ready.', { cause: error })
  }
  return error
}

function sqlState(error: unknown): string | undefined {
  const code = (error as Partial<DatabaseFailure> | undefined)?.code
  // EPIPE has five capitals too; every SQLSTATE of PostgreSQL has a digit.
  return typeof code === 'string' && /^(?=.*[0-9])[0-9A-Z]{5}$/.test(code) ? code : undefined
}

function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code ?? ''
  return /^(ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code) || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
}
