import type { TransitionTable } from '../transition.ts'
import type { ProfileStatus } from './business-profile.ts'

/** A published page is edited in place: customers see the change at once (S4.L2.4 allows 24 hours). */
export const businessProfileTransitions = {
  publish: { from: ['draft'], to: 'published' },
  unpublish: { from: ['published'], to: 'draft' },
} as const satisfies TransitionTable<ProfileStatus>
