import { DomainError } from '../../domain/errors.ts'
import { lockMail, type OutboxMail, queueAgain } from '../../store/mail-store.ts'
import type { UseCase } from '../use-case.ts'

/** A mail that was held or refused is queued once more; one that left is not sent twice on purpose. */
export const retryMail: UseCase<{ readonly id: string }, OutboxMail> = {
  action: 'mail.retry',

  async run({ trx, env }, { id }) {
    const mail = await lockMail(trx, id)
    if (!mail) throw new DomainError('notFound', 'No such mail.')
    if (!canRetry(mail)) throw new DomainError('invalidTransition', `Cannot retry while ${mail.status}.`, { action: 'retry', current: mail.status, allowedFrom: ['failed', 'held'] })
    if (!env.mailLeaves) throw new DomainError('invalidTransition', 'Mails cannot leave: SMTP_URL is missing.', { reason: 'mailStaysHere' })
    await queueAgain(trx, id)
    return { ...mail, status: 'queued', lastError: null }
  },
}

export function canRetry({ status }: Pick<OutboxMail, 'status'>): boolean {
  return status === 'failed' || status === 'held'
}
