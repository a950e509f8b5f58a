import { type Selectable, sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/names/search-key.ts'
import type { RequestSide, ServiceRequest } from '../domain/support/service-request.ts'
import type { Transaction } from './database.ts'
import type { ServiceRequests } from './schema.generated.ts'

export async function insertServiceRequest(trx: Transaction, request: ServiceRequest): Promise<void> {
  await trx
    .insertInto('service_requests')
    .values({
      customer_id: request.customerId,
      id: request.id,
      filed_side: request.filedSide,
      filed_by: request.filedBy,
      subscription_id: request.subscriptionId,
      service_id: request.serviceId,
      severity: request.severity,
      title: request.title,
      title_key: searchKey(request.title),
      opened_at: request.openedAt,
      ...changing(request),
    })
    .execute()
}

/** Writes what may change. The transaction holds the row. */
export async function saveServiceRequest(trx: Transaction, next: ServiceRequest): Promise<ServiceRequest> {
  await trx.updateTable('service_requests').set({ ...changing(next), version: next.version + 1 }).where('id', '=', next.id).execute()
  return { ...next, version: next.version + 1 }
}

function changing(request: ServiceRequest) {
  return {
    partner_id: request.partnerId,
    desk: request.desk,
    status: request.status,
    moved_because: request.movedBecause,
    closed_because: request.closedBecause,
    waiting_since: request.waitingSince,
    changed_at: request.changedAt,
    closed_at: request.closedAt,
  }
}

/** On which side somebody reads; the operator what has come to its desk. */
export interface RequestReach {
  readonly side: RequestSide
  readonly tenantId: string
}

/** Out of reach answers like absent. */
export async function findServiceRequest(trx: Transaction, reach: RequestReach, id: string): Promise<ServiceRequest> {
  return found(await within(trx, reach).where('id', '=', id).executeTakeFirst())
}

/** Held: of two who write, close or move it at once, one waits and then sees what the other did. */
export async function lockServiceRequest(trx: Transaction, reach: RequestReach, id: string): Promise<ServiceRequest> {
  return found(await within(trx, reach).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** All of a customer, of one partner where it is named, held: closed ones too, so that one that is being opened again is waited for. */
export async function lockRequestsOf(trx: Transaction, customerId: string, partnerId?: string): Promise<ServiceRequest[]> {
  let query = trx.selectFrom('service_requests').selectAll().where('customer_id', '=', customerId).orderBy('id').forUpdate()
  if (partnerId !== undefined) query = query.where('partner_id', '=', partnerId)
  return (await query.execute()).map(requestFromRow)
}

/** What organizations that stand in requests are called, and in which cloud they are, as far as the reader may see them. */
export async function partiesOf(trx: Transaction, tenantIds: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly cloud: string }>> {
  const wanted = [...new Set(tenantIds)]
  const rows = wanted.length === 0 ? [] : await trx.selectFrom('tenants').select(['id', 'name', 'cloud']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name, cloud }) => [id, { name, cloud }]))
}

/** Whether the partner still looks after the customer; with `hold` it stays so until the act has committed. */
export async function isRelated(trx: Transaction, partnerId: string, customerId: string, hold = false): Promise<boolean> {
  const { rows } = await sql<{ is_related: boolean }>`select partner_looks_after(${partnerId}::uuid, ${customerId}::uuid, ${hold}) as is_related`.execute(trx)
  return rows[0]!.is_related
}

export function within(trx: Transaction, { side, tenantId }: RequestReach) {
  const query = trx.selectFrom('service_requests').selectAll()
  if (side === 'operator') return query.where('desk', '=', 'operator')
  return query.where(side === 'customer' ? 'customer_id' : 'partner_id', '=', tenantId)
}

function found(row: Selectable<ServiceRequests> | undefined): ServiceRequest {
  if (!row) throw new DomainError('notFound', 'No such service request.')
  return requestFromRow(row)
}

export function requestFromRow(row: Selectable<ServiceRequests>): ServiceRequest {
  return {
    id: row.id,
    customerId: row.customer_id,
    partnerId: row.partner_id,
    desk: row.desk as ServiceRequest['desk'],
    filedSide: row.filed_side as ServiceRequest['filedSide'],
    filedBy: row.filed_by,
    subscriptionId: row.subscription_id,
    serviceId: row.service_id,
    severity: row.severity as ServiceRequest['severity'],
    title: row.title,
    status: row.status as ServiceRequest['status'],
    movedBecause: row.moved_because as ServiceRequest['movedBecause'],
    closedBecause: row.closed_because as ServiceRequest['closedBecause'],
    openedAt: row.opened_at,
    waitingSince: row.waiting_since,
    changedAt: row.changed_at,
    closedAt: row.closed_at,
    version: row.version,
  }
}
