import { open } from '../../security/seal.ts'
import { discover, type OpenIdClient } from '../../security/openid.ts'
import type { StoredProvider } from '../../store/sign-in-provider-store.ts'
import type { Environment } from '../environment.ts'

export type Configuration = Awaited<ReturnType<typeof discover>>

const keptMs = 10 * 60_000
const mostKept = 500
const kept = new WeakMap<Environment, Map<string, { readonly at: number; readonly configuration: Configuration }>>()

/** What the provider says of itself, read at most every ten minutes: who knocks at our door must not make us knock elsewhere each time. */
export async function configurationOf(env: Environment, provider: StoredProvider): Promise<Configuration> {
  let known = kept.get(env)
  if (!known) kept.set(env, (known = new Map()))
  const key = JSON.stringify([provider.tenantId, provider.version, provider.issuer, provider.clientId])
  const now = env.clock().getTime()
  const found = known.get(key)
  if (found && now - found.at < keptMs) return found.configuration
  const configuration = await discover(clientOf(env, provider), env.outbound)
  if (known.size >= mostKept) known.clear()
  known.set(key, { at: now, configuration })
  return configuration
}

/** With the client's secret, which lies sealed under its organization. */
export function clientOf(env: Environment, { tenantId, issuer, clientId, sealedSecret }: StoredProvider): OpenIdClient {
  return { issuer, clientId, clientSecret: open(env.keyRing, 'providerSecret', tenantId, sealedSecret) }
}
