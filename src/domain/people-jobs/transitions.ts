import type { TransitionTable } from '../transition.ts'
import type { PeopleJobStatus } from './people-job.ts'

/** What was done stays done, whatever becomes of the job; only what waits is given up. */
export const peopleJobTransitions = {
  finishCheck: { from: ['checking'], to: 'checked' },
  start: { from: ['checked'], to: 'running' },
  // Where whoever began it may no longer; somebody who may goes on.
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  cancel: { from: ['checking', 'checked', 'running', 'paused'], to: 'cancelled' },
} as const satisfies TransitionTable<PeopleJobStatus>

export type PeopleJobAct = keyof typeof peopleJobTransitions
