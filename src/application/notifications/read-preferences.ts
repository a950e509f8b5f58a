import type { MailChoice, NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import { choiceOf, choosable, type DigestTime, type Preferences } from '../../domain/notifications/preferences.ts'
import type { Language } from '../../language/languages.ts'
import { kindExplanation, kindTitle } from '../../language/notification-text.ts'
import { findPreferences } from '../../store/notification-preference-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import type { UseCase, Work } from '../use-case.ts'

/** One line to choose: a kind, as it concerns this person. */
export interface ShownChoice {
  readonly kind: NotificationKind
  readonly title: string
  /** one sentence for each side that concerns the person */
  readonly explanations: readonly string[]
  readonly portal: boolean
  readonly mail: MailChoice
  /** always told; there is nothing to choose */
  readonly isKept: boolean
}

export interface ShownPreferences {
  readonly kinds: readonly ShownChoice[]
  readonly digest: DigestTime & { readonly timeZone: string }
  /** mails come only to an address that was confirmed */
  readonly mail: { readonly address: string | null; readonly isConfirmed: boolean }
  readonly version: number
}

export const readNotificationPreferences: UseCase<{ readonly language: Language }, ShownPreferences> = {
  action: 'self.read',

  async run(work, { language }) {
    return showPreferences(work, await findPreferences(work.trx, work.person), language)
  },
}

export async function showPreferences(work: Work, preferences: Preferences, language: Language): Promise<ShownPreferences> {
  const { person, trx } = work
  const { mail, mailConfirmedAt } = await findPersonOf(trx, person.tenantId, person.personId)
  const lines = choosable(person)
  const kinds = [...new Set(lines.map(({ kind }) => kind))].map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    // Where one side is always told and the other not, there is something to choose: about the other.
    const free = own.find(({ rule }) => !rule.isKept) ?? own[0]!
    return { kind, title: kindTitle(language, kind), explanations: own.map(({ side }) => kindExplanation(language, kind, side)), ...choiceOf(preferences, kind, free.side), isKept: free.rule.isKept ?? false }
  })
  return {
    kinds,
    digest: { ...preferences.digest, timeZone: preferences.timeZone ?? person.timeZone },
    mail: { address: mail, isConfirmed: mail !== null && mailConfirmedAt !== null },
    version: preferences.version,
  }
}
