import { sourcesFor } from '../../domain/notifications/preferences.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { NotificationReader } from '../../store/notification-store.ts'
import type { Work } from '../use-case.ts'

/**
 * What is open to whoever asks, by the roles of this moment: a role that was lost takes its notifications along. In a portal
 * those of that portal; a program that carries a token sees all of them.
 */
export function ownNotifications({ person }: Work, portal: Portal | undefined): NotificationReader {
  const seen = sourcesFor(person.roles).filter(({ side }) => portal === undefined || side === portal)
  return { tenantId: person.tenantId, personId: person.personId, seen }
}
