import type { TransitionTable } from '../transition.ts'
import type { CreationRequestStatus } from './creation-request.ts'

/** Decision 17. Nobody's time runs out: it waits until either side says something. */
export const creationRequestTransitions = {
  complete: { from: ['waiting'], to: 'completed' },
  decline: { from: ['waiting'], to: 'declined' },
  withdraw: { from: ['waiting'], to: 'withdrawn' },
} as const satisfies TransitionTable<CreationRequestStatus>
