import { longestCell, longestList, type RowField, rowFields, type StatedRow } from '../../domain/campaigns/campaign.ts'
import { DomainError } from '../../domain/errors.ts'
import { streamedCsvRows } from '../../text/csv-stream.ts'
import { csvTexts } from '../csv-texts.ts'

/**
 * The columns that are read, by their name in lower case; any others are passed over. Those of our own customer list and of
 * the operator's portable file, and what other partner centers call them (docs/campaigns.md).
 */
const columns: Readonly<Record<string, RowField>> = {
  'tenant id': 'tenantId',
  'customer id': 'tenantId',
  'microsoft id': 'tenantId',
  'directory id': 'tenantId',
  'company name': 'companyName',
  'primary domain': 'domain',
  'primary domain name': 'domain',
  domain: 'domain',
  country: 'country',
  cloud: 'cloud',
  mail: 'mail',
  'e-mail': 'mail',
  email: 'mail',
  'administrator mail': 'mail',
  language: 'language',
}

/**
 * The rows of a list as they come in, none of them judged: a row that cannot be read says why and keeps no other from being
 * read. Refused as a whole where it is no list: no head row with a tenant ID or a domain, no customer, or more than 10 000.
 */
export async function readList(bytes: AsyncIterable<Uint8Array>): Promise<StatedRow[]> {
  const rows: StatedRow[] = []
  let head: (RowField | undefined)[] | undefined
  for await (const { line, cells, problem } of streamedCsvRows(csvTexts(bytes, () => notAList('listNotText')))) {
    if (!head) head = headOf(cells)
    else rows.push(problem ? { ...empty(line), problem: problem === 'broken' ? 'rowBroken' : 'rowTooLong' } : rowOf(line, head, cells!))
    if (rows.length > longestList) throw notAList('listTooLong')
  }
  if (!head || rows.length === 0) throw notAList('listEmpty')
  return rows
}

function headOf(cells: readonly string[] | null): (RowField | undefined)[] {
  const head = (cells ?? []).map((name) => columns[name.trim().toLowerCase()])
  const named = head.filter((field) => field !== undefined)
  if (new Set(named).size !== named.length) throw notAList('listColumnTwice')
  if (!named.includes('tenantId') && !named.includes('domain')) throw notAList('listColumnsMissing')
  return head
}

function rowOf(line: number, head: readonly (RowField | undefined)[], cells: readonly string[]): StatedRow {
  const stated = Object.fromEntries(head.flatMap((field, place) => (field ? [[field, (cells[place] ?? '').trim()]] : [])))
  const row = clipped({ ...empty(line), ...stated })
  if (cells.some((cell) => cell.includes('\uFFFD'))) return { ...row, problem: 'rowNotUtf8' }
  return cells.length === head.length ? row : { ...row, problem: 'rowCellCount' }
}

/** A cell too long for any use is cut, so that 10 000 of them stay small, and its row refused. */
export function clipped(row: StatedRow): StatedRow {
  const long = rowFields.filter((field) => row[field].length > longestCell)
  if (long.length === 0) return row
  return { ...row, ...Object.fromEntries(long.map((field) => [field, row[field].slice(0, longestCell).toWellFormed()])), problem: 'rowTooLong' }
}

function empty(line: number): StatedRow {
  return { line, tenantId: '', companyName: '', domain: '', country: '', cloud: '', mail: '', language: '' }
}

export function notAList(reason: 'listTooLong' | 'listEmpty' | 'listNotText' | 'listColumnTwice' | 'listColumnsMissing'): DomainError {
  return new DomainError('invalidInput', `The file is no list: ${reason}.`, { reason, field: 'list' })
}
