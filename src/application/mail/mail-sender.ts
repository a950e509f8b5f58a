import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { checkedMailSender, type MailSender } from '../../domain/mail-sender.ts'
import { readMailSender, saveMailSender } from '../../store/mail-sender-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownMailSender extends MailSender {
  /** what SMTP_URL gives and stands where no address is set; null where there is no SMTP_URL */
  readonly usualAddress: string | null
  readonly mailLeaves: boolean
}

export const showMailSender: UseCase<object, ShownMailSender> = {
  action: 'mail.read',
  run: async (work) => shown(work, await readMailSender(work.trx)),
}

/** From the next mail on that leaves, those that wait included. */
export const changeMailSender: UseCase<MailSender, ShownMailSender> = {
  action: 'mail.changeSender',

  async run(work, { version, ...change }) {
    const before = await readMailSender(work.trx)
    if (before.version !== version) throw new DomainError('changedMeanwhile', 'The sender changed meanwhile.')
    const saved = await saveMailSender(work.trx, { ...checkedMailSender(change), version }, work.now)
    await recordForOperators(work, { type: 'mail.senderChanged', resource: { type: 'installation', id: noTenant }, readers: [] })
    return shown(work, saved)
  },
}

function shown({ env }: Work, sender: MailSender): ShownMailSender {
  return { ...sender, usualAddress: env.usualSender ?? null, mailLeaves: env.mailLeaves }
}
