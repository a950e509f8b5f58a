import type { TransitionTable } from '../transition.ts'

/** D.7, with the names of the compatible interface. `deleted` is final; why it ended stands beside it. */
export const subscriptionStatuses = ['pending', 'active', 'suspended', 'deleted'] as const
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

/** docs/states.md is printed from it. */
export const subscriptionTransitions = {
  fulfil: { from: ['pending'], to: 'active' },
  refuse: { from: ['pending'], to: 'deleted' },
  withdraw: { from: ['pending'], to: 'deleted' },
  suspend: { from: ['active'], to: 'suspended' },
  reactivate: { from: ['suspended'], to: 'active' },
  cancel: { from: ['active', 'suspended'], to: 'deleted' },
  convert: { from: ['active'], to: 'deleted' },
  end: { from: ['active', 'suspended'], to: 'deleted' },
} as const satisfies TransitionTable<SubscriptionStatus>
export type SubscriptionAct = keyof typeof subscriptionTransitions

export const orderStatuses = ['pending', 'completed', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]
