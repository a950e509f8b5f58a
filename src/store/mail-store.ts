import { type Selectable, sql } from 'kysely'
import type { MailBlockKind } from '../domain/mail-blocks.ts'
import type { Transaction } from './database.ts'
import type { Mails } from './schema.generated.ts'

export interface MailRow {
  readonly tenantId: string
  readonly id: string
  readonly eventId: string | null
  readonly aboutId: string | null
  readonly template: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly body: string
  readonly sealedSecret: Buffer | null
  readonly status: 'queued' | 'held'
  readonly heldBecause: MailBlockKind | null
  readonly messageId: string
  readonly unsubscribe: string | null
  readonly createdAt: Date
  /** W3C traceparent of the act, handed on to the job that sends the mail */
  readonly traceparent?: string | undefined
}

/** Puts the mail into the outbox and, where mails leave, the job that sends it; both in the transaction of the act (rule R29). */
export async function insertMail(trx: Transaction, mail: MailRow): Promise<void> {
  await trx
    .insertInto('mails')
    .values({
      tenant_id: mail.tenantId,
      id: mail.id,
      event_id: mail.eventId,
      about_id: mail.aboutId,
      template: mail.template,
      recipient: mail.recipient,
      language: mail.language,
      subject: mail.subject,
      body: mail.body,
      sealed_secret: mail.sealedSecret,
      status: mail.status,
      held_because: mail.heldBecause,
      message_id: mail.messageId,
      unsubscribe: mail.unsubscribe,
      created_at: mail.createdAt,
    })
    .execute()
  if (mail.status === 'queued') await enqueueSending(trx, mail.id, mail.traceparent)
}

/** One job a mail, whoever asks for it. */
export async function enqueueSending(trx: Transaction, mailId: string, traceparent?: string): Promise<void> {
  await sql`select enqueue('send-mail', ${JSON.stringify({ mailId, traceparent })}::json, ${`send:${mailId}`})`.execute(trx)
}

export interface OutboxMail {
  readonly id: string
  readonly tenantId: string
  readonly aboutId: string | null
  readonly template: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly body: string
  readonly sealedSecret: Buffer | null
  readonly status: 'queued' | 'sent' | 'failed' | 'held'
  readonly attempts: number
  readonly lastError: string | null
  readonly smtpReply: string | null
  readonly messageId: string
  readonly unsubscribe: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly givenUpAt: Date | null
  /** null where mails do not leave at all */
  readonly heldBecause: MailBlockKind | null
  /** of a waiting mail that was tried already, in a list; else null */
  readonly nextTryAt: Date | null
}

/** For the scopes of the operator and the system. */
export async function findMail(trx: Transaction, id: string): Promise<OutboxMail | undefined> {
  const row = await trx.selectFrom('mails').select(mailColumns).where('id', '=', id).executeTakeFirst()
  return row && mailFromRow(row)
}

