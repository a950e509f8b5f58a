import { canonicalId } from '../../domain/ids.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { DomainError } from '../../domain/errors.ts'
import { identityOfPerson } from '../../store/outside-identity-store.ts'
import { tenantsWithProvider } from '../../store/sign-in-provider-store.ts'
import type { Environment } from '../environment.ts'
import { oneTimeKey } from '../people/one-time-key.ts'
import type { UseCase } from '../use-case.ts'
import { leaveFor, noProvider } from './away.ts'

export interface BeginInput {
  readonly binding: string
  readonly portal: Portal
  /** a domain of the organization, a user name that ends in one, or the tenant's id */
  readonly organization?: string | undefined
  /** the secret of an invitation, to join with the identity that comes back */
  readonly invitation?: string | undefined
  readonly location?: string
}

export type LinkInput = Pick<BeginInput, 'binding' | 'location'> & { readonly portal: Portal | null }

/**
 * The way out to an organization's provider, for a navigation of the browser. It asks for the organization, never for a
 * person: whether somebody exists is not to be learned here.
 */
export const beginOutsideSignIn: UseCase<BeginInput, { readonly location: string }> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, location: input.invitation === undefined ? await toSignIn(env, input) : await toJoin(env, input, input.invitation) }
  },

  async run(_work, { location }) {
    return { location: location! }
  },
}

/** The way out for somebody who is signed in and wants to come back by it. */
export const beginIdentityLink: UseCase<LinkInput, { readonly location: string }> = {
  action: 'self.secure',

  async prepare(env, actor, input) {
    if (actor.kind !== 'person') throw new DomainError('notSignedIn', 'This needs somebody who is signed in.')
    const { portal, binding } = input
    if (!portal) throw new DomainError('malformed', 'X-Portal says which portal the browser comes back to: partner, customer or operator.')
    const { tenantId, personId } = actor
    return { ...input, location: await leaveFor(env, { tenantId, personId, purpose: 'link', portal, binding }) }
  },

  async run({ trx, person }, { location }) {
    if (await identityOfPerson(trx, person.tenantId, person.personId)) throw new DomainError('alreadyExists', 'There is an identity.', { reason: 'identityLinked' })
    return { location: location! }
  },
}

async function toSignIn(env: Environment, { organization = '', portal, binding }: BeginInput): Promise<string> {
  const [tenantId, another] = await tenantsWithProvider(env.database, organizationKey(organization))
  if (!tenantId) throw noProvider()
  if (another) throw new DomainError('notFound', 'Several organizations have this domain.', { reason: 'organizationUnclear' })
  return leaveFor(env, { tenantId, purpose: 'signIn', portal, binding })
}

async function toJoin(env: Environment, { portal, binding }: BeginInput, invitation: string): Promise<string> {
  const key = await oneTimeKey(env, 'personInvitation', invitation)
  if (!key?.tenantId) throw new DomainError('notFound', 'The link does not open anything.', { reason: 'linkNotValid' })
  return leaveFor(env, { tenantId: key.tenantId, purpose: 'join', portal, binding, invitationHash: key.secretHash.toString('hex') })
}

function organizationKey(typed: string): string {
  const text = typed.trim().toLowerCase()
  return canonicalId(text) ?? text.slice(text.lastIndexOf('@') + 1)
}
