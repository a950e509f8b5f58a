import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { findMail, type OutboxMail } from '../../store/mail-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { withinBudget } from '../limits.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { mailLanguage } from '../people/mail-language.ts'
import type { UseCase } from '../use-case.ts'
import { shownInstant } from './mail-facts.ts'
import { queueMail } from './queue-mail.ts'

/**
 * A message to an address of the operator's choice, by the same way as every other: what the mail server answers is
 * read at the mail. Nothing speaks SMTP within the request (rule R29).
 */
export const sendTestMail: UseCase<{ readonly address: string }, OutboxMail> = {
  action: 'mail.test',

  async run(work, input) {
    const { address } = mailAddress(input.address)
    const { env, person, trx } = work
    if (!env.mailLeaves) throw new DomainError('invalidTransition', 'Mails cannot leave: SMTP_URL is missing.', { reason: 'mailStaysHere' })
    const language = mailLanguage(person.language, (await findOwnTenant(trx, person.tenantId)).language)
    const id = work.newId()
    await withinBudget(env, 'testMail', { personId: person.personId, recipient: address.toLowerCase() }, () =>
      queueMail(work, {
        id,
        template: 'testMessage',
        tenantId: person.tenantId,
        recipient: address,
        language,
        values: { name: '', asker: person.displayName, at: shownInstant(work.now, language, person.timeZone), link: `${env.publicUrl}/operator/mail` },
      }),
    )
    await recordForOperators(work, { type: 'mail.tested', resource: { type: 'mail', id }, readers: [{ tenantId: person.tenantId }] })
    return (await findMail(trx, id))!
  },
}
