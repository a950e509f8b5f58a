import { type SqlBool, sql } from 'kysely'
import type { Trace } from '../domain/personal-data/table-data.ts'
import type { Transaction } from './database.ts'

export interface TracedRow {
  /** where the row stands, for the next piece */
  readonly place: string
  readonly row: Readonly<Record<string, unknown>>
}

/** Rows of one table that a trace leads to, with the columns that are about this subject alone; as far as the transaction sees. */
export async function tracedRows(trx: Transaction, { table, trace, value }: { table: string; trace: Trace; value: string }, { after, most }: { after: string | undefined; most: number }): Promise<TracedRow[]> {
  const by = sql.ref(trace.by)
  const isTheirs = trace.as === 'person' ? sql<SqlBool>`${by} = ${value}::uuid` : sql<SqlBool>`lower(${by}) = lower(${value})`
  const columns = sql.join(trace.show.map((column) => sql.ref(column)))
  const { rows } = await sql<TracedRow>`
    select place::text as place, to_jsonb(shown) - 'place' as row
    from (select ctid as place, ${columns} from ${sql.table(table)}
      where ${isTheirs} and ctid > ${after ?? '(0,0)'}::tid order by ctid limit ${most}) shown
    order by shown.place`.execute(trx)
  return rows
}

/** Instants in what follows are UTC. */
export async function inUtc(trx: Transaction): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true)`.execute(trx)
}
