import type { TransitionTable } from '../transition.ts'
import type { PartnerStatus } from './partner.ts'

/** D.1 G2. Debt and verification are marks beside the status: a partner in debt is still active. */
export const partnerTransitions = {
  suspend: { from: ['active'], to: 'suspended' },
  reinstate: { from: ['suspended'], to: 'active' },
} as const satisfies TransitionTable<PartnerStatus>
