import type { Visit } from '../domain/invitations/visit.ts'
import type { Transaction } from './database.ts'

export interface StoredVisit extends Visit {
  /** follows from visitor and verdict, so that a reload is not a second visit */
  readonly id: string
  readonly at: Date
  readonly partnerId: string
  readonly requestId: string
}

/** False where this visitor with this verdict was written down already. Whoever visits cannot read the row, so nothing is returned. */
export async function insertVisitOnce(trx: Transaction, visit: StoredVisit): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('request_visits')
    .values({
      partner_id: visit.partnerId,
      request_id: visit.requestId,
      id: visit.id,
      at: visit.at,
      outcome: visit.outcome,
      reason_code: visit.reasonCode,
      visitor: visit.visitor,
    })
    // No conflict target: naming one would need the right to read the row.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
