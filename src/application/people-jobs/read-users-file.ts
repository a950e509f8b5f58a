import { DomainError } from '../../domain/errors.ts'
import { longestCell, mostUploaded, type StatedUser, type StatedUserRow, userFields } from '../../domain/people-jobs/people-job.ts'
import { streamedCsvRows } from '../../text/csv-stream.ts'
import { csvTexts } from '../csv-texts.ts'

/** The columns that are read, by their name in lower case; any others are passed over (docs/users-file.md). Those of our own export, and what other admin centers call them. */
const columns: Readonly<Record<string, keyof StatedUser>> = {
  'user principal name': 'userPrincipalName',
  'user name': 'userPrincipalName',
  username: 'userPrincipalName',
  'nombre de usuario': 'userPrincipalName',
  'display name': 'displayName',
  'nombre para mostrar': 'displayName',
  'first name': 'firstName',
  nombre: 'firstName',
  'last name': 'lastName',
  apellidos: 'lastName',
  'usage location': 'usageLocation',
  location: 'usageLocation',
  'ubicación de uso': 'usageLocation',
  mail: 'mail',
  email: 'mail',
  'e-mail': 'mail',
  'alternate email address': 'mail',
  correo: 'mail',
}

/** The rows of a file as they come in, none of them judged: a row that cannot be read says why and keeps no other from being read. */
export async function readUsersFile(bytes: AsyncIterable<Uint8Array>): Promise<StatedUserRow[]> {
  const rows: StatedUserRow[] = []
  let head: (keyof StatedUser | undefined)[] | undefined
  for await (const { line, cells, problem } of streamedCsvRows(csvTexts(bytes, () => notAUsersFile('usersFileNotText')))) {
    if (!head) head = headOf(cells)
    else rows.push(problem ? { line, stated: nobody, problem: problem === 'broken' ? 'rowBroken' : 'rowTooLong' } : rowOf(line, head, cells!))
    if (rows.length > mostUploaded) throw notAUsersFile('usersFileTooLong')
  }
  if (!head || rows.length === 0) throw notAUsersFile('usersFileEmpty')
  return rows
}

function headOf(cells: readonly string[] | null): (keyof StatedUser | undefined)[] {
  const head = (cells ?? []).map((name) => columns[name.trim().toLowerCase()])
  const named = head.filter((field) => field !== undefined)
  if (new Set(named).size !== named.length) throw notAUsersFile('usersFileColumnTwice')
  const hasName = named.includes('displayName') || (named.includes('firstName') && named.includes('lastName'))
  if (!named.includes('userPrincipalName') || !hasName) throw notAUsersFile('usersFileColumnsMissing')
  return head
}

function rowOf(line: number, head: readonly (keyof StatedUser | undefined)[], cells: readonly string[]): StatedUserRow {
  const stated = { ...nobody, ...Object.fromEntries(head.flatMap((field, place) => (field ? [[field, (cells[place] ?? '').trim()]] : []))) }
  const row = clippedUser({ line, stated, problem: null })
  if (cells.some((cell) => cell.includes('\uFFFD'))) return { ...row, problem: 'rowNotUtf8' }
  return cells.length === head.length ? row : { ...row, problem: 'rowCellCount' }
}

/** A cell too long for any use is cut and its row refused. */
export function clippedUser(row: StatedUserRow): StatedUserRow {
  if (userFields.every((field) => row.stated[field].length <= longestCell)) return row
  const cut = Object.fromEntries(userFields.map((field) => [field, row.stated[field].slice(0, longestCell).toWellFormed()]))
  return { ...row, stated: { ...row.stated, ...cut }, problem: 'rowTooLong' }
}

export const nobody: StatedUser = { userPrincipalName: '', displayName: '', firstName: '', lastName: '', usageLocation: '', mail: '' }

export function notAUsersFile(reason: 'usersFileTooLong' | 'usersFileEmpty' | 'usersFileNotText' | 'usersFileColumnTwice' | 'usersFileColumnsMissing'): DomainError {
  return new DomainError('invalidInput', `The file is no list of users: ${reason}.`, { reason, field: 'file' })
}
