import { clippedUser, nobody } from '../../application/people-jobs/read-users-file.ts'
import { type StatedUserRow, userFields } from '../../domain/people-jobs/people-job.ts'
import type { UsersFile } from './license-schemas.ts'

/** The rows that came, as CSV already read or as JSON; numbered from 1 where there was no head row. */
export function rowsOfUsers(body: UsersFile | readonly StatedUserRow[]): readonly StatedUserRow[] {
  if (!('rows' in body)) return body
  return body.rows.map((row, place) => clippedUser({ line: place + 1, stated: { ...nobody, ...Object.fromEntries(userFields.map((field) => [field, (row[field] ?? '').trim()])) }, problem: null }))
}
