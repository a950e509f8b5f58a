import { DomainError } from '../../domain/errors.ts'
import type { DecidedJob } from '../../domain/people-jobs/decide.ts'
import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import { enqueuePeopleJob, findPeopleJob, lockPeopleJob, savePeopleJob } from '../../store/people-job-store.ts'
import type { PeopleSide } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'

/** On behalf, a partner sees what it began itself: what others did is between them and the customer. */
function seen({ person }: Work, { by }: PeopleSide, job: PeopleJob | undefined): PeopleJob {
  if (!job || (by.isOnBehalf && job.partnerId !== person.tenantId)) throw new DomainError('notFound', 'No such job.')
  return job
}

export async function findJob(work: Work, side: PeopleSide, id: string): Promise<PeopleJob> {
  return seen(work, side, await findPeopleJob(work.trx, side.tenantId, id))
}

/** Held for the act; the batch under way ends first. */
export async function lockJob(work: Work, side: PeopleSide, id: string): Promise<PeopleJob> {
  return seen(work, side, await lockPeopleJob(work.trx, side.tenantId, id))
}

/** State and fact together; what has something to do is put to work by the act itself. */
export async function settleJob(work: Work, side: Pick<PeopleSide, 'record'>, { next, event }: DecidedJob): Promise<PeopleJob> {
  const saved = await savePeopleJob(work.trx, next)
  side.record(event)
  if (saved.status === 'running') await putJobToWork(work, saved)
  return saved
}

export function putJobToWork({ trx, env }: Work, { id }: PeopleJob): Promise<void> {
  return enqueuePeopleJob(trx, id, env.telemetry?.tracer?.current())
}

/** As it begins: nothing done. */
export function aJob(work: Work, side: PeopleSide, facts: Pick<PeopleJob, 'kind' | 'status' | 'wishes' | 'rowCount'>): PeopleJob {
  const { person, now, newId } = work
  return {
    ...facts,
    tenantId: side.tenantId,
    id: newId(),
    partnerId: side.by.isOnBehalf ? person.tenantId : null,
    ...{ checkedCount: 0, doneCount: 0, unchangedCount: 0, refusedCount: 0, pauseReason: null },
    ...{ createdBy: person.personId, createdAt: now, actingId: person.personId, endedAt: null, version: 1 },
  }
}
