import type { Language } from '../../language/languages.ts'
import { mailText, type MailTemplate, type MailValues } from '../../language/mail-text.ts'
import { seal } from '../../security/seal.ts'
import type { MailBlockKind } from '../../domain/mail-blocks.ts'
import { readMailSender } from '../../store/mail-sender-store.ts'
import { insertMail } from '../../store/mail-store.ts'
import type { Work } from '../use-case.ts'
import { letterBlock } from './address-book.ts'

export interface MailDraft<Template extends MailTemplate = MailTemplate> {
  readonly template: Template
  /** whose mail it is; noTenant for somebody who has no tenant yet */
  readonly tenantId: string
  /** one address, already in its strict form (domain/addresses) */
  readonly recipient: string
  readonly language: Language
  readonly values: MailValues<Template>
  /** the link or code that stands in place of {secret}; kept sealed and wiped once the mail has left */
  readonly secret?: string
  readonly eventId?: string
  readonly aboutId?: string
  /** where the same mail must not come twice, the id it has every time; else a fresh one */
  readonly id?: string
  /** a paragraph of its own above the footer: why one gets this mail, and how it stops */
  readonly more?: string
  /** the page that stops mails of this kind, for the header of the mail (RFC 2369) */
  readonly unsubscribe?: string
}

/**
 * Writes a mail into the outbox within the act it belongs to. Where mails cannot leave (no SMTP_URL) it is held, and the
 * operator hands out codes instead. Acts that make a secret call this themselves, because nobody can know it later;
 * every other mail is composed from its event. Gives why it is kept back because of its address, where it is.
 */
export async function queueMail<Template extends MailTemplate>(
  { trx, env, now, newId }: Pick<Work, 'trx' | 'env' | 'now' | 'newId'>,
  draft: MailDraft<Template>,
): Promise<MailBlockKind | undefined> {
  const id = draft.id ?? newId()
  const heldBecause = env.mailLeaves ? await letterBlock({ trx, env, now }, draft) : undefined
  const { replyTo } = await readMailSender(trx)
  const { subject, text } = mailText(draft.language, draft.template, draft.values, { answers: replyTo === null ? 'unread' : 'read', more: draft.more })
  await insertMail(trx, {
    tenantId: draft.tenantId,
    id,
    eventId: draft.eventId ?? null,
    aboutId: draft.aboutId ?? null,
    template: draft.template,
    recipient: draft.recipient,
    language: draft.language,
    subject,
    body: text,
    sealedSecret: draft.secret === undefined ? null : seal(env.keyRing, 'mailSecret', id, draft.secret),
    status: env.mailLeaves && !heldBecause ? 'queued' : 'held',
    heldBecause: heldBecause ?? null,
    // The same at every attempt: a receiver that got it twice can tell.
    messageId: `<${id}@${new URL(env.publicUrl).hostname}>`,
    unsubscribe: draft.unsubscribe ?? null,
    createdAt: now,
    traceparent: env.telemetry?.tracer?.current(),
  })
  return heldBecause
}
