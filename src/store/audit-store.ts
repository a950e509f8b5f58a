import { sql } from 'kysely'
import type { AuditFilter, RecordedEvent } from '../domain/activity/recorded-event.ts'
import { eventFromRow } from './activity-store.ts'
import type { Transaction } from './database.ts'

export interface AuditedEvent extends RecordedEvent {
  readonly traceId: string | null
  /** the organizations that read it */
  readonly tenantIds: readonly string[]
}

export interface AuditPage {
  readonly start: { readonly at: Date; readonly id: string; readonly backwards: boolean } | undefined
  readonly most: number
}

/** Every event of the installation, newest first; for the scope of the operator. */
export async function listAllEvents(trx: Transaction, filter: AuditFilter, { start, most }: AuditPage): Promise<AuditedEvent[]> {
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = trx
    .selectFrom('events as e')
    .select(['e.id', 'e.at', 'e.type', 'e.outcome', 'e.reason_code', 'e.resource_type', 'e.resource_id', 'e.actor_kind', 'e.actor_person_id', 'e.actor_tenant_id', 'e.through', 'e.trace_id', 'e.data'])
    .select(sql<string[]>`array(select r.tenant_id from event_readers r where r.event_id = e.id order by 1)`.as('tenant_ids'))
  if (filter.tenantId) {
    // By the organization's own index on time, not by looking at every event.
    query = query.innerJoin('event_readers as reader', (join) => join.onRef('reader.event_id', '=', 'e.id').on('reader.tenant_id', '=', filter.tenantId!))
  }
  if (filter.personId) query = query.where('e.actor_person_id', '=', filter.personId)
  if (filter.type) query = query.where('e.type', '=', filter.type)
  if (filter.outcome) query = query.where('e.outcome', '=', filter.outcome)
  if (filter.from) query = query.where('e.at', '>=', filter.from)
  if (filter.to) query = query.where('e.at', '<', filter.to)
  if (start) {
    const edge = sql`(${start.at}::timestamptz, ${start.id}::uuid)`
    query = query.where(start.backwards ? sql<boolean>`(e.at, e.id) > ${edge}` : sql<boolean>`(e.at, e.id) < ${edge}`)
  }
  const rows = await query.orderBy('e.at', direction).orderBy('e.id', direction).limit(most).execute()
  return rows.map((row) => ({ ...eventFromRow({ ...row, counterpart_id: null }), traceId: row.trace_id, tenantIds: row.tenant_ids }))
}

/** Whether this person's look at the same part of the log was recorded since then: leafing through it is one look. */
export async function lookedSince(trx: Transaction, { personId, filter, since }: { readonly personId: string; readonly filter: string; readonly since: Date }): Promise<boolean> {
  const row = await trx
    .selectFrom('events')
    .select('id')
    .where('actor_person_id', '=', personId)
    .where('type', '=', 'audit.read')
    .where('at', '>', since)
    .where(sql<boolean>`data ->> 'filter' = ${filter}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
