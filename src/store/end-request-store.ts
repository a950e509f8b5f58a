import { DomainError } from '../domain/errors.ts'
import type { EndRequest } from '../domain/removal/end-request.ts'
import type { Transaction } from './database.ts'

/** One open question per partner and customer; a second is refused by the database (alreadyExists). */
export async function insertEndRequest(trx: Transaction, request: EndRequest): Promise<void> {
  await trx
    .insertInto('end_requests')
    .values({
      partner_id: request.partnerId,
      customer_id: request.customerId,
      id: request.id,
      status: request.status,
      reason: request.reason,
      asked_at: request.askedAt,
      asked_by: request.askedBy,
      answer_due_at: request.answerDueAt,
    })
    .execute()
}

/** The customer's question that awaits an answer, held for the act. */
export async function lockOpenEndRequest(trx: Transaction, partnerId: string, customerId: string): Promise<EndRequest | undefined> {
  const row = await between(trx, partnerId, customerId).where('status', '=', 'asked').forUpdate().executeTakeFirst()
  return row && endRequestFromRow(row)
}

/** The latest question between the two, answered or not. */
export async function latestEndRequest(trx: Transaction, partnerId: string, customerId: string): Promise<EndRequest | undefined> {
  const row = await between(trx, partnerId, customerId).orderBy('asked_at', 'desc').limit(1).executeTakeFirst()
  return row && endRequestFromRow(row)
}

export async function saveEndRequest(trx: Transaction, next: EndRequest): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('end_requests')
    .set({
      status: next.status,
      answered_at: next.answeredAt,
      answered_by: next.answeredBy,
      answer_note: next.answerNote,
      version: next.version + 1,
    })
    .where('partner_id', '=', next.partnerId)
    .where('customer_id', '=', next.customerId)
    .where('id', '=', next.id)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The question was answered meanwhile.')
}

function between(trx: Transaction, partnerId: string, customerId: string) {
  return trx
    .selectFrom('end_requests')
    .select([
      'partner_id',
      'customer_id',
      'id',
      'status',
      'reason',
      'asked_at',
      'asked_by',
      'answer_due_at',
      'answered_at',
      'answered_by',
      'answer_note',
      'version',
    ])
    .where('partner_id', '=', partnerId)
    .where('customer_id', '=', customerId)
}

interface EndRequestRow {
  partner_id: string
  customer_id: string
  id: string
  status: string
  reason: string | null
  asked_at: Date
  asked_by: string
  answer_due_at: Date
  answered_at: Date | null
  answered_by: string | null
  answer_note: string | null
  version: number
}

function endRequestFromRow(row: EndRequestRow): EndRequest {
  return {
    partnerId: row.partner_id,
    customerId: row.customer_id,
    id: row.id,
    status: row.status as EndRequest['status'],
    reason: row.reason,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    answerDueAt: row.answer_due_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    answerNote: row.answer_note,
    version: row.version,
  }
}
