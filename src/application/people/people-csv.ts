import type { Person } from '../../domain/people/person.ts'
import { byteOrderMark, csvRow, joinedList } from '../../text/csv.ts'

/** The columns in their order; the same in every language, so that any file is read back anywhere. Instants are UTC. */
const columns = ['User principal name', 'Display name', 'First name', 'Last name', 'Usage location', 'Mail', 'Roles', 'State', 'Created at', 'Last sign-in', 'User ID'] as const

/** The first bytes of the file: byte order mark and head row. */
export const peopleFileHead = byteOrderMark + csvRow(columns)

export function personLine(person: Person): string {
  const { userPrincipalName, displayName, firstName, lastName, usageLocation, mail, roles, status, createdAt, lastSignedInAt, id } = person
  return csvRow([userPrincipalName, displayName, firstName ?? '', lastName ?? '', usageLocation ?? '', mail ?? '', joinedList(roles), status, createdAt.toISOString(), lastSignedInAt?.toISOString() ?? '', id])
}
