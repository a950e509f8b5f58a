import { sql } from 'kysely'
import { isAwaiting } from '../domain/relationship-requests/relationship-request.ts'
import type { RelationshipRequest, RelationshipRequestStatus, RequestVisit } from '../domain/relationship-requests/relationship-request.ts'
import type { Transaction } from './database.ts'
import { microseconds } from './microseconds.ts'
import { requestColumns, requestFromRow } from './relationship-request-store.ts'

export interface RequestFilter {
  /** as it holds at `now` */
  readonly status?: RelationshipRequestStatus | undefined
  readonly kind?: RelationshipRequest['kind'] | undefined
  /** folded by searchKey; found inside the name or the domain that the partner stated, and inside its own name for who answered */
  readonly search?: string | undefined
  readonly now: Date
}

/** A request and the keys of its place in the list. */
export interface ListedRequest {
  readonly request: RelationshipRequest
  readonly keys: readonly [createdAt: string, id: string]
}

/** One's own requests, latest first; reading back from a place gives them in the opposite order. */
export async function listRequests(
  trx: Transaction,
  partnerId: string,
  filter: RequestFilter,
  { start, most }: { readonly start: { readonly keys: readonly unknown[]; readonly backwards: boolean } | undefined; readonly most: number },
): Promise<ListedRequest[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('relationship_requests')
    .select(requestColumns)
    .select(microseconds('created_at').as('created_key'))
    .where('partner_id', '=', partnerId)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(most)
  if (start) {
    const [createdAt, id] = start.keys as string[]
    const beyond = sql.raw(start.backwards ? '>' : '<')
    query = query.where(sql<boolean>`(created_at, id) ${beyond} (${createdAt}::timestamptz, ${id}::uuid)`)
  }
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.status) query = query.where(holdsNow(filter.status, filter.now))
  if (filter.search) {
    const part = filter.search
    query = query.where(sql<boolean>`(strpos(named_key, ${part}) > 0 or exists (
      select from customer_accounts a where a.partner_id = relationship_requests.partner_id
        and a.customer_id = coalesce(relationship_requests.customer_id, relationship_requests.named_customer_id)
        and strpos(a.search_text, ${part}) > 0))`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({ request: requestFromRow(row), keys: [row.created_key, row.id] }))
}

/** The column is late by nature: what is past its time counts as expired, whatever it says. */
function holdsNow(status: RelationshipRequestStatus, now: Date) {
  const isOpen = sql`status in ('draft', 'shared', 'opened')`
  if (status === 'expired') return sql<boolean>`(status = 'expired' or (${isOpen} and expires_at <= ${now}))`
  if (isAwaiting(status)) return sql<boolean>`(status = ${status} and expires_at > ${now})`
  return sql<boolean>`status = ${status}`
}

/** Who came and what stopped them, latest first; written by the acts on the link (visit-store.ts). */
export async function visitsOf(trx: Transaction, partnerId: string, requestId: string, most = 100): Promise<RequestVisit[]> {
  const rows = await trx
    .selectFrom('request_visits')
    .select(visitColumns)
    .where('partner_id', '=', partnerId)
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(visitFromRow)
}

/** The latest visit of each of these requests. */
export async function latestVisits(trx: Transaction, partnerId: string, requestIds: readonly string[]): Promise<ReadonlyMap<string, RequestVisit>> {
  if (requestIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('request_visits')
    .distinctOn('request_id')
    .select(['request_id', ...visitColumns])
    .where('partner_id', '=', partnerId)
    .where('request_id', 'in', [...requestIds])
    .orderBy('request_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.request_id, visitFromRow(row)]))
}

const visitColumns = ['id', 'at', 'outcome', 'reason_code', 'visitor'] as const

function visitFromRow(row: { id: string; at: Date; outcome: string; reason_code: string | null; visitor: string }): RequestVisit {
  return {
    id: row.id,
    at: row.at,
    outcome: row.outcome as RequestVisit['outcome'],
    reasonCode: row.reason_code,
    visitor: row.visitor as RequestVisit['visitor'],
  }
}
