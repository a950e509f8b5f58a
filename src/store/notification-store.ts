import { sql } from 'kysely'
import { isKind, type NotificationKind } from '../domain/notifications/notification-kinds.ts'
import type { Portal } from '../domain/people/portals.ts'
import type { Transaction } from './database.ts'

export interface NotificationDraft {
  readonly tenantId: string
  readonly personId: string
  readonly id: string
  readonly eventId: string
  readonly kind: NotificationKind
  readonly side: Portal
  readonly at: Date
  readonly inPortal: boolean
  readonly awaitsDigest: boolean
}

/** Whoever writes what follows from an event holds this: of two that do so at once, one comes after the other and finds it done. */
export async function holdTelling(trx: Transaction, eventId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${eventId}, 19))`.execute(trx)
}

export async function hasNotificationsOf(trx: Transaction, eventId: string): Promise<boolean> {
  const row = await trx.selectFrom('notifications').select('id').where('event_id', '=', eventId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** One row a person and event, whatever comes twice. */
export async function insertNotifications(trx: Transaction, drafts: readonly NotificationDraft[]): Promise<void> {
  if (drafts.length === 0) return
  await trx
    .insertInto('notifications')
    .values(
      drafts.map((draft) => ({
        tenant_id: draft.tenantId,
        person_id: draft.personId,
        id: draft.id,
        event_id: draft.eventId,
        kind: draft.kind,
        side: draft.side,
        at: draft.at,
        in_portal: draft.inPortal,
        awaits_digest: draft.awaitsDigest,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of somebody who left: what they were told and chose. */
export async function forgetNotificationsOf(trx: Transaction, { tenantId, id }: { readonly tenantId: string; readonly id: string }): Promise<void> {
  for (const table of ['pending_digests', 'notification_preferences', 'notifications'] as const) {
    await trx.deleteFrom(table).where('tenant_id', '=', tenantId).where('person_id', '=', id).execute()
  }
}

/** Whose notifications, and which of them their roles still open. */
export interface NotificationReader {
  readonly tenantId: string
  readonly personId: string
  readonly seen: readonly { readonly kind: NotificationKind; readonly side: Portal }[]
}

export interface NotificationStart {
  readonly at: Date
  readonly id: string
  readonly isBackward: boolean
}

export interface StoredNotification {
  readonly id: string
  readonly eventId: string
  readonly kind: NotificationKind
  readonly side: Portal
  readonly at: Date
  readonly readAt: Date | null
}

/** In the portal, newest first; reading back gives the rows in reverse. */
export async function listNotifications(
  trx: Transaction,
  reader: NotificationReader,
  { onlyUnread, most, from }: { readonly onlyUnread: boolean; readonly most: number; readonly from: NotificationStart | undefined },
): Promise<StoredNotification[]> {
  const direction = from?.isBackward ? 'asc' : 'desc'
  let query = ofReader(trx, reader).select(columns).where('in_portal', '=', true).orderBy('at', direction).orderBy('id', direction).limit(most)
  if (onlyUnread) query = query.where('read_at', 'is', null)
  if (from) {
    const edge = sql`(${from.at}::timestamptz, ${from.id}::uuid)`
    query = query.where(from.isBackward ? sql<boolean>`(at, id) > ${edge}` : sql<boolean>`(at, id) < ${edge}`)
  }
  return (await query.execute()).flatMap(fromRow)
}

/** How many are unread, counted no further than `most`. */
export async function countUnread(trx: Transaction, reader: NotificationReader, most: number): Promise<number> {
  const rows = await ofReader(trx, reader).select('id').where('in_portal', '=', true).where('read_at', 'is', null).orderBy('at', 'desc').limit(most).execute()
  return rows.length
}

/** Whether there is such a notification of this reader; read already is as good. */
export async function markRead(trx: Transaction, reader: NotificationReader, id: string, at: Date): Promise<boolean> {
  const found = await ofReader(trx, reader).select(['id', 'read_at']).where('in_portal', '=', true).where('id', '=', id).executeTakeFirst()
  if (found && found.read_at === null) await setRead(trx, reader, [id], at)
  return found !== undefined
}

/** At most so many of those up to a moment, newest first; gives back how many. */
export async function markAllRead(trx: Transaction, reader: NotificationReader, at: Date, most: number): Promise<number> {
  const rows = await ofReader(trx, reader)
    .select('id')
    .where('in_portal', '=', true)
    .where('read_at', 'is', null)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await setRead(trx, reader, ids, at)
  return ids.length
}

async function setRead(trx: Transaction, { tenantId, personId }: NotificationReader, ids: readonly string[], at: Date): Promise<void> {
  await trx
    .updateTable('notifications')
    .set({ read_at: at })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('read_at', 'is', null)
    .execute()
}

function ofReader(trx: Transaction, { tenantId, personId, seen }: NotificationReader) {
  const pairs = seen.map(({ kind, side }) => `${side} ${kind}`)
  return trx
    .selectFrom('notifications')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`side || ' ' || kind = any(${pairs}::text[])`)
}

const columns = ['id', 'event_id', 'kind', 'side', 'at', 'read_at'] as const

/** A kind that this version does not know is passed over. */
function fromRow(row: { id: string; event_id: string; kind: string; side: string; at: Date; read_at: Date | null }): StoredNotification[] {
  if (!isKind(row.kind)) return []
  return [{ id: row.id, eventId: row.event_id, kind: row.kind, side: row.side as Portal, at: row.at, readAt: row.read_at }]
}
