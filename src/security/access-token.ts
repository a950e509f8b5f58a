import { jwtVerify, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { canonicalId } from '../domain/ids.ts'
import { DomainError } from '../domain/errors.ts'
import type { KeyRing } from './key-ring.ts'
import { provenTokens } from './proven-tokens.ts'
import type { Random } from './random.ts'
import { type SigningKey, signingKeys } from './signing-keys.ts'

/** Whom a token names. Never what they may do: rights are read anew at each request. */
export interface AccessTokenHolder {
  readonly tenantId: string
  readonly personId: string
  readonly userPrincipalName: string
  /** How the person signed in, RFC 8176 (`pwd`, `otp`, `mfa`). */
  readonly authenticatedBy: readonly string[]
  readonly authenticatedAt: Date
}

export interface VerifiedAccessToken extends AccessTokenHolder {
  /** The `jti`. */
  readonly tokenId: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

export interface AccessTokens {
  issue(holder: AccessTokenHolder, circumstances: { now: Date; random: Random; lifetimeSeconds?: number }): Promise<string>
  /** Throws `notSignedIn` with details `{ reason: 'expiredToken' | 'invalidToken' }`. */
  verify(token: string, now: Date): Promise<VerifiedAccessToken>
  /** RFC 7517; public halves only. */
  jwks(): { keys: Record<string, string>[] }
}

const audience = 'vinculo'
const algorithm = 'ES256'
const type = 'at+jwt'
const longestLifetimeSeconds = 3600
const longestToken = 4096

/**
 * Signed access tokens (RFC 9068). `issuer` is the installation's public URL. Algorithm, type, audience, issuer and keys
 * are ours to say; of the token's header only the key id is looked up, and only among our own keys. Tokens issued before
 * `issuedSince` do not count any more: a restore cuts them (rule R33).
 */
export function accessTokens(keyRing: KeyRing, issuer: string, { issuedSince }: { issuedSince?: () => Date | undefined } = {}): AccessTokens {
  const keys = signingKeys(keyRing)
  const proven = provenTokens<VerifiedAccessToken>()
  return {
    issue: (holder, circumstances) => issue(keys[0]!, issuer, holder, circumstances),
    async verify(token, now) {
      const verified = proven.find(token, now) ?? proven.keep(token, await verify(keys, issuer, token, now))
      const since = issuedSince?.()
      if (since && verified.issuedAt < since) throw refused('invalidToken')
      return verified
    },
    jwks: () => ({ keys: keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: algorithm, use: 'sig' })) }),
  }
}

async function issue(
  key: SigningKey,
  issuer: string,
  holder: AccessTokenHolder,
  { now, random, lifetimeSeconds = longestLifetimeSeconds }: { now: Date; random: Random; lifetimeSeconds?: number },
): Promise<string> {
  if (!(lifetimeSeconds > 0 && lifetimeSeconds <= longestLifetimeSeconds)) {
    throw new DomainError('invalidInput', `An access token lives between 1 and ${longestLifetimeSeconds} seconds.`, { field: 'lifetimeSeconds' })
  }
  const issuedAt = seconds(now)
  const claims = {
    iss: issuer,
    aud: audience,
    sub: holder.personId,
    tid: holder.tenantId,
    oid: holder.personId,
    upn: holder.userPrincipalName,
    amr: [...holder.authenticatedBy],
    auth_time: seconds(holder.authenticatedAt),
    jti: random(16).toString('base64url'),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + Math.floor(lifetimeSeconds),
  }
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm, typ: type, kid: key.kid }).sign(key.privateKey)
}

async function verify(keys: readonly SigningKey[], issuer: string, token: string, now: Date): Promise<VerifiedAccessToken> {
  if (token.length > longestToken || !hasOneSpelling(token)) throw refused('invalidToken')
  try {
    const { payload } = await jwtVerify(token, (header) => keyNamedBy(keys, header), {
      algorithms: [algorithm],
      typ: type,
      issuer,
      audience,
      currentDate: now,
      clockTolerance: 0,
      // Also refuses a token from the future and one that claims a longer life than we give.
      maxTokenAge: longestLifetimeSeconds,
      requiredClaims: ['exp', 'nbf', 'jti', 'sub'],
    })
    return holderOf(payload)
  } catch (error) {
    throw refused(codeOf(error) === 'ERR_JWT_EXPIRED' ? 'expiredToken' : 'invalidToken')
  }
}

function keyNamedBy(keys: readonly SigningKey[], header: JWTHeaderParameters) {
  const key = keys.find(({ kid }) => kid === header.kid)
  // `jku`, `jwk`, `x5u`, `x5c`, `crit` and the like: we never write them, so whoever sends them forges.
  if (!key || Object.keys(header).sort().join() !== 'alg,kid,typ') throw new Error('not one of our keys')
  return key.publicKey
}

/** Every claim has its type and every id is one; a signed token of another shape comes from an older or broken program. */
function holderOf(payload: JWTPayload): VerifiedAccessToken {
  const { tid, oid, sub, upn, amr, auth_time: authTime, aud, jti, iat, exp } = payload
  const isWellMade =
    typeof tid === 'string' && canonicalId(tid) === tid &&
    typeof oid === 'string' && canonicalId(oid) === oid &&
    sub === oid && aud === audience &&
    typeof upn === 'string' && typeof jti === 'string' &&
    Array.isArray(amr) && amr.every((method) => typeof method === 'string') &&
    typeof authTime === 'number' && typeof iat === 'number' && typeof exp === 'number'
  if (!isWellMade) throw new Error('not a token of this shape')
  return {
    tenantId: tid,
    personId: oid,
    userPrincipalName: upn,
    authenticatedBy: amr,
    authenticatedAt: new Date(authTime * 1000),
    tokenId: jti,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(Math.min(exp, iat + longestLifetimeSeconds) * 1000),
  }
}

/** Base64url has several spellings of the same bytes (stray last bits); a token is accepted in one only. */
function hasOneSpelling(token: string): boolean {
  const parts = token.split('.')
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000)
}

function refused(reason: 'expiredToken' | 'invalidToken'): DomainError {
  const message = reason === 'expiredToken' ? 'The access token has expired.' : 'The access token is not valid here.'
  return new DomainError('notSignedIn', message, { reason })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
