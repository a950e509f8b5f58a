import { DomainError } from '../domain/errors.ts'
import { type MailSender, plainMailSender } from '../domain/mail-sender.ts'
import type { Transaction } from './database.ts'
import { readSetting, writeSetting } from './installation-store.ts'

export async function readMailSender(trx: Transaction): Promise<MailSender> {
  return (await readSetting(trx, 'mailSender')) ?? plainMailSender
}

/** Only where nobody changed it since it was read; two who save at once follow one another on the row. */
export async function saveMailSender(trx: Transaction, next: MailSender, now: Date): Promise<MailSender> {
  const held = await trx.selectFrom('settings').select('value').where('name', '=', 'mailSender').forUpdate().executeTakeFirst()
  const version = (held?.value as unknown as MailSender | undefined)?.version ?? plainMailSender.version
  if (version !== next.version) throw new DomainError('changedMeanwhile', 'The sender changed meanwhile.')
  const saved = { ...next, version: version + 1 }
  await writeSetting(trx, 'mailSender', saved, now)
  return saved
}
