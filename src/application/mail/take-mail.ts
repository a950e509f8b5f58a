import type { MailSender } from '../../domain/mail-sender.ts'
import { optOutPlace, secretPlace } from '../../language/mail-text.ts'
import { open } from '../../security/seal.ts'
import { readSetting } from '../../store/installation-store.ts'
import { readMailSender } from '../../store/mail-sender-store.ts'
import { countAttempt, holdMail, lockMail, markSent, type OutboxMail } from '../../store/mail-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { optOutLink } from './opt-out-link.ts'

/** A mail as it leaves: whole, with its secret in place. Kept in memory only. */
export interface LeavingMail {
  readonly id: string
  readonly messageId: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly text: string
  /** the address that stops mails of this kind; null where there is no stopping them */
  readonly unsubscribe?: string | null
  readonly createdAt: Date
  /** this one included */
  readonly attempts: number
  /** as the operator set it, read anew for each mail */
  readonly sender: MailSender
}

/**
 * Takes a waiting mail for one attempt. Undefined where there is nothing to do: it was sent, it is held, or it belongs
 * into the mailbox of a demo, where it has arrived by being written.
 */
export const takeMail: UseCase<{ readonly mailId: string; readonly hasTransport: boolean }, LeavingMail | undefined> = {
  action: 'installation.run',

  async run(work, { mailId, hasTransport }) {
    const { trx, env, now } = work
    const mail = await lockMail(trx, mailId)
    if (mail?.status !== 'queued') return undefined
    // Asked here and not of the environment: what waits must not leave a moment too early.
    const isQuarantined = (await readSetting(trx, 'quarantine')) !== undefined
    if (!hasTransport || isQuarantined) {
      // So that the mailbox, which only looks, can show the way out of the letter.
      if (env.isDemo && mail.body.includes(optOutPlace)) await optOutLink(work, mailId)
      if (env.isDemo && !isQuarantined) await markSent(trx, mailId, { reply: null, at: now, keepsSecret: true })
      else await holdMail(trx, mailId)
      return undefined
    }
    await countAttempt(trx, mailId)
    const secret = mail.sealedSecret && open(env.keyRing, 'mailSecret', mailId, mail.sealedSecret)
    return {
      id: mail.id,
      messageId: mail.messageId,
      recipient: mail.recipient,
      language: mail.language,
      subject: mail.subject,
      text: await textOf(work, mail, secret),
      unsubscribe: mail.unsubscribe,
      createdAt: mail.createdAt,
      attempts: mail.attempts + 1,
      sender: await readMailSender(trx),
    }
  },
}

/** With what stands in it for this reader alone. */
async function textOf(work: Work, { id, body }: OutboxMail, secret: string | null): Promise<string> {
  const whole = secret === null ? body : body.replace(secretPlace, () => secret)
  if (!whole.includes(optOutPlace)) return whole
  const link = await optOutLink(work, id)
  return whole.replace(optOutPlace, () => link)
}
