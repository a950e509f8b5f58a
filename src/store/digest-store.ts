import { sql } from 'kysely'
import { isKind } from '../domain/notifications/notification-kinds.ts'
import type { Portal } from '../domain/people/portals.ts'
import type { Transaction } from './database.ts'
import type { StoredNotification } from './notification-store.ts'

export interface PersonKey {
  readonly tenantId: string
  readonly personId: string
}

/**
 * Something waits for this person's digest; one that is due already keeps its time. The row is held either way: a digest that
 * is being written at this moment would not see what is not committed yet, and so it comes before or passes this person over.
 */
export async function awaitDigest(trx: Transaction, { tenantId, personId }: PersonKey, dueAt: Date): Promise<void> {
  await trx
    .insertInto('pending_digests')
    .values({ tenant_id: tenantId, person_id: personId, due_at: dueAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ due_at: sql<Date>`pending_digests.due_at` }))
    .execute()
}

/** Another hour was chosen; nothing happens where nothing waits. */
export async function moveDigest(trx: Transaction, { tenantId, personId }: PersonKey, dueAt: Date): Promise<void> {
  await trx.updateTable('pending_digests').set({ due_at: dueAt }).where('tenant_id', '=', tenantId).where('person_id', '=', personId).execute()
}

/** Whose digest is due, held and taken off the list; those that another server has in its hands are skipped. */
export async function takeDueDigests(trx: Transaction, now: Date, most: number): Promise<PersonKey[]> {
  const { rows } = await sql<{ tenant_id: string; person_id: string }>`
    delete from pending_digests where (tenant_id, person_id) in (
      select tenant_id, person_id from pending_digests where due_at <= ${now} order by due_at limit ${most} for update skip locked
    ) returning tenant_id, person_id`.execute(trx)
  return rows.map((row) => ({ tenantId: row.tenant_id, personId: row.person_id }))
}

/** What waits for the digest, oldest first; nothing of it waits any more. */
export async function takeForDigest(trx: Transaction, { tenantId, personId }: PersonKey): Promise<StoredNotification[]> {
  const { rows } = await sql<{ id: string; event_id: string; kind: string; side: string; at: Date; read_at: Date | null }>`
    update notifications set awaits_digest = false
    where tenant_id = ${tenantId} and person_id = ${personId} and awaits_digest
    returning id, event_id, kind, side, at, read_at`.execute(trx)
  return rows
    .flatMap((row) => (isKind(row.kind) ? [{ id: row.id, eventId: row.event_id, kind: row.kind, side: row.side as Portal, at: row.at, readAt: row.read_at }] : []))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}
