import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'
import { outsideSignInMinutes, type OutsidePurpose } from '../../domain/people/outside-identity.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { authorizationAddress, newCodeVerifier } from '../../security/openid.ts'
import { seal } from '../../security/seal.ts'
import { keepOutsideSignIn, type OutsideKey } from '../../store/outside-identity-store.ts'
import { findSignInProvider, type StoredProvider } from '../../store/sign-in-provider-store.ts'
import type { Environment } from '../environment.ts'
import { portalPaths } from '../people/person-link.ts'
import { configurationOf } from './provider-configuration.ts'

export interface Leaving {
  readonly tenantId: string
  readonly purpose: OutsidePurpose
  readonly portal: Portal
  /** whose page leaves (challenges.ts) */
  readonly binding: string
  readonly personId?: string
  /** hash of the invitation's secret, hex */
  readonly invitationHash?: string
}

/** What is kept for the way back, sealed. */
export interface Luggage {
  readonly nonce: string
  readonly codeVerifier: string
  /** milliseconds since 1970 */
  readonly leftAt: number
  readonly invitationHash?: string
}

/**
 * An address of each organization's own: an answer that another provider was meant to give does not arrive at it
 * (RFC 9700, 4.4).
 */
export function redirectUriOf(env: Pick<Environment, 'publicUrl'>, portal: Portal, tenantId: string): string {
  return `${env.publicUrl}${portalPaths[portal]}/sign-in/return/${tenantId}`
}

export function outsideKey(state: string, binding: string): OutsideKey {
  return { stateHash: hashOf(state), bindingHash: hashOf(binding) }
}

/** The address at the provider to go to. Throws `notFound` where there is none that lets people in, `busy` where it does not answer. */
export async function leaveFor(env: Environment, leaving: Leaving): Promise<string> {
  const { tenantId, purpose, portal, binding, personId, invitationHash } = leaving
  const provider = await enabledProvider(env, tenantId)
  if (!provider) throw noProvider()
  const [state, nonce, codeVerifier] = [env.random(32).toString('base64url'), env.random(32).toString('base64url'), newCodeVerifier(env.random)]
  const location = await addressAt(env, provider, { redirectUri: redirectUriOf(env, portal, tenantId), state, nonce, codeVerifier, isFresh: purpose === 'stepUp' })
  const luggage: Luggage = { nonce, codeVerifier, leftAt: env.clock().getTime(), ...(invitationHash !== undefined && { invitationHash }) }
  const key = outsideKey(state, binding)
  await keepOutsideSignIn(env.database, key, {
    purpose,
    tenantId,
    personId: personId ?? null,
    providerVersion: provider.version,
    portal,
    sealed: seal(env.keyRing, 'outsideSignIn', key.stateHash.toString('hex'), JSON.stringify(luggage)),
    expiresAt: new Date(env.clock().getTime() + outsideSignInMinutes * 60_000),
  })
  return location
}

export async function enabledProvider(env: Environment, tenantId: string): Promise<StoredProvider | undefined> {
  const provider = await env.database.transaction({ tenant: tenantId, scope: 'tenant' }, (trx) => findSignInProvider(trx, tenantId))
  return provider?.isEnabled ? provider : undefined
}

export function noProvider(): DomainError {
  return new DomainError('notFound', 'No organization of this name lets its people in through a provider.', { reason: 'noSignInProvider' })
}

async function addressAt(env: Environment, provider: StoredProvider, way: Parameters<typeof authorizationAddress>[1]): Promise<string> {
  try {
    return await authorizationAddress(await configurationOf(env, provider), way)
  } catch (error) {
    env.log.error({ tenantId: provider.tenantId, error: String(error) }, 'a sign-in provider does not answer')
    throw new DomainError('busy', 'The provider does not answer.', { reason: 'providerAway' })
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
