import type { TransitionTable } from '../transition.ts'

export const transferStatuses = ['asked', 'offered', 'completed', 'declined', 'withdrawn', 'expired'] as const
export type TransferStatus = (typeof transferStatuses)[number]

/** D.11: the seller offers, whether asked or of its own accord, and the new partner accepts: the consent of both. */
export const transferTransitions = {
  offer: { from: ['asked'], to: 'offered' },
  accept: { from: ['offered'], to: 'completed' },
  decline: { from: ['asked', 'offered'], to: 'declined' },
  withdraw: { from: ['asked', 'offered'], to: 'withdrawn' },
  expire: { from: ['asked', 'offered'], to: 'expired' },
} as const satisfies TransitionTable<TransferStatus>
export type TransferAct = keyof typeof transferTransitions
