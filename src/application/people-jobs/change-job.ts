import { DomainError } from '../../domain/errors.ts'
import { cancel, type DecidedJob, resume, start } from '../../domain/people-jobs/decide.ts'
import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import type { Action } from '../../domain/permissions.ts'
import { mightAllow } from '../../domain/rights.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'
import { describeJob, type DescribedJob } from './describe-job.ts'
import { lockJob, settleJob } from './own-job.ts'
import type { JobNamed } from './read-jobs.ts'

export interface JobChange extends JobNamed {
  /** what was read before a file is started: what is done is what was seen */
  readonly version?: number | undefined
}

/** From the dry run to the real one. */
const starting = change('create', (work, job) => start(job, work.person.personId))
export const startPeopleJob = onOwnPeople(starting)
export const startCustomersPeopleJob = onCustomersPeople(starting)

/** Somebody with the right goes on where it paused; each batch is theirs from now on. */
const resuming = change('assign', (work, job) => resume(job, work.person.personId))
export const resumePeopleJob = onOwnPeople(resuming)
export const resumeCustomersPeopleJob = onCustomersPeople(resuming)

/** The batch under way ends; what was done stays done. */
const cancelling = change('assign', ({ now }, job) => cancel(job, now))
export const cancelPeopleJob = onOwnPeople(cancelling)
export const cancelCustomersPeopleJob = onCustomersPeople(cancelling)

function change(what: 'create' | 'assign', decide: (work: Work, job: PeopleJob) => DecidedJob): PeopleAct<JobChange, DescribedJob> {
  const [own, onBehalf]: [Action, Action] = what === 'create' ? ['person.create', 'directoryUser.create'] : ['person.assignLicenses', 'directoryUser.assignLicenses']
  return {
    own,
    onBehalf,
    async run(work, side, { id, version, reader }) {
      const job = await lockJob(work, side, id)
      if (version !== undefined && job.version !== version) throw new DomainError('changedMeanwhile', 'The job changed meanwhile.')
      if (job.kind === 'upload') refuseCreating(work, side.by.isOnBehalf ?? false)
      return describeJob(work, side, await settleJob(work, side, decide(work, job)), reader)
    },
  }
}

/** A file of users is a matter of those who may create some. */
function refuseCreating({ person }: Work, isOnBehalf: boolean): void {
  const action: Action = isOnBehalf ? 'directoryUser.create' : 'person.create'
  if (!mightAllow(person.roles, action)) throw new DomainError('notAllowed', 'The roles do not allow creating users.', { reason: 'roleMissing', action })
}
