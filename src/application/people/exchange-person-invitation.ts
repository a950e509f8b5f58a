import type { Portal } from '../../domain/people/portals.ts'
import { findOneTimeSecret } from '../../store/one-time-secret-store.ts'
import { findSignInProvider } from '../../store/sign-in-provider-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { invitedPerson } from './invited-person.ts'
import { type OneTimeKey, oneTimeKey, requireKey } from './one-time-key.ts'
import { portalOfPerson } from './person-link.ts'

export interface PersonInvitation {
  readonly displayName: string
  readonly tenantName: string
  readonly userPrincipalName: string
  readonly portal: Portal
  /** whether the organization's own provider may take the place of a password */
  readonly hasProvider: boolean
}

export interface ExchangeInput {
  readonly secret: string
  readonly key?: OneTimeKey | undefined
}

/** What the page shows before a password is chosen; nothing changes, so a scanner that opens links uses nothing up. */
export const exchangePersonInvitation: UseCase<ExchangeInput, PersonInvitation> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, key: await oneTimeKey(env, 'personInvitation', input.secret) }
  },

  async run(work: Work, { key }) {
    const { secretHash, tenantId } = requireKey(key)
    await enterTenant(work.trx, tenantId)
    const found = await findOneTimeSecret(work.trx, tenantId, { kind: 'personInvitation', secretHash, now: work.env.clock() })
    const person = await invitedPerson(work, tenantId, found)
    const tenant = await findOwnTenant(work.trx, tenantId)
    return {
      displayName: person.displayName,
      tenantName: tenant.name,
      userPrincipalName: person.userPrincipalName,
      portal: portalOfPerson(person.roles, tenant),
      hasProvider: (await findSignInProvider(work.trx, tenantId))?.isEnabled ?? false,
    }
  },
}
