import { type Insertable, sql } from 'kysely'
import type { Transaction } from './database.ts'
import type { DB } from './schema.generated.ts'

/** Rows a statement: far below the 65,535 parameters that the protocol knows, and well within the statement timeout. */
const chunk = 500

/** Writes many rows of one table, in the order given. For imports and demo data. */
export async function insertMany<Table extends keyof DB & string>(trx: Transaction, table: Table, rows: readonly Insertable<DB[Table]>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    await trx
      .insertInto(table)
      .values(rows.slice(start, start + chunk) as never)
      .execute()
  }
}

/** The next number of a resource's events, for rows of `events` that are written in bulk. */
export function nextSequence(resourceId: string): number {
  return sql<number>`next_sequence(${resourceId})` as unknown as number
}
