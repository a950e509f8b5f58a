import { DomainError } from '../../domain/errors.ts'
import { createdAdministrator } from '../../store/created-customer-store.ts'
import { lockAccount } from '../../store/customer-account-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { enterTenant } from '../../store/tenant-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { issueTemporaryPassword, newTemporaryPassword, type TemporaryPassword } from '../people/temporary-password.ts'
import type { UseCase, Work } from '../use-case.ts'
import type { IssuedCredentials } from './found-customer-tenant.ts'

export interface ReissueInput {
  readonly customerId: string
  readonly temporary?: TemporaryPassword
}

export interface ReissuedCredentials extends IssuedCredentials {
  readonly signInUrl: string
}

/**
 * A new temporary password for the first administrator, in the place of the one before. Only by the partner that created
 * the customer, and only until the administrator chose an own password: from then on nobody here can sign in as them.
 */
export const reissueCredentials: UseCase<ReissueInput, ReissuedCredentials> = {
  action: 'customer.reissueCredentials',
  customer: ({ customerId }) => customerId,

  async prepare(env, _actor, input) {
    return { ...input, temporary: await newTemporaryPassword(env) }
  },

  async run(work, { customerId, temporary }) {
    const { trx, person, env } = work
    await lockAccount(trx, person.tenantId, customerId)
    const administrator = await createdAdministrator(trx, customerId)
    if (!administrator) throw notIssued('administratorNotYours')
    const validUntil = await issueAnew(work, { customerId, personId: administrator.personId, temporary: temporary! })
    await work.record({
      type: 'person.temporaryPasswordIssued',
      resource: { type: 'person', id: administrator.personId },
      readers: bothSides(person.tenantId, customerId),
      data: { because: 'reissue' },
      through: 'relationship',
    })
    const { personId, userPrincipalName } = administrator
    return { personId, userPrincipalName, temporaryPassword: temporary!.password, validUntil, signInUrl: `${env.publicUrl}/admin/sign-in` }
  },
}

/** As the customer's tenant, holding the person: somebody who joins at the same moment comes first or not at all. */
async function issueAnew(work: Work, to: { readonly customerId: string; readonly personId: string; readonly temporary: TemporaryPassword }): Promise<Date> {
  const { trx } = work
  await enterTenant(trx, to.customerId)
  const person = await lockPersonOf(trx, to.customerId, to.personId)
  if (person.status !== 'invited') throw notIssued(person.status === 'active' ? 'administratorCameAlready' : 'administratorGone')
  // A link that the earlier password opened ends with it.
  await endOneTimeSecretsOf(trx, { tenantId: to.customerId, personId: to.personId }, work.env.clock())
  const validUntil = await issueTemporaryPassword(work, person, to.temporary)
  await enterTenant(trx, work.person.tenantId)
  return validUntil
}

function notIssued(reason: string): DomainError {
  return new DomainError('invalidTransition', `No credentials are issued: ${reason}.`, { reason })
}
