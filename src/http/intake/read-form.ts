import { DomainError } from '../../domain/errors.ts'

export const formType = 'application/x-www-form-urlencoded'

/** Bytes. The only form that is read has one member of a fixed value. */
export const largestForm = 1_024

const most = 10
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a form as the URL Standard encodes it: valid UTF-8, each name once, texts only. Throws malformed. */
export function readForm(bytes: Buffer): Readonly<Record<string, string>> {
  if (bytes.length === 0) return {}
  const pairs = decoded(bytes).split('&').map((pair) => pair.split('='))
  if (pairs.length > most || pairs.some((parts) => parts.length !== 2)) throw malformed()
  const members = pairs.map(([name, value]) => [unescaped(name!), unescaped(value!)] as const)
  if (new Set(members.map(([name]) => name)).size !== members.length) throw malformed()
  return Object.fromEntries(members)
}

function decoded(bytes: Buffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw malformed()
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw malformed()
  }
}

function malformed(): DomainError {
  return new DomainError('malformed', 'The body is no form that can be read.')
}
