import type { Language } from '../../language/languages.ts'
import { effectiveUsageStatus, type UsageOwner, type UsagePlan, type UsageSubscription } from '../../domain/usage/usage-subscription.ts'
import { openUsageActs } from '../../domain/usage/decide.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { usageOwnersOf } from '../../store/usage-owner-store.ts'
import { usagePlansOf } from '../../store/usage-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'

export type UsageForPartner = Awaited<ReturnType<typeof showUsageToPartner>>[number]
export type UsageForCustomer = Awaited<ReturnType<typeof showUsageToCustomer>>[number]

/** As a partner reads it: whether its Admin agents own it, since when, and what follows from that. */
export async function showUsageToPartner(work: Work, customerId: string, all: readonly UsageSubscription[], reader: Language) {
  const { facts, names } = await gather(work, customerId, all)
  const mine = work.person.tenantId
  const mayManage = verdictOn(work, customerId, 'usage.manage').allowed
  return all.map((usage) => {
    const { plan, owners } = facts(usage)
    const own = owners.filter(({ partnerId }) => partnerId === mine).at(-1)
    const isOwner = own !== undefined && own.endedAt === null
    return {
      ...shared(work, usage, plan),
      planName: (usage.partnerId === mine && plan.friendlyName) || plan.name[reader],
      isSoldByThisPartner: usage.partnerId === mine,
      isOwner,
      ownerSince: own?.givenAt.toISOString() ?? null,
      ownerUntil: own?.endedAt?.toISOString() ?? null,
      otherOwners: owners.flatMap(({ partnerId, endedAt }) => (partnerId !== null && partnerId !== mine && endedAt === null ? [names.get(partnerId) ?? ''] : [])).filter(Boolean),
      notManaged: isOwner ? null : explain(reader, 'notUsageOwner'),
      can: isOwner && mayManage ? openUsageActs(usage, plan, work.now) : [],
    }
  })
}

/** As the customer reads it: every assignment, the ended too, with who it is for in the eyes of its own directory. */
export async function showUsageToCustomer(work: Work, all: readonly UsageSubscription[], reader: Language) {
  const { facts, names, people } = await gather(work, work.person.tenantId, all)
  return all.map((usage) => {
    const { plan, owners } = facts(usage)
    return {
      ...shared(work, usage, plan),
      // What the seller calls it is the seller's own word.
      planName: plan.name[reader],
      soldByName: names.get(usage.partnerId) ?? null,
      owners: owners.map((owner) => ({
        ownerId: owner.id,
        kind: owner.partnerId === null ? ('person' as const) : ('foreignGroup' as const),
        name: (owner.partnerId === null ? people.get(owner.personId!)?.displayName : names.get(owner.partnerId)) ?? null,
        partnerId: owner.partnerId,
        personId: owner.personId,
        because: owner.because,
        givenAt: owner.givenAt.toISOString(),
        givenByName: people.get(owner.givenBy)?.displayName ?? null,
        endedAt: owner.endedAt?.toISOString() ?? null,
        endedByName: (owner.endedBy && people.get(owner.endedBy)?.displayName) ?? null,
      })),
    }
  })
}

function shared({ now }: Work, usage: UsageSubscription, plan: UsagePlan) {
  return {
    usageId: usage.id,
    name: usage.name,
    planId: usage.planId,
    status: effectiveUsageStatus(usage, plan, now),
    createdAt: usage.createdAt.toISOString(),
    version: usage.version,
  }
}

async function gather({ trx }: Work, customerId: string, all: readonly UsageSubscription[]) {
  const [plans, owners] = [await usagePlansOf(trx, customerId), await usageOwnersOf(trx, all.map(({ id }) => id))]
  const names = await namesOfTenants(trx, [...all.map(({ partnerId }) => partnerId), ...owners.flatMap(({ partnerId }) => partnerId ?? [])])
  const people = await namesOfPeople(trx, owners.flatMap(({ personId, givenBy, endedBy }) => [personId, givenBy, endedBy].filter((id) => id !== null)))
  const facts = (usage: UsageSubscription): { plan: UsagePlan; owners: readonly UsageOwner[] } => ({ plan: plans.get(usage.planId)!, owners: owners.filter(({ usageId }) => usageId === usage.id) })
  return { facts, names, people }
}
