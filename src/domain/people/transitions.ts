import type { TransitionTable } from '../transition.ts'
import type { PersonStatus } from './person.ts'

/** `reopen` is enabling somebody who never joined: they are invited again, not active without a password. */
export const personTransitions = {
  resendInvitation: { from: ['invited'], to: 'invited' },
  join: { from: ['invited'], to: 'active' },
  disable: { from: ['invited', 'active'], to: 'disabled' },
  enable: { from: ['disabled'], to: 'active' },
  reopen: { from: ['disabled'], to: 'invited' },
  remove: { from: ['invited', 'active', 'disabled'], to: 'removed' },
  erase: { from: ['invited', 'active', 'disabled', 'removed'], to: 'erased' },
} as const satisfies TransitionTable<PersonStatus>