/** Held for an attempt or a retry; one that another runner has in its hands is skipped, not waited for. */
export async function lockMail(trx: Transaction, id: string): Promise<OutboxMail | undefined> {
  const row = await trx.selectFrom('mails').select(mailColumns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && mailFromRow(row)
}

export interface MailStart {
  readonly createdAt: Date
  readonly id: string
  readonly isBackward: boolean
}

/** Newest first. `givenUp` is what the operator made of a failed one. */
export async function listMails(trx: Transaction, { status, most, from }: { status: string | undefined; most: number; from: MailStart | undefined }): Promise<OutboxMail[]> {
  const direction = from?.isBackward ? 'asc' : 'desc'
  let query = trx.selectFrom('mails').select(mailColumns).orderBy('created_at', direction).orderBy('id', direction).limit(most)
  if (status === 'givenUp') query = query.where('status', '=', 'failed').where('given_up_at', 'is not', null)
  else if (status !== undefined) query = query.where('status', '=', status)
  if (status === 'failed') query = query.where('given_up_at', 'is', null)
  if (from) {
    query = query.where(
      from.isBackward ? sql<boolean>`(created_at, id) > (${from.createdAt}, ${from.id}::uuid)` : sql<boolean>`(created_at, id) < (${from.createdAt}, ${from.id}::uuid)`,
    )
  }
  return withTries(trx, (await query.execute()).map(mailFromRow))
}

/** When the queue tries the waiting ones next. */
export async function withTries(trx: Transaction, mails: readonly OutboxMail[]): Promise<OutboxMail[]> {
  const waiting = mails.filter(({ status, attempts }) => status === 'queued' && attempts > 0).map(({ id }) => id)
  if (waiting.length === 0) return [...mails]
  const { rows } = await sql<{ mail_id: string; run_at: Date }>`select mail_id, run_at from mail_tries(${waiting}::uuid[])`.execute(trx)
  const tries = new Map(rows.map((row) => [row.mail_id, row.run_at]))
  return mails.map((mail) => ({ ...mail, nextTryAt: tries.get(mail.id) ?? null }))
}

/** Whatever it carried for one person is gone with it. */
export async function giveUp(trx: Transaction, id: string, now: Date): Promise<void> {
  await trx.updateTable('mails').set({ status: 'failed', given_up_at: now, sealed_secret: null }).where('id', '=', id).execute()
}

/** Before the attempt: whatever becomes of it, it is known that one was made. */
export async function countAttempt(trx: Transaction, id: string): Promise<void> {
  await trx.updateTable('mails').set({ attempts: sql`attempts + 1` }).where('id', '=', id).execute()
}

/** The receiver's own words are kept as evidence; the secret is wiped, unless it is to be shown in a demo's mailbox. */
export async function markSent(trx: Transaction, id: string, { reply, at, keepsSecret }: { reply: string | null; at: Date; keepsSecret: boolean }): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ status: 'sent', smtp_reply: reply, sent_at: at, last_error: null, ...(!keepsSecret && { sealed_secret: null }) })
    .where('id', '=', id)
    .execute()
}

export async function markRefused(trx: Transaction, id: string, { error, isFinal }: { error: string; isFinal: boolean }): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ last_error: error, ...(isFinal && { status: 'failed' }) })
    .where('id', '=', id)
    .execute()
}

export async function queueAgain(trx: Transaction, id: string): Promise<void> {
  await trx.updateTable('mails').set({ status: 'queued', last_error: null, held_because: null }).where('id', '=', id).execute()
  await enqueueSending(trx, id)
}

/** Whether this address was told about the same thing since then (rule R39). */
export async function wasToldSince(trx: Transaction, mail: { readonly aboutId: string; readonly template: string; readonly recipient: string }, since: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('mails')
    .select('id')
    .where('about_id', '=', mail.aboutId)
    .where('template', '=', mail.template)
    .where('recipient', '=', mail.recipient)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Where mails stopped leaving while this one waited: it stays here, and the operator is told. */
export async function holdMail(trx: Transaction, id: string): Promise<void> {
  await trx.updateTable('mails').set({ status: 'held' }).where('id', '=', id).execute()
}

const mailColumns = [
  'id', 'tenant_id', 'about_id', 'template', 'recipient', 'language', 'subject', 'body', 'sealed_secret', 'status', 'attempts', 'last_error', 'smtp_reply', 'message_id',
  'unsubscribe', 'created_at', 'sent_at', 'given_up_at', 'held_because',
] as const satisfies readonly (keyof Mails)[]

function mailFromRow(row: Pick<Selectable<Mails>, (typeof mailColumns)[number]>): OutboxMail {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    aboutId: row.about_id,
    template: row.template,
    recipient: row.recipient,
    language: row.language,
    subject: row.subject,
    body: row.body,
    sealedSecret: row.sealed_secret,
    status: row.status as OutboxMail['status'],
    attempts: row.attempts,
    lastError: row.last_error,
    smtpReply: row.smtp_reply,
    messageId: row.message_id,
    unsubscribe: row.unsubscribe,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    givenUpAt: row.given_up_at,
    heldBecause: row.held_because as MailBlockKind | null,
    nextTryAt: null,
  }
}
