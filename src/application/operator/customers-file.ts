import { canonicalId } from '../../domain/ids.ts'
import { byteOrderMark, CsvError, csvRow, csvRows, joinedList, splitList } from '../../text/csv.ts'
import type { PortableCustomer } from '../../store/portable-customer-store.ts'

/** The columns in their order, the same in every language; docs/customers-file.md says what stands in them. */
export const portableColumns = ['Tenant ID', 'Company name', 'Cloud', 'Country', 'Primary domain', 'Language', 'Time zone', 'Administrator', 'Administrator user', 'Administrator mail', 'Partners'] as const

export type PortableLine = Omit<PortableCustomer, 'id'> & {
  /** null takes a fresh one */
  readonly id: string | null
  /** in the file, from 1, the head row included */
  readonly row: number
}

export const portableHead = byteOrderMark + csvRow(portableColumns)

export function portableRow({ id, name, cloud, country, primaryDomain, language, timeZone, admin, partnerDomains }: PortableCustomer): string {
  return csvRow([id, name, cloud, country, primaryDomain, language, timeZone, admin.displayName, admin.userPrincipalName, admin.mail, joinedList(partnerDomains)])
}

/** Why a text is no such file: a sentence with its row. */
export class CustomersFileError extends Error {}

/** Every line of the file, or none. Throws `CustomersFileError`. */
export function linesOfCustomersFile(text: string): PortableLine[] {
  const lines: PortableLine[] = []
  let row = 0
  try {
    for (const cells of csvRows(text)) {
      row++
      if (row === 1 && cells.join('\n') !== portableColumns.join('\n')) throw new CustomersFileError(`The head row has to be: ${portableColumns.join(',')}`)
      if (cells.length !== portableColumns.length) throw new CustomersFileError(`Row ${row} has ${cells.length} cells instead of ${portableColumns.length}.`)
      if (row > 1) lines.push(lineOf(cells, row))
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CustomersFileError(`Row ${error.row}, column ${error.column} is no CSV (${error.problem}).`)
    throw error
  }
  if (row === 0) throw new CustomersFileError('The file is empty.')
  return lines
}

function lineOf(cells: readonly string[], row: number): PortableLine {
  const [id, name, cloud, country, primaryDomain, language, timeZone, displayName, userPrincipalName, mail, partners] = cells as unknown as Record<number, string> & Iterable<string>
  const tenantId = id === '' ? null : canonicalId(id!)
  if (tenantId === undefined) throw new CustomersFileError(`Row ${row}: the tenant ID is a GUID, or empty.`)
  const admin = { displayName: displayName!, userPrincipalName: userPrincipalName!, mail: mail! }
  return { row, id: tenantId, name: name!, cloud: cloud!, country: country!, primaryDomain: primaryDomain!, language: language!, timeZone: timeZone!, admin, partnerDomains: splitList(partners!) }
}
