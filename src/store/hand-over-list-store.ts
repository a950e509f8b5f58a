import { sql } from 'kysely'
import type { HandOver, HandOverStatus } from '../domain/hand-overs/hand-over.ts'
import type { Transaction } from './database.ts'
import { handOverColumns, handOverFromRow, isSide } from './hand-over-store.ts'
import { microseconds } from './microseconds.ts'

export interface HandOverFilter {
  /** as it holds at `now` */
  readonly status?: HandOverStatus | undefined
  readonly now: Date
}

export interface ListedHandOver {
  readonly handOver: HandOver
  readonly keys: readonly [createdAt: string, id: string]
}

/** Those in which this organization is a side, latest first. Reading back gives them in the opposite order. */
export async function listHandOversOf(
  trx: Transaction,
  tenantId: string,
  { status, now }: HandOverFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedHandOver[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('hand_overs')
    .select(handOverColumns)
    .select(microseconds('created_at').as('created_key'))
    .where(isSide(tenantId))
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  if (status) query = query.where(holdsNow(status, now))
  const rows = await query.execute()
  return rows.map((row) => ({ handOver: handOverFromRow(row), keys: [row.created_key, row.id] }))
}

/** The column is late by nature: what is past its time counts as expired, whatever it says. */
function holdsNow(status: HandOverStatus, now: Date) {
  if (status === 'expired') return sql<boolean>`(status = 'expired' or (status in ('proposed', 'agreed') and expires_at <= ${now}))`
  if (status === 'proposed' || status === 'agreed') return sql<boolean>`(status = ${status} and expires_at > ${now})`
  return sql<boolean>`status = ${status}`
}
