import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { openTransitions, transition } from '../transition.ts'
import type { PeopleJob } from './people-job.ts'
import { type PeopleJobAct, peopleJobTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedJob {
  readonly next: PeopleJob
  readonly event: EventDraft
}

export function begin(job: PeopleJob): DecidedJob {
  return { next: job, event: fact(job, job.kind === 'upload' ? 'peopleJob.fileTaken' : 'peopleJob.started', { kind: job.kind, rows: job.rowCount }) }
}

/** A dry run is over: who would be created and who would not; nobody is, yet. */
export function finishCheck(job: PeopleJob): DecidedJob {
  const next = { ...job, status: to(job, 'finishCheck') }
  return { next, event: fact(next, 'peopleJob.checked', { rows: job.rowCount - job.refusedCount, refused: job.refusedCount }) }
}

/** Needs a row that can be done: an empty start would look like one that did something. */
export function start(job: PeopleJob, by: string): DecidedJob {
  const next = { ...job, status: to(job, 'start'), actingId: by }
  if (job.refusedCount === job.rowCount) throw new DomainError('invalidTransition', 'No row of the file can be created.', { reason: 'nothingToCreate', action: 'start' })
  return { next, event: fact(next, 'peopleJob.started', { kind: job.kind, rows: job.rowCount - job.refusedCount }) }
}

/** By itself, where the right to go on has ended; a dry run is given up, as nothing came of it yet. */
export function stopByItself(job: PeopleJob, reason: string, now: Date): DecidedJob {
  if (job.status === 'checking') return { next: { ...job, status: to(job, 'cancel'), pauseReason: reason, endedAt: now }, event: { ...fact(job, 'peopleJob.cancelled', { rows: 0 }), refused: reason } }
  const next = { ...job, status: to(job, 'pause'), pauseReason: reason }
  return { next, event: { ...fact(next, 'peopleJob.paused', {}), refused: reason } }
}

export function resume(job: PeopleJob, by: string): DecidedJob {
  const next = { ...job, status: to(job, 'resume'), pauseReason: null, actingId: by }
  return { next, event: fact(next, 'peopleJob.resumed', {}) }
}

export function finish(job: PeopleJob, now: Date): DecidedJob {
  const next = { ...job, status: to(job, 'finish'), endedAt: now }
  return { next, event: fact(next, 'peopleJob.finished', { kind: job.kind, rows: job.doneCount, refused: job.refusedCount }) }
}

/** What was done stays done. */
export function cancel(job: PeopleJob, now: Date): DecidedJob {
  const next = { ...job, status: to(job, 'cancel'), endedAt: now, pauseReason: null }
  return { next, event: fact(next, 'peopleJob.cancelled', { rows: job.doneCount }) }
}

export function openJobActs({ status }: PeopleJob): PeopleJobAct[] {
  return openTransitions(peopleJobTransitions, status)
}

function to<Act extends PeopleJobAct>(job: PeopleJob, act: Act): (typeof peopleJobTransitions)[Act]['to'] {
  return transition(peopleJobTransitions, job.status, act)
}

function fact({ id, tenantId }: PeopleJob, type: EventType, data: Readonly<Record<string, unknown>>): EventDraft {
  return { type, resource: { type: 'peopleJob', id }, readers: [{ tenantId }], data }
}
