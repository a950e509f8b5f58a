import { DomainError } from '../errors.ts'
import { openTransitions, transition } from '../transition.ts'
import { effectiveStatus, type Subscription } from '../subscriptions/subscription.ts'
import { effectiveUsageStatus, type UsageAct, type UsageOwner, type UsagePlan, type UsageSubscription, usageTransitions } from './usage-subscription.ts'

export interface Provisioning {
  readonly id: string
  readonly name: string
  readonly personId: string
}

/** Under a usage plan of this partner's own that is active. */
export function provision(plan: Subscription, isUsagePlan: boolean, { id, name, personId }: Provisioning, now: Date): UsageSubscription {
  if (!isUsagePlan) throw notPossible('planNotUsage', 'provision')
  if (effectiveStatus(plan, now) !== 'active') throw notPossible('planNotActive', 'provision')
  const { partnerId, customerId } = plan
  return { partnerId, customerId, id, planId: plan.id, name, status: 'active', createdBy: personId, createdAt: now, suspendedAt: null, cancelledAt: null, version: 1 }
}

/** Nobody manages one but its owners: neither because of a relationship nor because of admin privileges [S0.L1.10]. */
export function requireOwner(owner: UsageOwner | undefined, act: string): void {
  if (!owner || owner.endedAt !== null) throw notPossible('notUsageOwner', act)
}

export function suspendUsage(usage: UsageSubscription, plan: UsagePlan, now: Date): UsageSubscription {
  return { ...usage, status: step(usage, plan, 'suspend', now), suspendedAt: now }
}

/** Comes back only under a plan that is active. */
export function reactivateUsage(usage: UsageSubscription, plan: UsagePlan, now: Date): UsageSubscription {
  const status = step(usage, plan, 'reactivate', now)
  if (effectiveUsageStatus({ status: 'active' }, plan, now) !== 'active') throw notPossible('planNotActive', 'reactivate')
  return { ...usage, status, suspendedAt: null }
}

/** For good; what it holds goes. */
export function cancelUsage(usage: UsageSubscription, plan: UsagePlan, now: Date): UsageSubscription {
  return { ...usage, status: step(usage, plan, 'cancel', now), suspendedAt: null, cancelledAt: now }
}

export function renameUsage(usage: UsageSubscription, plan: UsagePlan, name: string, now: Date): UsageSubscription {
  const current = effectiveUsageStatus(usage, plan, now)
  if (current === 'cancelled') throw new DomainError('invalidTransition', 'Cannot rename while cancelled.', { action: 'rename', current, allowedFrom: ['active', 'suspended'] })
  return { ...usage, name }
}

/** What its status and that of its plan leave open; who may is asked elsewhere. */
export function openUsageActs(usage: UsageSubscription, plan: UsagePlan, now: Date): (UsageAct | 'rename')[] {
  const current = effectiveUsageStatus(usage, plan, now)
  const open = openTransitions(usageTransitions, current).filter((act) => act !== 'reactivate' || effectiveUsageStatus({ status: 'active' }, plan, now) === 'active')
  return current === 'cancelled' ? [] : ['rename', ...open]
}

function step(usage: UsageSubscription, plan: UsagePlan, act: UsageAct, now: Date) {
  return transition(usageTransitions, effectiveUsageStatus(usage, plan, now), act)
}

function notPossible(reason: string, action: string): DomainError {
  return new DomainError('subscriptionNotPossible', `Refused: ${reason}.`, { reason, action })
}
