import { createHash } from 'node:crypto'
import type { Language } from '../../language/languages.ts'
import { mailTenant, findEvent, hasMailsOf, type MailReader, type RecordedEvent } from '../../store/mail-facts-store.ts'
import { wasToldSince } from '../../store/mail-store.ts'
import { mailLanguage } from '../people/mail-language.ts'
import type { UseCase, Work } from '../use-case.ts'
import { composers, type Letter } from './letters.ts'
import { shownInstant } from './mail-facts.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Writes the mails that follow from an event, each to one reader in the reader's language. May be repeated: an event
 * whose mails are written is left alone, and of two that compose at once one finds the other's ids taken.
 */
export const composeMails: UseCase<{ readonly eventId: string }, number> = {
  action: 'installation.run',

  async run(work, { eventId }) {
    const event = await findEvent(work.trx, eventId)
    const compose = event && composers[event.type]
    if (!compose || (await hasMailsOf(work.trx, eventId))) return 0
    let count = 0
    for (const letter of await compose(work, event)) {
      for (const reader of letter?.readers ?? []) {
        if (await write(work, { event, letter: letter!, reader })) count++
      }
    }
    return count
  },
}

const dayMs = 86_400_000

async function write(work: Work, { event, letter, reader }: { event: RecordedEvent; letter: Letter; reader: MailReader }): Promise<boolean> {
  const { template, tenant, aboutId, path } = letter
  const told = { aboutId, template, recipient: reader.mail }
  if (letter.isOnceADay && (await wasToldSince(work.trx, told, new Date(work.now.getTime() - dayMs)))) return false
  const language: Language = mailLanguage(reader.language, tenant.language)
  const own = reader.tenantId === tenant.id ? tenant : await mailTenant(work.trx, reader.tenantId)
  const at = shownInstant(event.at, language, own?.timeZone ?? tenant.timeZone)
  await queueMail(work, {
    template,
    tenantId: reader.tenantId,
    recipient: reader.mail,
    language,
    values: { name: reader.displayName, at, link: `${work.env.publicUrl}${path}`, ...letter.values(language, at) } as never,
    eventId: event.id,
    aboutId,
    id: mailId(event.id, template, reader.personId),
  })
  return true
}

/** The same for the same reader of the same event, so that its Message-ID is too (version 8 of RFC 9562: made from a hash). */
function mailId(eventId: string, template: string, personId: string): string {
  const bytes = createHash('sha256').update(`${eventId} ${template} ${personId}`).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
