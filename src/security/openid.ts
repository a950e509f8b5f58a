import * as client from 'openid-client'
import type { OutboundFetch } from './outbound.ts'

/** What is known of an organization's provider. */
export interface OpenIdClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Who came back, by the provider's word: issuer and subject name them, nothing else does. */
export interface OutsideIdentity {
  readonly issuer: string
  readonly subject: string
  /** RFC 8176; how the provider says it made sure */
  readonly methods: readonly string[]
  /** `auth_time`: when the provider last asked; null where it does not say */
  readonly authenticatedAt: Date | null
}

export interface WayOut {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** the provider asks anew, whoever is signed in there */
  readonly isFresh?: boolean
}

/** Reads the provider's own description; throws where it does not answer, or names another issuer. */
export async function discover({ issuer, clientId, clientSecret }: OpenIdClient, fetch: OutboundFetch): Promise<client.Configuration> {
  const server = new URL(issuer)
  const isPlain = server.protocol === 'http:'
  // Plain http gets this far only where the operator permitted the network it leads to (security/outbound).
  const configuration = await client.discovery(server, clientId, { client_secret: clientSecret }, client.ClientSecretBasic(clientSecret), {
    [client.customFetch]: (url, { method, headers, body }) => fetch(url, { method, headers, body: textOf(body) }),
    timeout: 15,
    execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
  })
  const named = configuration.serverMetadata()
  if (named.issuer !== issuer) throw new Error('the provider calls itself otherwise')
  const authorization = new URL(named.authorization_endpoint ?? 'about:blank')
  if (authorization.protocol !== 'https:' && !(isPlain && authorization.protocol === 'http:')) throw new Error('the authorization endpoint is no https address')
  return configuration
}

/** Where the browser goes: authorization code with PKCE S256, state and nonce; asks for nothing but who it is. */
export async function authorizationAddress(configuration: client.Configuration, { redirectUri, state, nonce, codeVerifier, isFresh }: WayOut): Promise<string> {
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(isFresh && { prompt: 'login', max_age: '0' }),
  })
  return address.href
}

/** 43 characters, RFC 7636. */
export function newCodeVerifier(random: (byteCount: number) => Buffer): string {
  return random(32).toString('base64url')
}

/**
 * Redeems what came back. The library checks state, `iss`, the token's signature, issuer, audience, times and nonce; that
 * we are its only audience is checked here. Throws whatever is wrong.
 */
export async function redeem(configuration: client.Configuration, returned: string, { redirectUri, state, nonce, codeVerifier }: WayOut): Promise<OutsideIdentity> {
  const address = new URL(`${redirectUri}?${returned}`)
  const tokens = await client.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true })
  const claims = tokens.claims()
  if (!claims) throw new Error('there is no id token')
  const { clientId, issuer } = { clientId: configuration.clientMetadata().client_id, issuer: configuration.serverMetadata().issuer }
  const audience = [claims.aud].flat()
  if (audience.length !== 1 || audience[0] !== clientId || claims.iss !== issuer) throw new Error('the id token is for somebody else')
  const amr: unknown = claims.amr
  const authenticatedAt = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1_000) : null
  return { issuer, subject: claims.sub, authenticatedAt, methods: Array.isArray(amr) ? amr.filter((method): method is string => typeof method === 'string') : [] }
}

function textOf(body: unknown): string | undefined {
  if (body === null || body === undefined) return undefined
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body)
  throw new TypeError('a body of this kind is not sent')
}
