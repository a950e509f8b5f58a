import { markRefused, markSent } from '../../store/mail-store.ts'
import type { UseCase } from '../use-case.ts'

export type MailOutcome =
  /** the receiver's words, `250 …` */
  | { readonly isSent: true; readonly reply: string }
  | { readonly isSent: false; readonly error: string; readonly isFinal: boolean }

/** What became of an attempt. Killed before this, the mail is sent again with the same Message-ID: twice at most, never lost. */
export const settleMail: UseCase<{ readonly mailId: string; readonly outcome: MailOutcome }, void> = {
  action: 'installation.run',

  async run({ trx, env, now }, { mailId, outcome }) {
    if (outcome.isSent) await markSent(trx, mailId, { reply: outcome.reply.slice(0, 500), at: now, keepsSecret: env.isDemo })
    else await markRefused(trx, mailId, { error: outcome.error.slice(0, 500), isFinal: outcome.isFinal })
  },
}
