import { sql } from 'kysely'
import type { Transfer } from '../domain/transfers/transfer.ts'
import type { TransferStatus } from '../domain/transfers/transitions.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import { isSideOfTransfer, mayKnow, transferColumns, transferFromRow } from './transfer-store.ts'

export interface TransferFilter {
  /** as it holds at `now` */
  readonly status?: TransferStatus | undefined
  readonly now: Date
}

export interface ListedTransfer {
  readonly transfer: Transfer
  readonly keys: readonly [createdAt: string, id: string]
}

/** Those in which this organization is a side, latest first. Reading back gives them in the opposite order. */
export async function listTransfersOf(
  trx: Transaction,
  tenantId: string,
  { status, now }: TransferFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedTransfer[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('subscription_transfers')
    .select(transferColumns)
    .select(microseconds('created_at').as('created_key'))
    .where(isSideOfTransfer(tenantId))
    .where(mayKnow(tenantId))
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(created_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  if (status) query = query.where(holdsNow(status, now))
  const rows = await query.execute()
  return rows.map((row) => ({ transfer: transferFromRow(row), keys: [row.created_key, row.id] }))
}

/** The column is late by nature: what is past its time counts as expired, whatever it says. */
function holdsNow(status: TransferStatus, now: Date) {
  if (status === 'expired') return sql<boolean>`(status = 'expired' or (status in ('asked', 'offered') and expires_at <= ${now}))`
  if (status === 'asked' || status === 'offered') return sql<boolean>`(status = ${status} and expires_at > ${now})`
  return sql<boolean>`status = ${status}`
}
