import { DomainError } from '../../domain/errors.ts'
import { giveUp, lockMail, type OutboxMail } from '../../store/mail-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'

/** A mail that waits, is held or was refused is never tried again; the link or code in it is wiped. One that left stays as it is. */
export const giveUpMail: UseCase<{ readonly id: string }, OutboxMail> = {
  action: 'mail.giveUp',

  async run(work, { id }) {
    const mail = await lockMail(work.trx, id)
    if (!mail) throw new DomainError('notFound', 'No such mail.')
    if (!canGiveUp(mail)) throw new DomainError('invalidTransition', 'Cannot be given up any more.', { action: 'giveUp', current: mail.givenUpAt ? 'givenUp' : mail.status, allowedFrom: ['queued', 'failed', 'held'] })
    await giveUp(work.trx, id, work.now)
    await recordForOperators(work, { type: 'mail.givenUp', resource: { type: 'mail', id }, readers: [] })
    return { ...mail, status: 'failed', givenUpAt: work.now, nextTryAt: null }
  },
}

export function canGiveUp({ status, givenUpAt }: Pick<OutboxMail, 'status' | 'givenUpAt'>): boolean {
  return status !== 'sent' && givenUpAt === null
}
