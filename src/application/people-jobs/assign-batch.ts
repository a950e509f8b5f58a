import { changesNothing, type Settled } from '../../domain/licenses/settle-wishes.ts'
import { finish } from '../../domain/people-jobs/decide.ts'
import { jobRowsInState, type RowOutcome, saveOutcomes } from '../../store/people-job-row-store.ts'
import { lockPeopleJob, savePeopleJob } from '../../store/people-job-store.ts'
import { changeEvents, changeLicenses } from '../licenses/change-licenses.ts'
import type { PeopleAct } from '../people/people-side.ts'
import { countOutcomes } from './count-outcomes.ts'
import type { BatchAsk } from './work-job.ts'

const batch = 500

/** The licenses of the next users of a job, by the same act as those of one. */
export const assignBatch: PeopleAct<BatchAsk, void> = {
  own: 'person.assignLicenses',
  onBehalf: 'directoryUser.assignLicenses',

  async run(work, side, { jobId }) {
    const job = await lockPeopleJob(work.trx, side.tenantId, jobId)
    if (job?.status !== 'running') return
    const rows = await jobRowsInState(work.trx, job, 'waiting', batch)
    const settled = await changeLicenses(work, side, { people: rows.flatMap(({ personId }) => personId ?? []), wishes: job.wishes })
    const byPerson = new Map(settled.map((one) => [one.personId, one]))
    const outcomes = rows.map(({ line, personId }) => outcomeOf(line, byPerson.get(personId!)))
    await saveOutcomes(work.trx, job, outcomes)
    side.recordMany(changeEvents(side.tenantId, settled))
    const counted = countOutcomes(job, outcomes)
    if (rows.length === batch) await savePeopleJob(work.trx, counted)
    else {
      const { next, event } = finish(counted, work.now)
      await savePeopleJob(work.trx, next)
      side.record(event)
    }
  },
}

function outcomeOf(line: number, settled: Settled | undefined): RowOutcome {
  if (!settled) return { line, state: 'refused', reason: 'userNotThere' }
  if (settled.refusal) return { line, state: 'refused', ...settled.refusal }
  return { line, state: changesNothing(settled) ? 'unchanged' : 'done' }
}
