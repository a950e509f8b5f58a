import { sql } from 'kysely'
import { answerHours, type ServiceRequest, type ServiceRequestStatus, type Severity, severities } from '../domain/support/service-request.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import { requestFromRow, type RequestReach, within } from './service-request-store.ts'

export interface ServiceRequestFilter {
  readonly status?: ServiceRequestStatus | undefined
  readonly severity?: Severity | undefined
  readonly customerId?: string | undefined
  /** past the time within which the desk answers */
  readonly isOverdue?: true | undefined
  /** folded by searchKey; found inside the title */
  readonly search?: string | undefined
  readonly now: Date
}

export interface ListedServiceRequest {
  readonly request: ServiceRequest
  readonly keys: readonly [changedAt: string, id: string]
}

/** Those of one side, latest change first. Reading back gives them in the opposite order. */
export async function listServiceRequests(
  trx: Transaction,
  reach: RequestReach,
  { status, severity, customerId, isOverdue, search, now }: ServiceRequestFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedServiceRequest[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = within(trx, reach).select(microseconds('changed_at').as('changed_key')).orderBy('changed_at', direction).orderBy('id', direction).limit(most)
  if (start) {
    const [changedAt, id] = start.keys as string[]
    query = query.where(sql<boolean>`(changed_at, id) ${sql.raw(start.backwards ? '>' : '<')} (${changedAt}::timestamptz, ${id}::uuid)`)
  }
  if (status) query = query.where('status', '=', status)
  if (severity) query = query.where('severity', '=', severity)
  if (customerId) query = query.where('customer_id', '=', customerId)
  if (isOverdue) query = query.where((where) => where.or(severities.map((one) => where.and([where('severity', '=', one), where('waiting_since', '<=', new Date(now.getTime() - answerHours[one] * 3_600_000))]))))
  if (search) query = query.where(sql<boolean>`strpos(title_key, ${search}) > 0`)
  return (await query.execute()).map((row) => ({ request: requestFromRow(row), keys: [row.changed_key, row.id] }))
}
