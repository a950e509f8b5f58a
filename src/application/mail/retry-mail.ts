import { DomainError } from '../../domain/errors.ts'
import { lockMail, type OutboxMail, queueAgain } from '../../store/mail-store.ts'
import type { UseCase } from '../use-case.ts'
import { letterBlock } from './address-book.ts'

/** A mail that was held or refused is queued once more, one that waits for its next attempt is tried now; one that left is not sent twice on purpose. */
export const retryMail: UseCase<{ readonly id: string }, OutboxMail> = {
  action: 'mail.retry',

  async run(work, { id }) {
    const { trx, env } = work
    const mail = await lockMail(trx, id)
    if (!mail) throw new DomainError('notFound', 'No such mail.')
    if (!canRetry(mail)) throw new DomainError('invalidTransition', `Cannot retry while ${mail.status}.`, { action: 'retry', current: mail.status, allowedFrom: ['queued', 'failed', 'held'] })
    if (!env.mailLeaves) throw new DomainError('invalidTransition', 'Mails cannot leave: SMTP_URL is missing.', { reason: 'mailStaysHere' })
    const block = await letterBlock(work, mail)
    if (block) throw new DomainError('invalidTransition', 'No letter is sent to this address.', { reason: block === 'optedOut' ? 'addressOptedOut' : 'addressUndeliverable' })
    await queueAgain(trx, id)
    return { ...mail, status: 'queued', lastError: null, nextTryAt: null, heldBecause: null }
  },
}

export function canRetry({ status, attempts, givenUpAt }: Pick<OutboxMail, 'status' | 'attempts' | 'givenUpAt'>): boolean {
  return givenUpAt === null && (status === 'failed' || status === 'held' || (status === 'queued' && attempts > 0))
}
