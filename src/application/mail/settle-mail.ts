import { lockMail, markRefused, markSent } from '../../store/mail-store.ts'
import type { UseCase } from '../use-case.ts'
import { noteRefusal, noteTaken } from './address-book.ts'

export type MailOutcome =
  /** the receiver's words, `250 …` */
  | { readonly isSent: true; readonly reply: string }
  | { readonly isSent: false; readonly error: string; readonly isFinal: boolean; /** refused because of the receiver’s address */ readonly isAddress?: boolean }

/** What became of an attempt. Killed before this, the mail is sent again with the same Message-ID: twice at most, never lost. */
export const settleMail: UseCase<{ readonly mailId: string; readonly outcome: MailOutcome }, void> = {
  action: 'installation.run',

  async run(work, { mailId, outcome }) {
    const { trx, env, now } = work
    const mail = await lockMail(trx, mailId)
    if (!mail) return
    if (outcome.isSent) {
      await markSent(trx, mailId, { reply: outcome.reply.slice(0, 500), at: now, keepsSecret: env.isDemo })
      await noteTaken(work, mail.recipient)
    } else {
      // Given up while it was under way: it stays so.
      await markRefused(trx, mailId, { error: outcome.error.slice(0, 500), isFinal: outcome.isFinal })
      if (outcome.isAddress) await noteRefusal(work, mail.recipient, outcome.error)
    }
  },
}
