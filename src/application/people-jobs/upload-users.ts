import { begin } from '../../domain/people-jobs/decide.ts'
import { mostUploaded, type StatedUserRow } from '../../domain/people-jobs/people-job.ts'
import type { Language } from '../../language/languages.ts'
import { insertStatedRows } from '../../store/people-job-row-store.ts'
import { insertPeopleJob } from '../../store/people-job-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import { describeJob, type DescribedJob } from './describe-job.ts'
import { aJob, putJobToWork } from './own-job.ts'
import { notAUsersFile } from './read-users-file.ts'

export interface UsersFile {
  readonly rows: readonly StatedUserRow[]
  readonly reader: Language
}

/** Takes the rows of a file and has them looked at: a dry run, in which nobody is created. */
const uploading: PeopleAct<UsersFile, DescribedJob> = {
  own: 'person.create',
  onBehalf: 'directoryUser.create',

  async run(work, side, { rows, reader }) {
    if (rows.length === 0) throw notAUsersFile('usersFileEmpty')
    if (rows.length > mostUploaded) throw notAUsersFile('usersFileTooLong')
    const judged = withoutTwins(rows)
    const unread = judged.filter(({ problem }) => problem !== null).length
    const { next, event } = begin({ ...aJob(work, side, { kind: 'upload', status: 'checking', wishes: [], rowCount: rows.length }), refusedCount: unread, checkedCount: unread })
    await insertPeopleJob(work.trx, next)
    await insertStatedRows(work.trx, next, judged)
    await putJobToWork(work, next)
    side.record(event)
    return describeJob(work, side, next, reader)
  },
}

export const uploadUsers = onOwnPeople(uploading)
export const uploadCustomersUsers = onCustomersPeople(uploading)

/** Of two rows with one user name the first stands; unique addresses are no rule of ours, as a family may share one. */
function withoutTwins(rows: readonly StatedUserRow[]): StatedUserRow[] {
  const named = new Set<string>()
  return rows.map((row) => {
    const key = row.stated.userPrincipalName.toLowerCase()
    if (row.problem !== null || key === '') return row
    if (named.has(key)) return { ...row, problem: 'userTwiceInFile' }
    named.add(key)
    return row
  })
}
