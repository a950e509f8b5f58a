import { sql } from 'kysely'

/** An instant as text with all its digits: a Date keeps only milliseconds, and a page that continues there would repeat a row. */
export function microseconds(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
