import { createHash } from 'node:crypto'

interface Lifetime {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Tokens that were found good, by their hash: a program that asks a thousand times with one token has its signature
 * checked once. Only while they live; what their holder may do is never kept. The oldest go first.
 */
export function provenTokens<Token extends Lifetime>(most = 10_000) {
  const proven = new Map<string, Token>()
  const nameOf = (token: string) => createHash('sha256').update(token).digest('base64url')
  return {
    /** The token as it was found, if it was and still lives at this moment. */
    find(token: string, now: Date): Token | undefined {
      const known = proven.get(nameOf(token))
      return known && known.issuedAt <= now && now < known.expiresAt ? known : undefined
    },
    keep(token: string, found: Token): Token {
      if (proven.size >= most) proven.delete(proven.keys().next().value!)
      proven.set(nameOf(token), found)
      return found
    },
  }
}
