import { choiceOf, sourcesFor, usualPreferences } from '../../domain/notifications/preferences.ts'
import type { Language } from '../../language/languages.ts'
import { andMoreText } from '../../language/notification-text.ts'
import { type PersonKey, takeDueDigests, takeForDigest } from '../../store/digest-store.ts'
import { type MailReader, mailTenant, type MailTenant, readerById } from '../../store/mail-facts-store.ts'
import { preferencesOf } from '../../store/notification-preference-store.ts'
import type { StoredNotification } from '../../store/notification-store.ts'
import { enterSystem, enterTenant } from '../../store/tenant-store.ts'
import { idFrom } from '../id-from.ts'
import { shownInstant } from '../mail/mail-facts.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { mailLanguage } from '../people/mail-language.ts'
import { portalPaths } from '../people/person-link.ts'
import type { UseCase, Work } from '../use-case.ts'
import { describeNotifications } from './describe-notifications.ts'
import { notificationFooter } from './notification-footer.ts'

const batch = 50
const mostLines = 50

/**
 * One mail to everybody whose digest is due, with what waits for it; none where nothing is left that the person may see, still
 * wants and has not read in the portal meanwhile. Taken off the list and written in one transaction: once, on however many servers.
 */
export const sendDigests: UseCase<void, number> = {
  action: 'installation.run',

  async run(work) {
    const due = await takeDueDigests(work.trx, work.now, batch)
    for (const person of due) await sendDigest(work, person)
    return due.length
  },
}

async function sendDigest(work: Work, person: PersonKey): Promise<void> {
  const waiting = await takeForDigest(work.trx, person)
  const reader = await readerById(work.trx, person.personId)
  const tenant = await mailTenant(work.trx, person.tenantId)
  if (!reader || !tenant) return
  const wanted = await stillWanted(work, reader, waiting)
  const side = wanted[0]?.side
  if (!side) return
  const language = mailLanguage(reader.language, tenant.language)
  const lines = await linesOf(work, { tenant, notifications: wanted, language })
  await queueMail(work, {
    template: 'digest',
    tenantId: tenant.id,
    recipient: reader.mail,
    language,
    values: { name: reader.displayName, tenantName: tenant.name, count: wanted.length, lines, link: `${work.env.publicUrl}${portalPaths[side]}/notifications` },
    ...notificationFooter(work, { reader, side, what: 'digest', language }),
    aboutId: person.personId,
    id: idFrom('digest', person.personId, wanted.at(-1)!.id),
  })
}

async function stillWanted({ trx }: Work, reader: MailReader, waiting: readonly StoredNotification[]): Promise<StoredNotification[]> {
  const preferences = (await preferencesOf(trx, [reader])).get(reader.personId) ?? usualPreferences
  const seen = sourcesFor(reader.roles).map(({ kind, side }) => `${kind} ${side}`)
  return waiting.filter(({ kind, side, readAt }) => readAt === null && seen.includes(`${kind} ${side}`) && choiceOf(preferences, kind, side).mail !== 'off')
}

/** Worded as the person's own organization may read it, and not as the system could. */
async function linesOf(work: Work, { tenant, notifications, language }: { tenant: MailTenant; notifications: readonly StoredNotification[]; language: Language }): Promise<string> {
  const { trx, env } = work
  await enterTenant(trx, tenant.id)
  const shown = await describeNotifications({ trx, person: { tenantId: tenant.id }, manifest: env.manifestOf(tenant.cloud) }, notifications.slice(-mostLines), language)
  await enterSystem(trx)
  const lines = shown.map(({ at, text, about }) => `- ${shownInstant(new Date(at), language, tenant.timeZone)}: ${about === null || text.includes(about) ? text : `${text} (${about})`}`)
  const left = notifications.length - shown.length
  return [...lines, ...(left > 0 ? [andMoreText(language, left)] : [])].join('\n')
}
