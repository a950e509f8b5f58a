import type { TransitionTable } from '../transition.ts'
import type { LeadStatus } from './lead.ts'

/** D.10: new, active, closed; what is closed stays closed. The customer may take back what it sent until the deal is closed. */
export const leadTransitions = {
  accept: { from: ['received'], to: 'accepted' },
  decline: { from: ['received'], to: 'declined' },
  expire: { from: ['received'], to: 'expired' },
  withdraw: { from: ['received', 'accepted'], to: 'withdrawn' },
  win: { from: ['accepted'], to: 'won' },
  lose: { from: ['accepted'], to: 'lost' },
} as const satisfies TransitionTable<LeadStatus>

export const partnersLeadActs = ['accept', 'decline', 'win', 'lose'] as const
export const customersLeadActs = ['withdraw'] as const
