import type { TransitionTable } from '../transition.ts'
import type { PersonStatus } from './person.ts'

/** `reopen` is enabling somebody who never joined: they are invited again, not active without a password. */
export const personTransitions = {
  resendInvitation: { from: ['invited'], to: 'invited' },
  join: { from: ['invited'], to: 'active' },
  disable: { from: ['invited', 'active'], to: 'disabled' },
  enable: { from: ['disabled'], to: 'active' },
  reopen: { from: ['disabled'], to: 'invited' },
  /** somebody who joined stays whom they are, but nothing opens before a temporary password was changed for an own one */
  resetPassword: { from: ['active'], to: 'active' },
  reissuePassword: { from: ['invited'], to: 'invited' },
  remove: { from: ['invited', 'active', 'disabled'], to: 'removed' },
  /** joins again like somebody new, with a temporary password */
  restore: { from: ['removed'], to: 'invited' },
  erase: { from: ['invited', 'active', 'disabled', 'removed'], to: 'erased' },
} as const satisfies TransitionTable<PersonStatus>
