import { type NotificationKind, notificationKinds, type NotificationRule } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { Language } from '../../language/languages.ts'
import { notificationFooterText, type Stoppable } from '../../language/notification-text.ts'
import { portalPaths } from '../people/person-link.ts'
import type { Work } from '../use-case.ts'
import { stopToken } from './stop-token.ts'

interface Footer {
  readonly more: string
  /** what programs post to (RFC 8058); for people it leads to the page */
  readonly unsubscribe?: string
}

export interface FooterOf {
  readonly reader: { readonly tenantId: string; readonly personId: string }
  readonly side: Portal
  readonly what: Stoppable
  readonly language: Language
}

/** What stands under a notification's mail: why it came, where to choose, and the link that stops it where it may be stopped. */
export function notificationFooter({ env }: Pick<Work, 'env'>, { reader, side, what, language }: FooterOf): Footer {
  const portal = `${env.publicUrl}${portalPaths[side]}`
  const preferences = `${portal}/settings/notifications`
  if (what !== 'digest' && isKept(what, side)) return { more: notificationFooterText(language, what, { preferences, stop: undefined }) }
  // In the fragment, which no server and no referrer ever sees.
  const token = stopToken(env.keyRing, { ...reader, what, side })
  return { more: notificationFooterText(language, what, { preferences, stop: `${portal}/unsubscribe#${token}` }), unsubscribe: `${env.publicUrl}/api/v1/one-click-stops/${token}` }
}

/** Always told, so that there is nothing to stop. */
export function isKept(kind: NotificationKind, side: Portal): boolean {
  return (notificationKinds[kind] as Partial<Record<Portal, NotificationRule>>)[side]?.isKept ?? false
}
