import { DomainError } from '../../domain/errors.ts'
import type { UsageOwner, UsageSubscription } from '../../domain/usage/usage-subscription.ts'
import type { Language } from '../../language/languages.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { endUsageOwner, insertUsageOwner, livingOwnershipsOf, lockUsageOwner, usageOwnersOf } from '../../store/usage-owner-store.ts'
import { lockUsage } from '../../store/usage-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { requirePartner } from '../partner-relationships/read-partner-relationship.ts'
import type { UseCase, Work } from '../use-case.ts'
import { showUsageToCustomer, type UsageForCustomer } from './show-usage.ts'

export interface GiveOwner {
  readonly usageId: string
  /** a partner's Admin agents, or a person of one's own; exactly one of the two */
  readonly partnerId: string | null
  readonly personId: string | null
  readonly reader: Language
}

export interface EndOwner {
  readonly usageId: string
  readonly ownerId: string
  readonly reader: Language
}

/** The customer makes somebody owner: a partner that it has, also one whose assignment it ended before (D.5), or one of its people. */
export const giveUsageOwner: UseCase<GiveOwner, UsageForCustomer> = {
  action: 'ownUsage.changeOwners',

  async run(work, { usageId, partnerId, personId, reader }) {
    const { trx, person, now } = work
    const usage = await lockUsage(trx, person.tenantId, usageId)
    if ((partnerId === null) === (personId === null)) throw new DomainError('invalidInput', 'Name a partner or a person.', { reason: 'ownerUnclear', field: 'partnerId' })
    await requirePrincipal(work, { partnerId, personId })
    const isOwner = (await usageOwnersOf(trx, [usageId])).some((one) => one.endedAt === null && one.partnerId === partnerId && one.personId === personId)
    if (isOwner) throw new DomainError('alreadyExists', 'That one is an owner already.', { reason: 'usageOwnerAlready' })
    const owner: UsageOwner = { customerId: person.tenantId, id: work.newId(), usageId, sellerId: usage.partnerId, partnerId, personId, because: 'givenByCustomer', givenAt: now, givenBy: person.personId, endedAt: null, endedBy: null, version: 1 }
    await insertUsageOwner(trx, owner)
    await tell(work, 'usage.ownerGiven', owner)
    return shown(work, usage, reader)
  },
}

/** Ends at once; nothing else of the partner's does, and nobody but the customer can [S0.L1.12]. */
export const endUsageOwnership: UseCase<EndOwner, UsageForCustomer> = {
  action: 'ownUsage.changeOwners',

  async run(work, { usageId, ownerId, reader }) {
    const { trx, person, now } = work
    const owner = await lockUsageOwner(trx, { customerId: person.tenantId, usageId, ownerId })
    if (owner.endedAt !== null) throw new DomainError('invalidTransition', 'The assignment ended before.', { action: 'end', current: 'ended', allowedFrom: ['given'] })
    await endUsageOwner(trx, owner, { at: now, by: person.personId })
    await tell(work, 'usage.ownerEnded', owner)
    return shown(work, await lockUsage(trx, person.tenantId, usageId), reader)
  },
}

/** All that a partner's Admin agents own, where the customer asks for the end of the relationship: the partner's rights end at once (decision 15). */
export async function endOwnershipsOf(work: Work, partnerId: string): Promise<void> {
  for (const owner of await livingOwnershipsOf(work.trx, work.person.tenantId, partnerId)) {
    await endUsageOwner(work.trx, owner, { at: work.now, by: work.person.personId })
    await tell(work, 'usage.ownerEnded', owner)
  }
}

async function requirePrincipal(work: Work, { partnerId, personId }: Pick<GiveOwner, 'partnerId' | 'personId'>): Promise<void> {
  if (partnerId !== null) {
    const { ties } = await requirePartner(work, partnerId)
    const isTied = ties.grants.some((grant) => grant.partnerId === partnerId) || ties.relationships.some((one) => one.partnerId === partnerId && one.endedAt === null)
    if (!isTied) throw new DomainError('subscriptionNotPossible', 'Nothing is in force with this partner.', { reason: 'ownerWithoutTie', action: 'give' })
    return
  }
  const person = await findPersonOf(work.trx, work.person.tenantId, personId!)
  if (person.status !== 'active') throw new DomainError('notFound', 'No such person.')
}

/** The customer, and the partner it is about; another partner never learns of it. */
async function tell(work: Work, type: 'usage.ownerGiven' | 'usage.ownerEnded', { id, usageId, customerId, partnerId, personId, because }: UsageOwner): Promise<void> {
  const readers = partnerId === null ? [{ tenantId: customerId }] : bothSides(partnerId, customerId)
  await work.record({ type, resource: { type: 'usage', id: usageId }, readers, data: { ownerId: id, partnerId, personId, because } })
}

async function shown(work: Work, usage: UsageSubscription, reader: Language): Promise<UsageForCustomer> {
  return (await showUsageToCustomer(work, [usage], reader))[0]!
}
