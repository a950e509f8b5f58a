import { finish } from '../../domain/people-jobs/decide.ts'
import type { PeopleJob } from '../../domain/people-jobs/people-job.ts'
import { seal } from '../../security/seal.ts'
import { keepPassword } from '../../store/issued-password-store.ts'
import { type JobRow, jobRowsInState, type RowOutcome, saveOutcomes } from '../../store/people-job-row-store.ts'
import { lockPeopleJob, savePeopleJob } from '../../store/people-job-store.ts'
import { addPerson } from '../people/create-person.ts'
import type { PeopleAct, PeopleSide } from '../people/people-side.ts'
import { newTemporaryPassword, type TemporaryPassword } from '../people/temporary-password.ts'
import type { Work } from '../use-case.ts'
import { refusedRow } from './check-upload-batch.ts'
import { countOutcomes } from './count-outcomes.ts'
import { statedWish } from './stated-wish.ts'
import type { BatchAsk } from './work-job.ts'

/** Few at a time: their passwords are hashed before the transaction begins. */
const batch = 20

interface CreateAsk extends BatchAsk {
  readonly passwords?: readonly TemporaryPassword[] | undefined
}

/** Creates the next users of a file, each by the same act as one alone, and keeps their passwords sealed until they are taken. */
export const createBatch: PeopleAct<CreateAsk, void> = {
  own: 'person.create',
  onBehalf: 'directoryUser.create',
  changes: true,
  prepare: async (env, input) => ({ ...input, passwords: await Promise.all(Array.from({ length: batch }, () => newTemporaryPassword(env))) }),

  async run(work, side, { jobId, passwords }) {
    // Before the job, as every act that creates somebody: the lock on the administration is everybody's first.
    await side.changer()
    const job = await lockPeopleJob(work.trx, side.tenantId, jobId)
    if (job?.status !== 'running') return
    const rows = await jobRowsInState(work.trx, job, 'waiting', batch)
    const outcomes: RowOutcome[] = []
    for (const [place, row] of rows.entries()) outcomes.push(await created(work, side, { job, row, temporary: passwords![place]! }))
    await saveOutcomes(work.trx, job, outcomes)
    const counted = countOutcomes(job, outcomes)
    if (rows.length === batch) await savePeopleJob(work.trx, counted)
    else {
      const { next, event } = finish(counted, work.now)
      await savePeopleJob(work.trx, next)
      side.record(event)
    }
  },
}

async function created(work: Work, side: PeopleSide, { job, row, temporary }: { readonly job: PeopleJob; readonly row: JobRow; readonly temporary: TemporaryPassword }): Promise<RowOutcome> {
  try {
    const { person, credentials } = await addPerson(work, side, { ...statedWish(row.stated), temporary })
    const sealed = seal(work.env.keyRing, 'issuedPassword', person.id, credentials.temporaryPassword)
    await keepPassword(work.trx, job, { personId: person.id, sealed, expiresAt: credentials.validUntil })
    return { line: row.line, state: 'done', personId: person.id }
  } catch (error) {
    return refusedRow(row.line, error)
  }
}
