import { DomainError } from '../../domain/errors.ts'
import type { SignInProvider } from '../../domain/people/outside-identity.ts'
import { portalsOf } from '../../domain/people/portals.ts'
import { discover } from '../../security/openid.ts'
import { seal } from '../../security/seal.ts'
import { findSignInProvider, insertSignInProvider, type StoredProvider, updateSignInProvider } from '../../store/sign-in-provider-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import type { Environment } from '../environment.ts'
import type { Actor } from '../../domain/actor.ts'
import type { UseCase, Work } from '../use-case.ts'
import { clientOf } from './provider-configuration.ts'
import { redirectUriOf } from './away.ts'

export interface ShownProvider {
  readonly provider: SignInProvider | undefined
  /** what the organization registers at its provider, one for each of its portals */
  readonly redirectUris: readonly string[]
}

export interface ProviderInput {
  readonly issuer?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly isEnabled?: boolean | undefined
  readonly version: number
  /** what `prepare` found: whether the provider answers and names itself so */
  readonly answers?: boolean
}

export const readSignInProvider: UseCase<void, ShownProvider> = {
  action: 'signInProvider.read',

  async run(work) {
    return shown(work, await findSignInProvider(work.trx, work.person.tenantId))
  },
}

export const createSignInProvider: UseCase<ProviderInput, ShownProvider> = {
  action: 'signInProvider.manage',

  async prepare(env, _actor, input) {
    const { issuer = '', clientId = '', clientSecret = '' } = input
    return { ...input, answers: await doesAnswer(env, { issuer, clientId, clientSecret }) }
  },

  async run(work, input) {
    const { tenantId } = work.person
    const provider = { ...merged(work, undefined, input), version: 1 }
    await insertSignInProvider(work.trx, provider, work.now)
    await work.record({ type: 'tenant.updated', resource: { type: 'tenant', id: tenantId }, readers: [{ tenantId }], data: { changed: ['signInProvider'] } })
    return shown(work, provider)
  },
}

/** Switched off it lets nobody in from the next request on. Another issuer is somebody else's word: identities of the one before no longer fit. */
export const changeSignInProvider: UseCase<ProviderInput, ShownProvider> = {
  action: 'signInProvider.manage',

  async prepare(env, actor, input) {
    const before = await providerOfActor(env, actor)
    if (!before || (input.isEnabled === false && !input.issuer && !input.clientId && !input.clientSecret)) return { ...input, answers: true }
    const { issuer, clientId, clientSecret } = clientOf(env, before)
    return { ...input, answers: await doesAnswer(env, { issuer: input.issuer ?? issuer, clientId: input.clientId ?? clientId, clientSecret: input.clientSecret ?? clientSecret }) }
  },

  async run(work, input) {
    const { tenantId } = work.person
    const before = await findSignInProvider(work.trx, tenantId)
    if (!before) throw new DomainError('notFound', 'The organization has no provider.')
    if (before.version !== input.version) throw new DomainError('changedMeanwhile', 'The provider was changed meanwhile.')
    const saved = await updateSignInProvider(work.trx, merged(work, before, input))
    await work.record({ type: 'tenant.updated', resource: { type: 'tenant', id: tenantId }, readers: [{ tenantId }], data: { changed: ['signInProvider'] } })
    return shown(work, saved)
  },
}

async function providerOfActor(env: Environment, actor: Actor): Promise<StoredProvider | undefined> {
  if (actor.kind !== 'person') return undefined
  return env.database.transaction({ tenant: actor.tenantId, scope: 'tenant' }, (trx) => findSignInProvider(trx, actor.tenantId))
}

/** Asked at saving, so that a slip of the pen is found here and not at the door. */
async function doesAnswer(env: Environment, client: Parameters<typeof discover>[0]): Promise<boolean> {
  try {
    await discover(client, env.outbound)
    return true
  } catch {
    return false
  }
}

function merged(work: Work, before: StoredProvider | undefined, input: ProviderInput): StoredProvider {
  if (!input.answers) throw new DomainError('invalidInput', 'No provider answers there under exactly this name.', { reason: 'providerSilent', field: 'issuer' })
  const { tenantId } = work.person
  const sealedSecret = input.clientSecret === undefined ? before?.sealedSecret : seal(work.env.keyRing, 'providerSecret', tenantId, input.clientSecret)
  return {
    tenantId,
    issuer: input.issuer ?? before!.issuer,
    clientId: input.clientId ?? before!.clientId,
    sealedSecret: sealedSecret!,
    isEnabled: input.isEnabled ?? before?.isEnabled ?? true,
    version: before?.version ?? 1,
  }
}

async function shown(work: Work, provider: SignInProvider | undefined): Promise<ShownProvider> {
  const { tenantId } = work.person
  const portals = portalsOf(await findOwnTenant(work.trx, tenantId))
  return { provider, redirectUris: portals.map((portal) => redirectUriOf(work.env, portal, tenantId)) }
}
