import { choiceOf, type Preferences, usualPreferences } from '../../domain/notifications/preferences.ts'
import type { MailChoice, NotificationKind } from '../../domain/notifications/notification-kinds.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { Language } from '../../language/languages.ts'
import type { MailTemplate } from '../../language/mail-text.ts'
import { mailTenant, findEvent, hasMailsOf, type MailReader, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { wasToldSince } from '../../store/mail-store.ts'
import { preferencesOf } from '../../store/notification-preference-store.ts'
import { hasNotificationsOf, holdTelling } from '../../store/notification-store.ts'
import { idFrom } from '../id-from.ts'
import { keepNotifications } from '../notifications/keep-notifications.ts'
import { notificationFooter } from '../notifications/notification-footer.ts'
import { toldOf } from '../notifications/told-of.ts'
import { mailLanguage } from '../people/mail-language.ts'
import type { UseCase, Work } from '../use-case.ts'
import { letterKinds } from './letter-kinds.ts'
import { composers, type Letter } from './letters.ts'
import { shownInstant } from './mail-facts.ts'
import { noticeComposers } from './notice-letters.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Tells people of an event: in the portal, and by the mails that follow from it, each to one reader in the reader's language
 * and as the reader wants it. May be repeated: what was told is left alone, and of two that compose at once one waits.
 */
export const composeMails: UseCase<{ readonly eventId: string }, number> = {
  action: 'installation.run',

  async run(work, { eventId }) {
    const { trx } = work
    await holdTelling(trx, eventId)
    const event = await findEvent(trx, eventId)
    if (!event || (await hasMailsOf(trx, eventId)) || (await hasNotificationsOf(trx, eventId))) return 0
    const letters = await lettersOf(work, event)
    const told = await toldOf(work, event)
    const preferences = await preferencesOf(trx, [...told, ...letters.flatMap(({ readers }) => readers)])
    const putOff = new Set<string>()
    const written = new Set<string>()
    let count = 0
    for (const letter of letters) {
      for (const reader of letter.readers) {
        // Somebody with roles on both sides of an organization is told once.
        const twice = `${letter.template} ${reader.personId}`
        if (written.has(twice)) continue
        written.add(twice)
        const wanted = choiceBy(preferences.get(reader.personId), letter)
        if (wanted !== 'now') continue
        if (await write(work, { event, letter, reader })) count++
        else putOff.add(reader.personId)
      }
    }
    await keepNotifications(work, { event, told, preferences, putOff })
    return count
  },
}

async function lettersOf(work: Work, event: RecordedEvent): Promise<Letter[]> {
  const letters = [...((await composers[event.type]?.(work, event)) ?? []), ...((await noticeComposers[event.type]?.(work, event)) ?? [])]
  return letters.filter((letter) => letter !== undefined)
}

/** How the reader wants it. Letters that belong to no kind, such as a changed password, are no notifications and always leave. */
function choiceBy(preferences: Preferences | undefined, letter: Letter): MailChoice {
  const line = lineOf(letter)
  return line ? choiceOf(preferences ?? usualPreferences, line.kind, line.side).mail : 'now'
}

function lineOf({ template, side }: Letter): { readonly kind: NotificationKind; readonly side: Portal } | undefined {
  const line = (letterKinds as Partial<Record<MailTemplate, { kind: NotificationKind; side: Portal }>>)[template]
  return line && { ...line, ...(side && { side }) }
}

const dayMs = 86_400_000

async function write(work: Work, { event, letter, reader }: { event: RecordedEvent; letter: Letter; reader: MailReader }): Promise<boolean> {
  const { template, tenant, aboutId, path } = letter
  const told = { aboutId, template, recipient: reader.mail }
  if (letter.isOnceADay && (await wasToldSince(work.trx, told, new Date(work.now.getTime() - dayMs)))) return false
  const language: Language = mailLanguage(reader.language, tenant.language)
  const own = reader.tenantId === tenant.id ? tenant : await mailTenant(work.trx, reader.tenantId)
  const at = shownInstant(event.at, language, own?.timeZone ?? tenant.timeZone)
  const line = lineOf(letter)
  await queueMail(work, {
    template,
    tenantId: reader.tenantId,
    recipient: reader.mail,
    language,
    values: { name: reader.displayName, at, link: `${work.env.publicUrl}${path}`, ...letter.values(language, at) } as never,
    ...(line && notificationFooter(work, { reader, side: line.side, what: line.kind, language })),
    eventId: event.id,
    aboutId,
    // The same for the same reader of the same event, so that its Message-ID is too.
    id: idFrom(event.id, template, reader.personId),
  })
  return true
}
