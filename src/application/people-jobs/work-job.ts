import { theSystem } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { stopByItself } from '../../domain/people-jobs/decide.ts'
import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import { enqueuePeopleJob, findAnyPeopleJob, lockPeopleJob, peopleJobsAtWork, savePeopleJob } from '../../store/people-job-store.ts'
import { actingPerson, passesByItself } from '../acting-person.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import type { UseCase } from '../use-case.ts'
import { assignBatch } from './assign-batch.ts'
import { checkUploadBatch } from './check-upload-batch.ts'
import { createBatch } from './create-batch.ts'

/**
 * Works at a job batch after batch until nothing is left to do. Each batch is an act of the person who began or resumed it,
 * judged like any other, in one transaction with what is said of its rows: a crash loses or doubles nothing.
 */
export async function workPeopleJob(env: Environment, jobId: string): Promise<void> {
  for (;;) {
    const job = await performNow(env, nextJob, theSystem, { id: jobId })
    const step = job && stepOf(job)
    if (!step) return
    try {
      const actor = await actingPerson(env, job.actingId, 'people-job')
      if (actor.tenantId === job.tenantId) await performNow(env, step.own, actor, { jobId })
      else await performNow(env, step.onBehalf, actor, { jobId, customerId: job.tenantId })
    } catch (error) {
      if (!(error instanceof DomainError) || passesByItself(error)) throw error
      await performNow(env, stopJobByItself, theSystem, { id: jobId, reason: String(error.details.reason ?? error.code) })
    }
  }
}

export interface BatchAsk {
  readonly jobId: string
}

const steps = { check: bothSides(checkUploadBatch), create: bothSides(createBatch), assign: bothSides(assignBatch) }

function bothSides(act: PeopleAct<BatchAsk, void>) {
  return { own: onOwnPeople(act), onBehalf: onCustomersPeople(act) }
}

function stepOf({ kind, status }: PeopleJob) {
  if (status === 'checking') return steps.check
  if (status !== 'running') return undefined
  return kind === 'upload' ? steps.create : steps.assign
}

const nextJob: UseCase<{ readonly id: string }, PeopleJob | undefined> = {
  action: 'installation.run',
  run: ({ trx }, { id }) => findAnyPeopleJob(trx, id),
}

const stopJobByItself: UseCase<{ readonly id: string; readonly reason: string }, void> = {
  action: 'installation.run',

  async run(work, { id, reason }) {
    const found = await findAnyPeopleJob(work.trx, id)
    const job = found && (await lockPeopleJob(work.trx, found.tenantId, id))
    if (job?.status !== 'running' && job?.status !== 'checking') return
    const { next, event } = stopByItself(job, reason, work.now)
    await savePeopleJob(work.trx, next)
    await work.record({ ...event, readers: readersOf(job) })
  },
}

function readersOf({ tenantId, partnerId }: PeopleJob) {
  return partnerId === null ? [{ tenantId }] : [{ tenantId, counterpartId: partnerId }, { tenantId: partnerId, counterpartId: tenantId }]
}

/** Whatever lost its place in the queue gets one; for the schedule. */
export const wakePeopleJobs: UseCase<void, number> = {
  action: 'installation.run',

  async run({ trx }) {
    for (const id of await peopleJobsAtWork(trx)) await enqueuePeopleJob(trx, id)
    return 0
  },
}
