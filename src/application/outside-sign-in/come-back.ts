import { redeem, type OutsideIdentity } from '../../security/openid.ts'
import { open } from '../../security/seal.ts'
import { type OutsideSignIn, takeOutsideSignIn } from '../../store/outside-identity-store.ts'
import type { Environment } from '../environment.ts'
import { enabledProvider, type Luggage, outsideKey, redirectUriOf } from './away.ts'
import type { FinishInput } from './finish-outside-sign-in.ts'
import { configurationOf } from './provider-configuration.ts'

/** What came back and what it proved, before any transaction; `because` is for the organization's own log. */
export interface Back {
  readonly away: OutsideSignIn | undefined
  readonly identity: OutsideIdentity | undefined
  readonly luggage: Luggage | undefined
  readonly because: string
}

/** The state is used up first: an answer that came once is never tried again, right or wrong. */
export async function comeBack(env: Environment, { binding, returned, tenantId, portal }: FinishInput): Promise<Back> {
  const state = new URLSearchParams(returned).getAll('state')
  const key = outsideKey(state.length === 1 ? state[0]! : '', binding)
  const away = await takeOutsideSignIn(env.database, key, env.clock())
  const nothing = { away, identity: undefined, luggage: undefined }
  if (!away) return { ...nothing, because: 'stateUnknown' }
  // An answer at the return address of another organization or portal was meant for somebody else.
  if (away.tenantId !== tenantId || away.portal !== portal) return { ...nothing, because: 'returnAddressWrong' }
  const provider = await enabledProvider(env, away.tenantId)
  if (!provider || provider.version !== away.providerVersion) return { ...nothing, because: 'providerOff' }
  const luggage = JSON.parse(open(env.keyRing, 'outsideSignIn', key.stateHash.toString('hex'), away.sealed)) as Luggage
  try {
    const way = { redirectUri: redirectUriOf(env, portal, away.tenantId), state: state[0]!, nonce: luggage.nonce, codeVerifier: luggage.codeVerifier }
    return { away, luggage, identity: await redeem(await configurationOf(env, provider), returned, way), because: '' }
  } catch (error) {
    env.log.error({ tenantId: away.tenantId, error: String(error) }, 'a sign-in at a provider was refused')
    return { ...nothing, because: 'providerAnswerRefused' }
  }
}
