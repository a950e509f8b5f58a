import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import type { RowOutcome } from '../../store/people-job-row-store.ts'

/** The job with what became of these rows counted in. */
export function countOutcomes(job: PeopleJob, outcomes: readonly RowOutcome[]): PeopleJob {
  const of = (state: RowOutcome['state']) => outcomes.filter((one) => one.state === state).length
  return { ...job, doneCount: job.doneCount + of('done'), unchangedCount: job.unchangedCount + of('unchanged'), refusedCount: job.refusedCount + of('refused') }
}
