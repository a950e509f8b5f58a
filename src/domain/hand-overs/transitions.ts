import type { TransitionTable } from '../transition.ts'
import type { HandOverStatus } from './hand-over.ts'

/** Two partners agree, then the customer consents. The product itself ends one when a side can no longer carry it out. */
export const handOverTransitions = {
  agree: { from: ['proposed'], to: 'agreed' },
  accept: { from: ['agreed'], to: 'accepted' },
  decline: { from: ['proposed', 'agreed'], to: 'declined' },
  withdraw: { from: ['proposed', 'agreed'], to: 'withdrawn' },
  expire: { from: ['proposed', 'agreed'], to: 'expired' },
  end: { from: ['proposed', 'agreed'], to: 'ended' },
} as const satisfies TransitionTable<HandOverStatus>
