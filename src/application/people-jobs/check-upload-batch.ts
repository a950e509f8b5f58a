import { DomainError } from '../../domain/errors.ts'
import { finishCheck } from '../../domain/people-jobs/decide.ts'
import { jobRowsInState, type JobRow, type RowOutcome, saveOutcomes } from '../../store/people-job-row-store.ts'
import { lockPeopleJob, savePeopleJob } from '../../store/people-job-store.ts'
import { userNamesTaken } from '../../store/person-store.ts'
import { findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import type { PeopleAct } from '../people/people-side.ts'
import { ownUserName, wishedFacts } from '../people/person-wish.ts'
import { countOutcomes } from './count-outcomes.ts'
import { statedWish } from './stated-wish.ts'
import type { BatchAsk } from './work-job.ts'

const batch = 500

/** Looks at the next rows of a file as creating them would, and creates nobody. */
export const checkUploadBatch: PeopleAct<BatchAsk, void> = {
  own: 'person.create',
  onBehalf: 'directoryUser.create',

  async run(work, side, { jobId }) {
    const job = await lockPeopleJob(work.trx, side.tenantId, jobId)
    if (job?.status !== 'checking') return
    const rows = await jobRowsInState(work.trx, job, 'unchecked', batch)
    const tenant = await findOwnTenant(work.trx, side.tenantId)
    const taken = await userNamesTaken(work.trx, side.tenantId, rows.map(({ stated }) => stated.userPrincipalName.toLowerCase()))
    const outcomes = rows.map((row) => judged(row, tenant, taken))
    await saveOutcomes(work.trx, job, outcomes)
    const counted = countOutcomes({ ...job, checkedCount: job.checkedCount + rows.length }, outcomes)
    if (rows.length === batch) await savePeopleJob(work.trx, counted)
    else {
      const { next, event } = finishCheck(counted)
      await savePeopleJob(work.trx, next)
      side.record(event)
    }
  },
}

function judged({ line, stated }: JobRow, tenant: Tenant, taken: ReadonlySet<string>): RowOutcome {
  try {
    const wish = statedWish(stated)
    wishedFacts(wish)
    const name = ownUserName(wish.userPrincipalName, tenant)
    return taken.has(name.toLowerCase()) ? { line, state: 'refused', reason: 'userPrincipalNameTaken' } : { line, state: 'waiting' }
  } catch (error) {
    return refusedRow(line, error)
  }
}

/** Why a user was not created, by the code with which creating one alone is refused; anything else is no matter of the row. */
export function refusedRow(line: number, error: unknown): RowOutcome {
  if (!(error instanceof DomainError) || !['invalidInput', 'invalidName', 'invalidMailAddress', 'alreadyExists'].includes(error.code)) throw error
  return { line, state: 'refused', reason: String(error.details.reason ?? error.code) }
}
