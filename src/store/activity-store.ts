import { sql } from 'kysely'
import type { ActivityFilter, KnownName, RecordedEvent } from '../domain/activity/recorded-event.ts'
import type { EventType, ResourceType } from '../domain/events.ts'
import type { Transaction } from './database.ts'

export interface ActivityStart {
  readonly at: Date
  readonly id: string
  readonly backwards: boolean
}

/** Facts that this tenant may see, newest first; oldest first when reading back. */
export async function listEvents(
  trx: Transaction,
  tenantId: string,
  filter: ActivityFilter,
  page: { readonly start: ActivityStart | undefined; readonly most: number },
): Promise<RecordedEvent[]> {
  const { start, most } = page
  const direction = start?.backwards ? 'asc' : 'desc'
  let query = eventsOf(trx, tenantId)
  if (filter.counterpartId) query = query.where('reader.counterpart_id', '=', filter.counterpartId)
  if (filter.type) query = query.where('reader.type', '=', filter.type)
  if (filter.from) query = query.where('reader.at', '>=', filter.from)
  if (filter.to) query = query.where('reader.at', '<', filter.to)
  if (filter.personId) query = query.where('event.actor_person_id', '=', filter.personId)
  if (filter.actingTenantId) query = query.where('event.actor_tenant_id', '=', filter.actingTenantId)
  if (start) {
    const edge = sql`(${start.at}::timestamptz, ${start.id}::uuid)`
    query = query.where(start.backwards ? sql<boolean>`(reader.at, reader.event_id) > ${edge}` : sql<boolean>`(reader.at, reader.event_id) < ${edge}`)
  }
  const rows = await query.orderBy('reader.at', direction).orderBy('reader.event_id', direction).limit(most).execute()
  return rows.map(eventFromRow)
}

/** Of these facts those that this tenant may see. */
export async function eventsById(trx: Transaction, tenantId: string, ids: readonly string[]): Promise<Map<string, RecordedEvent>> {
  if (ids.length === 0) return new Map()
  const rows = await eventsOf(trx, tenantId).where('reader.event_id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, eventFromRow(row)]))
}

function eventsOf(trx: Transaction, tenantId: string) {
  return trx
    .selectFrom('event_readers as reader')
    .innerJoin('events as event', 'event.id', 'reader.event_id')
    .select([
      'event.id',
      'event.at',
      'event.type',
      'event.outcome',
      'event.reason_code',
      'event.resource_type',
      'event.resource_id',
      'event.actor_kind',
      'event.actor_person_id',
      'event.actor_tenant_id',
      'event.through',
      'event.data',
      'reader.counterpart_id',
    ])
    .where('reader.tenant_id', '=', tenantId)
}

/** The latest acts of the people of each of these counterparts, newest first. */
export async function latestActsOf(trx: Transaction, tenantId: string, counterpartIds: readonly string[], most: number): Promise<RecordedEvent[]> {
  const found = await Promise.all(
    counterpartIds.map((counterpartId) => listEvents(trx, tenantId, { counterpartId, actingTenantId: counterpartId }, { start: undefined, most })),
  )
  return found.flat()
}

/** Names of people by id, whichever side they belong to: display name and organization, nothing else. */
export async function namesOfPeople(trx: Transaction, ids: readonly (string | null)[]): Promise<Map<string, KnownName>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; display_name: string | null; tenant_id: string; tenant_name: string }>`
    select id, display_name, tenant_id, tenant_name from names_of_people(${wanted}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, { displayName: row.display_name, tenantId: row.tenant_id, tenantName: row.tenant_name }]))
}

/** Names of the other side: as one's own customer list calls it, else as the organization calls itself. */
export async function namesOfCounterparts(trx: Transaction, tenantId: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const [tenants, accounts] = await Promise.all([
    sql<{ id: string; name: string }>`select id, name from names_of_counterparts(${wanted}::uuid[])`.execute(trx),
    trx
      .selectFrom('customer_accounts')
      .select(['customer_id', 'company_name'])
      .where('partner_id', '=', tenantId)
      .where('customer_id', 'in', wanted)
      .execute(),
  ])
  return new Map([...tenants.rows.map(({ id, name }) => [id, name] as const), ...accounts.map((row) => [row.customer_id, row.company_name] as const)])
}

/** The columns of an event, as every list of them reads it. */
export interface EventRow {
  id: string
  at: Date
  type: string
  outcome: string
  reason_code: string | null
  resource_type: string
  resource_id: string
  actor_kind: string
  actor_person_id: string | null
  actor_tenant_id: string | null
  through: string | null
  data: unknown
  counterpart_id: string | null
}

export function eventFromRow(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    at: row.at,
    type: row.type as EventType,
    outcome: row.outcome as RecordedEvent['outcome'],
    reasonCode: row.reason_code,
    resource: { type: row.resource_type as ResourceType, id: row.resource_id },
    actor: { kind: row.actor_kind as RecordedEvent['actor']['kind'], personId: row.actor_person_id, tenantId: row.actor_tenant_id },
    counterpartId: row.counterpart_id,
    through: row.through as RecordedEvent['through'],
    data: row.data as RecordedEvent['data'],
  }
}
