import { displayName } from '../../domain/names/name.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import { cancelUsage, reactivateUsage, renameUsage, requireOwner, suspendUsage } from '../../domain/usage/decide.ts'
import type { UsagePlan, UsageSubscription } from '../../domain/usage/usage-subscription.ts'
import type { Language } from '../../language/languages.ts'
import { holdUsageOwner } from '../../store/usage-owner-store.ts'
import { findUsage, lockUsage, saveUsage, usagePlansOf } from '../../store/usage-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'
import type { UsageNamed } from './list-usage.ts'
import { showUsageToPartner, type UsageForPartner } from './show-usage.ts'

export interface UsageActed extends UsageNamed {
  readonly reader: Language
}

export type UsageRename = UsageActed & { readonly name: string; readonly version: number }

/** By the Admin agents that own it, whoever sold it and whether or not there are admin privileges [S0.6, S3.7, S0.L1.12]. */
export const renameUsageSubscription: UseCase<UsageRename, UsageForPartner> = managing('rename', 'usage.renamed', (usage, plan, { now }, { name }: UsageRename) => renameUsage(usage, plan, displayName(name), now))

export const suspendUsageSubscription: UseCase<UsageActed, UsageForPartner> = managing('suspend', 'usage.suspended', (usage, plan, { now }) => suspendUsage(usage, plan, now))

export const reactivateUsageSubscription: UseCase<UsageActed, UsageForPartner> = managing('reactivate', 'usage.reactivated', (usage, plan, { now }) => reactivateUsage(usage, plan, now))

export const cancelUsageSubscription: UseCase<UsageActed, UsageForPartner> = managing('cancel', 'usage.cancelled', (usage, plan, { now }) => cancelUsage(usage, plan, now))

/** Right by ownership first, held; then state, then change, saved with its event. */
function managing<Input extends UsageActed & { readonly version?: number }>(
  act: string,
  event: EventType,
  change: (usage: UsageSubscription, plan: UsagePlan, work: Work, input: Input) => UsageSubscription,
): UseCase<Input, UsageForPartner> {
  return {
    action: 'usage.manage',
    customer: ({ customerId }) => customerId,

    async run(work, input) {
      const { trx, person } = work
      const { customerId, usageId } = input
      if (!(await findUsage(trx, customerId, usageId))) throw new DomainError('notFound', 'No such usage subscription.')
      requireOwner(await holdUsageOwner(trx, usageId, person.tenantId), act)
      const usage = await lockUsage(trx, customerId, usageId)
      if (input.version !== undefined && usage.version !== input.version) throw new DomainError('changedMeanwhile', 'The usage subscription changed meanwhile.')
      const plan = (await usagePlansOf(trx, customerId)).get(usage.planId)!
      const saved = await saveUsage(trx, change(usage, plan, work, input))
      await work.record({ type: event, resource: { type: 'usage', id: usageId }, readers: readersOf(usage, person.tenantId), data: {}, through: 'relationship' })
      return (await showUsageToPartner(work, customerId, [saved], input.reader))[0]!
    },
  }
}

/** Customer and seller, and whoever acted where that is another owner. */
function readersOf({ partnerId, customerId }: UsageSubscription, actor: string) {
  return [...bothSides(partnerId, customerId), ...(actor === partnerId ? [] : [{ tenantId: actor, counterpartId: customerId }])]
}
