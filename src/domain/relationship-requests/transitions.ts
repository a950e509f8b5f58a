import type { TransitionTable } from '../transition.ts'
import type { RelationshipRequestStatus } from './relationship-request.ts'

/** Decision 3 and D.1. A link opened before it was shared works: copying it by hand is sharing, too. */
export const relationshipRequestTransitions = {
  share: { from: ['draft'], to: 'shared' },
  open: { from: ['draft', 'shared'], to: 'opened' },
  accept: { from: ['opened'], to: 'accepted' },
  decline: { from: ['opened'], to: 'declined' },
  withdraw: { from: ['draft', 'shared', 'opened'], to: 'withdrawn' },
  // A draft runs out as well: its link exists from the first moment and must not outlive its time.
  expire: { from: ['draft', 'shared', 'opened'], to: 'expired' },
} as const satisfies TransitionTable<RelationshipRequestStatus>

/**
 * Acts that leave the status as it is, with the statuses in which they are open. `resend` makes a new request;
 * after a decline the customer is asked anew or not at all, so there it is not offered.
 */
export const relationshipRequestActs = {
  edit: ['draft', 'shared', 'opened'],
  shareAgain: ['shared', 'opened'],
  remind: ['shared', 'opened'],
  resend: ['draft', 'shared', 'opened', 'withdrawn', 'expired'],
  askFreshLink: ['withdrawn', 'expired'],
} as const satisfies Record<string, readonly RelationshipRequestStatus[]>

export type RelationshipRequestAct = keyof typeof relationshipRequestActs
