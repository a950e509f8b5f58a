import { DomainError } from '../../domain/errors.ts'
import type { NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import { type Choice, choosable, type DigestTime, nextDigestAt, type Preferences } from '../../domain/notifications/preferences.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { knownTimeZone } from '../../domain/time-zones.ts'
import type { Language } from '../../language/languages.ts'
import { moveDigest } from '../../store/digest-store.ts'
import { findPreferences, savePreferences } from '../../store/notification-preference-store.ts'
import type { UseCase } from '../use-case.ts'
import { showPreferences, type ShownPreferences } from './read-preferences.ts'

export interface ChangePreferences {
  readonly version: number
  /** those that change; the others stay */
  readonly kinds?: Readonly<Partial<Record<NotificationKind, Choice>>> | undefined
  readonly digest?: (DigestTime & { readonly timeZone: string }) | undefined
  readonly language: Language
}

/** What one is told of, how, and when the digest comes; what waits for a digest moves to its new hour. */
export const changeNotificationPreferences: UseCase<ChangePreferences, ShownPreferences> = {
  action: 'self.update',

  async run(work, { version, kinds = {}, digest, language }) {
    const { trx, person, now } = work
    const before = await findPreferences(trx, person)
    if (before.version !== version) throw new DomainError('changedMeanwhile', 'The preferences were changed meanwhile.')
    refuseKept(person, kinds)
    const timeZone = digest ? knownTimeZone(digest.timeZone) : before.timeZone
    const next: Preferences = {
      choices: { ...before.choices, ...kinds },
      digest: digest ? { frequency: digest.frequency, hour: digest.hour } : before.digest,
      // The organization's own zone is not written down: where it moves, the person moves along.
      timeZone: timeZone === person.timeZone ? null : timeZone,
      version,
    }
    const saved = await savePreferences(trx, person, next, now)
    await moveDigest(trx, person, nextDigestAt(work.env.clock(), saved.digest, saved.timeZone ?? person.timeZone))
    await work.record(eventOf({ id: person.personId, tenantId: person.tenantId }, 'person.updated', { changed: ['notifications'] }))
    return showPreferences(work, saved, language)
  },
}

/** What is always told cannot be chosen away, and what does not concern the person cannot be chosen. */
function refuseKept(person: Parameters<typeof choosable>[0], kinds: Readonly<Partial<Record<NotificationKind, Choice>>>): void {
  const lines = choosable(person)
  for (const kind of Object.keys(kinds) as NotificationKind[]) {
    if (lines.some((line) => line.kind === kind && !line.rule.isKept)) continue
    throw new DomainError('invalidInput', 'There is nothing to choose about this kind.', { reason: 'notificationKept', field: 'kinds', kind })
  }
}
