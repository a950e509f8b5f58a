import type { notificationKinds, NotificationKind } from '../domain/notifications/notification-kinds.ts'
import type { Portal } from '../domain/people/portals.ts'
import { notifications as en } from './en/notifications.ts'
import { notifications as es } from './es/notifications.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

/** `kind.side`, for every line of the table of kinds. */
type SourceName = { [Kind in NotificationKind]: `${Kind}.${keyof (typeof notificationKinds)[Kind] & Portal}` }[NotificationKind]

export interface NotificationTexts {
  readonly titles: Readonly<Record<NotificationKind, string>>
  readonly explanations: Readonly<Record<SourceName, string>>
  /** under a mail: why it came, where to choose, where to stop it */
  readonly because: string
  readonly always: string
  readonly digestBecause: string
  readonly digestTitle: string
  readonly andMore: string
}

const texts: Record<Language, NotificationTexts> = { en, es }

/** What can be stopped by a link under a mail: one kind, or the digest as a whole. */
export type Stoppable = NotificationKind | 'digest'

export function kindTitle(language: Language, kind: Stoppable): string {
  return kind === 'digest' ? texts[language].digestTitle : texts[language].titles[kind]
}

export function kindExplanation(language: Language, kind: NotificationKind, side: Portal): string {
  return texts[language].explanations[`${kind}.${side}` as SourceName]
}

/** The paragraph under a notification's mail; without `stop` it says that such mails are always sent. */
export function notificationFooterText(language: Language, kind: Stoppable, { preferences, stop }: { readonly preferences: string; readonly stop: string | undefined }): string {
  const { because, always, digestBecause } = texts[language]
  const message = kind === 'digest' ? digestBecause : stop === undefined ? always : because
  return messageText(language, message, { kind: kindTitle(language, kind), preferences, stop: stop ?? '' })
}

export function andMoreText(language: Language, count: number): string {
  return messageText(language, texts[language].andMore, { count })
}
