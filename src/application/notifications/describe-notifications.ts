import type { NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { Language } from '../../language/languages.ts'
import { eventsById } from '../../store/activity-store.ts'
import { namesOfAskedCustomers } from '../../store/asked-customer-store.ts'
import type { StoredNotification } from '../../store/notification-store.ts'
import { type ActivityReader, describeActivity } from '../activity/describe-activity.ts'

export interface ShownNotification {
  readonly id: string
  readonly kind: NotificationKind
  readonly side: Portal
  readonly at: string
  readonly isRead: boolean
  /** what happened, in the reader's language */
  readonly text: string
  readonly reasonText: string | null
  /** the other organization, by its name or as the request named it */
  readonly about: string | null
  readonly counterpartId: string | null
  readonly resource: { readonly type: string; readonly id: string }
}

/** Notifications as their reader reads them, worded from the events at this moment; an event the organization may not see is left out. */
export async function describeNotifications(reader: ActivityReader, stored: readonly StoredNotification[], language: Language): Promise<ShownNotification[]> {
  const events = await eventsById(reader.trx, reader.person.tenantId, stored.map(({ eventId }) => eventId))
  const entries = new Map((await describeActivity(reader, [...events.values()], language)).map((entry) => [entry.id, entry]))
  const requests = [...events.values()].filter(({ resource }) => resource.type === 'relationshipRequest').map(({ resource }) => resource.id)
  const asked = await namesOfAskedCustomers(reader.trx, reader.person.tenantId, requests)
  return stored.flatMap(({ id, eventId, kind, side, at, readAt }) => {
    const entry = entries.get(eventId)
    if (!entry) return []
    const { text, reasonText, counterpart, resource } = entry
    return [{ id, kind, side, at: at.toISOString(), isRead: readAt !== null, text, reasonText, about: counterpart?.name ?? asked.get(resource.id) ?? null, counterpartId: counterpart?.id ?? null, resource }]
  })
}
