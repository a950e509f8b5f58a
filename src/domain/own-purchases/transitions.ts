import type { TransitionTable } from '../transition.ts'

export const ownPurchaseStatuses = ['awaitingApproval', 'ordered', 'declined', 'withdrawn', 'lapsed'] as const
export type OwnPurchaseStatus = (typeof ownPurchaseStatuses)[number]

/** Where the partner wants to approve first, nothing is sold before; once it is an order, its subscription has a life of its own (D.7). */
export const ownPurchaseTransitions = {
  approve: { from: ['awaitingApproval'], to: 'ordered' },
  decline: { from: ['awaitingApproval'], to: 'declined' },
  withdraw: { from: ['awaitingApproval'], to: 'withdrawn' },
  // The permission it stood on has ended.
  lapse: { from: ['awaitingApproval'], to: 'lapsed' },
} as const satisfies TransitionTable<OwnPurchaseStatus>
export type OwnPurchaseAct = keyof typeof ownPurchaseTransitions
