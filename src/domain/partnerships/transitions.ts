import type { TransitionTable } from '../transition.ts'
import type { PartnershipStatus } from './partnership.ts'

/** D.3. A link that was copied by hand works before anybody noted that it was shared. */
export const partnershipTransitions = {
  share: { from: ['draft'], to: 'shared' },
  authorize: { from: ['draft', 'shared'], to: 'active' },
  decline: { from: ['draft', 'shared'], to: 'declined' },
  withdraw: { from: ['draft', 'shared'], to: 'withdrawn' },
  expire: { from: ['draft', 'shared'], to: 'expired' },
  remove: { from: ['active'], to: 'removed' },
} as const satisfies TransitionTable<PartnershipStatus>

/** Acts that leave the status as it is, with the statuses in which they are open. */
export const partnershipActs = {
  edit: ['draft', 'shared'],
  shareAgain: ['shared'],
} as const satisfies Record<string, readonly PartnershipStatus[]>
