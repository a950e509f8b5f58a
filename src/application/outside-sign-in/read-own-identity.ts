import { identityOfPerson } from '../../store/outside-identity-store.ts'
import { findSignInProvider } from '../../store/sign-in-provider-store.ts'
import type { UseCase } from '../use-case.ts'

export interface OwnIdentity {
  /** whether the organization lets its people in through a provider now */
  readonly isOffered: boolean
  readonly issuer: string | null
  readonly linkedAt: Date | null
  readonly lastUsedAt: Date | null
}

export const readOwnIdentity: UseCase<void, OwnIdentity> = {
  action: 'self.read',

  async run({ trx, person: { tenantId, personId } }) {
    const [provider, identity] = [await findSignInProvider(trx, tenantId), await identityOfPerson(trx, tenantId, personId)]
    return { isOffered: provider?.isEnabled ?? false, issuer: identity?.issuer ?? provider?.issuer ?? null, linkedAt: identity?.linkedAt ?? null, lastUsedAt: identity?.lastUsedAt ?? null }
  },
}
