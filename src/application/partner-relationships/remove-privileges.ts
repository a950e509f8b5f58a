import { DomainError } from '../../domain/errors.ts'
import { endGrants, lockGrants } from '../../store/privilege-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { endContactsOf } from '../support/leave-support.ts'
import type { UseCase, Work } from '../use-case.ts'
import { requirePartner } from './read-partner-relationship.ts'

export interface RemovePrivileges {
  readonly partnerId: string
  readonly services: readonly string[]
}

export interface RemovedPrivileges {
  readonly services: readonly string[]
  readonly removedAt: Date
}

/**
 * The customer takes admin privileges back [S0.25]. The grants are taken for update while every act under them holds them for
 * share: when this is answered, no later act exists (rule R10). The reseller relationship stays as it is (decision 14).
 */
export const removePrivileges: UseCase<RemovePrivileges, RemovedPrivileges> = {
  action: 'privileges.remove',

  async run(work, { partnerId, services }) {
    await requirePartner(work, partnerId)
    const held = await lockGrants(work.trx, partnerId, work.person.tenantId)
    requireHeld(held.map(({ service }) => service), services)
    await endPrivileges(work, { partnerId, services, grantId: held.find(({ service }) => services.includes(service))!.id, because: 'removedByCustomer' })
    return { services: [...services].sort(), removedAt: work.now }
  },
}

/** Ends grants that the transaction holds, and tells both sides once. */
export async function endPrivileges(
  work: Work,
  ending: { readonly partnerId: string; readonly services: readonly string[]; readonly grantId: string; readonly because: string },
): Promise<void> {
  const { trx, person, now, record } = work
  const { partnerId, services, grantId, because } = ending
  const customerId = person.tenantId
  const ended = await endGrants(trx, { partnerId, customerId, services }, { at: now, by: person.personId, reason: because })
  await record({
    type: 'privileges.removed',
    resource: { type: 'privileges', id: grantId },
    readers: bothSides(partnerId, customerId),
    data: { services: ended, because },
  })
  if ((await lockGrants(trx, partnerId, customerId)).length === 0) await endContactsOf(work, { partnerId, customerId }, 'privilegesEnded')
}

/** What is not held any more, or never was, is not silently passed over: the page is out of date. */
export function requireHeld(held: readonly string[], wanted: readonly string[]): void {
  if (wanted.length > 0 && wanted.every((service) => held.includes(service))) return
  throw new DomainError('invalidTransition', 'The partner does not hold all of these privileges.', { reason: 'privilegesNotHeld' })
}
