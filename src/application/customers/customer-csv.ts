import { type Channel, type CustomerAccount, relationshipWith } from '../../domain/customers/customer-account.ts'
import { byteOrderMark, csvRow, csvRows, joinedList, splitList } from '../../text/csv.ts'

/** One customer as the file of the list has it [S4.L6.3]. */
export type CustomerLine = Pick<CustomerAccount, 'customerId' | 'companyName' | 'primaryDomain' | 'country' | 'channels' | 'tags' | 'privilegedServices' | 'relatedSince'>

/**
 * The columns in their order; the same in every language, so that any file is read back anywhere. Lists stand in one cell
 * with `|` between them; `Related since` is an instant, UTC.
 */
export const customerColumns = ['Tenant ID', 'Company name', 'Primary domain', 'Relationship', 'Country', 'Channels', 'Tags', 'Privileges', 'Related since'] as const

/** What binds the customer; `None` where it is only known from elsewhere (decision 35). */
const relationships = { active: 'Reseller', none: 'None', ended: 'None' } as const

/** The first bytes of the file: byte order mark and head row. */
export const customerFileHead = byteOrderMark + csvRow(customerColumns)

export function customerRow({ customerId, companyName, primaryDomain, country, channels, tags, privilegedServices, relatedSince }: CustomerLine): string {
  const relationship = relationships[relationshipWith({ endedAt: null, channels })]
  return csvRow([customerId, companyName, primaryDomain, relationship, country, joinedList(channels), joinedList(tags), joinedList(privilegedServices), relatedSince.toISOString()])
}

/** Where a file is none of ours. Rows count from 1, the head row included. */
export class CustomerFileError extends Error {
  readonly row: number

  constructor(message: string, row: number) {
    super(`${message} (row ${row})`)
    this.name = 'CustomerFileError'
    this.row = row
  }
}

/** The way back: exactly what was written, one customer after the other. Throws `CustomerFileError` and `CsvError`. */
export function* customersOfFile(text: string): Generator<CustomerLine> {
  let row = 0
  for (const cells of csvRows(text)) {
    row++
    if (row === 1 && cells.join('\n') !== customerColumns.join('\n')) throw new CustomerFileError(`the head row is not ${customerColumns.join(', ')}`, row)
    if (cells.length !== customerColumns.length) throw new CustomerFileError(`there are ${cells.length} cells instead of ${customerColumns.length}`, row)
    if (row > 1) yield lineOf(cells, row)
  }
}

function lineOf([customerId, companyName, primaryDomain, related, country, channels, tags, privileges, since]: readonly string[], row: number): CustomerLine {
  if (related !== relationships.active && related !== relationships.none) throw new CustomerFileError(`no relationship of ours: ${related}`, row)
  const relatedSince = new Date(since!)
  if (Number.isNaN(relatedSince.getTime())) throw new CustomerFileError(`no instant: ${since}`, row)
  return {
    customerId: customerId!,
    companyName: companyName!,
    primaryDomain: primaryDomain!,
    country: country!,
    channels: splitList(channels!) as Channel[],
    tags: splitList(tags!),
    privilegedServices: splitList(privileges!),
    relatedSince,
  }
}
