import { displayName } from '../../domain/names/name.ts'
import { DomainError } from '../../domain/errors.ts'
import { provision } from '../../domain/usage/decide.ts'
import type { UsageOwner, UsageSubscription } from '../../domain/usage/usage-subscription.ts'
import { requireSeller } from '../../domain/subscriptions/seller.ts'
import type { Language } from '../../language/languages.ts'
import { findSubscription, holdSubscription } from '../../store/subscription-store.ts'
import { insertUsageOwner } from '../../store/usage-owner-store.ts'
import { insertUsage, isUsageProduct } from '../../store/usage-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'
import { showUsageToPartner, type UsageForPartner } from './show-usage.ts'

export interface ProvisionUsage {
  readonly customerId: string
  readonly planId: string
  readonly name: string
  /** makes the indirect reseller on record of the plan an owner, too (D.3, tenant-owner permission) */
  readonly resellerOwns: boolean
  readonly reader: Language
}

/**
 * A new usage subscription under a plan of this partner's. Its Admin agents become owner with the same step [S0.L1.11]; the
 * reseller relationship is enough, admin privileges are not asked for [S0.6, S3.7].
 */
export const provisionUsage: UseCase<ProvisionUsage, UsageForPartner> = {
  action: 'usage.provision',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, planId, name, resellerOwns, reader }) {
    const { trx, person, now } = work
    const seen = await findSubscription(trx, customerId, planId)
    if (!seen) throw new DomainError('invalidInput', 'No such plan.', { reason: 'planUnknown', field: 'planId' })
    requireSeller(seen, person.tenantId, 'rename')
    const plan = (await holdSubscription(trx, customerId, planId))!
    const usage = provision(plan, await isUsageProduct(trx, plan.cloud, plan.productId), { id: work.newId(), name: displayName(name), personId: person.personId }, now)
    if (resellerOwns && plan.resellerId === null) throw new DomainError('subscriptionNotPossible', 'The plan names no reseller.', { reason: 'planWithoutReseller', action: 'provision' })
    await insertUsage(trx, usage)
    await work.record({ type: 'usage.provisioned', resource: { type: 'usage', id: usage.id }, readers: bothSides(usage.partnerId, customerId), data: { planId }, through: 'relationship' })
    for (const partnerId of [usage.partnerId, ...(resellerOwns ? [plan.resellerId!] : [])]) await becomeOwner(work, usage, partnerId)
    return (await showUsageToPartner(work, customerId, [usage], reader))[0]!
  },
}

async function becomeOwner(work: Work, usage: UsageSubscription, partnerId: string): Promise<void> {
  const owner: UsageOwner = {
    ...{ customerId: usage.customerId, id: work.newId(), usageId: usage.id, sellerId: usage.partnerId, partnerId, personId: null },
    ...{ because: 'provisioned', givenAt: work.now, givenBy: work.person.personId, endedAt: null, endedBy: null, version: 1 },
  }
  await insertUsageOwner(work.trx, owner)
  await work.record({ type: 'usage.ownerGiven', resource: { type: 'usage', id: usage.id }, readers: bothSides(partnerId, usage.customerId), data: { ownerId: owner.id, partnerId, personId: null, because: 'provisioned' }, through: 'relationship' })
}
