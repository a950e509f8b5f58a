import type { Title } from '../catalogue/catalogue.ts'
import { overdueEnd } from '../subscriptions/subscription.ts'
import type { SubscriptionStatus } from '../subscriptions/transitions.ts'
import type { TransitionTable } from '../transition.ts'

export const usageStatuses = ['active', 'suspended', 'cancelled'] as const
export type UsageStatus = (typeof usageStatuses)[number]

/** docs/states.md is printed from it. */
export const usageTransitions = {
  suspend: { from: ['active'], to: 'suspended' },
  reactivate: { from: ['suspended'], to: 'active' },
  cancel: { from: ['active', 'suspended'], to: 'cancelled' },
} as const satisfies TransitionTable<UsageStatus>
export type UsageAct = keyof typeof usageTransitions

/** What a partner provisioned for a customer under a usage plan that it sold: billed by what is used, so it has no seats. */
export interface UsageSubscription {
  /** who sells the plan */
  readonly partnerId: string
  readonly customerId: string
  readonly id: string
  /** the subscription to a product of the kind "usage" */
  readonly planId: string
  readonly name: string
  readonly status: UsageStatus
  readonly createdBy: string
  readonly createdAt: Date
  readonly suspendedAt: Date | null
  readonly cancelledAt: Date | null
  readonly version: number
}

/** The plan as everybody reads it who may see something under it. */
export interface UsagePlan {
  readonly id: string
  readonly name: Title
  readonly friendlyName: string | null
  readonly status: SubscriptionStatus
  readonly deletesAt: Date | null
  readonly endsAt: Date | null
}

export const ownerReasons = ['provisioned', 'givenByCustomer'] as const

/**
 * Who manages one: the Admin agents of a partner, or a person of the customer. No relationship and no admin privilege gives it
 * or takes it away [S0.L1.10, S0.L1.12].
 */
export interface UsageOwner {
  readonly customerId: string
  readonly id: string
  readonly usageId: string
  readonly sellerId: string
  readonly partnerId: string | null
  readonly personId: string | null
  readonly because: (typeof ownerReasons)[number]
  readonly givenAt: Date
  readonly givenBy: string
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly version: number
}

/** What it is at a moment: with its plan suspended it is too, and with its plan ended it is over. Nothing has to be written for that. */
export function effectiveUsageStatus({ status }: Pick<UsageSubscription, 'status'>, plan: Pick<UsagePlan, 'status' | 'deletesAt' | 'endsAt'>, now: Date): UsageStatus {
  const planStatus = overdueEnd(plan, now) ? 'deleted' : plan.status
  if (status === 'cancelled' || planStatus === 'deleted') return 'cancelled'
  return planStatus === 'active' ? status : 'suspended'
}
