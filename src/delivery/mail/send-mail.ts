import type { Environment } from '../../application/environment.ts'
import { settleMail } from '../../application/mail/settle-mail.ts'
import { takeMail } from '../../application/mail/take-mail.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { spanned } from '../../telemetry/telemetry.ts'
import { MailRefused, type MailTransport, wordsOf } from './smtp.ts'

/** Then the operator sees it as failed and may try again. With the queue's growing pauses that is about two days. */
const mostAttempts = 15

/**
 * One attempt for one mail, outside any transaction (rule R29): take, send, settle. Throws where another attempt is
 * worth while, so that the queue makes it later.
 */
export async function sendMail(env: Environment, transport: MailTransport | undefined, mailId: string): Promise<void> {
  const mail = await performNow(env, takeMail, theSystem, { mailId, hasTransport: transport !== undefined })
  if (!mail || !transport) return
  const settle = (outcome: Parameters<typeof settleMail.run>[1]['outcome']) => performNow(env, settleMail, theSystem, { mailId, outcome })
  let reply: string
  try {
    reply = await spanned(env.telemetry, { name: 'smtp', kind: 'client' }, () => transport.send(mail))
  } catch (error) {
    const isFinal = error instanceof MailRefused || mail.attempts >= mostAttempts
    await settle({ isSent: false, error: error instanceof MailRefused ? error.message : wordsOf(error), isFinal, isAddress: error instanceof MailRefused && error.isAddress })
    if (isFinal) return env.log.error({ mailId, attempts: mail.attempts }, 'a mail was refused for good; the operator may try again')
    throw error
  }
  await settle({ isSent: true, reply })
}
